import type { Change, ImprovementKind, TightExplanation, TightHours } from '../../scenarios/domain/explanation.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { PlanningProblem } from '../problem.ts';
import { CERTIFICATES_AND_WAITS, haveCertificates, wantedCertificates } from './changes/certificates.ts';
import { addHours, usefulHours } from './changes/hours.ts';
import { readySooner, waitingSuppliers } from './changes/sooner.ts';

/** Something that money could buy. */
export interface Candidate extends Change {
  readonly kind: ImprovementKind;
  /** Null: of the firms of a region. */
  readonly supplier: string | null;
  readonly region?: string;
  readonly amount: number;
  /** Euro that the scenario states for it, which the plan of the changed scenario pays; null: none. */
  readonly price: number | null;
}

/** What candidates are made from. */
export interface Ground {
  readonly scenario: Scenario;
  readonly problem: PlanningProblem;
  readonly plan: Plan;
  readonly tight: TightExplanation;
}

/** Makes candidates of one kind, those that promise most first. */
export type Maker = (ground: Ground) => readonly Candidate[];

/** Of a firm that can make nothing. */
const MOST_DEAR = 1e9;

/** Firms by promise: those of the plan by their spend, then by how close they come to the cheapest price of some package. */
export function byFirm({ problem, plan }: Pick<Ground, 'problem' | 'plan'>): (left: string, right: string) => number {
  const spend = new Map(plan.members.map((member) => [member.supplier, member.spend]));
  const cheapest = new Map<string, number>();
  for (const { item, unitCost } of problem.pairs) {
    cheapest.set(item, Math.min(unitCost, cheapest.get(item) ?? Number.POSITIVE_INFINITY));
  }
  const dearness = new Map<string, number>();
  for (const { supplier, item, unitCost } of problem.pairs) {
    const ratio = unitCost / Math.max(cheapest.get(item)!, 1e-9);
    dearness.set(supplier, Math.min(ratio, dearness.get(supplier) ?? MOST_DEAR));
  }
  const dear = (supplier: string) => dearness.get(supplier) ?? MOST_DEAR;
  return (left, right) => (spend.get(right) ?? 0) - (spend.get(left) ?? 0) || dear(left) - dear(right);
}

const placeOf = ({ supplier, process }: Pick<TightHours, 'supplier' | 'process'>): string =>
  JSON.stringify([supplier, process]);

/** A shift or a machine in plain hours: a tenth more. */
const TENTH = 0.1;

/** Hours without a price, where some are offered already. */
export const moreHours: Maker = ({ scenario, problem, tight }) => {
  const useful = usefulHours(problem);
  const offered = new Set(useful.map(placeOf));
  const worth = grouped(tight.hours, placeOf);
  const places = tight.basis === 'unknown' ? useful : [...worth.values()].map(([first]) => first!);
  return places
    .filter((place) => offered.has(placeOf(place)))
    .map(({ supplier, process }): Candidate => {
      let amount = 0;
      for (let t = 1; t <= problem.horizon; t++) amount += TENTH * problem.capacity(supplier, process, t);
      const change = addHours(scenario, [{ supplier, process }], TENTH);
      return { ...change, kind: 'add-hours', supplier, amount, price: null };
    });
};

/**
 * Certificates from the start: those that nothing is said of, at no price; and those that can be obtained, but only after a wait or for some
 * processes, at their cost, unless the plan pays for them as it is. One that can be obtained at once is a decision of the plan already.
 */
export const certificates: Maker = (ground) => {
  const { scenario, problem, plan } = ground;
  const order = byFirm(ground);
  return wantedCertificates(problem, undefined, CERTIFICATES_AND_WAITS)
    .flatMap((wanted): Candidate[] => {
      const row = scenario.certificates.find(
        ({ supplier, certificate }) => supplier === wanted.supplier && certificate === wanted.certificate,
      );
      const isObtainable = row?.status === 'obtainable';
      if (row && !(isObtainable && (row.leadTime > 0 || row.scope.length > 0))) return [];
      const isPaid = plan.certificates.some(
        ({ supplier, certificate }) => supplier === wanted.supplier && certificate === wanted.certificate,
      );
      const price = isObtainable && row.cost > 0 && !isPaid ? row.cost : null;
      const change = haveCertificates(scenario, [wanted]);
      return [{ ...change, kind: 'hold-certificate', supplier: wanted.supplier, amount: 1, price }];
    })
    .sort((left, right) => order(left.supplier!, right.supplier!));
};

/** Each firm that waits for something, one period less. */
export const sooner: Maker = (ground) =>
  [...waitingSuppliers(ground.scenario).keys()].sort(byFirm(ground)).map((supplier): Candidate => {
    const change = readySooner(ground.scenario, [supplier], 1);
    return { ...change, kind: 'ready-sooner', supplier, amount: 1, price: null };
  });
