import type { Reserve } from '../../scenarios/domain/robustness.ts';
import type { Loss } from './domains.ts';
import { type Ground, workOf } from './ground.ts';
import { type Bounded, largestByLoss } from './most.ts';
import type { Outage } from './outages.ts';
import { hoursProgram, surgeProgram, surgingProgram, type Unprotected } from './programs.ts';
import { type Solving, solveApart } from './solve-apart.ts';

/** Below this a figure is noise of an engine. */
const NOISE = 1e-6;

/**
 * What would have to be in reserve for every outage of each loss to pass: the surge with which the hardest passes; hours for the one that leaves most
 * unprotected. Undefined where a limit or a stop ended it.
 */
export async function reservesOf(
  ground: Ground,
  failing: readonly Unprotected[],
  solving: Solving,
): Promise<ReadonlyMap<Loss, Reserve> | undefined> {
  const surges = await surgesOf(ground, failing, solving);
  if (!surges) return undefined;
  const worst = new Map<Loss, Unprotected>();
  for (const own of failing)
    if (own.weighted > (worst.get(own.outage.loss)?.weighted ?? 0)) worst.set(own.outage.loss, own);
  const hopeless = surges.hopeless;
  const helped = [...worst.values()].filter(({ outage }) => !hopeless.has(outage));
  const hours = await solveApart(
    helped.map(({ outage }) => hoursProgram(ground, outage)),
    solving,
  );
  if (!hours) return undefined;
  const hoursOf = new Map(helped.map(({ outage }, at) => [outage.loss, hours[at]!]));
  return new Map(
    [...worst.keys()].map((loss) => {
      const own = hoursOf.get(loss);
      const rows = own && [...own].filter(([, more]) => more > NOISE).sort(([one], [other]) => (one < other ? -1 : 1));
      const reserve: Reserve = {
        surge: surges.most.get(loss) ?? null,
        hours: rows?.map(([process, more]) => ({ process, hours: more })) ?? null,
      };
      return [loss, reserve] as const;
    }),
  );
}

interface Surges {
  /** By loss, where some surge is enough for all its outages. */
  readonly most: ReadonlyMap<Loss, number>;
  /** Outages for which none is enough. */
  readonly hopeless: ReadonlySet<Outage>;
}

async function surgesOf(
  ground: Ground,
  failing: readonly Unprotected[],
  solving: Solving,
): Promise<Surges | undefined> {
  const near = (outage: Outage) => ({ outage, near: workOf(ground, outage) });
  const moving = await solveApart(
    failing.map(({ outage }) => surgingProgram(ground, near(outage))),
    solving,
  );
  if (!moving) return undefined;
  const notMoved = moving.filter(({ weighted }) => weighted > 0).map(({ outage }) => outage);
  const whole = await solveApart(
    notMoved.map((outage) => surgingProgram(ground, { outage })),
    solving,
  );
  if (!whole) return undefined;
  const hopeless = new Set(whole.filter(({ weighted }) => weighted > 0).map(({ outage }) => outage));
  const lost = new Set([...hopeless].map(({ loss }) => loss));
  const asked = failing.map(({ outage }) => outage).filter(({ loss }) => !lost.has(loss));
  const easy = asked.filter((outage) => !notMoved.includes(outage));
  const upper = await solveApart(
    easy.map((outage) => surgeProgram(ground, near(outage))),
    solving,
  );
  if (!upper) return undefined;
  const bounded: readonly Bounded[] = [
    ...easy.map((outage, at) => ({ outage, most: upper[at]! })),
    ...asked.filter((outage) => notMoved.includes(outage)).map((outage) => ({ outage, most: Infinity })),
  ];
  const found = await largestByLoss(
    bounded,
    ({ outage }) => surgeProgram(ground, { outage }),
    (surge) => surge,
    solving,
  );
  if (!found) return undefined;
  return {
    most: new Map([...new Set(asked.map(({ loss }) => loss))].map((loss) => [loss, found.get(loss)?.answer ?? 0])),
    hopeless,
  };
}
