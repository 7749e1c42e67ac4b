import { expect, test } from 'vitest';
import { lookOf } from '../../../../src/cli/format/look.ts';
import { timelineLines } from '../../../../src/cli/format/timeline.ts';
import type { TimelineRow } from '../../../../src/services/timeline.ts';
import { planNamed } from '../../../support/storage-samples.ts';

const cost = (seconds: number, gap: number | null, kind: TimelineRow['kind'] = 'plan'): TimelineRow => ({
  ...{ seconds, gap, kind, value: 100 },
  ...{ aim: 'cost', stage: 'search' },
});
const plan = planNamed('d1'.repeat(32), 'a1');
/** The lines of a solve of `solve` seconds that wants a gap of 1 %, without colours. */
const lines = (solve: number, ...timeline: TimelineRow[]) =>
  timelineLines({ plan, timeline, seconds: { solve, verify: 0 } }, lookOf({ columns: 80 }, false));

test('what time bought is told in three lines: the first plan, the gap that was wanted, and when nothing came any more', () => {
  expect(plan.limits.gap).toBe(0.01);
  expect(lines(60, cost(3.1, 0.042), cost(4, 0.02, 'bound'), cost(5, 0.009), cost(9, 0.004))).toEqual([
    '',
    'Time',
    'First plan after 3.1 s: 4.2 % from the bound',
    'After 5 s: 0.9 % from the bound',
    'Nothing better after 9 s, up to the end at 60 s',
  ]);
});

test('where the gap that was wanted is not reached, the least one is told', () => {
  expect(lines(60, cost(3.1, null), cost(4, 0.3, 'bound'), cost(58, 0.2))).toEqual([
    ...['', 'Time'],
    'First plan after 3.1 s: no bound on the cost yet',
    'After 58 s: 20 % from the bound',
  ]);
});

test('less shortfall than in the first plan is told, since it counts before the cost', () => {
  const short = (seconds: number, value: number): TimelineRow => ({ ...cost(seconds, null), aim: 'shortfall', value });
  expect(lines(121, short(40, 50), short(56, 30), cost(56, null), short(79, 22.5), cost(120, null))).toEqual([
    ...['', 'Time'],
    'First plan after 56 s: no bound on the cost yet',
    'After 79 s: 22.5 units short instead of 30',
  ]);
});

test('a first plan that is good enough is one line, and the best possible is called that', () => {
  expect(lines(1, cost(0.95, 0))).toEqual(['', 'Time', 'First plan after 0.95 s: the best possible']);
});

test('without a plan there is nothing to tell', () => {
  expect(lines(60)).toEqual([]);
  expect(lines(60, cost(1, null, 'bound'))).toEqual([]);
});
