import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { EnvelopeLimit } from '../../scenarios/domain/envelope.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { capacityInUnits } from '../constraints/capacity-in-units.ts';
import { noneEligible } from '../diagnosis/ineligible.ts';
import { listed } from '../diagnosis/wording.ts';
import type { PlanningProblem } from '../problem.ts';

/** A limit, and what more of it would give, to rank by. */
export interface Weighed {
  readonly limit: EnvelopeLimit;
  readonly weight: number;
}

/** A supplier that could raise the multiple if it were available in a period in which it is not. */
interface Absent {
  readonly supplier: string;
  readonly weight: number;
  /** What it is, in words: `not ready before 2027-Q1`. */
  readonly why: string;
  readonly periods: readonly number[];
}

const MOST_NAMED = 3;
const NOISE = 1e-9;

/** By item, what suppliers that are not ready yet, or no longer, keep from being delivered; and items that nobody can make. */
export function readinessLimits(problem: PlanningProblem, duals: ReadonlyMap<string, number>): readonly Weighed[] {
  return problem.packages.flatMap(({ item: { item } }): readonly Weighed[] => {
    const worth = (t: number) => duals.get(`meet-requirement|${item}|${t}`) ?? 0;
    const periods = Array.from({ length: problem.horizon }, (_, at) => at + 1).filter((t) => worth(t) > NOISE);
    if (periods.length === 0) return [];
    const own = problem.pairsOf.get(item) ?? [];
    if (own.length === 0) return [noSource(problem, item, periods)];
    const absent = own
      .flatMap((pair) => absentOf(problem, duals, pair, worth) ?? [])
      .sort((left, right) => right.weight - left.weight);
    return absent.length === 0 ? [] : [notReady(problem, item, absent)];
  });
}

/** Beside what nobody can make nothing else matters. */
function noSource(problem: PlanningProblem, item: string, periods: readonly number[]): Weighed {
  const words = `${item}: ${noneEligible(problem, item)}`;
  return { weight: Number.POSITIVE_INFINITY, limit: limitOf('no-source', words, item, [], labels(problem, periods)) };
}

function notReady(problem: PlanningProblem, item: string, absent: readonly Absent[]): Weighed {
  const alike = [...grouped(absent, ({ why }) => why)];
  const named = alike.slice(0, MOST_NAMED).map(([why, same]) => {
    const firms = listed(same.map(({ supplier }) => supplier));
    return `${firms} ${same.length === 1 ? 'is' : 'are'} ${why}`;
  });
  const rest = alike.slice(MOST_NAMED).reduce((sum, [, same]) => sum + same.length, 0);
  const others = rest === 0 ? [] : [`${rest} more ${rest === 1 ? 'supplier is' : 'suppliers are'} not ready either`];
  const periods = [...new Set(absent.flatMap((each) => each.periods))].sort((left, right) => left - right);
  const suppliers = absent.map(({ supplier }) => supplier);
  return {
    weight: absent.reduce((sum, { weight }) => sum + weight, 0),
    limit: limitOf(
      'readiness',
      `${item}: ${[...named, ...others].join('; ')}`,
      item,
      suppliers,
      labels(problem, periods),
    ),
  };
}

/** What output of a pair in the periods in which it is not available would give, priced by the duals. */
function absentOf(
  problem: PlanningProblem,
  duals: ReadonlyMap<string, number>,
  pair: number,
  worth: (t: number) => number,
): Absent | undefined {
  const { supplier, item, hours, available, ready } = problem.pairs[pair]!;
  const link = duals.get(`award-link|${supplier}|${item}`) ?? 0;
  const periods: number[] = [];
  let weight = 0;
  for (let t = 1; t <= problem.horizon; t++) {
    if (available[t]) continue;
    const used = hours.reduce(
      (sum, step) => sum + step.hours * (duals.get(`capacity|${supplier}|${step.process}|${t}`) ?? 0),
      0,
    );
    const gain = (worth(t) + used + link) * capacityInUnits(problem, pair, t);
    if (!(gain > NOISE) || !Number.isFinite(gain)) continue;
    weight += gain;
    periods.push(t);
  }
  if (periods.length === 0) return undefined;
  return { supplier, weight, why: whyAbsent(problem, supplier, item, ready, periods), periods };
}

function whyAbsent(
  { scenario, waitFor }: PlanningProblem,
  supplier: string,
  item: string,
  ready: number,
  periods: readonly number[],
): string {
  if (periods[0]! < ready) {
    const wait = waitFor(supplier, item);
    return `not ready before ${periodLabel(scenario.calendar, ready)}${wait ? ` (${wait})` : ''}`;
  }
  return `without a valid certificate in ${periodLabel(scenario.calendar, periods[0]!)}`;
}

const labels = ({ scenario }: PlanningProblem, periods: readonly number[]): readonly string[] =>
  periods.map((t) => periodLabel(scenario.calendar, t));

const limitOf = (
  kind: 'readiness' | 'no-source',
  words: string,
  item: string,
  suppliers: readonly string[],
  periods: readonly string[],
): EnvelopeLimit => ({ kind, words, process: null, rule: null, items: [item], suppliers, periods, gain: null });
