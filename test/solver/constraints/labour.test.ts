import { describe, expect, test } from 'vitest';
import { brokenRows, rowsOf } from '../../support/formulated.ts';
import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

const people: Statement = {
  suppliers: [
    { supplier: 'S1', employees: 2, region: 'NL321' },
    { supplier: 'S2', employees: 9, defenceHeads: 0, region: 'NL321' },
  ],
};
const ruled = (rule: Partial<RuleStatement>, more: Statement = people) =>
  twoWelders({
    ...more,
    rules: [{ rule: 'labour', id: 'R', productiveHours: 4, hiresPerPeriod: 1, ...rule } as RuleStatement],
  });
const members = { 'm|S1': 1, 'm|S2': 1 };

describe('labour', () => {
  test('two people weld four frames of 2 hours in 4 hours each, and no more', () => {
    expect(brokenRows(ruled({}), 'R', { ...members, 'x|S1|FRAME|1': 4 })).toEqual([]);
    expect(brokenRows(ruled({}), 'R', { ...members, 'x|S1|FRAME|1': 4.001 })).toEqual(['R|S1|1']);
  });

  test('who is hired works from that quarter on', () => {
    const hired = { ...members, 'n|S1|1': 1, 'x|S1|FRAME|1': 6, 'x|S1|FRAME|2': 6 };
    expect(brokenRows(ruled({}), 'R', hired)).toEqual([]);
    expect(brokenRows(ruled({}), 'R', { ...hired, 'n|S1|1': 0, 'n|S1|2': 1 })).toEqual(['R|S1|1']);
  });

  test('of a firm with people for Defence only those count, if none of many', () => {
    expect(brokenRows(ruled({}), 'R', { ...members, 'x|S2|FRAME|1': 0.001 })).toEqual(['R|S2|1']);
    expect(brokenRows(ruled({}), 'R', { ...members, 'n|S2|1': 1, 'x|S2|FRAME|1': 2 })).toEqual([]);
  });

  test('one hire a quarter at a firm', () => {
    expect(brokenRows(ruled({}), 'R', { 'n|S1|1': 1, 'n|S2|1': 1 })).toEqual([]);
    expect(brokenRows(ruled({}), 'R', { 'n|S1|1': 1.001 })).toEqual(['R|S1|hires|1']);
  });

  test('the firms of a region hire from one pool', () => {
    const region = { hiresPerPeriod: 5, regionHiresPerPeriod: 2 };
    expect(brokenRows(ruled(region), 'R', { 'n|S1|1': 1, 'n|S2|1': 1 })).toEqual([]);
    expect(brokenRows(ruled(region), 'R', { 'n|S1|1': 1, 'n|S2|1': 1.001 })).toEqual(['R|NL321|hires|1']);
  });

  test('a head does half as much again after four quarters at 50 per cent a year', () => {
    const long: Statement = { ...people, periods: 5, demand: [['FRAME', '2027-Q1', 10]] };
    const growing = ruled({ productivityGrowth: 0.5 }, long);
    expect(brokenRows(growing, 'R', { ...members, 'x|S1|FRAME|5': 6 })).toEqual([]);
    expect(brokenRows(growing, 'R', { ...members, 'x|S1|FRAME|5': 6.001 })).toEqual(['R|S1|5']);
  });

  test('no row where the people of today cover all hours', () => {
    expect(rowsOf(ruled({ productiveHours: 8 }), 'R|S1|').filter((name) => !name.includes('hires'))).toEqual([]);
  });
});
