import { describe, expect, test } from 'vitest';
import { aimValue, brokenRows, rowOf, rowsOf } from '../../support/formulated.ts';
import { scenario } from '../../support/scenario-builder.ts';

const robot = {
  ...{ supplier: 'S1', process: 'welding', option: 'robot' },
  ...{ hoursPerPeriod: 10, capex: 300, leadTime: 1, maximum: 2 },
};

/** Frames of four welding hours: S1 has eight hours a quarter and may add robots of ten, S2 none but by a robot. */
const shop = (more: object = {}) =>
  scenario({
    periods: 3,
    routing: [['FRAME', 'welding', 4]],
    capacity: [['S1', 'welding', 8]],
    suppliers: [{ supplier: 'S2' }],
    demand: [
      ['FRAME', '2026-Q2', 5],
      ['FRAME', '2026-Q3', 5],
    ],
    expansions: [robot, { ...robot, supplier: 'S2', maximum: 1, leadTime: 2 }],
    ...more,
  });

describe('hours', () => {
  test('those of a robot count from the quarter after it is bought', () => {
    expect(rowOf(shop(), 'capacity|S1|welding|1').terms).toEqual({ 'x|S1|FRAME|1': 4, 'm|S1': -8 });
    expect(rowOf(shop(), 'capacity|S1|welding|2').terms).toEqual({
      ...{ 'x|S1|FRAME|2': 4, 'm|S1': -8 },
      'e|S1|welding|robot|1': -10,
    });
  });

  test('two robots and eight hours make seven frames, not more', () => {
    const made = (units: number) => ({ 'x|S1|FRAME|2': units, 'm|S1': 1, 'e|S1|welding|robot|1': 2 });
    expect(brokenRows(shop(), 'capacity|S1', made(6.9))).toEqual([]);
    expect(brokenRows(shop(), 'capacity|S1', made(7))).toEqual([]);
    expect(brokenRows(shop(), 'capacity|S1', made(7.1))).toEqual(['capacity|S1|welding|2']);
  });

  test('a firm without hours of its own makes frames from when its robot can be there', () => {
    const columns = rowOf(shop(), 'award-link|S2|FRAME').terms;
    expect(Object.keys(columns)).toEqual(['a|S2|FRAME', 'x|S2|FRAME|3']);
  });

  test('what an award can make counts all robots: 2 + 5 + 5 frames, of which 10 are needed', () => {
    expect(rowOf(shop(), 'award-link|S1|FRAME').terms['a|S1|FRAME']).toBe(-10);
    const one = shop({ expansions: [{ ...robot, maximum: 1 }] });
    expect(rowOf(one, 'award-link|S1|FRAME').terms['a|S1|FRAME']).toBe(-10);
    const small = shop({ expansions: [{ ...robot, maximum: 1, hoursPerPeriod: 2 }] });
    expect(rowOf(small, 'award-link|S1|FRAME').terms['a|S1|FRAME']).toBe(-7);
  });
});

describe('who may expand', () => {
  test('a member, twice and not more', () => {
    const bought = (count: number, member: number) => ({ 'e|S1|welding|robot|1': count, 'm|S1': member });
    expect(brokenRows(shop(), 'expansion|S1', bought(2, 1))).toEqual([]);
    expect(brokenRows(shop(), 'expansion|S1', bought(3, 1))).toHaveLength(1);
    expect(brokenRows(shop(), 'expansion|S1', bought(1, 0))).toHaveLength(1);
  });

  test('a firm without hours of its own is awarded only with a robot', () => {
    expect(rowsOf(shop(), 'expanded|')).toEqual(['expanded|S2|FRAME|welding']);
    expect(brokenRows(shop(), 'expanded|', { 'a|S2|FRAME': 1 })).toHaveLength(1);
    expect(brokenRows(shop(), 'expanded|', { 'a|S2|FRAME': 1, 'e|S2|welding|robot|1': 1 })).toEqual([]);
  });

  test('an option that cannot be there in time, adds nothing or serves no item of the firm has no column', () => {
    const none = [
      { ...robot, option: 'late', leadTime: 3 },
      { ...robot, option: 'empty', hoursPerPeriod: 0 },
      { ...robot, option: 'never', maximum: 0 },
      { ...robot, option: 'mill', process: 'milling' },
    ];
    expect(rowsOf(shop({ expansions: none }), 'expansion|')).toEqual([]);
  });
});

test('two robots cost 600', () => {
  expect(aimValue(shop(), 'cost', { 'e|S1|welding|robot|1': 2 })).toBe(600);
});
