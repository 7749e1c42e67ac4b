import type { Improvement, ImprovementKind, TightExplanation } from '../../scenarios/domain/explanation.ts';
import { aims } from '../objectives/index.ts';
import { compareRanks, directionOf, firstDirection, rankOf } from './difference.ts';
import { type Candidate, certificates, type Maker, moreHours, sooner } from './improvement-candidates.ts';
import { moreHires } from './improvement-hires.ts';
import { expandedOnceMore, expandedSooner } from './improvement-options.ts';
import type { Trials } from './trials.ts';

/** Every kind of candidate; another kind is one more maker. */
const makers: readonly Maker[] = [expandedOnceMore, expandedSooner, moreHires, moreHours, certificates, sooner];

/** Candidates of one kind that are solved again. */
const MOST_PER_KIND = 10;
/** Improvements that are told, of those with a price and of those without. */
const MOST_TOLD = 10;

const KIND_WORDS: Readonly<Record<ImprovementKind, string>> = {
  'add-hours': 'more hours',
  'hold-certificate': 'certificates',
  'ready-sooner': 'waits',
  'add-expansion': 'machines and shifts',
  'expansion-sooner': 'lead times of machines and shifts',
  'add-hire': 'hires',
};

/**
 * The next-best euro: what helps most among machines, shifts, hires, hours, certificates and waits, each applied and solved again. Only what
 * is proven to help: what helps an earlier aim first; of these, what the scenario prices by its worth for a euro, then what has no price there
 * by its effect, which is what it may cost at most.
 */
export async function improvements(trials: Trials, tight: TightExplanation): Promise<readonly Improvement[]> {
  const { scenario, problem, base } = trials;
  const found: Improvement[] = [];
  const candidates = makers.map((maker) => maker({ scenario, problem, plan: base, tight }));
  for (const [at, kind] of candidates.entries()) {
    const waiting = candidates.slice(at).filter(({ length }) => length > 0).length;
    if (kind.length === 0) continue;
    const own = trials.within(1 / waiting);
    if (kind.length > MOST_PER_KIND) {
      const left = `${KIND_WORDS[kind[0]!.kind]} of ${kind.length - MOST_PER_KIND} more candidates`;
      own.untried(`${left} as the next-best euro`);
    }
    for (const candidate of kind.slice(0, MOST_PER_KIND)) {
      const improved = await improvement(own, candidate);
      if (improved) found.push(improved);
    }
  }
  const ranked = found.sort(compareImprovements);
  const told = [true, false].flatMap((isPriced) =>
    ranked.filter(({ price }) => (price !== null) === isPriced).slice(0, MOST_TOLD),
  );
  return ranked.filter((one) => told.includes(one));
}

async function improvement(trials: Trials, candidate: Candidate): Promise<Improvement | undefined> {
  const tried = await trials.tried(candidate);
  if (tried === undefined) trials.untried(`${candidate.words}, as the next-best euro`);
  if (tried === undefined || firstDirection(tried.difference) !== 'less') return undefined;
  const { kind, supplier, region = null, amount, price } = candidate;
  const { aim, most } = tried.difference.find((one) => directionOf(one) !== 'same')!;
  return {
    ...{ ...tried, kind, supplier, region, amount, price },
    each: { aim, least: -most / amount },
    perEuro: price === null || price === 0 ? null : { aim, least: -most / price },
  };
}

const placeOf = ({ each }: Improvement): number => aims.findIndex(({ name }) => name === each.aim);

/** What is stated to cost nothing, then by worth for a euro, then what has no price. */
const worthOf = ({ price, perEuro }: Improvement): number =>
  perEuro?.least ?? (price === null ? 0 : Number.POSITIVE_INFINITY);

function compareImprovements(left: Improvement, right: Improvement): number {
  const [one, other] = [worthOf(left), worthOf(right)];
  return (
    placeOf(left) - placeOf(right) || (one === other ? compareRanks(rankOf(left), rankOf(right)) : other < one ? -1 : 1)
  );
}
