import { expect, test } from 'vitest';
import { brokenRows, modelOf } from '../../support/formulated.ts';
import { steelFrames } from '../../support/steel-frames.ts';

test('in its lead time no more frames are completed than plates were ordered for', () => {
  const frames = steelFrames();
  expect(brokenRows(frames, 'pipeline', { 'x|S1|FRAME|1': 10 })).toEqual([]);
  expect(brokenRows(frames, 'pipeline', { 'x|S1|FRAME|1': 10.1 })).toEqual(['pipeline|FRAME|1']);
});

test('what is not used in the first quarter of a long lead time is there in the next', () => {
  const slow = steelFrames({
    items: [
      { item: 'FRAME', leadTime: 2 },
      { item: 'PLATE', unitValue: 1 },
    ],
  });
  expect(brokenRows(slow, 'pipeline', { 'x|S1|FRAME|1': 4, 'x|S1|FRAME|2': 16 })).toEqual([]);
  expect(brokenRows(slow, 'pipeline', { 'x|S1|FRAME|1': 4, 'x|S1|FRAME|2': 17 })).toEqual(['pipeline|FRAME|2']);
});

test('after its lead time a frame takes plates of the plan and has no such limit', () =>
  expect(modelOf(steelFrames()).rows.filter((row) => row.startsWith('pipeline'))).toEqual(['pipeline|FRAME|1']));

test('an item without components, or past-due needs taken in the first quarter, has no such limit', () => {
  const limits = (statement: Parameters<typeof steelFrames>[0]) =>
    modelOf(steelFrames(statement)).rows.filter((row) => row.startsWith('pipeline'));
  expect(limits({ bom: [] })).toEqual([]);
  expect(limits({ policy: { pastDue: 'first-period' } })).toEqual([]);
});

test('an assembly without a routing has the limit too', () => {
  const assembled = steelFrames({
    programmes: [{ product: 'CRANE' }],
    demand: [
      ['CRANE', '2026-Q1', 10],
      ['FRAME', '2026-Q3', 10],
    ],
    bom: [['CRANE', 'FRAME', 1]],
    items: [{ item: 'CRANE', leadTime: 1, stock: 3, unitValue: 1 }],
    policy: { backlog: 'carried' },
  });
  expect(brokenRows(assembled, 'pipeline', { 'y|CRANE|1': 13, 'I|CRANE|1': 0 })).toEqual([]);
  expect(brokenRows(assembled, 'pipeline', { 'y|CRANE|1': 13.5, 'I|CRANE|1': 0 })).toEqual(['pipeline|CRANE|1']);
});
