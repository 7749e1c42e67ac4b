import type { UnprotectedRow } from '../../scenarios/domain/plan.ts';
import type { Units } from '../../scenarios/domain/units.ts';
import type { Engine } from '../engines/engine.ts';
import type { CheckContext } from './check.ts';
import { entry } from './entry.ts';
import { assumptionsOf } from './outage-assumptions.ts';
import { type Written, writeOutage } from './outage-program.ts';
import { programOf, type Sheet } from './outage-sheet.ts';
import { type LostTogether, type OutageJudged, type OutagesJudged, outagesOf } from './outages.ts';
import { rulesOf } from './scope.ts';

/** An outage in a program: the columns of what is missing at least, and of what is missing beyond what the plan says. */
interface Open {
  readonly outage: LostTogether;
  readonly least: Written;
  readonly rest?: Written;
}

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

/** Columns of one program. */
const TOGETHER = 8000;

/**
 * For each outage of each rule survive-outage a linear program, several in one for the engine. Undefined where a rule stands but no engine was
 * given, or it did not solve them.
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
    let sheet: Sheet = { cost: [], most: [], rows: [] };
    let open: Open[] = [];
    const close = async (): Promise<boolean> => {
      const values = sheet.cost.length === 0 ? new Float64Array(0) : await leastOf(sheet, engine!);
      if (!values) return false;
      for (const { outage, least, rest } of open) {
        const summed = ({ missing }: Written) =>
          weightedBy(stated.demand, (item) => values[missing.get(item) ?? -1] ?? 0);
        const weighted = summed(least);
        const beyond = rest ? summed(rest) : weighted;
        judged.push({ ...outage, rule: rule.id, weighted, beyond, delivered: least.delivered });
      }
      sheet = { cost: [], most: [], rows: [] };
      open = [];
      return true;
    };
    for (const outage of all) {
      if (!losesWork(context, outage)) continue;
      const given = said.get(keyOf({ ...outage, rule: rule.id, from: stated.label(outage.from) }));
      const least = writeOutage(sheet, assumptions, outage);
      const rest = given && writeOutage(sheet, assumptions, outage, (item) => given.get(item) ?? 0);
      open.push({ outage, least, ...(rest && { rest }) });
      if (sheet.cost.length >= TOGETHER && !(await close())) return undefined;
    }
    if (!(await close())) return undefined;
  }
  return { outages, judged };
}

const losesWork = ({ view }: Pick<CheckContext, 'view'>, { suppliers, from, to }: LostTogether): boolean =>
  [...suppliers].some((supplier) =>
    (view.awardsOfSupplier.get(supplier) ?? []).some(
      ({ item }) => within(view.volumeOf(supplier, item)?.units, { from, to }) > 0,
    ),
  );

const within = (units: Float64Array | undefined, { from, to }: Pick<LostTogether, 'from' | 'to'>): Units =>
  units?.subarray(from, to + 1).reduce((sum, own) => sum + own, 0) ?? 0;

const weightedBy = (demand: CheckContext['stated']['demand'], units: (item: string) => Units): Units =>
  demand.reduce((sum, { item, weight }) => sum + weight * units(item), 0);

async function leastOf(sheet: Sheet, engine: Engine): Promise<Float64Array | undefined> {
  const limits = { gap: 0, absoluteGap: 0, seconds: 1e6, seed: 1, presolve: false, simplex: true };
  const outcome = await engine.solve(programOf(sheet), limits);
  return outcome.status === 'optimal' ? outcome.values : undefined;
}
