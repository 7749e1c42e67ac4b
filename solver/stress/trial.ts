import type { Fraction, PeriodIndex } from '../../scenarios/domain/units.ts';
import { isStopped } from '../engines/engine.ts';
import { type Program, type Solving, solveApart } from '../outages/solve-apart.ts';
import { type Kept, keptProgram } from './kept.ts';
import type { Cut } from './smallest-hitting-set.ts';
import type { Stage } from './stage.ts';

/** Positions of losses that happen together. */
export type LossSet = ReadonlySet<number>;

/** So much less than the target is no break: what an engine does not tell apart. */
const ROOM = 1e-6;

/** Whether what is left is less than the target. */
export const isBroken = ({ target }: Stage, { share }: Pick<Kept, 'share'>): boolean => share < target - ROOM;

/** True where a limit or a stop ends all solving. */
const isOver = ({ seconds, hooks }: Solving): boolean =>
  (seconds !== undefined && seconds() <= 0) || (hooks !== undefined && isStopped(hooks));

/** Solves programs that stand apart; undefined where a limit, a stop or the engine ended it. */
export const solveAll = async <Answer>(
  programs: readonly Program<Answer>[],
  solving: Solving,
): Promise<readonly Answer[] | undefined> => (isOver(solving) ? undefined : solveApart(programs, solving));

/** What is left where a set is lost from a period on, known up to the target. */
export async function leftWithout(
  stage: Stage,
  set: LossSet,
  from: PeriodIndex,
  solving: Solving,
  write = stage.ground.write,
): Promise<Kept | undefined> {
  const program = keptProgram(stage, stage.outageOf(set, from), write, stage.target);
  return (await solveAll([program], solving))?.[0];
}

/** What is left in each of some periods from which a set is lost, known up to the target. */
export async function leftFromEach(
  stage: Stage,
  set: LossSet,
  periods: readonly PeriodIndex[],
  solving: Solving,
): Promise<readonly Fraction[] | undefined> {
  const programs = periods.map((from) =>
    keptProgram(stage, stage.outageOf(set, from), stage.ground.write, stage.target),
  );
  return (await solveAll(programs, solving))?.map(({ share }) => share);
}

/** Without which losses in a set that breaks the target it breaks still, one after the other: a set of which no part breaks it. */
export async function leastPart(
  stage: Stage,
  set: LossSet,
  from: PeriodIndex,
  solving: Solving,
): Promise<{ readonly set: LossSet; readonly share: Fraction } | undefined> {
  let best: { readonly set: LossSet; readonly share: Fraction } | undefined;
  for (const at of byWork(stage, set)) {
    const less = new Set([...(best?.set ?? set)].filter((other) => other !== at));
    const left = await leftWithout(stage, less, from, solving);
    if (!left) break;
    if (isBroken(stage, left)) best = { set: less, share: left.share };
  }
  return best;
}

/**
 * A set around one that keeps the target which keeps it, too, and would not with any loss more. Recourse that keeps even the service windows of losing
 * everything is one for every set that takes nobody at work in it, so that these join unasked; others are tried one by one. Undefined where a limit
 * ended it.
 */
export async function largestKept(
  stage: Stage,
  set: LossSet,
  from: PeriodIndex,
  solving: Solving,
): Promise<LossSet | undefined> {
  const { losses, writeWide } = stage;
  const wide = await leftWithout(stage, set, from, solving, writeWide);
  if (!wide) return undefined;
  const isWide = !isBroken(stage, wide);
  let kept: LossSet = isWide ? idleIn(stage, wide) : set;
  for (const at of byWork(stage, losses.keys())) {
    if (kept.has(at)) continue;
    const more = new Set([...kept, at]);
    const left = await leftWithout(stage, more, from, solving, isWide ? writeWide : undefined);
    if (!left) return undefined;
    if (!isBroken(stage, left)) kept = isWide ? idleIn(stage, left) : more;
  }
  return kept;
}

/** What a breaking set must have some of, where a set keeps the target: to lose less never leaves less (docs/stress-test.md). */
export const cutOf = ({ losses }: Stage, kept: LossSet): Cut =>
  new Set([...losses.keys()].filter((at) => !kept.has(at)));

const idleIn = ({ losses }: Stage, { at }: Kept): LossSet =>
  new Set([...losses.keys()].filter((loss) => losses[loss]!.suppliers.every((supplier) => !at.has(supplier))));

/** Least work first. */
const byWork = ({ work }: Stage, set: Iterable<number>): readonly number[] =>
  [...set].sort((one, other) => work[one]! - work[other]! || one - other);
