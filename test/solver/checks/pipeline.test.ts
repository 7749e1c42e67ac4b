import { expect, test } from 'vitest';
import { pipeline } from '../../../solver/checks/pipeline.ts';
import { steelFrames } from '../../support/steel-frames.ts';
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
