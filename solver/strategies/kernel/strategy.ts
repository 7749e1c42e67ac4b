import { isStopped } from '../../engines/engine.ts';
import { inParts } from '../in-parts.ts';
import type { Decided, Strategy } from '../strategy.ts';
import { decideByCase } from './by-case.ts';
import { decideWhole } from './decide-whole.ts';
import { notingFailures } from './noting.ts';
import { oneRound } from './round.ts';
import { isDone, isOver, type RoundTerms, type Search } from './search.ts';
import { createStanding } from './standing.ts';
import { startFrom } from './start-from.ts';
import { tooLarge } from './too-large.ts';

/** Rounds of prices, kernel, choice and schedule; each goes on from the prices of the one before, with a wider kernel and finer blocks. */
const ROUNDS: readonly RoundTerms[] = [
  {
    iterations: 90,
    steps: { first: 0.1, last: 0.003 },
    width: { cheapest: 3, coverage: 2 },
    blocks: 8,
    together: 100,
    gap: 0.003,
  },
  {
    iterations: 300,
    steps: { first: 0.1, last: 0.003 },
    width: { cheapest: 4, coverage: 3 },
    blocks: 10,
    together: 200,
    gap: 0.001,
  },
  {
    iterations: 600,
    steps: { first: 0.05, last: 0.001 },
    width: { cheapest: 6, coverage: 4 },
    blocks: 12,
    together: 300,
    gap: 0.0005,
  },
];

/** The rounds after what a start from a plan of a scenario like this one has left: prices that are near already, awards to go on from. */
function roundsFrom({ prices, standing }: Search): readonly RoundTerms[] {
  const first = {
    ...ROUNDS[0]!,
    ...(prices.cost && { iterations: 40, steps: { first: 0.02, last: 0.002 } }),
    ...(standing.best() && { width: { cheapest: 2, coverage: 1 } }),
  };
  return [first, ...ROUNDS.slice(1)];
}

/**
 * Prices, kernel, plan (docs/model.md, "The kernel strategy"): prices bound each aim and show which few pairs are worth a model; a
 * choice among them with periods in blocks fixes the awards; a schedule over all periods with these awards is the plan. Round by round,
 * until bound and plan are within the wanted gap. What is left open of a problem that an engine can take whole is left to the engine.
 */
export const kernel: Strategy = {
  name: 'kernel',
  refusedBy: tooLarge,
  async decide(problem, engine, hooks, parent) {
    if (problem.cases) return decideByCase(problem, engine, hooks, kernel.decide, parent);
    const begun = hooks.now();
    engine.warm?.();
    const spent = () => (hooks.now() - begun) / 1000;
    const standing = createStanding(problem, hooks, spent);
    const search: Search = {
      problem,
      ...notingFailures(inParts(engine, hooks.now)),
      hooks,
      standing,
      spent,
      seconds: problem.scenario.solve.timeLimit,
      ...{ prices: {}, arrays: {}, relaxed: {} },
    };
    if (parent) await startFrom(search, parent);
    for (const terms of isDone(search) ? [] : roundsFrom(search)) {
      await oneRound(search, terms);
      if (isDone(search) || isOver(search)) break;
    }
    if (isDone(search)) return standing.found(null)!;
    return isOver(search) ? leftBy(search) : decideWhole(search);
  },
};

/** What there is when time is up or somebody wants it to stop. */
function leftBy({ standing, hooks }: Search): Decided {
  const hit = isStopped(hooks) ? 'interrupt' : 'time';
  return standing.found(hit) ?? { status: 'unknown', hit };
}
