import { capacityOf, type HoursOf, reachableCapacityOf } from '../scenarios/capacity.ts';
import { futuresOf, shownCase } from '../scenarios/demand-cases.ts';
import { periodsPerYear } from '../scenarios/domain/calendar.ts';
import type { Item } from '../scenarios/domain/item.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import type { Euro, Fraction, PeriodIndex, Units } from '../scenarios/domain/units.ts';
import { type EligiblePair, eligibility, type Reason } from '../scenarios/eligibility.ts';
import { type Explosion, explosionOf } from '../scenarios/explode-bom.ts';
import { type FinalDemand, finalDemand } from '../scenarios/final-demand.ts';
import { grouped } from '../scenarios/grouped.ts';
import { rulesToKeep } from '../scenarios/legal-forms.ts';
import { type Requirements, requirements } from '../scenarios/work-packages.ts';
import {
  type Candidate,
  candidatesOf,
  type Expansion,
  expansionsOf,
  type ObtainableCertificate,
  obtainableOf,
} from './candidates.ts';
import { type DatedQualification, datedQualificationsOf } from './dated-qualifications.ts';
import { type Grouping, groupingsOf } from './groupings.ts';
import { type Lane, lanesOf, onHandAtStart } from './lanes.ts';
import { type NeedTerm, needsPerPeriod } from './needs.ts';
import type { Outage } from './outages/outages.ts';
import type { OutageTerms } from './outages/terms.ts';
import type { PlanningPair } from './planning-pair.ts';
import { type PromisedVolume, promisesOf } from './promises.ts';

/** An item that can be on hand at the end of a period. */
interface StockedItem {
  readonly item: string;
  readonly initial: Units;
  /** Least stock from `safetyFrom` on. */
  readonly safety: Units;
  readonly safetyFrom: PeriodIndex;
  /** Per unit and period. */
  readonly holdingCost: Euro;
  /** False: stock on hand may only be used up. */
  readonly mayGrow: boolean;
}

/** An item that is had without an award: an unquoted buy item or an unrouted final assembly. */
interface UnconstrainedItem {
  readonly item: Item;
  /** Gross units due in t = 1..T at full demand; required[0] = 0. */
  readonly required: Float64Array;
  readonly unitCost: Euro;
}

/** The sets and figures of model.md §1 for one scenario, everything sorted by id. */
export interface PlanningProblem {
  /** Each legal form replaced by the rules that it comes to. */
  readonly scenario: Scenario;
  /** T. */
  readonly horizon: number;
  readonly demands: readonly FinalDemand[];
  readonly packages: Requirements['packages'];
  readonly pastDue: Requirements['pastDue'];
  readonly unconstrained: readonly UnconstrainedItem[];
  readonly stocked: readonly StockedItem[];
  /** With the hours that a pass reckons with, where a rule lets them fall. */
  readonly pairs: readonly PlanningPair[];
  /** Positions of the pairs of a package, by item. */
  readonly pairsOf: ReadonlyMap<string, readonly number[]>;
  readonly candidates: readonly Candidate[];
  /** The groups of suppliers that rules count. */
  readonly groupings: readonly Grouping[];
  readonly obtainable: readonly ObtainableCertificate[];
  /** Sorted by supplier, process and option. */
  readonly expansions: readonly Expansion[];
  /** By rule, then year; all promises, in a narrowed problem too. */
  readonly promises: readonly PromisedVolume[];
  /** What budgets pay or not, as onboardings start. */
  readonly datedQualifications: readonly DatedQualification[];
  /** Where transport is priced. */
  readonly lanes: readonly Lane[];
  /** Units of each item on a lane that need no shipping because they were there at the start. */
  readonly startStock: ReadonlyMap<string, Units>;
  readonly capacity: HoursOf;
  /** The same with all expansions: hours that can be there at most. */
  readonly reachable: HoursOf;
  /** The bill of materials. */
  readonly explosion: Explosion;
  /** Low-level code of each item: 0 for a root, components always higher than what contains them. */
  readonly levels: ReadonlyMap<string, number>;
  /** What an item is needed for in period t: deliveries and changes of the stock of what contains it. */
  readonly needs: (item: string, t: PeriodIndex) => readonly NeedTerm[];
  readonly reasonsFor: (supplier: string, item: string) => readonly Reason[];
  /** What takes longest before a pair that is not ready at once can produce. */
  readonly waitFor: (supplier: string, item: string) => string | undefined;
  /** Of a narrowed problem: the one with all its pairs, of which rules on eligible sources speak. */
  readonly whole?: PlanningProblem;
  /**
   * Several futures, of which one comes true after suppliers were awarded: their pairs, candidates, certificates and expansions are the
   * same, at the same positions. The problem itself is then that of the case at `shown`. Absent: one future.
   */
  readonly cases?: readonly Case[];
  readonly shown?: number;
  /** Outages that the model speaks of, so that what they leave unprotected is an aim; absent: outages are no matter. */
  readonly outages?: readonly AskedOutage[];
}

/** An outage that a plan is to survive. */
export interface AskedOutage {
  /** What its rows are named after: the id of the rule that asks for it. */
  readonly rule: string;
  readonly terms: OutageTerms;
  readonly outage: Outage;
  /**
   * Packages whose work is moved, all that the lost suppliers are awarded among them: everything else goes on as planned and no product is
   * delivered earlier than planned. Much smaller, and what it protects is protected. Absent: all may be done otherwise.
   */
  readonly near?: ReadonlySet<string>;
}

/** One of several futures. */
export interface Case {
  readonly name: string;
  /** Its probability. */
  readonly weight: Fraction;
  /** Without cases of its own. */
  readonly problem: PlanningProblem;
}

/** From a valid scenario to the model's sets; the only place that knows both. */
export function planningProblem(stated: Scenario): PlanningProblem {
  const futures = futuresOf(stated);
  if (futures.length === 0) return problemOf(stated);
  const cases = futures.map(({ name, probability, scenario }) => ({
    ...{ name, weight: probability, problem: problemOf(scenario) },
  }));
  return withCases(cases, shownCase(futures));
}

/** A problem of several futures. */
export const withCases = (cases: readonly Case[], shown: number): PlanningProblem => ({
  ...{ ...cases[shown]!.problem, cases, shown },
});

/** The same change made to a problem, in each of its cases where it has some. */
export function inEachCase(
  problem: PlanningProblem,
  change: (problem: PlanningProblem) => PlanningProblem,
): PlanningProblem {
  if (!problem.cases) return change(problem);
  const cases = problem.cases.map((own) => ({ ...own, problem: change(own.problem) }));
  return withCases(cases, problem.shown!);
}

function problemOf(stated: Scenario): PlanningProblem {
  const scenario = { ...stated, rules: rulesToKeep(stated.rules) };
  const explosion = explosionOf(scenario);
  const demands = finalDemand(scenario, explosion);
  const { packages, unconstrained, pastDue } = requirements(scenario, explosion, demands);
  const { pairs, reasonsFor, waitFor } = eligibility(scenario, packages);
  const positions = pairs.map((_, position) => position);
  const pairsOf = grouped(positions, (position) => pairs[position]!.item);
  const stocked = stockedItems(scenario, explosion, { packages, unconstrained }, pairs);
  const candidates = candidatesOf(scenario, pairs);
  const obtainable = obtainableOf(scenario, pairs);
  return {
    scenario,
    horizon: scenario.calendar.periods,
    demands,
    packages,
    pastDue,
    unconstrained: hadWithoutAward(scenario, unconstrained),
    stocked,
    pairs,
    pairsOf,
    candidates,
    groupings: groupingsOf(scenario.rules, candidates),
    obtainable,
    expansions: expansionsOf(scenario, candidates),
    promises: promisesOf(scenario, pairs),
    datedQualifications: datedQualificationsOf({ scenario, candidates, pairs, obtainable }),
    ...shippingOf(scenario, explosion, { packages, pastDue, pairs, pairsOf }),
    capacity: capacityOf(scenario),
    reachable: reachableCapacityOf(scenario),
    explosion,
    levels: explosion.levels,
    needs: needsPerPeriod(scenario, explosion, demands, stocked),
    reasonsFor,
    waitFor,
  };
}

/** Position of the pair of a supplier and an item, or undefined where it is not eligible. */
export const pairPosition = (
  { pairs, pairsOf }: Pick<PlanningProblem, 'pairs' | 'pairsOf'>,
  supplier: string,
  item: string,
): number | undefined => pairsOf.get(item)?.find((pair) => pairs[pair]!.supplier === supplier);

function shippingOf(
  scenario: Scenario,
  explosion: Explosion,
  sets: Pick<PlanningProblem, 'packages' | 'pastDue' | 'pairs' | 'pairsOf'>,
): Pick<PlanningProblem, 'lanes' | 'startStock'> {
  const lanes = lanesOf(scenario, explosion, sets);
  const shipped = new Set(lanes.map(({ item }) => item));
  const startStock = sets.packages
    .filter(({ item }) => shipped.has(item.item))
    .map((entry) => [entry.item.item, onHandAtStart(scenario, explosion, entry, sets.pastDue)] as const);
  return { lanes, startStock: new Map(startStock) };
}

/**
 * Items that are had as needed, sorted: those with a requirement or stock, and bought items whose need could only come from building
 * ahead or delivering late.
 */
function hadWithoutAward(scenario: Scenario, required: Requirements['unconstrained']): readonly UnconstrainedItem[] {
  const none = new Float64Array(scenario.calendar.periods + 1);
  const listed = new Set(required.map(({ item }) => item.item));
  const others = scenario.items.filter(
    ({ item, kind, unitValue }) => kind === 'buy' && unitValue !== undefined && !listed.has(item),
  );
  return [...required, ...others.map((item) => ({ item, required: none, unitCost: item.unitValue! }))]
    .filter(({ item }) => !onlyByAward(scenario, item))
    .sort((left, right) => (left.item.item < right.item.item ? -1 : 1));
}

/** True for an item that suppliers make or sell: had by award when it is required, else only from stock on hand. */
const onlyByAward = ({ quotes, routing }: Scenario, { item, kind }: Item): boolean =>
  quotes.some((quote) => quote.item === item) || (kind === 'make' && routing.some((step) => step.item === item));

/**
 * Safety stock is asked for from the first period in which a source can produce; under `pastDue: pipeline` not before the item can be
 * made of components that the plan makes too, since the pipeline holds what full demand needs and no more.
 */
function stockedItems(
  scenario: Scenario,
  explosion: Explosion,
  { packages, unconstrained }: Pick<Requirements, 'packages' | 'unconstrained'>,
  pairs: readonly EligiblePair[],
): readonly StockedItem[] {
  const perPeriod = scenario.costs.holdingRate / periodsPerYear(scenario.calendar.period);
  const allowed = scenario.policy.stock === 'allowed';
  const inPipeline = scenario.policy.pastDue === 'pipeline';
  const firstReady = new Map<string, PeriodIndex>();
  for (const pair of pairs) {
    const ready = pair.available.indexOf(true);
    firstReady.set(pair.item, Math.min(firstReady.get(pair.item) ?? Number.POSITIVE_INFINITY, ready));
  }
  const entry = (item: Item, mayGrow: boolean): readonly StockedItem[] => {
    if (!mayGrow && item.stock === 0) return [];
    const ready = firstReady.get(item.item) ?? Number.POSITIVE_INFINITY;
    const safetyFrom = Math.max(ready, inPipeline ? explosion.leadTimeBelow(item.item) + 1 : 1);
    const holdingCost = perPeriod * (item.unitValue ?? 0);
    return [{ item: item.item, initial: item.stock, safety: item.safetyStock, safetyFrom, holdingCost, mayGrow }];
  };
  return [
    ...packages.flatMap(({ item }) => entry(item, allowed)),
    ...unconstrained.flatMap(({ item }) => entry(item, false)),
  ].sort((left, right) => (left.item < right.item ? -1 : 1));
}
