import type { Change, Improvement, ImprovementKind, TightExplanation } from '../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { PlanningProblem } from '../problem.ts';
import { haveCertificates, outOfReach, wantedCertificates } from './changes/certificates.ts';
import { addHours, usefulHours } from './changes/hours.ts';
import { readySooner, waitingSuppliers } from './changes/sooner.ts';
import { compareRanks, directionOf, firstDirection, rankOf } from './difference.ts';
import type { Trials } from './trials.ts';

/** Something that money could buy. */
interface Candidate extends Change {
  readonly kind: ImprovementKind;
  readonly supplier: string;
  readonly amount: number;
}

/** What candidates are made from. */
interface Ground {
  readonly scenario: Scenario;
  readonly problem: PlanningProblem;
  readonly tight: TightExplanation;
}

/** Makes candidates of one kind, those that promise most first. */
type Maker = (ground: Ground) => readonly Candidate[];

/** A shift or a machine in plain hours: a tenth more. */
const TENTH = 0.1;

const moreHours: Maker = ({ scenario, problem, tight }) => {
  const worth = grouped(tight.hours, ({ supplier, process }) => JSON.stringify([supplier, process]));
  const places = tight.basis === 'unknown' ? usefulHours(problem) : [...worth.values()].map(([first]) => first!);
  return places.map(({ supplier, process }): Candidate => {
    let amount = 0;
    for (let t = 1; t <= problem.horizon; t++) amount += TENTH * problem.capacity(supplier, process, t);
    const change = addHours(scenario, [{ supplier, process }], TENTH);
    return { ...change, kind: 'add-hours', supplier, amount };
  });
};

/** Those that can be obtained are a decision of the plan already; that they come sooner is one of the waits. */
const certificates: Maker = ({ scenario, problem }) =>
  outOfReach(scenario, wantedCertificates(problem)).map((wanted): Candidate => {
    const change = haveCertificates(scenario, [wanted]);
    return { ...change, kind: 'hold-certificate', supplier: wanted.supplier, amount: 1 };
  });

const sooner: Maker = ({ scenario }) =>
  [...waitingSuppliers(scenario).keys()].map((supplier): Candidate => {
    const change = readySooner(scenario, [supplier], 1);
    return { ...change, kind: 'ready-sooner', supplier, amount: 1 };
  });

/** Every kind of candidate; another kind is one more maker. */
const makers: readonly Maker[] = [moreHours, certificates, sooner];

/** Candidates of one kind that are solved again. */
const MOST_PER_KIND = 10;
/** Improvements that are told. */
const MOST_TOLD = 10;

/**
 * The next-best euro: what helps most among hours, certificates and waits, each applied and solved again; those that deliver more first, the
 * most of it first, then those that save most. Only what is proven to help. What a thing costs to have is not stated in a scenario: its
 * saving is what it may cost at most.
 */
export async function improvements(trials: Trials, tight: TightExplanation): Promise<readonly Improvement[]> {
  const { scenario, problem } = trials;
  const found: Improvement[] = [];
  for (const [at, maker] of makers.entries()) {
    const candidates = maker({ scenario, problem, tight });
    const own = trials.within(1 / (makers.length - at));
    if (candidates.length > MOST_PER_KIND) {
      const { kind } = candidates[0]!;
      own.untried(`${KIND_WORDS[kind]} of ${candidates.length - MOST_PER_KIND} more candidates as the next-best euro`);
    }
    for (const candidate of candidates.slice(0, MOST_PER_KIND)) {
      const improved = await improvement(own, candidate);
      if (improved) found.push(improved);
    }
  }
  return found.sort((left, right) => compareRanks(rankOf(left), rankOf(right))).slice(0, MOST_TOLD);
}

const KIND_WORDS = { 'add-hours': 'more hours', 'hold-certificate': 'certificates', 'ready-sooner': 'waits' };

async function improvement(trials: Trials, candidate: Candidate): Promise<Improvement | undefined> {
  const tried = await trials.tried(candidate);
  if (tried === undefined) trials.untried(`${candidate.words}, as the next-best euro`);
  if (tried === undefined || firstDirection(tried.difference) !== 'less') return undefined;
  const { kind, supplier, amount } = candidate;
  const helped = tried.difference.find((aim) => directionOf(aim) !== 'same')!;
  return { ...tried, kind, supplier, amount, each: { aim: helped.aim, least: -helped.most / amount } };
}
