import type { UnprotectedRow } from '../../scenarios/domain/plan.ts';
import type { Units } from '../../scenarios/domain/units.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { figureFault } from './faults.ts';
import type { OutageJudged, OutagesJudged } from './outages.ts';
import { rulesOf } from './scope.ts';
import { exceeds, forgiven } from './tolerance.ts';
import { keyOf } from './unprotected.ts';
import { counted, figure } from './wording.ts';

/**
 * Where a rule asks for protection, the plan tells how many outages there are and, of each that leaves service unprotected, how much: no less
 * than there can be, as much in all, and of each product so much that the others can be had. The value of the aim `unprotected` is the
 * weighted sum. The rule leaves every plan possible, so that nothing breaks it and its slack is null.
 */
export const surviveOutage: Check = {
  name: 'survive-outage',
  check(context) {
    const { stated, plan } = context;
    const rules = rulesOf(stated.scenario, 'survive-outage');
    const slack = new Map(rules.map(({ id }) => [id, null]));
    const { robustness } = plan;
    if (robustness.assessed !== rules.length > 0) {
      const [found, expected] = robustness.assessed ? ['assessed', 'not assessed'] : ['not assessed', 'assessed'];
      return {
        faults: [{ message: `robustness is ${found}, expected ${expected}`, found: found!, expected: expected! }],
        slack,
      };
    }
    if (!robustness.assessed) return { faults: [], slack };
    const { outages } = context;
    const faults = [
      ...orderFaults(context, robustness.unprotected),
      ...enteredFaults(robustness.entered, outages?.outages ?? robustness.outages),
      ...aimFaults(context, robustness.unprotected),
      ...(outages ? figureFault({}, 'number of outages', robustness.outages, outages.outages) : []),
      ...(outages ? judgedFaults(context, robustness.unprotected, outages) : []),
    ];
    return { faults, slack };
  },
};

function enteredFaults(entered: number, outages: number): Fault[] {
  if (Number.isSafeInteger(entered) && entered >= 0 && entered <= outages) return [];
  const message = `${entered} outages entered the search, expected a whole number from 0 to ${outages}`;
  return [{ message, found: entered, expected: outages }];
}

const weightsOf = ({ stated }: CheckContext): ReadonlyMap<string, number> =>
  new Map(stated.demand.map(({ item, weight }) => [item, weight]));

function aimFaults(context: CheckContext, rows: readonly UnprotectedRow[]): Fault[] {
  const weights = weightsOf(context);
  const expected = rows.reduce((sum, row) => sum + (weights.get(row.product) ?? 0) * row.quantity, 0);
  const aims = context.plan.aims.filter(({ aim }) => aim === 'unprotected');
  return aims.flatMap(({ value }) => figureFault({}, 'value of the aim unprotected', value, expected));
}

/** Each outage and product once, with units above nothing, in order. */
function orderFaults({ stated }: CheckContext, rows: readonly UnprotectedRow[]): Fault[] {
  const known = new Set(stated.demand.map(({ item }) => item));
  const keys = rows.map(
    ({ rule, domain, losses, from, product }) =>
      [rule, losses.length, domain, ...losses, stated.indexOf(from) ?? 0, product] as const,
  );
  return rows.flatMap((row, at) => {
    const subject = { rule: row.rule, item: row.product, period: row.from };
    const blame = (message: string): Fault => ({ ...subject, message: `${named(row)} ${message}` });
    const before = at === 0 ? -1 : compare(keys[at - 1]!, keys[at]!);
    return [
      ...(known.has(row.product) ? [] : [blame(`speaks of ${row.product}, which nobody demands`)]),
      ...(row.quantity > 0
        ? []
        : [blame(`leaves ${figure(row.quantity)} ${row.product} unprotected, which has to be left out`)]),
      ...(before < 0 ? [] : [blame(before === 0 ? 'stands twice' : 'is out of order')]),
    ].map(({ rule: _, ...fault }) => fault);
  });
}

function compare(left: readonly (string | number)[], right: readonly (string | number)[]): number {
  for (const [at, own] of left.entries()) {
    const other = right[at];
    if (other === undefined || own === other) continue;
    return own < other ? -1 : 1;
  }
  return left.length - right.length;
}

const named = ({ domain, losses, from, to }: Pick<UnprotectedRow, 'domain' | 'losses' | 'from' | 'to'>): string =>
  `the loss of ${losses.join(' and ')} (${domain}) from ${from} to ${to}`;

function judgedFaults(context: CheckContext, rows: readonly UnprotectedRow[], { judged }: OutagesJudged): Fault[] {
  const weights = weightsOf(context);
  const said = new Map<string, Units>();
  for (const row of rows)
    said.set(keyOf(row), (said.get(keyOf(row)) ?? 0) + (weights.get(row.product) ?? 0) * row.quantity);
  const spoken = judged.map((own) => ({
    own,
    as: { ...own, from: context.stated.label(own.from), to: context.stated.label(own.to) },
  }));
  const faults = spoken.flatMap(({ own, as }) => outageFaults(as, own, said.get(keyOf(as)) ?? 0));
  const ends = new Map(spoken.map(({ as }) => [keyOf(as), as.to]));
  const unknown = rows.filter((row) => ends.get(keyOf(row)) !== row.to);
  return [
    ...faults,
    ...unknown.map((row) => {
      const message = `${named(row)} is no outage of rule ${row.rule} that loses work of the plan`;
      return { period: row.from, item: row.product, message };
    }),
  ];
}

/** Noise of an engine in one outage: what a plan leaves out of its rows, and what two engines may differ by. */
const noise = ({ delivered }: OutageJudged): number => 2 * forgiven(delivered);

function outageFaults(
  outage: Pick<UnprotectedRow, 'domain' | 'losses' | 'from' | 'to'>,
  judged: OutageJudged,
  said: Units,
): Fault[] {
  const { weighted, beyond } = judged;
  if (Math.abs(said - weighted) > noise(judged)) {
    const message = `${named(outage)} leaves ${counted(Number(figure(weighted)), 'weighted unit')} unprotected at least, the plan says ${figure(said)}`;
    return [{ period: outage.from, message, found: said, expected: weighted }];
  }
  if (said === 0 || !exceeds(beyond, 0, judged.delivered)) return [];
  const message = `${named(outage)}: with what the plan says of each product another ${counted(Number(figure(beyond)), 'weighted unit')} is unprotected`;
  return [{ period: outage.from, message, found: beyond, expected: 0 }];
}
