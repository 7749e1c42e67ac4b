import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { ReportedRow } from '../../scenarios/domain/plan.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import type { Units } from '../../scenarios/domain/units.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { PlanningProblem } from '../problem.ts';
import { reachOf } from './reach.ts';
import { allowedUnder, type FirmLimit, firmLimit } from './rule-reach.ts';
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

/** What one source can make until a stock is due, and in words what ends it. */
interface Source {
  readonly supplier: string;
  readonly most: Units;
  readonly limit: string;
}

function tooLarge(
  problem: PlanningProblem,
  conflict: readonly Rule[],
  { item, initial, safety, safetyFrom }: PlanningProblem['stocked'][number],
): readonly Reason[] {
  const each = (problem.pairsOf.get(item) ?? []).map((pair): Source => {
    const reach = reachOf(problem, pair, safetyFrom);
    let [most, limit] = [reach.most, `its ${reach.limit}`];
    for (const rule of conflict) {
      const allowed = allowedUnder(rule, problem, pair, safetyFrom);
      if (allowed < most) [most, limit] = [allowed, `rule ${rule.id}`];
    }
    return { supplier: problem.pairs[pair]!.supplier, most, limit };
  });
  const sources = conflict.reduce<readonly Source[]>(
    (all, rule) => withFewer(all, rule, firmLimit(rule, problem, safetyFrom)),
    each,
  );
  const built = sources.reduce((sum, { most }) => sum + most, 0);
  if (initial + built >= safety - 1e-6) return [];
  const made = sources
    .filter(({ most }) => most > 0)
    .map(({ supplier, most, limit }) => `${units(most)} from ${supplier} (${limit})`);
  const barred = sources.filter(({ most, limit }) => most === 0 && /^(rule|its minimum order) /.test(limit));
  const none = [...grouped(barred, ({ limit }) => limit)].map(
    ([limit, firms]) => `none from ${listed(firms.map(({ supplier }) => supplier))} (${limit})`,
  );
  const all = listed([...(initial > 0 ? [`${units(initial)} on hand`] : []), ...made, ...none], 8);
  const message =
    `${item}: a safety stock of ${units(safety)} is due in ${label(problem, safetyFrom)}, when its first source is ready, ` +
    `but no more than ${units(initial + built)} can be there: ${all === '' ? 'nothing is on hand' : all}`;
  return [{ item, supplier: null, message }];
}

/** The sources where a rule lets only so many of them work: those that make most together. */
function withFewer(sources: readonly Source[], rule: Rule, limit: FirmLimit | undefined): readonly Source[] {
  if (limit === undefined) return sources;
  const makes = (firms: readonly string[]) =>
    sources.reduce((sum, { supplier, most }) => sum + (firms.includes(supplier) ? most : 0), 0);
  const counted = limit.groups.filter((firms) => makes(firms) > 0);
  const best = [...counted].sort((left, right) => makes(right) - makes(left)).slice(0, limit.most);
  const out = new Set(counted.filter((firms) => !best.includes(firms)).flat());
  return sources.map((source) =>
    out.has(source.supplier) ? { ...source, most: 0, limit: `rule ${rule.id}: ${limit.words}` } : source,
  );
}
