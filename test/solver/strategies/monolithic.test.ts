import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../solver/engines/engine.ts';
import type { LinearModel } from '../../../solver/model/linear-model.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import { highsOfTests as highs } from '../../support/highs.ts';
import { twoWelders } from '../../support/two-welders.ts';

/** The model with nothing delivered. */
const idle = (model: LinearModel): LinearModel => ({
  ...model,
  colUpper: model.colUpper.map((upper, column) => (model.columns[column]!.startsWith('y|') ? 0 : upper)),
});

/** Twenty frames are due; sixteen hours a quarter at two firms make all of them. */
const problem = planningProblem(twoWelders({ solve: { timeLimit: 60, gap: 0 } }));

/**
 * An engine that takes its time: the first `slow` searches for the least shortfall use all the time that they get and end with nothing
 * delivered, every other solve takes a second.
 */
function tired(slow: number) {
  const clock = { now: 0 };
  const given: number[] = [];
  const engine: Engine = {
    ...highs,
    async solve(model, limits, ...rest) {
      const isShortfall = !model.rows.includes('aim|shortfall') && model.integer.includes(1);
      if (isShortfall) given.push(limits.seconds);
      if (!isShortfall || given.length > slow) {
        clock.now += 1000;
        return highs.solve(model, limits, ...rest);
      }
      clock.now += limits.seconds * 1000;
      const nothing = await highs.solve(idle(model), limits, ...rest);
      if (nothing.status !== 'optimal') throw new Error('to make nothing is a plan');
      return { ...nothing, status: 'feasible', bound: 0, limit: 'time' };
    },
  };
  return { given, decide: () => monolithic.decide(problem, engine, { now: () => clock.now }) };
}

describe('time that the cost leaves over', () => {
  test('goes to the shortfall that is still open, until it is closed', async () => {
    const { given, decide } = tired(1);
    const decided = await decide();
    expect(decided).toMatchObject({ status: 'optimal', hit: null });
    expect(given).toEqual([30, expect.closeTo(0.9 * 29, 6)]);
    const made = decided.status === 'optimal' ? [...decided.solution.values] : [];
    expect(made.reduce((sum, value) => Math.max(sum, value), 0)).toBeGreaterThanOrEqual(8);
  });

  test('is used up before a limit is said to have been hit', async () => {
    const { given, decide } = tired(9);
    expect(await decide()).toMatchObject({ status: 'feasible', hit: 'time' });
    expect(given).toEqual([30, expect.closeTo(0.9 * 29, 6)]);
  });

  test('is not asked for where nothing is open', async () => {
    const { given, decide } = tired(0);
    expect(await decide()).toMatchObject({ status: 'optimal', hit: null });
    expect(given).toEqual([30]);
  });
});
