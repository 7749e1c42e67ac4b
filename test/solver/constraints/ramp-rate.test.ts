import { describe, expect, test } from 'vitest';
import { brokenRows, rowsOf } from '../../support/formulated.ts';
import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';
import { scenario } from '../../support/scenario-builder.ts';

/** S1 welds frames of 2 hours in three quarters, 40 hours in each. */
const shop = (rule: RuleStatement, more: Statement = {}) =>
  scenario({
    periods: 3,
    demand: [
      ['FRAME', '2026-Q1', 10],
      ['FRAME', '2026-Q2', 10],
      ['FRAME', '2026-Q3', 20],
    ],
    routing: [['FRAME', 'welding', 2]],
    capacity: [['S1', 'welding', 40]],
    rules: [{ ...rule, id: 'R' }],
    ...more,
  });
const half: RuleStatement = { rule: 'ramp-rate', max: 0.5 };
const begun = { 'B|S1|1': 1, 'B|S1|2': 1 };
const frames = (q1: number, q2: number, q3: number) => ({ 'x|S1|FRAME|1': q1, 'x|S1|FRAME|2': q2, 'x|S1|FRAME|3': q3 });

describe('ramp-rate', () => {
  test('twenty hours become thirty at half as many again, and no more', () => {
    expect(brokenRows(shop(half), 'R', { ...begun, ...frames(10, 15, 20) })).toEqual([]);
    expect(brokenRows(shop(half), 'R', { ...begun, ...frames(10, 15.001, 20) })).toEqual(['R|S1|2']);
  });

  test('hours beside the fraction', () => {
    const beside: RuleStatement = { ...half, plus: 2 };
    expect(brokenRows(shop(beside), 'R', { ...begun, ...frames(10, 16, 20) })).toEqual([]);
    expect(brokenRows(shop(beside), 'R', { ...begun, ...frames(10, 16.001, 20) })).toEqual(['R|S1|2']);
  });

  test("a firm's own rampRate wins over the rule's", () => {
    const own = shop(half, { suppliers: [{ supplier: 'S1', rampRate: 0.25 }] });
    expect(brokenRows(own, 'R', { ...begun, ...frames(8, 10, 12.5) })).toEqual([]);
    expect(brokenRows(own, 'R', { ...begun, ...frames(8, 10, 12.501) })).toEqual(['R|S1|3']);
  });

  test('the first producing period is exempt, whenever it comes', () => {
    expect(brokenRows(shop(half), 'R', { ...frames(0, 0, 20) })).toEqual([]);
    expect(brokenRows(shop(half), 'R', { 'B|S1|2': 1, ...frames(0, 20, 20) })).toEqual([]);
  });

  test('who works has begun, and does not begin again after a pause', () => {
    expect(brokenRows(shop(half), 'R', { ...frames(0.001, 0, 20) })).toEqual(['R|S1|begun|1']);
    expect(brokenRows(shop(half), 'R', { 'B|S1|1': 1, ...frames(10, 0, 0) })).toEqual(['R|S1|stays|2']);
    expect(brokenRows(shop(half), 'R', { ...begun, ...frames(10, 0, 0.001) })).toEqual(['R|S1|3']);
  });

  test('speaks of growth into the periods in scope only', () => {
    const late: RuleStatement = { ...half, scope: { from: '2026-Q3' } };
    expect(brokenRows(shop(late), 'R', { ...begun, ...frames(1, 10, 15) })).toEqual([]);
    expect(brokenRows(shop(late), 'R', { ...begun, ...frames(1, 10, 15.001) })).toEqual(['R|S1|3']);
  });

  test('nothing is written where the hours beside are all that a firm has', () => {
    expect(
      rowsOf(shop({ ...half, plus: 40 }), 'R').filter((name) => /\|\d$/.test(name) && !/begun|stays/.test(name)),
    ).toEqual([]);
    expect(
      rowsOf(
        shop(
          { ...half, scope: { suppliers: ['S2'] } },
          {
            capacity: [
              ['S1', 'welding', 40],
              ['S2', 'milling', 1],
            ],
          },
        ),
        'R',
      ),
    ).toEqual([]);
  });
});
