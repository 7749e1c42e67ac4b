import { isStopped } from '../engines/engine.ts';
import { withLeastHours } from '../learned.ts';
import { largestAt } from '../model/extended-model.ts';
import type { PlanningProblem } from '../problem.ts';
import { type Pass, passOf, saferHours, trueHours } from '../strategies/learning/pass.ts';
import { withinSeconds } from '../strategies/search.ts';
import type { Solution } from '../strategies/strategy.ts';
import type { Purpose } from './purpose.ts';
import { bestOf, boundOnMeasure, type Room, type Sought, seek } from './seek.ts';

/** Passes of one proposal; an improvement of the measure by less than this part of it ends them. */
const MOST_PASSES = 8;
const SETTLED = 1e-5;
/** How far beyond the distance of two passes the hours of a repair go, one after the other. */
const SAFER: readonly number[] = [0, 1, 4];
/** Shares of the time of a proposal: what its bound takes at most, and of what is left one pass. */
const BOUND = 0.25;
const SHARE = 0.3;

type FoundProposal = Extract<Sought, { readonly status: 'found' }>;

/**
 * A proposal where hours for a unit fall with what is made (see `strategies/learning/in-passes.ts`): each pass seeks it with the hours that the
 * plan before comes to, the first with those of the earlier proposal which is best at the purpose. What does not keep every row at the hours that
 * it comes to itself is sought again with hours on the safe side. That nothing better is possible is told only from the fewest hours that any plan can
 * come to. `costBound` is of the cost of any plan with the shortfall of the cheapest, whatever is learnt.
 */
export async function seekByPasses(purpose: Purpose, room: Room, costBound: number): Promise<Sought> {
  const { problem, hooks, earlier } = room;
  const begun = hooks.now();
  const left = () => problem.scenario.solve.timeLimit - (hooks.now() - begun) / 1000;
  const least = withLeastHours(problem);
  const bound = await boundOnMeasure(purpose, { ...room, problem: withinSeconds(least, Math.max(1, left() * BOUND)) });
  if (bound === undefined) return { status: 'impossible' };
  let hours = trueHours(problem, earlier[bestOf(purpose, room).position]!);
  let [best, repairs]: [{ found: FoundProposal; value: number } | undefined, number] = [undefined, 0];
  for (let number = 0; number < MOST_PASSES && !isStopped(hooks) && left() > 0; number++) {
    const asked = withinSeconds(hours, Math.max(1, SHARE * left()));
    const sought = await seek(purpose, { ...room, problem: asked, cold: number > 0 });
    if (sought.status !== 'found') {
      if (best) break;
      if (sought.status === 'met') return { ...sought, bound, hit: sought.hit ?? hitOf(sought.value, bound) };
      return sought.status === 'impossible' ? { status: 'undecided', hit: 'learning' } : sought;
    }
    const pass = passOf(asked, { status: 'feasible', solution: sought.solution, bounds: [], hit: sought.hit });
    if (!pass.holds && repairs === SAFER.length) break;
    if (pass.holds) {
      const value = measureOf(purpose, problem, pass.found.solution);
      const isSettled = best !== undefined && value > best.value - SETTLED * Math.max(1, Math.abs(best.value));
      if (best === undefined || value < best.value) best = { found: foundBy(sought, pass, bound, costBound), value };
      if (isSettled) break;
    }
    hours = pass.holds ? trueHours(problem, pass) : saferHours(problem, asked, least, pass, SAFER[repairs++]!);
  }
  return best?.found ?? { status: 'undecided', hit: isStopped(hooks) ? 'interrupt' : 'learning' };
}

/** A proposal of a pass with bounds that hold whatever is learnt, and its own beside them. */
const foundBy = (sought: FoundProposal, { found }: Pass, bound: number, costBound: number): FoundProposal => ({
  ...sought,
  solution: found.solution,
  ...{ bound, costBound },
  conditional: { bound: sought.bound, costBound: sought.costBound },
});

const measureOf = (purpose: Purpose, problem: PlanningProblem, { variables, values, problem: own }: Solution): number =>
  largestAt(purpose.parts(own ?? problem, variables), values);

/** A measure that is not proven least is left open by learning. */
const hitOf = (value: number, bound: number) =>
  value - bound > 1e-6 * Math.max(1, Math.abs(value)) ? 'learning' : null;
