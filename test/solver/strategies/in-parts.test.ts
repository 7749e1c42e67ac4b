import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dualBound } from '../../../solver/engines/dual-bound.ts';
import { type Engine, type EngineLimits, isSolved, type Outcome } from '../../../solver/engines/engine.ts';
import { brokenPart } from '../../../solver/model/broken-part.ts';
import { type LinearModel, objectiveAt } from '../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';
import { inParts } from '../../../solver/strategies/in-parts.ts';
import { blockModel } from '../../support/block-models.ts';
import { engineOfTests } from '../../support/highs.ts';
import { runs, seedOf } from '../../support/plan-small.ts';

const limits: EngineLimits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };
const clock = () => 0;
const parted = (engine: Engine): Engine => inParts(engine, clock, 1);

/** The engine of tests, and how many models of how many columns it was given. */
function counting(engine: Engine = engineOfTests) {
  const asked: number[] = [];
  return {
    asked,
    engine: {
      ...engine,
      solve: (...task: Parameters<Engine['solve']>) => {
        asked.push(task[0].columns.length);
        return engine.solve(...task);
      },
    } satisfies Engine,
  };
}

const near = (one: number, other: number) =>
  expect(Math.abs(one - other)).toBeLessThan(1e-6 * Math.max(1, Math.abs(other)));

test('in parts a model has the optimum that it has whole', { timeout: 300_000 }, async () => {
  let several = 0;
  await fc.assert(
    fc.asyncProperty(blockModel({ whole: true }), async ({ model }) => {
      const { engine, asked } = counting();
      const [whole, inTurn] = [await engineOfTests.solve(model, limits), await parted(engine).solve(model, limits)];
      if (whole.status !== 'optimal' || inTurn.status !== 'optimal')
        throw new Error(`${whole.status} ${inTurn.status}`);
      several += asked.length > 1 ? 1 : 0;
      near(inTurn.value, whole.value);
      near(objectiveAt(model, inTurn.values), inTurn.value);
      expect(inTurn.bound).toBeLessThanOrEqual(inTurn.value + 1e-6 * Math.max(1, Math.abs(inTurn.value)));
      expect(brokenPart(model, inTurn.values)).toBe(undefined);
    }),
    { seed: seedOf(), numRuns: runs(60) },
  );
  expect(several).toBeGreaterThan(30);
});

test('duals of the parts prove the optimum of the whole', { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(blockModel({ whole: false }), async ({ model }) => {
      const outcome = await parted(engineOfTests).solve(model, limits);
      if (outcome.status !== 'optimal') throw new Error(outcome.status);
      near(dualBound(model, outcome.rowDuals!), outcome.value);
      const reduced = Float64Array.from(model.cost);
      for (let row = 0; row < model.rows.length; row++)
        for (let term = model.starts[row]!; term < model.starts[row + 1]!; term++)
          reduced[model.indices[term]!]! -= outcome.rowDuals![row]! * model.values[term]!;
      reduced.forEach((price, column) => {
        near(outcome.columnDuals![column]!, price);
      });
    }),
    { seed: seedOf(), numRuns: runs(100) },
  ),
);

/** `n` columns of which each is at least `least` and costs 2 a unit. */
function apart(n: number, least: (at: number) => number, integer = false): LinearModel {
  const builder = createModelBuilder();
  for (let at = 0; at < n; at++) {
    const column = builder.column(`x${at}`, { upper: 10, integer });
    builder.row(`r${at}`, [{ column, value: 1 }], { lower: least(at) });
  }
  return builder.build(Array.from({ length: n }, (_, column) => ({ column, value: 2 })));
}

test('as many parts at once as the engine has threads, and the same answer whatever ends first', async () => {
  const answers: Outcome[] = [];
  for (const threads of [1, 3]) {
    let [running, most, begun] = [0, 0, 0];
    const slow: Engine = {
      ...engineOfTests,
      threads,
      async solve(...task) {
        most = Math.max(most, ++running);
        // The first to begin is the last to end.
        await new Promise((done) => setTimeout(done, 40 - 5 * begun++));
        const outcome = await engineOfTests.solve(...task);
        running -= 1;
        return outcome;
      },
    };
    answers.push(
      await parted(slow).solve(
        apart(6, (at) => at / 3),
        limits,
      ),
    );
    expect(most).toBe(threads);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 'optimal', value: 10 });
});

test('one part without a point leaves the whole without one, and none is begun after it', async () => {
  const { engine, asked } = counting();
  const model = apart(4, (at) => (at === 1 ? 11 : 1));
  expect((await parted(engine).solve(model, limits)).status).toBe('infeasible');
  expect(asked).toHaveLength(2);
});

test.each([
  ['undecided', { status: 'undecided', limit: 'engine', reason: 'out of memory' }],
  ['unbounded', { status: 'unbounded' }],
] as const)('one %s part leaves the whole so', async (status, outcome) => {
  const odd: Engine = {
    ...engineOfTests,
    solve: async (model, ...rest) => (model.rows[0] === 'r2' ? outcome : engineOfTests.solve(model, ...rest)),
  };
  expect(
    await parted(odd).solve(
      apart(4, () => 1),
      limits,
    ),
  ).toEqual(outcome);
  expect(outcome.status).toBe(status);
});

test('a limit that ended one part is that of the whole, whose bound is the sum', async () => {
  const hurried: Engine = {
    ...engineOfTests,
    async solve(model, ...rest) {
      const outcome = await engineOfTests.solve(model, ...rest);
      if (model.rows[0] !== 'r1' || !isSolved(outcome)) return outcome;
      return { ...outcome, status: 'feasible', bound: outcome.bound - 1, limit: 'time' };
    },
  };
  const outcome = await parted(hurried).solve(
    apart(3, () => 2, true),
    limits,
  );
  expect(outcome).toMatchObject({ status: 'feasible', value: 12, bound: 11, limit: 'time' });
});

/** The limits that each part of three is given. */
async function limitsGiven(model: LinearModel, asked: EngineLimits, now = clock): Promise<readonly EngineLimits[]> {
  const given: EngineLimits[] = [];
  const listening: Engine = {
    ...engineOfTests,
    solve(part, own, ...rest) {
      given.push(own);
      return engineOfTests.solve(part, own, ...rest);
    },
  };
  await inParts(listening, now, 1).solve(model, asked);
  return given;
}

test('limits are shared out: nodes and the absolute gap; the relative gap holds for each where nothing is below 0', async () => {
  const asked = { ...limits, gap: 0.1, absoluteGap: 3, work: 30, target: 5 };
  const shared = { gap: 0.1, absoluteGap: 1, work: 10, seed: 1 };
  const given = await limitsGiven(
    apart(3, () => 1, true),
    asked,
  );
  expect(given).toEqual([1, 2, 3].map(() => ({ ...shared, seconds: 60, presolve: false })));
  const model = apart(3, () => 1, true);
  const negative = { ...model, cost: model.cost.map((price, column) => (column === 2 ? -price : price)) };
  expect((await limitsGiven(negative, asked)).map(({ gap }) => gap)).toEqual([0, 0, 0]);
});

test('seconds count from the start of the first part', async () => {
  let now = 0;
  const given = await limitsGiven(
    apart(3, () => 1),
    limits,
    () => {
      now += 7000;
      return now;
    },
  );
  expect(given.map(({ seconds }) => seconds)).toEqual([53, 46, 39]);
});

test('a start is parted as the model is', async () => {
  const starts: (readonly number[] | undefined)[] = [];
  const listening: Engine = {
    ...engineOfTests,
    solve(part, own, hooks, start) {
      starts.push(start && [...start]);
      return engineOfTests.solve(part, own, hooks, start);
    },
  };
  await parted(listening).solve(
    apart(3, () => 1, true),
    limits,
    {},
    Float64Array.of(4, 5, 6),
  );
  expect(starts).toEqual([[4], [5], [6]]);
});

test('whoever wants incumbents has them of the whole model', async () => {
  const { engine, asked } = counting();
  await parted(engine).solve(
    apart(3, () => 1, true),
    limits,
    { incumbent: () => undefined },
  );
  expect(asked).toEqual([3]);
});

test('a stop reaches every part, and progress tells nothing of the whole but the seconds', async () => {
  const stop = new Int32Array(1);
  const told: unknown[] = [];
  const listening: Engine = {
    ...engineOfTests,
    solve(part, own, hooks) {
      expect(hooks?.stop).toBe(stop);
      hooks?.progress?.({ incumbent: 1, bound: 0, seconds: 3 });
      return engineOfTests.solve(part, own);
    },
  };
  await parted(listening).solve(
    apart(2, () => 1),
    limits,
    { stop, progress: (event) => told.push(event) },
  );
  expect(told).toEqual([1, 2].map(() => ({ incumbent: null, bound: null, seconds: 3 })));
});

test('small parts go together', async () => {
  const { engine, asked } = counting();
  await inParts(engine, clock, 6).solve(
    apart(9, () => 1),
    limits,
  );
  expect(asked).toEqual([3, 3, 3]);
});
