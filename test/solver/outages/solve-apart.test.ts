import { expect, test } from 'vitest';
import type { Engine } from '../../../solver/engines/engine.ts';
import { type Program, solveApart } from '../../../solver/outages/solve-apart.ts';
import { engineOfTests } from '../../support/highs.ts';

/** Of a thousand columns, each at least `figure`, the least sum. */
const sumOf = (figure: number): Program<number> => {
  let columns: readonly number[] = [];
  return {
    add(builder, name) {
      columns = Array.from({ length: 1000 }, (_, at) => builder.column(`${name}|${at}`, { lower: figure, upper: 20 }));
      builder.row(
        `${name}|all`,
        columns.map((column) => ({ column, value: 1 })),
        { lower: 0 },
      );
      return columns.map((column) => ({ column, value: 1 }));
    },
    read: (values) => columns.reduce((sum, column) => sum + values[column]!, 0) / 1000,
  };
};

const figures = Array.from({ length: 14 }, (_, at) => at + 1);

/** An engine of three threads whose first models take longest; it counts how many it works on at the same time. */
function threaded(answer: Engine['solve'] = engineOfTests.solve) {
  const seen = { models: 0, together: 0, most: 0 };
  const engine: Engine = {
    ...engineOfTests,
    threads: 3,
    async solve(...asked) {
      const at = seen.models++;
      seen.most = Math.max(seen.most, ++seen.together);
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, 30 - 10 * at)));
      const outcome = await answer(...asked);
      seen.together -= 1;
      return outcome;
    },
  };
  return { engine, seen };
}

test('models are solved on as many threads as there are, and answers keep their order', async () => {
  const { engine, seen } = threaded();
  expect(await solveApart(figures.map(sumOf), { engine })).toEqual(figures);
  expect(seen.models).toBeGreaterThan(3);
  expect(seen.most).toBe(3);
  expect(await solveApart(figures.map(sumOf), { engine: engineOfTests })).toEqual(figures);
});

test('one that is not solved ends all, and no further model is begun', async () => {
  const { engine, seen } = threaded(async () => ({ status: 'undecided', limit: 'time', reason: 'time is up' }));
  expect(await solveApart(figures.map(sumOf), { engine })).toBeUndefined();
  expect(seen.models).toBe(3);
});

test('nothing asked is nothing answered', async () => {
  expect(await solveApart([], { engine: engineOfTests })).toEqual([]);
});
