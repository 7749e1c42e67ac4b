import type { UnprotectedRow } from '../../scenarios/domain/plan.ts';
import type { Units } from '../../scenarios/domain/units.ts';
import type { Engine } from '../engines/engine.ts';
import type { CheckContext } from './check.ts';
import { entry } from './entry.ts';
import { type Assumptions, assumptionsOf, deliveredWhile, lastFelt, offsetsOf } from './outage-assumptions.ts';
import { othersCan } from './outage-bridged.ts';
import { type Moved, movedOf } from './outage-moved.ts';
import { type Written, writeOutage } from './outage-program.ts';
import { type SheetProgram, solvedTogether } from './outage-sheet.ts';
import { type LostTogether, type OutageJudged, type OutagesJudged, outagesOf } from './outages.ts';
import { rulesOf } from './scope.ts';
import { forgiven } from './tolerance.ts';

/** What names an outage of a rule, in a plan as in the scenario. */
export const keyOf = ({ rule, domain, losses, from }: Pick<UnprotectedRow, 'rule' | 'domain' | 'losses' | 'from'>) =>
  JSON.stringify([rule, domain, losses, from]);

/** By outage, then product: what a plan says is missing. */
function saidMissing({ robustness }: CheckContext['plan']): ReadonlyMap<string, ReadonlyMap<string, Units>> {
  const said = new Map<string, Map<string, Units>>();
  for (const row of robustness.assessed ? robustness.unprotected : [])
    entry(said, keyOf(row), () => new Map<string, Units>()).set(row.product, row.quantity);
  return said;
}

/**
 * What each outage of each rule survive-outage leaves unprotected at least. Of what the plan says nothing of, most shows without a linear program or
 * by one in which only the lost work moves; the others take one of everything. Undefined where a rule stands but no engine was given, or it did
 * not solve them.
 */
export async function judgeOutages(
  context: Pick<CheckContext, 'stated' | 'view' | 'flow' | 'plan'>,
  engine: Engine | undefined,
): Promise<OutagesJudged | undefined> {
  const { stated, plan } = context;
  const said = saidMissing(plan);
  const rules = rulesOf(stated.scenario, 'survive-outage');
  if (rules.length > 0 && !engine) return undefined;
  let outages = 0;
  const judged: OutageJudged[] = [];
  for (const rule of rules) {
    const assumptions = assumptionsOf(context, rule);
    const all = outagesOf(rule, stated);
    outages += all.length;
    const found = await leastOf(
      assumptions,
      all.filter((outage) => losesWork(context, outage)),
      (outage) => said.get(keyOf({ ...outage, rule: rule.id, from: stated.label(outage.from) })),
      engine!,
    );
    if (!found) return undefined;
    judged.push(...found.map((own) => ({ ...own, rule: rule.id })));
  }
  return { outages, judged };
}

type Least = Omit<OutageJudged, 'rule'>;

/** What outages leave unprotected at least, in their order. `saidOf`: what the plan says is missing of each product. */
async function leastOf(
  assumptions: Assumptions,
  outages: readonly LostTogether[],
  saidOf: (outage: LostTogether) => ReadonlyMap<string, Units> | undefined,
  engine: Engine,
): Promise<readonly Least[] | undefined> {
  const { context } = assumptions;
  const known = new Map<LostTogether, Least>();
  const unsaid = outages.filter((outage) => !saidOf(outage));
  for (const outage of unsaid)
    if (othersCan(assumptions, outage)) {
      const delivered = deliveredWhile(assumptions, outage.from, lastFelt(offsetsOf(assumptions, outage), outage));
      known.set(outage, { ...outage, weighted: 0, beyond: 0, delivered });
    }
  const moved = await solvedTogether(
    unsaid
      .filter((outage) => !known.has(outage))
      .map((outage) => leastProgram(assumptions, outage, { moved: movedOf(context, outage) })),
    engine,
  );
  if (!moved) return undefined;
  for (const [outage, least] of moved) if (least.weighted <= forgiven(least.delivered)) known.set(outage, least);
  const whole = await solvedTogether(
    outages
      .filter((outage) => !known.has(outage))
      .map((outage) => leastProgram(assumptions, outage, { said: saidOf(outage) })),
    engine,
  );
  for (const [outage, least] of whole ?? []) known.set(outage, least);
  return whole && outages.map((outage) => known.get(outage)!);
}

/** The program of one outage: of everything, or where only lost work moves. */
function leastProgram(
  assumptions: Assumptions,
  outage: LostTogether,
  { moved, said }: { readonly moved?: Moved; readonly said?: ReadonlyMap<string, Units> | undefined },
): SheetProgram<readonly [LostTogether, Least]> {
  const { demand } = assumptions.context.stated;
  return (sheet) => {
    const least = writeOutage(sheet, assumptions, outage, { ...(moved && { moved }) });
    // Of a single product what is missing beyond is what is left of it.
    const isAlone = least.missing.size <= 1;
    const rest =
      said && !isAlone ? writeOutage(sheet, assumptions, outage, { given: (item) => said.get(item) ?? 0 }) : undefined;
    return (values) => {
      const summed = ({ missing }: Written, without: (item: string) => Units = () => 0) =>
        demand.reduce((sum, { item, weight }) => {
          const units = values[missing.get(item) ?? -1] ?? 0;
          return sum + weight * Math.max(0, units - without(item));
        }, 0);
      const beyond = rest ? summed(rest) : summed(least, (item) => said?.get(item) ?? 0);
      return [outage, { ...outage, weighted: summed(least), beyond, delivered: least.delivered }];
    };
  };
}

const losesWork = ({ view }: Pick<CheckContext, 'view'>, { suppliers, from, to }: LostTogether): boolean =>
  [...suppliers].some((supplier) =>
    (view.awardsOfSupplier.get(supplier) ?? []).some(
      ({ item }) => within(view.volumeOf(supplier, item)?.units, { from, to }) > 0,
    ),
  );

const within = (units: Float64Array | undefined, { from, to }: Pick<LostTogether, 'from' | 'to'>): Units =>
  units?.subarray(from, to + 1).reduce((sum, own) => sum + own, 0) ?? 0;
