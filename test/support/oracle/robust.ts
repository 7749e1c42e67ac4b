import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { LinearModel } from '../../../solver/model/linear-model.ts';
import { engineOfTests } from '../highs.ts';
import { everySubset, isAllowed, oneOffCosts } from './awards.ts';
import { type Expression, total } from './linear-program.ts';
import { flowModel } from './oracle-model.ts';
import { writeOutages } from './outages.ts';
import { toNumber } from './rational.ts';
import { readRequirement } from './requirement.ts';
import { readSources } from './sources.ts';

/** Least shortfall, then least unprotected, then least cost; null: no award set serves. */
export type RobustAnswer = readonly [shortfall: number, unprotected: number, cost: number] | null;

/** Room for the noise of an engine when an aim is kept while the next one is sought, relative or of a unit: more only where less leaves nothing. */
const ROOMS = [1e-7, 1e-6];
export const ROOM = 1e-6;

/** Award sets are alike in an aim up to this: room in an aim before may be worth several times as much in this one. */
const ALIKE = 1e-5;

/**
 * Enumerates all award sets; of each, a linear program over the plan with what can be done in every outage of a rule beside it. For scenarios
 * without expansions, price breaks, ramps, hires and timed onboarding. By HiGHS: the exact simplex would take too long for so many columns.
 */
export async function robustOracle(scenario: Scenario): Promise<RobustAnswer> {
  const requirement = readRequirement(scenario);
  const eligible = readSources(scenario, requirement.packages);
  const rules = scenario.rules.filter((rule): rule is RuleOf<'survive-outage'> => rule.rule === 'survive-outage');
  const programs = [...everySubset(eligible)].flatMap(({ awarded }) => {
    if (!isAllowed(scenario, requirement.packages, eligible, awarded)) return [];
    const flow = flowModel(requirement, eligible, { awarded }, true);
    let next = flow.variables;
    const sheet = { relations: [...flow.relations], fresh: () => next++, count: () => next };
    const planned = { requirement, eligible, awarded, flow };
    const unprotected = total(rules.map((rule) => writeOutages(sheet, planned, rule)));
    const { production, bought, stock, transport, commitments } = flow.cost;
    const once = toNumber(oneOffCosts(scenario, awarded).total);
    const aims = [flow.shortfall, unprotected, total([production, bought, stock, transport, commitments])];
    return [{ sheet, aims, once }];
  });
  let left = programs.map((program) => ({ program, kept: [] as number[] }));
  const answer: number[] = [];
  for (const aim of [0, 1, 2]) {
    const found = await Promise.all(
      left.map(async ({ program, kept }) => {
        const value = await least(program.sheet, program.aims, kept, aim);
        return value === null ? null : { program, kept, value: aim === 2 ? value + program.once : value };
      }),
    );
    const solved = found.filter((own) => own !== null);
    if (solved.length === 0) return null;
    const best = Math.min(...solved.map(({ value }) => value));
    answer.push(best);
    const scale = Math.max(1, Math.abs(best));
    left = solved
      .filter(({ value }) => value <= best + ALIKE * scale)
      .map(({ program, kept, value }) => ({ program, kept: [...kept, value] }));
  }
  return answer as unknown as RobustAnswer;
}

type Sheet = Parameters<typeof writeOutages>[0];

/** The least value of an aim with those before it kept; null: none. */
async function least(sheet: Sheet, aims: readonly Expression[], kept: readonly number[], aim: number) {
  for (const room of ROOMS) {
    const most = kept.map((value) => value + room * Math.max(1, Math.abs(value)));
    const outcome = await engineOfTests.solve(modelOf(sheet, aims[aim]!, aims.slice(0, aim), most), {
      ...{ gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: true },
    });
    if (outcome.status === 'optimal') return outcome.value;
    if (outcome.status !== 'infeasible') throw new Error(`the oracle's program is ${outcome.status}`);
  }
  return null;
}

function modelOf(sheet: Sheet, aim: Expression, before: readonly Expression[], kept: readonly number[]): LinearModel {
  const rows = [
    ...sheet.relations.map(({ expression, sense }) => ({
      expression,
      lower: sense === '<=' ? -Infinity : 0,
      upper: sense === '>=' ? Infinity : 0,
    })),
    ...before.map((expression, at) => ({ expression, lower: -Infinity, upper: kept[at]! })),
  ];
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  for (const { expression } of rows) {
    for (const [column, value] of expression.terms) {
      indices.push(column);
      values.push(toNumber(value));
    }
    starts.push(indices.length);
  }
  const columns = sheet.count();
  const cost = new Float64Array(columns);
  for (const [column, value] of aim.terms) cost[column] = toNumber(value);
  return {
    columns: Array.from({ length: columns }, (_, at) => `v${at}`),
    rows: rows.map((_, at) => `r${at}`),
    cost,
    offset: toNumber(aim.constant),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
    integer: new Uint8Array(columns),
    rowLower: Float64Array.from(rows, ({ expression, lower }) => lower - toNumber(expression.constant)),
    rowUpper: Float64Array.from(rows, ({ expression, upper }) => upper - toNumber(expression.constant)),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}
