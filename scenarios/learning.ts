import { periodIndex, periodsPerYear } from './domain/calendar.ts';
import type { ProductionRow } from './domain/plan.ts';
import type { Rule, RuleOf } from './domain/rule.ts';
import type { Scenario } from './domain/scenario.ts';
import type { Fraction, Units } from './domain/units.ts';
import { grouped } from './grouped.ts';
import { supplierInScope } from './scope.ts';

/** How the hours for one unit of a pair fall with what it has made in the plan, as parts of the hours that are stated for it. */
export interface LearningCurve {
  /** The part that the n-th unit of the plan takes, n = 1, 2 …: 1 for the first, never more for a later one. */
  readonly unit: (n: number) => Fraction;
  /** Σ of the parts of the first units; a part of a unit takes as much of its hours. */
  readonly upTo: (units: Units) => number;
  /** The most units that so many parts suffice for. */
  readonly within: (parts: number) => Units;
}

/** Units after which nothing is learnt any more: by then each doubling has had its time. */
const LAST = 2 ** 22;

type Learning = RuleOf<'learning'>;

/** Of unit n since the very first. Crawford: n^b; Wright: n·n^b − (n − 1)·(n − 1)^b; b = log₂ rate. */
const unitHours = ({ model, rate }: Learning, n: number): number => {
  const b = Math.log2(rate);
  return model === 'crawford' ? n ** b : n ** (1 + b) - (n - 1) ** (1 + b);
};

/** Units that a pair has made before the plan, as far as anything says: a year of its present volume, in whole units. */
const experience = ({ calendar, incumbents }: Scenario, supplier: string, item: string): number => {
  const row = incumbents.find((own) => own.supplier === supplier && own.item === item);
  return Math.min(LAST, Math.floor((row?.quantityPerPeriod ?? 0) * periodsPerYear(calendar.period)));
};

/**
 * The learning curve of each pair that a rule speaks of. By the log-linear model, of cumulative output n hours fall to the fraction `rate` with
 * each doubling: Crawford of the hours of unit n, Wright of the cumulative average of the first n (Wright, Journal of the Aeronautical
 * Sciences 3, 1936; Crawford, Learning curve, ship curve, ratios, related data, Lockheed, 1944). The hours stated are those of the first unit of the plan; what an incumbent
 * made before is a year of its present volume, so that it learns more slowly. No unit takes less than `floor` of the stated hours; where
 * several rules speak of a pair, each unit takes the most that any of them leaves it.
 */
export function learningCurves(scenario: Scenario): (supplier: string, item: string) => LearningCurve | undefined {
  const rules = scenario.rules.filter((rule: Rule) => rule.rule === 'learning');
  if (rules.length === 0) return () => undefined;
  const items = new Map(scenario.items.map((row) => [row.item, row]));
  const firms = new Map(scenario.suppliers.map((row) => [row.supplier, row]));
  const known = new Map<string, LearningCurve>();
  return (supplier, item) => {
    const [facts, firm] = [items.get(item), firms.get(supplier)];
    if (!facts || !firm) return undefined;
    const own = rules.filter(
      ({ scope }) =>
        supplierInScope(scope, firm) &&
        (scope?.items?.includes(item) ?? true) &&
        (scope?.critical === undefined || scope.critical === facts.critical),
    );
    if (own.length === 0) return undefined;
    const before = experience(scenario, supplier, item);
    const key = JSON.stringify([before, ...own.map(({ id }) => id)]);
    const curve = known.get(key) ?? curveOf(own, before);
    known.set(key, curve);
    return curve;
  };
}

/** Sums are kept as far as they have been asked for: curves are shared by all pairs with the same rules and experience. */
function curveOf(rules: readonly Learning[], before: number): LearningCurve {
  const first = rules.map((rule) => unitHours(rule, before + 1));
  const unit = (n: number): Fraction =>
    rules.reduce(
      (most, rule, at) => Math.max(most, rule.floor, unitHours(rule, before + Math.min(n, LAST)) / first[at]!),
      0,
    );
  let sums = new Float64Array(64);
  let filled = 0;
  const sumTo = (units: number): number => {
    if (units >= sums.length) {
      const longer = new Float64Array(Math.min(LAST, 2 * units) + 1);
      longer.set(sums.subarray(0, filled + 1));
      sums = longer;
    }
    while (filled < units) {
      filled += 1;
      sums[filled] = sums[filled - 1]! + unit(filled);
    }
    return sums[units]!;
  };
  const upTo = (units: Units): number => {
    const whole = Math.min(LAST, Math.floor(units));
    return sumTo(whole) + (units - whole) * unit(whole + 1);
  };
  return {
    unit,
    upTo,
    within(parts) {
      let high = 1;
      while (high < LAST && upTo(high) < parts) high = Math.min(LAST, 2 * high);
      let low = upTo(high) < parts ? high : 0;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (upTo(middle) <= parts) low = middle;
        else high = middle;
      }
      return low + (parts - upTo(low)) / unit(low + 1);
    },
  };
}

/**
 * By period (index 0 unused) the part of the stated hours that a unit takes on average when so many are made in each, earlier ones
 * first; where none is made, what the next one would take.
 */
export function learnedParts(curve: LearningCurve, units: Float64Array): Float64Array {
  let before = 0;
  return units.map((made, t) => {
    if (t === 0) return 1;
    const from = before;
    before += made;
    return made > NONE ? (curve.upTo(before) - curve.upTo(from)) / made : curve.unit(Math.floor(from) + 1);
  });
}

/** Fewer units are noise of rounding. */
const NONE = 1e-6;

type Made = Pick<ProductionRow, 'supplier' | 'item' | 'period' | 'quantity'>;

/** The parts of the stated hours that units of a plan take, by supplier, item and period; 1 where nothing is learnt. */
export function partsOfProduction(
  scenario: Scenario,
  production: readonly Made[],
): (row: Pick<Made, 'supplier' | 'item' | 'period'>) => Fraction {
  const curveOf = learningCurves(scenario);
  const { calendar } = scenario;
  const rowsOf = grouped(production, ({ supplier, item }) => JSON.stringify([supplier, item]));
  const parts = new Map<string, Float64Array>();
  for (const [pair, rows] of rowsOf) {
    const curve = curveOf(rows[0]!.supplier, rows[0]!.item);
    if (!curve) continue;
    const units = new Float64Array(calendar.periods + 1);
    for (const { period, quantity } of rows) units[periodIndex(calendar, period) ?? 0]! += quantity;
    parts.set(pair, learnedParts(curve, units));
  }
  return ({ supplier, item, period }) =>
    parts.get(JSON.stringify([supplier, item]))?.[periodIndex(calendar, period) ?? 0] ?? 1;
}
