import { yearsOf } from '../../scenarios/domain/calendar.ts';
import type { Budget } from '../../scenarios/domain/rule.ts';
import type { Euro, PeriodIndex } from '../../scenarios/domain/units.ts';
import { openParts } from '../../scenarios/prefinancing.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { capexOf } from './expansion.ts';
import { certificatesToObtain, onboardingCosts, qualificationCost } from './one-offs.ts';
import { rulesOf } from './scope.ts';
import { earnings } from './spend.ts';
import { exceeds } from './tolerance.ts';
import { contrast } from './wording.ts';

/**
 * Of what a budget names: capex of expansions bought in its year; onboarding, and qualification with certificates, of the members that
 * start in it; and the largest {@link prefinancing} of its periods. Together ≤ max. Slack in euro.
 */
export const budget: Check = {
  name: 'budget',
  check(context) {
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const rule of rulesOf(context.stated.scenario, 'budget')) {
      const spent = spentIn(context, rule);
      slack.set(rule.id, spent === null ? null : rule.max - spent);
      if (spent === null || !exceeds(spent, rule.max)) continue;
      const [found, expected] = contrast(spent, rule.max);
      const message = `€ ${found} of ${rule.of.join(', ')} in ${rule.year}, at most € ${expected}`;
      faults.push({ rule: rule.id, message, found: spent, expected: rule.max });
    }
    return { faults, slack };
  },
};

function spentIn(context: CheckContext, { year, of }: Budget): Euro | null {
  const { stated, plan, view } = context;
  const own = yearsOf(stated.scenario.calendar, 1, stated.horizon).find((one) => one.year === year);
  if (!own) return null;
  let spent = 0;
  if (of.includes('capex')) {
    for (const row of plan.expansions) {
      const t = stated.indexOf(row.period);
      if (t !== undefined && t >= own.from && t <= own.to) spent += capexOf(stated, row);
    }
  }
  const startOf = new Map(plan.members.map(({ supplier, start }) => [supplier, stated.indexOf(start)]));
  const startsIn = (supplier: string) => {
    const start = startOf.get(supplier) ?? 1;
    return start >= own.from && start <= own.to;
  };
  if (of.includes('onboarding')) {
    const onboarding = onboardingCosts(stated);
    for (const supplier of view.awardsOfSupplier.keys()) spent += startsIn(supplier) ? onboarding(supplier) : 0;
  }
  if (of.includes('qualification')) {
    for (const { supplier, item } of plan.awards)
      spent += startsIn(supplier) ? qualificationCost(stated, supplier, item) : 0;
    for (const { supplier, cost } of certificatesToObtain(stated, view)) spent += startsIn(supplier) ? cost : 0;
  }
  let peak = 0;
  for (let t = own.from; of.includes('prefinancing') && t <= own.to; t++)
    peak = Math.max(peak, prefinancing(context, t));
  return spent + peak;
}

/**
 * Euro that members have out at the end of t: what they made and is not paid for yet, and what is in work for the lead time of its item,
 * both at unit cost.
 */
export function prefinancing({ stated, view }: Pick<CheckContext, 'stated' | 'view'>, t: PeriodIndex): Euro {
  const open = openParts(stated.scenario);
  let euro = 0;
  for (const { supplier, item, units } of view.volumes) {
    const earned = earnings(stated.pairOf(supplier, item), units);
    const inWork = stated.items.get(item)?.leadTime ?? 0;
    for (let at = 1; at <= stated.horizon; at++) {
      if (at <= t) euro += earned(at) * (open[t - at] ?? 0);
      else if (at <= t + inWork) euro += earned(at);
    }
  }
  return euro;
}
