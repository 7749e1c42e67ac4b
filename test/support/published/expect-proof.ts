import { expect } from 'vitest';
import { emptyFolder } from '../../src/cli/support/folder.ts';
import type { Instance } from './instance.ts';
import { judge } from './judge.ts';
import { type Asked, prove } from './prove.ts';

/** How far Gilde's cost may be from the optimum, relative: published values have seven digits or more. */
const TOLERANCE = 1e-6;

/**
 * Expects that the command line proves the optimum of a problem: the plan is optimal, nothing is short, its cost, its bound and its cost
 * reckoned from the published figures are the optimum, it breaks nothing of the problem, and `gilde verify` agrees.
 */
export async function expectOptimum(instance: Instance, optimum: number, asked: Asked): Promise<void> {
  const { plan, verified } = await prove(instance, await emptyFolder(), asked);
  const near = (value: number | undefined) =>
    Math.abs((value ?? Number.NaN) - optimum) <= TOLERANCE * Math.abs(optimum);
  const [shortfall, cost] = plan.aims;
  const judged = judge(instance, plan);

  expect({ status: plan.status, hit: plan.limits.hit }).toEqual({ status: 'optimal', hit: null });
  expect(shortfall).toMatchObject({ aim: 'shortfall', value: 0 });
  expect(near(cost?.value), `cost ${cost?.value}, optimum ${optimum}`).toBe(true);
  expect(near(cost?.bound), `bound ${cost?.bound}, optimum ${optimum}`).toBe(true);
  expect(judged.faults).toEqual([]);
  expect(near(judged.cost), `cost by the published figures ${judged.cost}, optimum ${optimum}`).toBe(true);
  expect(verified.stdout).toMatch(/^holds: /);
  expect(verified.code).toBe(0);
}

/**
 * Expects that nothing which a plan says of a problem is false, whether it was finished in its time or not: `gilde verify` agrees, no
 * bound is above the optimum, a plan that serves everything breaks nothing of the problem and costs no less than the optimum, and
 * costs it where it is called optimal.
 */
export async function expectNothingFalse(instance: Instance, optimum: number, asked: Asked): Promise<void> {
  const { plan, verified } = await prove(instance, await emptyFolder(), asked);
  const [shortfall, cost] = plan.aims;
  const room = TOLERANCE * Math.abs(optimum);

  expect(verified.code, verified.stdout).toBe(0);
  expect(cost!.bound).toBeLessThanOrEqual(optimum + room);
  expect(shortfall!.bound).toBeLessThanOrEqual(TOLERANCE);
  if (shortfall!.value > 0) {
    expect(plan.status).not.toBe('optimal');
    return;
  }
  const judged = judge(instance, plan);
  expect(judged.faults).toEqual([]);
  expect(judged.cost).toBeGreaterThanOrEqual(optimum - room);
  expect(Math.abs(cost!.value - judged.cost)).toBeLessThanOrEqual(room);
  if (plan.status === 'optimal') expect(cost!.value).toBeLessThanOrEqual(optimum + room);
}
