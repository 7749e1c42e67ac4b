import { isSolved } from '../engines/engine.ts';
import { type Column, createModelBuilder, type ModelBuilder, type Term } from '../model/model-builder.ts';
import type { Relaxed } from '../strategies/restrict.ts';
import type { AskedModel } from './asked-model.ts';
import type { MultipleSearch } from './multiple-search.ts';
import { countsDecisions } from './scarce-rows.ts';

/** Every decision that the relaxation takes in part, taken in full. */
export function rounded({ model }: AskedModel, { values }: Relaxed): Float64Array {
  return values.map((value, column) => (model.integer[column] ? Math.ceil(value - 1e-6) : value));
}

/** What an award costs beside the part that is covered: fewer are better where they cover as much. */
const EACH = 1e-5;
/** Seconds at most for a choice: it is a guess. */
const SECONDS = 20;
const NONE = 1e-9;

/**
 * Decisions that keep every rule that counts decisions and cover as much as they can of what the relaxation makes. A supplier that is
 * a member there in part, m̂, could make x̂ ÷ m̂ if it were one in full; so with κ ≤ 1 to be largest, for each package and period
 *
 *   Σ_s (Σ_{τ ≤ t} x̂[s,w,τ] ÷ m̂[s])·a[s,w] ≥ κ·Σ_s Σ_{τ ≤ t} x̂[s,w,τ]
 *
 * A model of whole-number columns and κ alone. Undefined where it is not solved.
 */
export async function covering(
  asked: AskedModel,
  relaxed: Relaxed,
  { engine, hooks, seed, seconds }: MultipleSearch,
): Promise<Float64Array | undefined> {
  const { model, problem, variables } = asked;
  const builder = createModelBuilder();
  const place = new Map<Column, Column>();
  model.columns.forEach((name, column) => {
    if (!model.integer[column]) return;
    const bounds = { lower: model.colLower[column]!, upper: model.colUpper[column]!, integer: true };
    place.set(column, builder.column(name, bounds));
  });
  const part = builder.column('part', { upper: 1 });
  countRows(asked, builder, place);
  coverRows(asked, relaxed, builder, place, part);
  const awards = problem.pairs.map((_, pair) => ({ column: place.get(variables.awarded(pair))!, value: EACH }));
  const limits = { gap: 0.02, absoluteGap: 0.01, seconds: Math.max(1, Math.min(SECONDS, seconds() / 4)), seed };
  const covers = builder.build([{ column: part, value: -1 }, ...awards]);
  const outcome = await engine.solve(covers, { ...limits, presolve: true }, hooks);
  if (!isSolved(outcome)) return undefined;
  const guess = Float64Array.from(relaxed.values);
  for (const [column, own] of place) guess[column] = outcome.values[own]!;
  return guess;
}

/** The rows over whole-number columns alone, as they are. */
function countRows({ model }: AskedModel, builder: ModelBuilder, place: ReadonlyMap<Column, Column>): void {
  model.rows.forEach((name, row) => {
    if (!countsDecisions(model, row)) return;
    const terms: Term[] = [];
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++)
      terms.push({ column: place.get(model.indices[at]!)!, value: model.values[at]! });
    builder.row(name, terms, { lower: model.rowLower[row]!, upper: model.rowUpper[row]! });
  });
}

function coverRows(
  { problem, variables }: AskedModel,
  { values }: Relaxed,
  builder: ModelBuilder,
  place: ReadonlyMap<Column, Column>,
  part: Column,
): void {
  const membership = new Map(
    problem.candidates.map(({ supplier }, candidate) => [supplier.supplier, values[variables.member(candidate)]!]),
  );
  for (const [item, pairs] of problem.pairsOf) {
    const made = pairs.map(() => 0);
    for (let t = 1; t <= problem.horizon; t++) {
      pairs.forEach((pair, at) => {
        const column = variables.produced(pair, t);
        if (column !== undefined) made[at]! += Math.max(0, values[column]!);
      });
      const total = made.reduce((sum, units) => sum + units, 0);
      if (total <= NONE) continue;
      const terms = pairs.flatMap((pair, at): readonly Term[] => {
        const share = made[at]! / total / Math.max(NONE, membership.get(problem.pairs[pair]!.supplier)!);
        return made[at]! <= NONE ? [] : [{ column: place.get(variables.awarded(pair))!, value: Math.min(share, 1) }];
      });
      builder.row(`covered|${item}|${t}`, [...terms, { column: part, value: -1 }], { lower: 0 });
    }
  }
}
