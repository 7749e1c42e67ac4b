import { expect, test } from 'vitest';
import { brokenRows, modelOf, rowOf, rowsOf } from '../../support/formulated.ts';
import { boughtFrames, steelFrames } from '../../support/steel-frames.ts';

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

test('a bought item takes no components of the plan and has no such limit', () => {
  const bought = boughtFrames();
  expect(modelOf(bought).columns).toContain('x|S1|FRAME|1');
  expect(rowsOf(bought, 'pipeline')).toEqual([]);
});

test('the limit is on what the makers complete, each when it is ready', () => {
  const slow = steelFrames({
    items: [
      { item: 'FRAME', leadTime: 2 },
      { item: 'PLATE', unitValue: 1 },
    ],
    suppliers: [{ supplier: 'S2', onboardingPeriods: 1 }],
    capacity: [
      ['S1', 'welding', 30],
      ['S2', 'welding', 30],
    ],
  });
  expect(rowOf(slow, 'pipeline|FRAME|1')).toEqual({
    terms: { 'x|S1|FRAME|1': 1 },
    lower: Number.NEGATIVE_INFINITY,
    upper: 10,
  });
  expect(rowOf(slow, 'pipeline|FRAME|2')).toEqual({
    terms: { 'x|S1|FRAME|1': 1, 'x|S1|FRAME|2': 1, 'x|S2|FRAME|2': 1 },
    lower: Number.NEGATIVE_INFINITY,
    upper: 20,
  });
});

test('the limit is the same when the plates are welded too and nothing is bought', () => {
  const welded = steelFrames({
    items: [{ item: 'FRAME', leadTime: 1 }],
    routing: [
      ['FRAME', 'welding', 1],
      ['PLATE', 'welding', 1],
    ],
  });
  expect(rowOf(welded, 'pipeline|FRAME|1').terms).toEqual({ 'x|S1|FRAME|1': 1 });
});

test('while no maker is ready there is nothing to limit', () => {
  const statement = { suppliers: [{ supplier: 'S1', onboardingPeriods: 1 }] };
  expect(rowsOf(steelFrames(statement), 'pipeline')).toEqual([]);
  expect(rowsOf(steelFrames({ capacity: [['S1', 'turning', 30]] }), 'pipeline')).toEqual([]);
});

test('of an assembly without a routing, what is completed is what is delivered and what stays on stock', () => {
  const assembled = steelFrames({
    programmes: [{ product: 'CRANE' }],
    demand: [['CRANE', '2026-Q1', 10]],
    bom: [
      ['CRANE', 'FRAME', 1],
      ['CRANE', 'MOTOR', 1],
    ],
    items: [
      { item: 'CRANE', leadTime: 1, stock: 3 },
      { item: 'MOTOR', unitValue: 70 },
    ],
  });
  // Ten are required; three more can be delivered from stock.
  expect(rowOf(assembled, 'pipeline|CRANE|1')).toEqual({
    terms: { 'y|CRANE|1': 1, 'I|CRANE|1': 1 },
    lower: Number.NEGATIVE_INFINITY,
    upper: 10 + 3,
  });
});
