import type { Periods } from '../../scenarios/domain/units.ts';
import { isBridged } from './bridged.ts';
import type { Loss } from './domains.ts';
import { type Ground, workOf } from './ground.ts';
import type { Outage } from './outages.ts';
import { missingProgram, type Question } from './programs.ts';
import { type Solving, solveApart } from './solve-apart.ts';

/** How long a plan survives a loss, whenever it happens. */
export interface Survival {
  readonly periods: Periods;
  /** No more were looked at. */
  readonly atLeast: boolean;
}

/** A loss whose survival is looked at for `most` periods at most. */
export interface Looked {
  readonly loss: Loss;
  readonly most: Periods;
}

/**
 * Time to survive (Simchi-Levi et al. 2014) of each loss, in whole periods: the largest N ≤ `most` such that for each n ≤ N, from each period τ of
 * the horizon, an outage [τ, e], e = min(T, τ + n − 1), has one recourse that brings
 *
 *   Σ_{t=τ+k..j+k} y′[d,t] ≥ β·Σ_{t=τ+k..j+k} y[d,t]   for each product d, each offset k by which the lost work for it and each j = τ..e
 *
 * which is every service window of the rule cut at each of its periods. What is lost stays lost through all n. Undefined where a limit or a stop
 * ended it.
 */
export async function survivalsOf(
  ground: Ground,
  looked: readonly Looked[],
  solving: Solving,
): Promise<readonly Survival[] | undefined> {
  const { horizon } = ground.operation.problem;
  const { serviceLevel } = ground.terms;
  const outageOf = (loss: Loss, from: number, periods: Periods): Outage => ({
    ...{ loss, from },
    to: Math.min(horizon, from + periods - 1),
  });
  // What is bridged for the whole time is bridged for less of it.
  const open = new Map(
    looked.map(({ loss, most }) => {
      const starts = Array.from({ length: horizon }, (_, at) => at + 1);
      return [loss, starts.filter((from) => !isBridged(ground, outageOf(loss, from, most), serviceLevel))] as const;
    }),
  );
  const survived = new Map<Loss, Periods>();
  for (let periods = 1; ; periods++) {
    const now = looked.filter(({ loss, most }) => !survived.has(loss) && periods <= most);
    if (now.length === 0) break;
    const outages = now.flatMap(({ loss }) =>
      (open.get(loss) ?? [])
        // An outage that ends with the horizon was looked at with fewer periods.
        .filter((from) => periods === 1 || from + periods - 1 <= horizon)
        .map((from) => outageOf(loss, from, periods))
        .filter((outage) => !isBridged(ground, outage, serviceLevel)),
    );
    const failing = await failingOf(ground, outages, solving);
    if (!failing) return undefined;
    for (const loss of failing) survived.set(loss, periods - 1);
  }
  return looked.map(({ loss, most }) => {
    const periods = survived.get(loss);
    return periods === undefined ? { periods: most, atLeast: true } : { periods, atLeast: false };
  });
}

/** The losses of those outages that fail; of each one is enough, so that they are tried one after the other, of all losses together. */
async function failingOf(
  ground: Ground,
  outages: readonly Outage[],
  solving: Solving,
): Promise<ReadonlySet<Loss> | undefined> {
  const program = (question: Question) => missingProgram(ground, question, () => ({ cut: true }));
  const near = await solveApart(
    outages.map((outage) => program({ outage, near: workOf(ground, outage) })),
    solving,
  );
  if (!near) return undefined;
  const left = near.filter(({ weighted }) => weighted > 0).sort((one, other) => other.weighted - one.weighted);
  const failing = new Set<Loss>();
  while (left.length > 0) {
    const turn = new Map<Loss, Outage>();
    for (const { outage } of left) if (!turn.has(outage.loss)) turn.set(outage.loss, outage);
    const found = await solveApart(
      [...turn.values()].map((outage) => program({ outage })),
      solving,
    );
    if (!found) return undefined;
    for (const { outage, weighted } of found) if (weighted > 0) failing.add(outage.loss);
    const done = new Set(turn.values());
    left.splice(0, left.length, ...left.filter(({ outage }) => !done.has(outage) && !failing.has(outage.loss)));
  }
  return failing;
}
