import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { RuleRow } from '../../../scenarios/domain/plan.ts';
import type { Rule, RuleOf } from '../../../scenarios/domain/rule.ts';
import { paidIn } from './budgets.ts';
import { consortiumSlack } from './consortium-rules.ts';
import { groupsCounted } from './group-count.ts';
import { valueAt } from './linear-program.ts';
import type { OraclePlan } from './oracle.ts';
import { commitmentRows, promisesOf } from './promises.ts';
import type { OracleQuantities } from './quantities.ts';
import { hoursOf, stepsOf } from './ramps.ts';
import { add, divide, isZero, multiply, type Rational, rational, subtract, sum, toNumber } from './rational.ts';
import { packageInScope, periodsInScope, sourceInScope, supplierInScope } from './scope.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import { busiest, timedBy } from './starts.ts';
import { firmsByRegion, headsToday, hoursOfHead } from './write-people.ts';

const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values));

function counts(count: number, min: number | undefined, max: number | undefined): number[] {
  return [...(min === undefined ? [] : [count - min]), ...(max === undefined ? [] : [max - count])];
}

function sourceSlack(plan: OraclePlan, rule: RuleOf<'source-count'>): number | null {
  const { packages, bill } = plan.requirement;
  const { scenario } = bill;
  const rooms = packages
    .filter((item) => packageInScope(scenario, rule, item, plan.eligible))
    .flatMap((item) => {
      const counted = (pairs: readonly Source[]): number =>
        pairs.filter((pair) => pair.item === item && sourceInScope(scenario, rule, pair)).length;
      const min = rule.min === undefined ? undefined : Math.min(rule.min, counted(plan.eligible));
      return counts(counted(plan.awarded), min, rule.max);
    });
  return least(rooms);
}

/** Shares that awarded pairs in scope make of what is required; nothing required and nothing made is no share. */
function shares(plan: OraclePlan, { made }: OracleQuantities, rule: RuleOf<'share-cap' | 'share-floor'>): Rational[] {
  const { requirement } = plan;
  const { scenario } = requirement.bill;
  const [from, to] = periodsInScope(scenario, rule);
  const spans = rule.per === 'horizon' ? [[from, to] as const] : spanOf(from, to).map((t) => [t, t] as const);
  const found: Rational[] = [];
  for (const pair of plan.awarded) {
    if (!sourceInScope(scenario, rule, pair)) continue;
    for (const [first, last] of spans) {
      if (rule.rule === 'share-floor' && rule.per === 'period' && !(pair.possible ?? pair.available)[first]) continue;
      const required = requirement.volume(pair.item, first, last);
      if (!isZero(required)) found.push(divide(sum(spanOf(first, last).map((t) => made(pair, t))), required));
    }
  }
  return found;
}

/** Hours that a supplier works in a period. */
const hoursAt =
  ({ awarded, model, point }: OraclePlan) =>
  (supplier: string, t: number): Rational =>
    valueAt(hoursOf(awarded, supplier, model.made, t), point);

/** People that each firm, and each region, could have had work or hired more in each period. */
function peopleToSpare(plan: OraclePlan, { hired, horizon }: OracleQuantities, rule: RuleOf<'labour'>): Rational[] {
  const { scenario } = plan.requirement.bill;
  const hours = hoursAt(plan);
  const { hiresPerPeriod: own, regionHiresPerPeriod: all } = rule;
  return [...firmsByRegion(scenario, rule, plan.awarded).values()].flatMap((firms) =>
    horizon.flatMap((t) => [
      ...firms.map((firm) => {
        const heads = sum([headsToday(scenario, firm), ...spanOf(1, t).map((before) => hired(firm, before))]);
        return subtract(heads, divide(hours(firm, t), hoursOfHead(scenario, rule, t)));
      }),
      ...(own === undefined ? [] : firms.map((firm) => subtract(rational(own), hired(firm, t)))),
      ...(all === undefined ? [] : [subtract(rational(all), sum(firms.map((firm) => hired(firm, t))))]),
    ]),
  );
}

/** Hours that each supplier could have worked more in each period after its first. */
function growthToSpare(plan: OraclePlan, { id }: Rule): number[] {
  const { requirement, awarded } = plan;
  const hours = hoursAt(plan);
  return stepsOf(requirement, awarded, id)
    .filter(({ supplier, t }) => spanOf(1, t - 1).some((before) => !isZero(hours(supplier, before))))
    .map(({ supplier, t, growth, plus }) =>
      toNumber(subtract(add(multiply(growth, hours(supplier, t - 1)), plus), hours(supplier, t))),
    );
}

function slackOf(plan: OraclePlan, quantities: OracleQuantities, rule: Rule): number | null {
  if (rule.rule === 'source-count') return sourceSlack(plan, rule);
  if (rule.rule === 'share-cap')
    return least(shares(plan, quantities, rule).map((share) => toNumber(subtract(rational(rule.max), share))));
  if (rule.rule === 'share-floor')
    return least(shares(plan, quantities, rule).map((share) => toNumber(subtract(share, rational(rule.min)))));
  if (rule.rule === 'group-count') {
    const firms = [...new Set(plan.awarded.map((pair) => pair.supplier))];
    return least(counts(groupsCounted(plan.requirement.bill.scenario, rule, firms), rule.min, rule.max));
  }
  if (rule.rule === 'region-share-cap' || rule.rule === 'content-share' || rule.rule === 'dependency-cap')
    return consortiumSlack(plan, rule);
  if (rule.rule === 'budget') {
    const { scenario } = plan.requirement.bill;
    const periods = quantities.horizon.filter((t) => periodLabel(scenario.calendar, t).startsWith(`${rule.year}`));
    const balances = rule.of.includes('prefinancing') ? periods.map((t) => toNumber(quantities.prefinanced(t))) : [];
    return rule.max - toNumber(paidIn(scenario, rule, plan)) - Math.max(0, ...balances);
  }
  if (rule.rule === 'commitment') {
    const rows = commitmentRows(
      promisesOf(plan.requirement.bill.scenario, plan.eligible),
      plan.awarded,
      quantities.made,
    );
    const own = rows.filter((row) => row.rule === rule.id);
    return least(own.map(({ promised, bought }) => Math.max(0, bought - promised)));
  }
  if (rule.rule === 'onboarding-throughput') {
    const { scenario } = plan.requirement.bill;
    if (timedBy(scenario, rule, plan.awarded).length === 0) return null;
    return rule.max - busiest(scenario, rule, plan.awarded, plan.starts);
  }
  if (rule.rule === 'labour') return least(peopleToSpare(plan, quantities, rule).map(toNumber));
  if (rule.rule === 'ramp-rate') return least(growthToSpare(plan, rule));
  if (rule.rule !== 'member-count') return 0;
  const { scenario } = plan.requirement.bill;
  const members = new Set(plan.awarded.map((pair) => pair.supplier));
  const count = [...members].filter((supplier) => supplierInScope(scenario, rule, supplier)).length;
  return least(counts(count, rule.min, rule.max));
}

/** The stated rules with their slack, by id. */
export function ruleRows(plan: OraclePlan, quantities: OracleQuantities): readonly RuleRow[] {
  return plan.requirement.bill.scenario.rules
    .map((rule) => ({ rule: rule.id, holds: true, slack: slackOf(plan, quantities, rule), price: null }))
    .sort((a, b) => (a.rule < b.rule ? -1 : 1));
}
