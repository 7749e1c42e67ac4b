import { periodsPerYear, yearsOf } from '../../scenarios/domain/calendar.ts';
import type { CommitmentPlanRow } from '../../scenarios/domain/plan.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { figureFault, moneyFault } from './faults.ts';
import { periodsIn, rulesOf, sumOver } from './scope.ts';
import { tighter } from './slack.ts';

/**
 * One row for each rule and year: promised = perYear · periods planned and in scope ÷ periods per year; bought = Σ x of the year;
 * payment = unit cost · max(0, promised − bought), with price breaks at the lowest price. None for a supplier that is not eligible for the item. Slack: units bought beyond the
 * promise in the year with the fewest, 0 where some are paid for.
 */
export const commitment: Check = {
  name: 'commitment',
  check(context) {
    const expected = expectedRows(context);
    const slack = new Map<string, number | null>(
      rulesOf(context.stated.scenario, 'commitment').map(({ id }) => [id, null]),
    );
    for (const { rule, promised, bought } of expected)
      slack.set(rule, tighter(slack.get(rule) ?? null, Math.max(0, bought - promised)));
    return { faults: rowFaults(context.plan.commitments, expected), slack };
  },
};

const nameOf = ({ rule, year }: CommitmentPlanRow): string => `${rule} in ${year}`;

function rowFaults(found: readonly CommitmentPlanRow[], expected: readonly CommitmentPlanRow[]): Fault[] {
  const known = new Map(expected.map((row) => [nameOf(row), row]));
  const stated = new Set(found.map(nameOf));
  const missing = expected.filter((row) => !stated.has(nameOf(row)));
  return [
    ...missing.map((row) => ({ rule: row.rule, message: `no row says what is bought of rule ${nameOf(row)}` })),
    ...found.flatMap((row) => {
      const due = known.get(nameOf(row));
      if (!due || due.supplier !== row.supplier || due.item !== row.item)
        return [
          {
            rule: row.rule,
            message: `a row speaks of rule ${nameOf(row)}, which promises ${row.supplier} no ${row.item}`,
          },
        ];
      const subject = { rule: row.rule, supplier: row.supplier, item: row.item };
      return [
        ...figureFault(subject, `promise of rule ${nameOf(row)}`, row.promised, due.promised),
        ...figureFault(subject, `volume bought of rule ${nameOf(row)}`, row.bought, due.bought),
        ...moneyFault(subject, `payment for rule ${nameOf(row)}`, row.payment, due.payment),
      ];
    }),
  ];
}

/** What the rules promise, and what follows from the production of the plan. */
export function expectedRows({ stated, view }: Pick<CheckContext, 'stated' | 'view'>): readonly CommitmentPlanRow[] {
  const { calendar } = stated.scenario;
  return rulesOf(stated.scenario, 'commitment').flatMap(({ id, supplier, item, perYear, scope }) => {
    const pair = stated.pairOf(supplier, item);
    if (!pair) return [];
    const [first, last] = periodsIn(scope, stated);
    return yearsOf(calendar, first, last).map(({ year, from, to }) => {
      const promised = (perYear * (to - from + 1)) / periodsPerYear(calendar.period);
      const bought = sumOver(view.volumeOf(supplier, item)?.units, [from, to]);
      const lowest = pair.breaks.reduce((least, { unitCost }) => Math.min(least, unitCost), pair.unitCost);
      const payment = lowest * Math.max(0, promised - bought);
      return { supplier, item, rule: id, year, promised, bought, payment };
    });
  });
}
