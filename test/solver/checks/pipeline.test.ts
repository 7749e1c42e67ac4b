import { describe, expect, test } from 'vitest';
import { pipeline } from '../../../solver/checks/pipeline.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { boughtFrames, steelFrames } from '../../support/steel-frames.ts';
import { faultsOf } from './judge.ts';

const makes = (q1: number, q2: number, q3: number) => ({
  production: [
    ['S1', 'FRAME', '2026-Q1', q1],
    ['S1', 'FRAME', '2026-Q2', q2],
    ['S1', 'FRAME', '2026-Q3', q3],
  ] as const,
});

test('frames for which plates were ordered before the start may be completed, later ones without limit', async () => {
  expect(await faultsOf(pipeline, steelFrames(), makes(10, 30, 0))).toEqual([]);
});

test('a frame more than plates were ordered for is named', async () => {
  expect(await faultsOf(pipeline, steelFrames(), makes(11, 10, 9))).toEqual([
    {
      item: 'FRAME',
      period: '2026-Q1',
      message: '11 FRAME are completed by 2026-Q1, but components for 10 were ordered before the start',
      found: 11,
      expected: 10,
    },
  ]);
});

test('a millionth is forgiven, not more', async () => {
  expect(await faultsOf(pipeline, steelFrames(), makes(10.000009, 10, 10))).toEqual([]);
  expect(await faultsOf(pipeline, steelFrames(), makes(10.000011, 10, 10))).toHaveLength(1);
});

test('past-due needs taken in the first quarter, or no components at all, leave it free', async () => {
  expect(await faultsOf(pipeline, steelFrames({ policy: { pastDue: 'first-period' } }), makes(20, 10, 0))).toEqual([]);
  expect(await faultsOf(pipeline, steelFrames({ bom: [] }), makes(20, 10, 0))).toEqual([]);
});

describe('with a lead time of two quarters', () => {
  const slow = (more: Statement = {}) =>
    steelFrames({
      items: [
        { item: 'FRAME', leadTime: 2 },
        { item: 'PLATE', unitValue: 1 },
      ],
      ...more,
    });

  test('what is left of the first quarter counts in the second', async () => {
    expect(await faultsOf(pipeline, slow(), makes(4, 16, 10))).toEqual([]);
    expect(await faultsOf(pipeline, slow(), makes(4, 17, 9))).toEqual([
      {
        item: 'FRAME',
        period: '2026-Q2',
        message: '21 FRAME are completed by 2026-Q2, but components for 20 were ordered before the start',
        found: 21,
        expected: 20,
      },
    ]);
  });

  test('each quarter that is passed is named', async () => {
    const faults = await faultsOf(pipeline, slow(), makes(15, 10, 5));
    expect(faults.map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q2']);
  });

  test('a plan of one quarter is judged by that quarter', async () => {
    const short = slow({ periods: 1, demand: [['FRAME', '2026-Q1', 10]] });
    const made = (quantity: number) => ({ production: [['S1', 'FRAME', '2026-Q1', quantity]] as const });
    expect(await faultsOf(pipeline, short, made(10))).toEqual([]);
    expect(await faultsOf(pipeline, short, made(12))).toHaveLength(1);
  });
});

test('a bought frame takes no plates, whatever is listed below it', async () => {
  const bought = boughtFrames();
  expect(await faultsOf(pipeline, bought, makes(15, 10, 5))).toEqual([]);
});

test('an assembly without a routing is judged by what it delivers and leaves on stock', async () => {
  const assembled = steelFrames({
    programmes: [{ product: 'CRANE' }],
    demand: [
      ['CRANE', '2026-Q1', 10],
      ['CRANE', '2026-Q2', 10],
    ],
    bom: [['CRANE', 'FRAME', 1]],
    items: [{ item: 'CRANE', leadTime: 1, stock: 3 }],
    policy: { backlog: 'carried' },
  });
  const delivers = (q1: number, left: number) => ({
    delivered: [['CRANE', '2026-Q1', q1]] as const,
    stock: [['CRANE', '2026-Q1', left]] as const,
  });
  expect(await faultsOf(pipeline, assembled, delivers(12, 1))).toEqual([]);
  expect(await faultsOf(pipeline, assembled, delivers(13, 1))).toEqual([
    expect.objectContaining({ item: 'CRANE', period: '2026-Q1', found: 11, expected: 10 }),
  ]);
});

test('an assembly that nobody asks for is not judged', async () => {
  const spare = steelFrames({
    bom: [
      ['FRAME', 'PLATE', 1],
      ['SPARE', 'PLATE', 1],
    ],
    items: [
      { item: 'FRAME', leadTime: 1 },
      { item: 'PLATE', unitValue: 1 },
      { item: 'SPARE', leadTime: 2 },
    ],
  });
  expect(await faultsOf(pipeline, spare, makes(10, 10, 10))).toEqual([]);
});
