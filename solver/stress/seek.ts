import type { Fraction, PeriodIndex } from '../../scenarios/domain/units.ts';
import type { Solving } from '../outages/solve-apart.ts';
import { type Cut, smallestHittingSet } from './smallest-hitting-set.ts';
import type { Stage } from './stage.ts';
import { cutOf, isBroken, type LossSet, largestKept, leftWithout } from './trial.ts';

/** A set that breaks the target from a period on. */
export interface Break {
  readonly set: LossSet;
  readonly from: PeriodIndex;
  readonly share: Fraction;
}

/** What is known of losses that begin in one period. */
export interface Window {
  readonly from: PeriodIndex;
  /** Each has something of every set that breaks the target from here on. */
  readonly cuts: Cut[];
  /** No set of fewer breaks it. */
  atLeast: number;
  best: Break | null;
  /** Of the sets kept in any window, how many were tried here. */
  tried: number;
}

/** What a search has found out so far; what it finds goes on being true in the next one. */
export interface Known {
  readonly windows: readonly Window[];
  /** Sets that keep the target in some window and would not with any loss more. */
  readonly kept: LossSet[];
}

/** Keeps the smallest set known of its window. */
export function keep({ windows }: Known, found: Break): void {
  const own = windows.find(({ from }) => from === found.from)!;
  if (own.best === null || found.set.size < own.best.set.size) own.best = found;
}

/**
 * A set of up to `most` losses that breaks the target in any window, of the smallest first, without the one that is `barred`; null where there is none,
 * undefined where a limit ended it.
 *
 * Implicit hitting sets (Moreno-Centeno & Karp, Operations Research 61, 2013), window by window: the smallest set that hits all cuts known is tried by
 * the recourse program. Where it breaks the target no smaller one does; else what keeps the target is made as large as it goes, and what is outside it
 * is a new cut. The smallest hitting set bounds the size of every breaking set from below.
 */
export async function seekBreak(
  stage: Stage,
  known: Known,
  { most, barred }: { readonly most: number; readonly barred?: number },
  solving: Solving,
): Promise<Break | null | undefined> {
  for (let size = 1; size <= most; size++)
    for (const window of known.windows) {
      if (window.atLeast > size) continue;
      const found = await seekIn(stage, known, window, { size, barred }, solving);
      if (found !== null) return found;
    }
  return null;
}

async function seekIn(
  stage: Stage,
  known: Known,
  window: Window,
  { size, barred }: { readonly size: number; readonly barred: number | undefined },
  solving: Solving,
): Promise<Break | null | undefined> {
  const { from, cuts } = window;
  const { engine, seconds } = solving;
  for (;;) {
    const limits = { seconds: seconds?.() ?? 1e6 };
    const set = await smallestHittingSet(cuts, { weights: stage.work, barred }, engine, limits);
    if (set === undefined) return undefined;
    const least = set?.size ?? stage.losses.length + 1;
    if (barred === undefined) window.atLeast = Math.max(window.atLeast, least);
    if (set === null || least > size) return null;
    const elsewhere = keptElsewhere(known, window, set);
    const tried = elsewhere ?? set;
    const left = await leftWithout(stage, tried, from, solving);
    if (!left) return undefined;
    if (!isBroken(stage, left)) {
      const kept = elsewhere ?? (await largestKept(stage, set, from, solving));
      if (!kept) return undefined;
      cuts.push(cutOf(stage, kept));
      if (!elsewhere) known.kept.push(kept);
    } else if (!elsewhere) {
      const found = { set, from, share: left.share };
      keep(known, found);
      return found;
    }
  }
}

/** A set that keeps the target in another window and has all of this one: where it does so here, too, this one need not be asked about. */
function keptElsewhere({ kept }: Known, window: Window, set: LossSet): LossSet | undefined {
  while (window.tried < kept.length) {
    const next = kept[window.tried++]!;
    if ([...set].every((at) => next.has(at))) return next;
  }
  return undefined;
}
