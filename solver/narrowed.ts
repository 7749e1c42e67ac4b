import { grouped } from '../scenarios/grouped.ts';
import { expansionsOf } from './candidates.ts';
import { datedQualificationsOf } from './dated-qualifications.ts';
import { groupingsOf } from './groupings.ts';
import type { Lane, LaneEnd } from './lanes.ts';
import { inEachCase, type PlanningProblem } from './problem.ts';

/**
 * The problem with only these of its pairs (positions, any order), and with the suppliers, certificates, expansions and ways that they need. What
 * keeps every rule here keeps it in the whole problem; needs, stock, requirements and counts of eligible sources are those of the
 * whole problem.
 */
export function narrowedTo(problem: PlanningProblem, pairs: Iterable<number>): PlanningProblem {
  const kept = [...new Set(pairs)].sort((left, right) => left - right);
  return inEachCase(problem, (own) => narrowed(own, kept));
}

function narrowed(problem: PlanningProblem, kept: readonly number[]): PlanningProblem {
  const now = new Map(kept.map((pair, at) => [pair, at]));
  const within = (positions: readonly number[]): readonly number[] =>
    positions.flatMap((pair) => {
      const at = now.get(pair);
      return at === undefined ? [] : [at];
    });
  const own = kept.map((pair) => problem.pairs[pair]!);
  const candidates = problem.candidates.flatMap((candidate) => {
    const left = within(candidate.pairs);
    if (left.length === 0) return [];
    const used = new Set(left.flatMap((at) => own[at]!.hours.map(({ process }) => process)));
    return [{ ...candidate, pairs: left, processes: [...used].sort() }];
  });
  const obtainable = problem.obtainable.flatMap((row) => {
    const left = within(row.pairs);
    return left.length === 0 ? [] : [{ ...row, pairs: left }];
  });
  return {
    ...problem,
    pairs: own,
    pairsOf: grouped(own.keys(), (at) => own[at]!.item),
    candidates,
    groupings: groupingsOf(problem.scenario.rules, candidates),
    expansions: expansionsOf(problem.scenario, candidates),
    obtainable,
    datedQualifications: datedQualificationsOf({ scenario: problem.scenario, candidates, pairs: own, obtainable }),
    lanes: problem.lanes.map((lane) => narrowedLane(lane, now)),
    whole: problem.whole ?? problem,
  };
}

/** A lane from the sources that are left to the ends that are left. */
function narrowedLane(lane: Lane, now: ReadonlyMap<number, number>): Lane {
  const left = lane.sources.flatMap((pair, at) => (now.has(pair) ? [{ pair: now.get(pair)!, at }] : []));
  const end = ({ pair, cost }: LaneEnd): readonly LaneEnd[] => {
    if (pair !== null && !now.has(pair)) return [];
    return [{ pair: pair === null ? null : now.get(pair)!, cost: left.map(({ at }) => cost[at]!) }];
  };
  return { ...lane, sources: left.map(({ pair }) => pair), ends: lane.ends.flatMap(end) };
}
