import type { Units } from '../../scenarios/domain/units.ts';
import { isBridged, losesWork } from './bridged.ts';
import { type Ground, groundOf, workOf } from './ground.ts';
import type { Operation } from './operation.ts';
import { type Outage, outagesOf } from './outages.ts';
import { missingProgram, type Unprotected } from './programs.ts';
import { type Solving, solveApart } from './solve-apart.ts';
import type { OutageTerms } from './terms.ts';

/** How a plan stands against all outages of some terms. */
export interface Assessment {
  /** Outages assessed: each loss from each period. */
  readonly outages: number;
  /** Those that leave something unprotected: by loss, then by period. */
  readonly unprotected: readonly Unprotected[];
  /** Σ over all of them of what they leave unprotected, weighted: their part of the aim. */
  readonly weighted: Units;
}

/**
 * Assesses an operation: for each outage the least weighted service that cannot be had. Undefined where a limit or a stop ended it. Most outages
 * show without a program that they are bridged, most of the others where the work of who is lost is moved and all else goes on as planned; what
 * is left is solved whole.
 */
export const assess = (operation: Operation, terms: OutageTerms, solving: Solving): Promise<Assessment | undefined> =>
  assessOn(groundOf(operation, terms), solving);

/** The same where the ground is known already. */
export async function assessOn(ground: Ground, solving: Solving): Promise<Assessment | undefined> {
  const { terms, operation } = ground;
  const { count, list } = outagesOf(operation.problem.scenario, terms);
  const open: Outage[] = [];
  for (const outage of list())
    if (losesWork(ground, outage) && !isBridged(ground, outage, terms.serviceLevel)) open.push(outage);
  const failing = await notMoved(ground, open, terms.serviceLevel, solving);
  const left = failing?.map(({ outage }) => missingProgram(ground, { outage }));
  const found = left && (await solveApart(left, solving));
  if (!found) return undefined;
  const unprotected = found.filter(({ weighted }) => weighted > 0);
  return { outages: count, unprotected, weighted: unprotected.reduce((sum, { weighted }) => sum + weighted, 0) };
}

/** The outages that leave something unprotected where the lost work is moved and all else goes on as planned; with what, which is the most they can leave. */
export async function notMoved(
  ground: Ground,
  outages: readonly Outage[],
  serviceLevel: number,
  solving: Solving,
): Promise<readonly Unprotected[] | undefined> {
  const programs = outages.map((outage) =>
    missingProgram(ground, { outage, near: workOf(ground, outage), serviceLevel }),
  );
  return (await solveApart(programs, solving))?.filter(({ weighted }) => weighted > 0);
}
