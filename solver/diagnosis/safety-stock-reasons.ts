import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { ReportedRow } from '../../scenarios/domain/plan.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import { pairsInScope } from '../constraints/scope.ts';
import type { PlanningProblem } from '../problem.ts';
import { reachOf } from './reach.ts';
import { listed, units } from './wording.ts';

type Reason = Omit<ReportedRow, 'code'>;

/**
 * Safety stocks that cannot be on hand in the period in which they are first due, whatever is delivered: what is on stock and all that
 * the sources not barred by the rules of the conflict can make until then is less. Where the laws alone conflict and no stock is too
 * large by itself, all of them are named: their components or the hours that they share are then the limit.
 */
export function safetyStockReasons(problem: PlanningProblem, conflict: readonly Rule[]): readonly Reason[] {
  const due = problem.stocked.filter(({ safety, safetyFrom }) => safety > 0 && safetyFrom <= problem.horizon);
  const alone = due.flatMap((entry) => tooLarge(problem, conflict, entry));
  if (alone.length > 0 || conflict.length > 0 || due.length === 0) return alone;
  const stocks = due.map(
    ({ item, safety, safetyFrom }) => `${units(safety)} of ${item} by ${label(problem, safetyFrom)}`,
  );
  const message = `the safety stocks (${listed(stocks)}) cannot all be built in time: they share hours, or their components are not there`;
  return [{ item: due.length === 1 ? due[0]!.item : null, supplier: null, message }];
}

const label = ({ scenario }: PlanningProblem, t: number): string => periodLabel(scenario.calendar, t);

function tooLarge(
  problem: PlanningProblem,
  conflict: readonly Rule[],
  { item, initial, safety, safetyFrom }: PlanningProblem['stocked'][number],
): readonly Reason[] {
  const sources = (problem.pairsOf.get(item) ?? []).map((pair) => {
    const reach = reachOf(problem, pair, safetyFrom);
    const allowed = allowedBy(conflict, problem, pair);
    return allowed.most < reach.most ? { pair, ...allowed } : { pair, most: reach.most, limit: `its ${reach.limit}` };
  });
  const built = sources.reduce((sum, { most }) => sum + most, 0);
  if (initial + built >= safety - 1e-6) return [];
  const made = sources
    .filter(({ most }) => most > 0)
    .map(({ pair, most, limit }) => `${units(most)} from ${problem.pairs[pair]!.supplier} (${limit})`);
  const all = listed([...(initial > 0 ? [`${units(initial)} on hand`] : []), ...made]);
  const message =
    `${item}: a safety stock of ${units(safety)} is due in ${label(problem, safetyFrom)}, when its first source is ready, ` +
    `but no more than ${units(initial + built)} can be there: ${all === '' ? 'nothing is on hand' : all}`;
  return [{ item, supplier: null, message }];
}

/** The most that the rules of the conflict let a pair make, and which: nothing where a lock bars it, a share-cap's share over the horizon. */
function allowedBy(conflict: readonly Rule[], problem: PlanningProblem, pair: number) {
  const { supplier, item } = problem.pairs[pair]!;
  let allowed = { most: Number.POSITIVE_INFINITY, limit: '' };
  const lower = (most: number, rule: Rule) => {
    if (most < allowed.most) allowed = { most, limit: `rule ${rule.id}` };
  };
  for (const rule of conflict) {
    if (rule.rule === 'lock' && !rule.award && rule.supplier === supplier && (rule.item ?? item) === item)
      lower(0, rule);
    if (rule.rule !== 'share-cap' || rule.per !== 'horizon' || rule.scope?.from || rule.scope?.to) continue;
    const scope = pairsInScope(rule.scope, problem).find(({ pairs }) => pairs.includes(pair));
    if (scope) lower(rule.max * scope.workPackage.total, rule);
  }
  return allowed;
}
