import { periodsPerYear } from '../../scenarios/domain/calendar.ts';
import type { RuleOf } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { entry } from './entry.ts';
import { hoursPerSupplier } from './hours-per-supplier.ts';
import { rulesOf, suppliersIn } from './scope.ts';
import { tighter } from './slack.ts';
import { exceeds } from './tolerance.ts';
import { contrast } from './wording.ts';

/**
 * For each supplier in scope and period: hours ÷ productive hours of a head ≤ heads today (defenceHeads, else employees) + all hired so
 * far; hires of a firm, and of the firms in scope of one region together, at most as many as the rule says. A head's hours grow by
 * productivityGrowth a year, from the first period on. Nobody is hired where no rule speaks of it. Slack in heads, over the members.
 */
export const labour: Check = {
  name: 'labour',
  check(context) {
    const { stated, plan } = context;
    const rules = rulesOf(stated.scenario, 'labour');
    const spokenOf = new Set(rules.flatMap(({ scope }) => [...suppliersIn(scope, stated)]));
    const needless = [...new Set(plan.hires.map(({ supplier }) => supplier))].filter((own) => !spokenOf.has(own));
    const faults: Fault[] = needless.map((supplier) => {
      return { supplier, message: `${supplier} hires people, but no labour rule speaks of it` };
    });
    const hired = hiresOf(context);
    const slack = new Map<string, number | null>();
    for (const rule of rules) slack.set(rule.id, judge(context, rule, hired, faults));
    return { faults, slack };
  },
};

/** People hired in t = 1..T, by supplier. */
function hiresOf({ stated, plan }: CheckContext): ReadonlyMap<string, Float64Array> {
  const hired = new Map<string, Float64Array>();
  for (const { supplier, period, heads } of plan.hires) {
    const t = stated.indexOf(period);
    if (t === undefined || t < 1 || t > stated.horizon) continue;
    entry(hired, supplier, () => new Float64Array(stated.horizon + 1))[t]! += heads;
  }
  return hired;
}

const peopleOf = (firm: Supplier | undefined): number => firm?.defenceHeads ?? firm?.employees ?? 0;

function judge(
  context: CheckContext,
  rule: RuleOf<'labour'>,
  hired: ReadonlyMap<string, Float64Array>,
  faults: Fault[],
): number | null {
  const { stated, view } = context;
  const { id, hiresPerPeriod, regionHiresPerPeriod, productiveHours, productivityGrowth } = rule;
  const yearly = 1 + productivityGrowth;
  const perYear = periodsPerYear(stated.scenario.calendar.period);
  const worked = hoursPerSupplier(context);
  const regions = new Map<string, Float64Array>();
  let slack: number | null = null;
  const limit = (found: number, most: number, who: string, t: number, firm: object, isMember: boolean) => {
    if (isMember) slack = tighter(slack, most - found);
    if (!exceeds(found, most)) return;
    const period = stated.label(t);
    const [is, may] = contrast(found, most, 1);
    const message = `${who} ${is} people in ${period}, at most ${may}`;
    faults.push({ rule: id, ...firm, period, message, found, expected: most });
  };
  for (const supplier of suppliersIn(rule.scope, stated)) {
    const firm = stated.suppliers.get(supplier);
    const isMember = view.awardsOfSupplier.has(supplier);
    const inRegion = isMember || hired.has(supplier) ? firm?.region : undefined;
    const region = inRegion && entry(regions, inRegion, () => new Float64Array(stated.horizon + 1));
    let heads = peopleOf(firm);
    for (let t = 1; t <= stated.horizon; t++) {
      const hires = hired.get(supplier)?.[t] ?? 0;
      heads += hires;
      if (region) region[t]! += hires;
      if (hiresPerPeriod !== undefined) limit(hires, hiresPerPeriod, `${supplier} hires`, t, { supplier }, isMember);
      const needed = (worked.get(supplier)?.[t] ?? 0) / (productiveHours * yearly ** ((t - 1) / perYear));
      limit(needed, heads, `the work of ${supplier} takes`, t, { supplier }, isMember);
    }
  }
  if (regionHiresPerPeriod === undefined) return slack;
  for (const [region, hires] of regions) {
    for (let t = 1; t <= stated.horizon; t++)
      limit(hires[t]!, regionHiresPerPeriod, `the firms of ${region} hire`, t, {}, true);
  }
  return slack;
}
