import type { Plan } from '../../scenarios/domain/plan.ts';
import type { DomainKind, RuleOf } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { StressReport } from '../../scenarios/domain/stress.ts';
import { contextOf } from '../../solver/checks/judge.ts';
import { assumptionsOf } from '../../solver/checks/outage-assumptions.ts';
import { writeOutage } from '../../solver/checks/outage-program.ts';
import { programOf, type Sheet } from '../../solver/checks/outage-sheet.ts';
import { scenarioView } from '../../solver/checks/scenario-view.ts';
import { checkedEngine } from '../../solver/engines/checked.ts';
import { operationOfPlan } from '../../solver/outages/operation-of-plan.ts';
import { planningProblem } from '../../solver/problem.ts';
import { stressReport } from '../../solver/stress/report.ts';
import type { StatedStress } from '../../solver/stress/stage.ts';
import { engineOfTests } from './highs.ts';

const engine = checkedEngine(engineOfTests);

/** A plan put to the reverse stress test; without `seconds` as long as it takes. */
export const stressed = (
  scenario: Scenario,
  plan: Plan,
  stated: StatedStress,
  seconds?: () => number,
): Promise<StressReport> =>
  stressReport(
    operationOfPlan(planningProblem(scenario), plan),
    stated,
    { scenario: { name: scenario.name, sha256: '' }, plan: plan.digest },
    { engine, ...(seconds && { seconds }) },
  );

/** Suppliers by what fails together, of a kind, by name; of domains of the same suppliers the first. A firm of no group is a group by itself. */
function domainsOf(scenario: Scenario, kind: DomainKind): readonly (readonly [string, readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const { supplier, group, region, tags } of scenario.suppliers) {
    const names = {
      supplier: [supplier],
      group: [group ?? supplier],
      region: region === undefined ? [] : [region],
      tag: [...new Set(tags)],
    };
    for (const name of names[kind]) found.set(name, [...(found.get(name) ?? []), supplier]);
  }
  const same = new Map<string, string>();
  for (const name of [...found.keys()].sort().reverse()) same.set(found.get(name)!.join(), name);
  return [...same.values()].map((name) => [name, found.get(name)!]);
}

/** What enumeration finds: the size of the smallest breaking set, and all sets of that size from all periods; null: none breaks. */
export interface Enumerated {
  readonly domains: number;
  readonly size: number | null;
  readonly sets: readonly { readonly losses: readonly string[]; readonly from: string }[];
  /** By first period: the size of the smallest set from then on. */
  readonly byPeriod: ReadonlyMap<string, number | null>;
}

type Asked = Required<Pick<StatedStress, 'target' | 'timeToRecover' | 'surge' | 'requalification'>>;

/** Of what the plan delivers: less is noise. */
const NOISE = 1e-6;

/**
 * All sets of domains that the plan awards something, from all periods, each by the linear program of the check of rules survive-outage, which is written
 * apart from that of the solver.
 */
export async function everyLoss(
  scenario: Scenario,
  plan: Plan,
  kind: DomainKind,
  { target, ...asked }: Asked,
): Promise<Enumerated> {
  const stated = scenarioView(scenario)!;
  const context = contextOf(stated, plan);
  const rule: RuleOf<'survive-outage'> = {
    ...{ id: 'stress', rule: 'survive-outage', losses: 1, serviceLevel: target },
    ...asked,
  };
  const assumptions = assumptionsOf(context, rule);
  const awarded = new Set(plan.awards.map(({ supplier }) => supplier));
  const domains = domainsOf(scenario, kind).filter(([, firms]) => firms.some((firm) => awarded.has(firm)));
  const sheet: Sheet = { cost: [], most: [], rows: [] };
  const asks = Array.from({ length: 2 ** domains.length - 1 }, (_, bits) => {
    const lost = domains.filter((_row, at) => ((bits + 1) >> at) % 2 === 1);
    return Array.from({ length: stated.horizon }, (_row, at) => {
      const from = at + 1;
      const to = Math.min(stated.horizon, at + asked.timeToRecover);
      const losses = lost.map(([name]) => name).sort();
      const suppliers = new Set(lost.flatMap(([, firms]) => firms));
      const written = writeOutage(sheet, assumptions, { ...{ domain: kind, losses, suppliers }, from, to });
      return { losses, from: stated.label(from), written };
    });
  }).flat();
  const outcome = await engine.solve(programOf(sheet), {
    ...{ gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: true },
  });
  if (outcome.status !== 'optimal') throw new Error(`the enumeration is ${outcome.status}`);
  const breaking = asks.filter(({ written: { missing, delivered } }) =>
    [...missing.values()].some((column) => outcome.values[column]! > NOISE * Math.max(1, delivered)),
  );
  const sizeOf = (rows: readonly { readonly losses: readonly string[] }[]): number | null =>
    rows.length === 0 ? null : Math.min(...rows.map(({ losses }) => losses.length));
  const size = sizeOf(breaking);
  const periods = new Set(asks.map(({ from }) => from));
  return {
    ...{ domains: domains.length, size },
    sets: breaking.filter(({ losses }) => losses.length === size).map(({ losses, from }) => ({ losses, from })),
    byPeriod: new Map([...periods].map((from) => [from, sizeOf(breaking.filter((own) => own.from === from))])),
  };
}
