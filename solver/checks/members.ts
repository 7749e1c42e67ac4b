import type { MemberRow } from '../../scenarios/domain/plan.ts';
import type { Euro } from '../../scenarios/domain/units.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { capexOf } from './expansion.ts';
import { figureFault, moneyFault, textFault } from './faults.ts';
import { timedOnboardings } from './onboarding.ts';
import { certificatesToObtain, onboardingCosts, qualificationCost } from './one-offs.ts';
import { priceOf } from './spend.ts';

/**
 * One row for each supplier with an award: its roles, sorted; start in period 1, where no rule speaks of it; first period with output;
 *
 *   spend = Σ x · unit cost + onboarding + qualification + certificates + capex,  share = spend ÷ spend on all members
 */
export const members: Check = {
  name: 'members',
  check(context) {
    const { plan, view } = context;
    const stated = new Set(plan.members.map(({ supplier }) => supplier));
    const missing = [...view.awardsOfSupplier.keys()].filter((supplier) => !stated.has(supplier));
    const spends = spendsOf(context);
    const timed = timedOnboardings(context.stated);
    const total = [...spends.values()].reduce((sum, spend) => sum + spend, 0);
    return {
      faults: [
        ...missing.map((supplier) => ({ supplier, message: `${supplier} has an award but is not listed as a member` })),
        ...plan.members.flatMap((row) => [
          ...memberFaults(context, row, spends.get(row.supplier) ?? 0, total),
          ...(timed.has(row.supplier) ? [] : startFault(context, row)),
        ]),
      ],
    };
  },
};

function memberFaults({ stated, view }: CheckContext, row: MemberRow, spend: Euro, total: Euro): Fault[] {
  const { supplier } = row;
  const awards = view.awardsOfSupplier.get(supplier);
  if (!awards) return [{ supplier, message: `${supplier} is listed as a member but has no award` }];
  const roles = [...new Set(awards.map(({ role }) => role))].sort();
  const firsts = awards.flatMap(({ item }) => view.volumeOf(supplier, item)?.first ?? []);
  const first = firsts.length === 0 ? null : stated.label(Math.min(...firsts));
  return [
    ...textFault({ supplier }, `roles of ${supplier}`, row.roles.join(', '), roles.join(', ')),
    ...textFault({ supplier }, `first period of ${supplier}`, row.firstPeriod, first),
    ...moneyFault({ supplier }, `spend on ${supplier}`, row.spend, spend),
    ...figureFault({ supplier }, `share of the spend on ${supplier}`, row.share, total === 0 ? 0 : spend / total),
  ];
}

const startFault = ({ stated }: CheckContext, { supplier, start }: MemberRow): Fault[] =>
  textFault({ supplier }, `start of ${supplier}`, start, stated.label(1));

/** Production, one-off costs and capex of each member. */
function spendsOf({ stated, plan, view }: CheckContext): ReadonlyMap<string, Euro> {
  const onboarding = onboardingCosts(stated);
  const spends = new Map<string, Euro>();
  const spend = (supplier: string, euro: Euro): void => {
    spends.set(supplier, (spends.get(supplier) ?? 0) + euro);
  };
  for (const supplier of view.awardsOfSupplier.keys()) spend(supplier, onboarding(supplier));
  for (const { supplier, item } of plan.awards) spend(supplier, qualificationCost(stated, supplier, item));
  for (const { supplier, item, total } of view.volumes) {
    spend(supplier, priceOf(stated.pairOf(supplier, item), 0, total));
  }
  for (const { supplier, cost } of certificatesToObtain(stated, view)) spend(supplier, cost);
  for (const row of plan.expansions) spend(row.supplier, capexOf(stated, row));
  return spends;
}
