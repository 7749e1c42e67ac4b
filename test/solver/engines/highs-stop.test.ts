import { expect, test } from 'vitest';
import { highsOfTests } from '../../support/highs.ts';
import { chain, exact } from './conformance-cases.ts';

test.each([
  ['the simplex', 200],
  ['interior points', 4100],
])('an LP by %s hears a stop', async (_, size) => {
  const engine = highsOfTests;
  const limits = { ...exact, presolve: false };
  const stop = Int32Array.of(1);
  const outcome = await engine.solve(chain(size), limits, { stop });
  expect(outcome).toMatchObject({ status: 'undecided', limit: 'interrupt' });
  stop[0] = 0;
  expect(await engine.solve(chain(size), limits, { stop })).toMatchObject({ status: 'optimal' });
});
