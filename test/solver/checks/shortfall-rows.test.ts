import { expect, test } from 'vitest';
import type { Plan, ShortfallRow } from '../../../scenarios/domain/plan.ts';
import { shortfallRows } from '../../../solver/checks/shortfall-rows.ts';
import { faultsOf, messagesOf, weldingShop } from './judge.ts';

const gives = (q1: number, q2: number) => ({
  delivered: [
    ['BOOM', '2026-Q1', q1],
    ['BOOM', '2026-Q2', q2],
  ] as const,
});
const listed =
  (...rows: readonly [period: string, quantity: number][]) =>
  (plan: Plan) => ({
    ...plan,
    shortfall: rows.map(
      ([period, quantity]): ShortfallRow => ({ item: 'BOOM', period, quantity, causes: ['no welders'] }),
    ),
  });

test('seven of ten delivered: three are missing', async () => {
  expect(await messagesOf(shortfallRows, weldingShop(), gives(7, 10), listed(['2026-Q1', 3]))).toEqual([]);
  expect(await messagesOf(shortfallRows, weldingShop(), gives(7, 10), listed(['2026-Q1', 2]))).toEqual([
    'shortfall of BOOM in 2026-Q1 is 2, expected 3',
  ]);
  expect(await messagesOf(shortfallRows, weldingShop(), gives(7, 10), listed())).toEqual([
    'shortfall of BOOM in 2026-Q1 is 0, expected 3',
  ]);
});

test('what is missing in the last quarter is listed as well, and the item and quarter named', async () => {
  expect(await messagesOf(shortfallRows, weldingShop(), gives(10, 6), listed(['2026-Q2', 4]))).toEqual([]);
  expect(await faultsOf(shortfallRows, weldingShop(), gives(10, 6), listed())).toEqual([
    {
      item: 'BOOM',
      period: '2026-Q2',
      message: 'shortfall of BOOM in 2026-Q2 is 0, expected 4',
      found: 0,
      expected: 4,
    },
  ]);
  expect(await faultsOf(shortfallRows, weldingShop(), gives(10, 6), listed(['2026-Q2', 5]))).toEqual([
    {
      item: 'BOOM',
      period: '2026-Q2',
      message: 'shortfall of BOOM in 2026-Q2 is 5, expected 4',
      found: 5,
      expected: 4,
    },
  ]);
});

test('an item that nobody asks for is not short', async () => {
  const jib = (plan: Plan) => ({
    ...plan,
    shortfall: [{ item: 'JIB', period: '2026-Q1', quantity: 2, causes: ['no welders'] }],
  });
  expect(await messagesOf(shortfallRows, weldingShop(), gives(10, 10), jib)).toEqual([
    'shortfall of JIB in 2026-Q1 is 2, expected 0',
  ]);
});

test('nothing is missing where all is delivered', async () => {
  expect(await messagesOf(shortfallRows, weldingShop(), gives(10, 10), listed(['2026-Q2', 1]))).toEqual([
    'shortfall of BOOM in 2026-Q2 is 1, expected 0',
  ]);
});

test('a quarter that catches up misses nothing itself', async () => {
  const carried = weldingShop({ policy: { backlog: 'carried' } });
  expect(await messagesOf(shortfallRows, carried, gives(7, 13), listed(['2026-Q1', 3]))).toEqual([]);
  expect(await messagesOf(shortfallRows, carried, gives(7, 10), listed(['2026-Q1', 3]))).toEqual([]);
});

test.each([[[]], [['']], [['no welders', ' ']]])('causes %o name no cause', async (causes) => {
  const bend = (plan: Plan) => ({ ...plan, shortfall: plan.shortfall.map((row) => ({ ...row, causes })) });
  expect(await messagesOf(shortfallRows, weldingShop(), gives(7, 10), bend)).toEqual([
    'the shortfall of BOOM in 2026-Q1 names no cause',
  ]);
});
