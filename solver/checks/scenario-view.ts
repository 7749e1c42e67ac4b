import { capacityOf } from '../../scenarios/capacity.ts';
import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { Item } from '../../scenarios/domain/item.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { Hours, PeriodIndex } from '../../scenarios/domain/units.ts';
import { type EligiblePair, eligibility, type Reason } from '../../scenarios/eligibility.ts';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { type FinalDemand, finalDemand } from '../../scenarios/final-demand.ts';
import type { WorkPackage } from '../../scenarios/work-packages.ts';
import { type BomStructure, bomStructure } from './bom-structure.ts';
import { entry } from './entry.ts';
import { grossNeeds, type PastDueNeed } from './gross-needs.ts';
import { withoutLegalForms } from './legal-form.ts';
import type { Series, Span } from './walk-bom.ts';

/** What a scenario asks of its items, looked up by id: the checks' own reading of it. */
export interface MaterialView {
  readonly scenario: Scenario;
  /** T. */
  readonly horizon: number;
  /** T + L: demand continues until then, so that component demand does not collapse at T. */
  readonly end: number;
  /** Periods in which something can be due: L before the start to L after T. */
  readonly span: Span;
  readonly label: (t: PeriodIndex) => string;
  /** Index of a label within the span, or undefined. */
  readonly indexOf: (label: string) => PeriodIndex | undefined;
  readonly items: ReadonlyMap<string, Item>;
  readonly suppliers: ReadonlyMap<string, Supplier>;
  readonly structure: BomStructure;
  /** Sorted by item. */
  readonly demand: readonly FinalDemand[];
  readonly packages: ReadonlyMap<string, WorkPackage>;
  /** Under `pastDue: pipeline`; sorted by item, then period. */
  readonly pastDue: readonly PastDueNeed[];
  /** What full demand needs of an item per period, stock on hand ignored; undefined for one that is not needed. */
  readonly required: (item: string) => Series | undefined;
}

/** What a scenario asks, and who could do it. */
export interface ScenarioView extends MaterialView {
  readonly pairs: readonly EligiblePair[];
  readonly pairOf: (supplier: string, item: string) => EligiblePair | undefined;
  /** Why a pair is not eligible. */
  readonly reasonsFor: (supplier: string, item: string) => readonly Reason[];
  readonly capacity: (supplier: string, process: string, t: PeriodIndex) => Hours;
}

/** Reads a scenario for the checks; undefined when its bill of materials has a cycle. */
export function scenarioView(scenario: Scenario): ScenarioView | undefined {
  const material = materialView(scenario);
  if (!material) return undefined;
  const { pairs, reasonsFor } = eligibility(material.scenario, [...material.packages.values()]);
  const pairsBySupplier = new Map<string, Map<string, EligiblePair>>();
  for (const pair of pairs) {
    entry(pairsBySupplier, pair.supplier, () => new Map<string, EligiblePair>()).set(pair.item, pair);
  }
  return {
    ...material,
    pairs,
    pairOf: (supplier, item) => pairsBySupplier.get(supplier)?.get(item),
    reasonsFor,
    capacity: capacityOf(scenario),
  };
}

/** Reads what a scenario asks of its items, each legal form replaced by what it comes to; undefined when its bill of materials has a cycle. */
export function materialView(stated: Scenario): MaterialView | undefined {
  const scenario = { ...stated, rules: withoutLegalForms(stated.rules) };
  const exploded = explodeBom(scenario);
  if (!exploded.ok) return undefined;
  const demand = finalDemand(scenario, exploded.explosion);
  const horizon = scenario.calendar.periods;
  const end = demand.reduce((last, { required }) => Math.max(last, required.length - 1), horizon);
  const span = { first: 1 - (end - horizon), last: end };
  const structure = bomStructure(scenario);
  const needs = grossNeeds(scenario, structure, span, demand);
  return {
    scenario,
    horizon,
    end,
    span,
    ...labels(scenario, span),
    items: new Map(scenario.items.map((item) => [item.item, item])),
    suppliers: new Map(scenario.suppliers.map((supplier) => [supplier.supplier, supplier])),
    structure,
    demand,
    packages: new Map(needs.packages.map((workPackage) => [workPackage.item.item, workPackage])),
    pastDue: needs.pastDue,
    required: needs.required,
  };
}

function labels({ calendar }: Scenario, { first, last }: Span): Pick<MaterialView, 'label' | 'indexOf'> {
  const names = Array.from({ length: last - first + 1 }, (_, at) => periodLabel(calendar, first + at));
  const indexes = new Map(names.map((name, at) => [name, first + at]));
  return { label: (t) => names[t - first] ?? periodLabel(calendar, t), indexOf: (label) => indexes.get(label) };
}
