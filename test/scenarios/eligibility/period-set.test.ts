import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  asFlags,
  earliest,
  endsBefore,
  inBoth,
  inEither,
  periodsFrom,
  periodsWhere,
} from '../../../scenarios/eligibility/period-set.ts';

const T = 40;
const periods = fc.uniqueArray(fc.integer({ min: 1, max: T }));
const setOf = (members: readonly number[]) => periodsWhere(T, (t) => members.includes(t));
const members = (set: number) => asFlags(set, T).flatMap((has, t) => (has ? [t] : []));
const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('a set of up to forty periods', () => {
  test.prop([periods, periods])('intersects and unites as sets do', (a, b) => {
    expect(members(inBoth(setOf(a), setOf(b)))).toEqual(ascending(a.filter((t) => b.includes(t))));
    expect(members(inEither(setOf(a), setOf(b)))).toEqual(ascending([...new Set([...a, ...b])]));
  });

  test.prop([periods, periods])('knows its earliest period and whether it ends before another begins', (a, b) => {
    expect(earliest(setOf(a), T)).toBe(ascending(a)[0]);
    expect(endsBefore(setOf(a), setOf(b))).toBe(a.every((t) => t < Math.min(...b)));
  });

  it('from a period on has the last one, and nothing beyond it', () => {
    expect(members(periodsFrom(39, T))).toEqual([39, 40]);
    expect(members(periodsFrom(1, 2))).toEqual([1, 2]);
    expect(periodsFrom(41, T)).toBe(0);
  });
});
