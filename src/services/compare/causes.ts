import type { InputChange, Move } from '../../../scenarios/domain/comparison.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { madeIn } from './moves.ts';

/** A move is undone where at most this of it is left. */
const LEFT = 0.1;

/** What trying out causes needs. */
export interface CauseTrials {
  /** The plan of the later scenario with a change undone; undefined: it is no scenario by itself, or there is no plan. */
  readonly undone: (change: InputChange) => Promise<Plan | undefined>;
  /** True when no time is left or somebody wants what is known. */
  readonly over: () => boolean;
}

/** Moves with what causes them, and changes of which that is not known. */
export interface Caused {
  readonly moves: readonly Move[];
  readonly untried: readonly string[];
}

/**
 * For each move the changes of the input whose undoing alone undoes it: the later scenario is planned again without the change, and a cause is
 * told only where whoever made the units makes them again and whoever took them over does not, but for a tenth of the move.
 */
export async function causesOf(
  before: Plan,
  moves: readonly Move[],
  changes: readonly InputChange[],
  { undone, over }: CauseTrials,
): Promise<Caused> {
  const causes = moves.map((): string[] => []);
  const untried: string[] = [];
  for (const change of changes) {
    const plan = over() ? undefined : await undone(change);
    if (plan === undefined) untried.push(change.words);
    else
      moves.forEach((move, at) => {
        if (isUndone(before, plan, move)) causes[at]!.push(change.words);
      });
  }
  return { moves: moves.map((move, at) => ({ ...move, causes: causes[at]! })), untried };
}

/** Whether both ends of a move stand in a plan as they stood before it. */
export function isUndone(before: Plan, plan: Plan, { item, from, to, quantity }: Move): boolean {
  const [was, is] = [madeIn(before).get(item), madeIn(plan).get(item)];
  const more = (supplier: string) => (is?.get(supplier) ?? 0) - (was?.get(supplier) ?? 0);
  const room = LEFT * quantity;
  return (from === null || more(from) >= -room) && (to === null || more(to) <= room);
}
