import { afterEach, expect, test, vi } from 'vitest';
import { createBoundedHighs, EDGE_BOUNDS, type HighsBounds } from '../../../solver/engines/bounded-highs.ts';
import type { EngineProgress } from '../../../solver/engines/engine.ts';
import { createHighsLoader } from '../../../solver/engines/highs-runtime.node.ts';
import { chain, exact, hardCover, hardKnapsack } from './conformance-cases.ts';

const load = createHighsLoader();
const within = (bounds: Partial<HighsBounds> = {}) => createBoundedHighs(load, { ...EDGE_BOUNDS, ...bounds });
const MEBIBYTE = 2 ** 20;

afterEach(() => void vi.restoreAllMocks());

test('a solve that runs out of memory is undecided, and the next one works', async () => {
  const engine = within({ memory: 24 * MEBIBYTE });
  expect(await engine.solve(hardCover(160), exact)).toEqual({
    ...{ status: 'undecided', limit: 'engine' },
    reason: expect.stringContaining('needs more than the 24 MiB of memory that the solver has here'),
  });
  expect(await engine.solve(hardCover(60), exact)).toMatchObject({ status: 'optimal' });
});

test('a search that runs short of memory ends with its best solution', async () => {
  // It asks for some 29 MiB: less than all, more than what is taken for scarce.
  const outcome = await within({ memory: 34 * MEBIBYTE }).solve(hardCover(160), exact);
  expect(outcome).toMatchObject({ status: 'feasible', limit: 'engine' });
});

test('a model that surely needs more memory is refused with its size, before and by the solve', async () => {
  const engine = within({ memory: 21 * MEBIBYTE });
  const reason =
    'the model has 1000 columns × 1000 rows with 5000 coefficients, in all more than 6,553, and needs more than ' +
    'the 21 MiB of memory that the solver has here; plan it with the command line or with a service on Node';
  expect(engine.refuses!(chain(1000))).toBe(reason);
  expect(await engine.solve(chain(1000), exact)).toEqual({ status: 'undecided', limit: 'engine', reason });
  expect(engine.refuses!(chain(900))).toBeUndefined();
  expect(engine.refuses!(chain(900, true))).toContain('more than 3,276');
});

test('a search that states no work limit ends after the nodes of the bounds; one that does, after its own', async () => {
  const outcome = await within({ nodes: 1 }).solve(hardKnapsack(50), exact);
  expect(outcome).toMatchObject({ status: 'feasible', limit: 'work' });
  expect(await within({ nodes: 0 }).solve(hardKnapsack(50), { ...exact, work: 1 })).toEqual(outcome);
});

test('a search ends at its work limit when its LPs have used their iterations, and keeps its best solution', async () => {
  const engine = within({ iterations: { ...EDGE_BOUNDS.iterations, simplex: 500 } });
  expect(await engine.solve(hardKnapsack(50), exact)).toMatchObject({ status: 'feasible', limit: 'work' });
});

test('an LP ends at its work limit after the iterations of its method', async () => {
  const limits = { ...exact, presolve: false };
  const ended = { status: 'undecided', limit: 'work' };
  const few = within({ iterations: { ...EDGE_BOUNDS.iterations, simplex: 3, interior: 2 } });
  expect(await few.solve(chain(200), limits)).toMatchObject(ended);
  expect(await few.solve(chain(4100), limits)).toMatchObject(ended);
  expect(await within().solve(chain(200), limits)).toMatchObject({ status: 'optimal' });
});

test('an LP also ends at its work limit in the crossover after interior points', async () => {
  const limits = { ...exact, presolve: false };
  const plenty = await within().solve(chain(4100), limits);
  expect(plenty).toMatchObject({ status: 'optimal' });
  const few = within({ iterations: { ...EDGE_BOUNDS.iterations, steps: 200 } });
  expect(await few.solve(chain(4100), limits)).toMatchObject({ status: 'undecided', limit: 'work' });
});

test('where the clock stands still, as in a Worker, progress is told at each change', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(1000);
  vi.spyOn(Date, 'now').mockReturnValue(1000);
  const told: EngineProgress[] = [];
  await within().solve(hardKnapsack(50), { ...exact, work: 5 }, { progress: (event) => void told.push(event) });
  expect(new Set(told.map(({ seconds }) => seconds)).size).toBe(1);
  const known = told.map(({ incumbent, bound }) => `${incumbent} ${bound}`);
  expect(known.length).toBeGreaterThan(3);
  expect(known.every((text, at) => text !== known[at - 1])).toBe(true);
});
