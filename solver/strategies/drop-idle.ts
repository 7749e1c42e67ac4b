import type { Formulated } from '../formulate.ts';
import type { LinearModel } from '../model/linear-model.ts';
import type { Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';

/** Units below this are noise of the engine. */
const NOISE = 1e-9;

/**
 * Takes back awards without volume that no rule asks for, with the membership and the certificates that only they need, and
 * certificates and expansions that no award needs. A search within a gap leaves such awards behind where they cost little; a reader would take them
 * for standbys that somebody wanted. Where a rule keeps some of several, the dearest go first. Costs only fall, and every row of the
 * model still holds.
 */
export function dropIdle(
  problem: PlanningProblem,
  { model, variables }: Formulated,
  values: Float64Array,
): Float64Array {
  const kept = Float64Array.from(values);
  const awarded = (pair: number) => kept[variables.awarded(pair)]! > 0.5;
  const idle = [...problem.pairs.keys()].filter(
    (pair) => awarded(pair) && volume(problem, variables, kept, pair) <= NOISE,
  );
  const busy = new Set(
    problem.pairs.filter((_, pair) => awarded(pair) && !idle.includes(pair)).map((own) => own.supplier),
  );
  const onboarding = new Map(
    problem.candidates.map(({ supplier, onboardingCost }) => [supplier.supplier, onboardingCost]),
  );
  const cost = (pair: number) => {
    const { supplier, qualificationCost } = problem.pairs[pair]!;
    return qualificationCost + (busy.has(supplier) ? 0 : onboarding.get(supplier)!);
  };
  const rows = rowsOf(model, kept);
  const dropExpansions = () => {
    for (const column of expansionColumns(problem, variables)) rows.tryDrop([column]);
  };
  // An expansion keeps its supplier a member.
  dropExpansions();
  for (const pair of idle.sort((left, right) => cost(right) - cost(left) || left - right)) {
    rows.tryDrop(columnsOnlyFor(problem, variables, awarded, pair));
  }
  problem.obtainable.forEach(({ pairs }, index) => {
    if (!pairs.some(awarded)) rows.tryDrop([variables.obtained(index)]);
  });
  dropExpansions();
  return kept;
}

/** Units of a pair over the horizon, in all cases together. */
const volume = ({ horizon }: PlanningProblem, variables: Variables, values: Float64Array, pair: number): number => {
  let units = 0;
  for (const { produced } of variables.cases ?? [variables])
    for (let t = 1; t <= horizon; t++) units += values[produced(pair, t) ?? -1] ?? 0;
  return units;
};

/** The columns of expansions, of one candidate or of all. */
const expansionColumns = (
  { expansions }: PlanningProblem,
  variables: Variables,
  candidate?: number,
): readonly number[] =>
  expansions.flatMap((own, index) =>
    candidate === undefined || own.candidate === candidate ? own.periods.map((t) => variables.expanded(index, t)!) : [],
  );

/** The award, and the membership with its start, certificates, expansions and presence in groups of its supplier that no other award needs. */
function columnsOnlyFor(
  problem: PlanningProblem,
  variables: Variables,
  awarded: (pair: number) => boolean,
  pair: number,
): readonly number[] {
  const { candidates, obtainable, pairs, groupings, horizon } = problem;
  const { supplier } = pairs[pair]!;
  const alone = (others: readonly number[]) =>
    others.includes(pair) && !others.some((other) => other !== pair && awarded(other));
  const member = candidates.findIndex((candidate) => candidate.supplier.supplier === supplier);
  const starts = Array.from({ length: horizon }, (_, at) => variables.started(member, at + 1) ?? []).flat();
  return [
    variables.awarded(pair),
    ...(alone(candidates[member]!.pairs)
      ? [variables.member(member), ...starts, ...expansionColumns(problem, variables, member)]
      : []),
    ...obtainable.flatMap((row, index) => (alone(row.pairs) ? [variables.obtained(index)] : [])),
    ...groupings.flatMap(({ groups }, grouping) =>
      groups.flatMap(({ members }, group) => {
        if (!members.includes(member) || !alone(members.flatMap((other) => candidates[other]!.pairs))) return [];
        return variables.present(grouping, group) ?? [];
      }),
    ),
  ];
}

/** The rows of a model at a point that is changed in place. */
function rowsOf({ starts, indices, values, rowLower, rowUpper, integer, colLower }: LinearModel, point: Float64Array) {
  const activity = new Float64Array(rowLower.length);
  const touching = new Map<number, { readonly row: number; readonly value: number }[]>();
  for (let row = 0; row < activity.length; row++) {
    for (let term = starts[row]!; term < starts[row + 1]!; term++) {
      const column = indices[term]!;
      activity[row]! += values[term]! * point[column]!;
      if (!integer[column] || point[column]! < 0.5) continue;
      const own = touching.get(column);
      if (own) own.push({ row, value: values[term]! });
      else touching.set(column, [{ row, value: values[term]! }]);
    }
  }
  const holds = (row: number, change: number) => {
    const after = activity[row]! + change;
    const room = NOISE * Math.max(1, Math.abs(after));
    return after >= rowLower[row]! - room && after <= rowUpper[row]! + room;
  };
  return {
    /** Sets the columns to 0 if every row then still holds. */
    tryDrop(columns: readonly number[]): void {
      const changes = new Map<number, number>();
      for (const column of columns) {
        for (const { row, value } of touching.get(column) ?? []) {
          changes.set(row, (changes.get(row) ?? 0) - value * point[column]!);
        }
      }
      if (columns.some((column) => colLower[column]! > 0) || ![...changes].every(([row, change]) => holds(row, change)))
        return;
      for (const [row, change] of changes) activity[row]! += change;
      for (const column of columns) point[column] = 0;
    },
  };
}
