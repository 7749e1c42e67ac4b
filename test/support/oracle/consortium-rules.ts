import { periodLabel, periodsPerYear } from '../../../scenarios/domain/calendar.ts';
import type { Rule, RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { atLeast, atMost, constant, type Expression, type Relation, scaled, total, valueAt } from './linear-program.ts';
import type { OraclePlan } from './oracle.ts';
import { type Money, moneyAt } from './price-rows.ts';
import { divide, isZero, multiply, type Rational, rational, subtract, sum, toNumber } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { itemInScope, landsOf, packageInScope, periodsInScope, sourceInScope, supplierInScope } from './scope.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import { type Balance, freePrice } from './write-balance.ts';
import type { Made } from './write-production.ts';

/** What awarded sources make, and what is had without them. */
interface Flow {
  readonly awarded: readonly Source[];
  readonly made: Made;
  readonly free: Balance['free'];
  readonly spend: Money['spend'];
}

/** A part and a whole of which the part may be at most, or has to be at least, a share. */
interface Portion {
  readonly part: Expression;
  readonly whole: Expression;
}

const firm = (scenario: Scenario, supplier: string) => scenario.suppliers.find((row) => row.supplier === supplier)!;
const over = (made: Made, source: Source, [from, to]: readonly [number, number]): Expression =>
  total(spanOf(from, to).map((t) => made(source, t)));

/** What a region makes of a package and what is required of it; a region of which nobody is awarded makes nothing. */
function regionPortions(
  requirement: Requirement,
  rule: RuleOf<'region-share-cap'>,
  { awarded, made }: Flow,
): Portion[] {
  const { scenario } = requirement.bill;
  const span = periodsInScope(scenario, rule);
  const { level } = rule;
  const regionOf = (supplier: string): string => {
    const { country, region } = firm(scenario, supplier);
    return level === 'country' ? country! : region!.slice(0, level === 'NUTS2' ? 4 : 5);
  };
  const own = awarded.filter((source) => sourceInScope(scenario, rule, source));
  const places = new Set(own.map(({ supplier, item }) => JSON.stringify([regionOf(supplier), item])));
  return [...places].map((place) => {
    const [region, item] = JSON.parse(place) as [string, string];
    const there = own.filter((source) => source.item === item && regionOf(source.supplier) === region);
    const part = total(there.map((source) => over(made, source, span)));
    return { part, whole: constant(requirement.volume(item, ...span)) };
  });
}

/** What each member earns in each year, and what it then turns over. */
function dependencyPortions(
  requirement: Requirement,
  rule: RuleOf<'dependency-cap'>,
  { awarded, spend }: Flow,
): Portion[] {
  const { scenario } = requirement.bill;
  const [from, to] = periodsInScope(scenario, rule);
  const yearOf = (t: number): string => periodLabel(scenario.calendar, t).slice(0, 4);
  const years = [...new Set(spanOf(from, to).map(yearOf))];
  const members = [...new Set(awarded.map(({ supplier }) => supplier))];
  return members
    .filter((supplier) => supplierInScope(scenario, rule, supplier))
    .flatMap((supplier) =>
      years.map((year) => {
        const periods = spanOf(from, to).filter((t) => yearOf(t) === year);
        const earned = awarded
          .filter((source) => source.supplier === supplier)
          .map((source) => spend(source, periods[0]!, periods.at(-1)!));
        const share = divide(rational(periods.length), rational(periodsPerYear(scenario.calendar.period)));
        const other = multiply(rational(firm(scenario, supplier).turnover!), share);
        return { part: total(earned), whole: total([...earned, constant(other)]) };
      }),
    );
}

/** People of a firm with all its sites; turnovers here are far below the limit. */
function people(scenario: Scenario, supplier: string): number {
  const { group, employees } = firm(scenario, supplier);
  const sites = scenario.suppliers.filter((row) => row.group !== undefined && row.group === group);
  return sites.length === 0 ? employees! : sites.reduce((all, row) => all + row.employees!, 0);
}

function isInside(scenario: Scenario, of: readonly string[], item: string, supplier: string | null): boolean {
  const lands = landsOf(of);
  const row = scenario.items.find((entry) => entry.item === item)!;
  const home = supplier === null ? undefined : firm(scenario, supplier);
  const origin = row.kind === 'buy' || supplier === null ? (row.origin ?? home?.country) : home?.country;
  if (origin !== undefined && lands.includes(origin)) return true;
  if (home === undefined) return false;
  return home.tags.some((tag) => of.includes(tag)) || (of.includes('SME') && people(scenario, home.supplier) < 250);
}

function contentPortions(
  requirement: Requirement,
  rule: RuleOf<'content-share'>,
  { awarded, made, free, spend }: Flow,
): Portion[] {
  const { scenario, order } = requirement.bill;
  const span = periodsInScope(scenario, rule);
  const own = awarded.filter((source) => itemInScope(scenario, rule, source.item, []));
  const inside = (source: Source): boolean => isInside(scenario, rule.of, source.item, source.supplier);
  if (rule.by === 'volume') {
    return [...new Set(own.map(({ item }) => item))].map((item) => {
      const sources = own.filter((source) => source.item === item);
      const units = (those: readonly Source[]) => total(those.map((source) => over(made, source, span)));
      return { part: units(sources.filter(inside)), whole: units(sources) };
    });
  }
  const bought = order
    .filter((item) => freePrice(requirement, item) !== null && itemInScope(scenario, rule, item, []))
    .map((item) => ({
      counts: isInside(scenario, rule.of, item, null),
      worth: scaled(total(spanOf(...span).map((t) => free(item, t))), freePrice(requirement, item)!),
    }));
  const worths = [...bought, ...own.map((source) => ({ counts: inside(source), worth: spend(source, ...span) }))];
  const part = total(worths.filter(({ counts }) => counts).map(({ worth }) => worth));
  return [{ part, whole: total(worths.map(({ worth }) => worth)) }];
}

/** Caps on regions and dependency, and shares of content. */
export function consortiumRelations(
  requirement: Requirement,
  awarded: readonly Source[],
  made: Made,
  free: Balance['free'],
  spend: Money['spend'],
): readonly Relation[] {
  const flow = { awarded, made, free, spend };
  return requirement.bill.scenario.rules.flatMap((rule: Rule): Relation[] => {
    if (rule.rule === 'region-share-cap')
      return regionPortions(requirement, rule, flow).map(({ part, whole }) =>
        atMost(part, scaled(whole, rational(rule.max))),
      );
    if (rule.rule === 'dependency-cap')
      return dependencyPortions(requirement, rule, flow).map(({ part, whole }) =>
        atMost(part, scaled(whole, rational(rule.max))),
      );
    if (rule.rule !== 'content-share') return [];
    return contentPortions(requirement, rule, flow).map(({ part, whole }) =>
      atLeast(part, scaled(whole, rational(rule.min))),
    );
  });
}

/** Regions of which nobody is awarded leave all of a cap. */
function idleRegions(plan: OraclePlan, rule: RuleOf<'region-share-cap'>): Rational[] {
  const { scenario } = plan.requirement.bill;
  const span = periodsInScope(scenario, rule);
  return plan.requirement.packages
    .filter((item) => packageInScope(scenario, rule, item, plan.eligible))
    .filter((item) => !isZero(plan.requirement.volume(item, ...span)))
    .filter((item) => plan.eligible.some((source) => source.item === item && sourceInScope(scenario, rule, source)))
    .map(() => rational(0));
}

/** The least that a cap leaves, or that a share has above its least; null where there is nothing to share. */
export function consortiumSlack(
  plan: OraclePlan,
  rule: RuleOf<'region-share-cap' | 'dependency-cap' | 'content-share'>,
): number | null {
  const { requirement, awarded, model, point } = plan;
  const spend = moneyAt((source, t) => valueAt(model.made(source, t), point));
  const flow: Flow = { awarded, made: model.made, free: model.free, spend };
  const shares = (portions: readonly Portion[], empty: Rational | null): Rational[] =>
    portions.flatMap(({ part, whole }) => {
      const all = valueAt(whole, point);
      if (!isZero(all)) return [divide(valueAt(part, point), all)];
      return empty === null ? [] : [empty];
    });
  const rooms = (): Rational[] => {
    if (rule.rule === 'content-share')
      return shares(contentPortions(requirement, rule, flow), null).map((share) => subtract(share, rational(rule.min)));
    const taken =
      rule.rule === 'dependency-cap'
        ? shares(dependencyPortions(requirement, rule, flow), sum([]))
        : [...shares(regionPortions(requirement, rule, flow), null), ...idleRegions(plan, rule)];
    return taken.map((share) => subtract(rational(rule.max), share));
  };
  const found = rooms().map(toNumber);
  return found.length === 0 ? null : Math.min(...found);
}
