import { grouped } from '../../scenarios/grouped.ts';
import type { Solving } from '../outages/solve-apart.ts';
import { type Break, type Known, keep, seekBreak, type Window } from './seek.ts';
import type { Stage } from './stage.ts';
import { isBroken, type LossSet, leastPart, leftFromEach } from './trial.ts';

/** What is found of the smallest set of losses that breaks the target. */
export interface Found {
  readonly best: Break | null;
  /** No set of fewer breaks it in any window. */
  readonly atLeast: number;
  /** Further sets of the size of the best. */
  readonly others: readonly Break[];
  /** Losses in every smallest set; null: not known. */
  readonly pivotal: readonly number[] | null;
  readonly windows: readonly Window[];
}

/** Finds the smallest set of losses of a stage that breaks the target, or, where a limit ends it, what is known by then. */
export async function smallestBreak(stage: Stage, solving: Solving): Promise<Found> {
  const { horizon } = stage.ground.operation.problem;
  const windows = Array.from({ length: horizon }, (_, at): Window => {
    return { from: at + 1, cuts: [], atLeast: 1, best: null, tried: 0 };
  });
  const known: Known = { windows, kept: [] };
  if (await loseEverything(stage, known, solving)) {
    await loseSources(stage, known, solving);
    await seekBreak(stage, known, { most: (smallestOf(known)?.set.size ?? 1) - 1 }, solving);
  }
  const atLeast = Math.min(stage.losses.length + 1, ...windows.map((window) => window.atLeast));
  const size = smallestOf(known)?.set.size;
  if (size === undefined || size > atLeast) return { ...told(known), atLeast };
  const best = await worstWindow(stage, known, smallestOf(known)!, solving);
  return { ...told(known), best, atLeast, ...(await alternatives(stage, known, best, solving)) };
}

const told = (known: Known) => ({
  best: smallestOf(known),
  others: [],
  pivotal: null,
  windows: known.windows,
});

/** The smallest set known in any window; of equal ones that which leaves least. */
const smallestOf = ({ windows }: Known): Break | null =>
  windows.reduce<Break | null>((smallest, { best }) => {
    if (best === null || smallest === null) return smallest ?? best;
    const more = best.set.size - smallest.set.size || best.share - smallest.share;
    return more < 0 ? best : smallest;
  }, null);

/** A window in which losing everything breaks nothing is done: to lose less never leaves less. False where a limit ended it. */
async function loseEverything(stage: Stage, known: Known, solving: Solving): Promise<boolean> {
  const all = new Set(stage.losses.keys());
  const shares = await leftFromEach(stage, all, known.windows.map(fromOf), solving);
  shares?.forEach((share, at) => {
    const window = known.windows[at]!;
    if (isBroken(stage, { share })) keep(known, { set: all, from: window.from, share });
    else window.atLeast = all.size + 1;
  });
  return shares !== undefined;
}

/** Breaking sets that are easily found: all sources of an item, the fewest first, and of these no more than it takes. */
async function loseSources(stage: Stage, known: Known, solving: Solving): Promise<void> {
  for (const set of sourceSets(stage)) {
    const smallest = smallestOf(known);
    if (smallest === null || set.size >= smallest.set.size) return;
    const open = known.windows.filter(({ best }) => best !== null);
    const shares = await leftFromEach(stage, set, open.map(fromOf), solving);
    if (!shares) return;
    const breaks = open.flatMap(({ from }, at): readonly Break[] =>
      isBroken(stage, { share: shares[at]! }) ? [{ set, from, share: shares[at]! }] : [],
    );
    for (const found of breaks) keep(known, found);
    const worst = breaks.reduce<Break | null>((most, own) => (most && most.share <= own.share ? most : own), null);
    const part = worst && set.size > 1 && (await leastPart(stage, set, worst.from, solving));
    if (part) keep(known, { ...part, from: worst.from });
  }
}

/** For each item the losses that take all its sources, where there are such. */
function sourceSets({ ground, losses }: Stage): readonly LossSet[] {
  const lossesOf = new Map<string, number[]>();
  losses.forEach(({ suppliers }, at) => {
    for (const supplier of suppliers) lossesOf.set(supplier, [...(lossesOf.get(supplier) ?? []), at]);
  });
  const sets = new Map<string, LossSet>();
  for (const sources of grouped(ground.sources, ({ item }) => item).values()) {
    if (sources.some(({ supplier }) => !lossesOf.has(supplier))) continue;
    const set = new Set(sources.map(({ supplier }) => lossesOf.get(supplier)![0]!));
    sets.set([...set].sort((one, other) => one - other).join(), set);
  }
  return [...sets.values()].sort((one, other) => one.size - other.size);
}

/** The window in which a set leaves least, as far as limits let it be sought. */
async function worstWindow(stage: Stage, known: Known, found: Break, solving: Solving): Promise<Break> {
  const open = known.windows.filter(({ best }) => best !== null);
  const shares = await leftFromEach(stage, found.set, open.map(fromOf), solving);
  let worst = found;
  shares?.forEach((share, at) => {
    if (!isBroken(stage, { share })) return;
    const own = { ...found, from: open[at]!.from, share };
    keep(known, own);
    if (share < worst.share) worst = own;
  });
  return worst;
}

/** Other sets as small as one that is smallest: what is in all of them is what matters. */
async function alternatives(
  stage: Stage,
  known: Known,
  { set }: Break,
  solving: Solving,
): Promise<Pick<Found, 'others' | 'pivotal'>> {
  const others: Break[] = [];
  const pivotal: number[] = [];
  for (const barred of set) {
    if (others.some((other) => !other.set.has(barred))) continue;
    const found = await seekBreak(stage, known, { most: set.size, barred }, solving);
    if (found === undefined) return { others, pivotal: null };
    if (found === null) pivotal.push(barred);
    else others.push(await worstWindow(stage, known, found, solving));
  }
  return { others, pivotal };
}

const fromOf = ({ from }: Window): number => from;
