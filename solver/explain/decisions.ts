import type { Plan } from '../../scenarios/domain/plan.ts';
import { type Engine, isSolved } from '../engines/engine.ts';
import type { Formulated } from '../formulate.ts';
import { type PlanningProblem, pairPosition } from '../problem.ts';
import { limitsOf } from '../strategies/search.ts';

/** Seconds to find what is whole beside awards, memberships and certificates. */
const SECONDS = 20;

/** The whole-number decisions of a plan: its awards, and for whatever else is whole the best beside them. */
export async function decisionsOf(
  problem: PlanningProblem,
  engine: Engine,
  { awards, certificates }: Plan,
  { model, variables }: Formulated,
): Promise<Float64Array | undefined> {
  const colLower = Float64Array.from(model.colLower);
  const colUpper = Float64Array.from(model.colUpper);
  const fix = (column: number, holds: boolean) => {
    colLower[column] = colUpper[column] = holds ? 1 : 0;
  };
  const awarded = new Set(awards.map(({ supplier, item }) => pairPosition(problem, supplier, item)));
  const members = new Set(awards.map(({ supplier }) => supplier));
  const obtained = new Set(certificates.map((row) => JSON.stringify([row.supplier, row.certificate])));
  for (const pair of problem.pairs.keys()) fix(variables.awarded(pair), awarded.has(pair));
  for (const [at, { supplier }] of problem.candidates.entries()) {
    fix(variables.member(at), members.has(supplier.supplier));
  }
  for (const [at, { supplier, certificate }] of problem.obtainable.entries()) {
    fix(variables.obtained(at), obtained.has(JSON.stringify([supplier, certificate])));
  }
  const outcome = await engine.solve({ ...model, colLower, colUpper }, limitsOf(problem, SECONDS));
  return isSolved(outcome) ? outcome.values : undefined;
}
