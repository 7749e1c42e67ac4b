import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflictSets } from '../../../solver/explain/conflict-sets.ts';
import { differenceOf, directionOf, firstDirection } from '../../../solver/explain/difference.ts';
import { firstThatWorks } from '../../../solver/explain/first-that-works.ts';
import { minimalPart } from '../../../solver/explain/minimal-part.ts';

const aim = (value: number, bound: number) => ({ aim: 'cost' as const, value, bound, gap: 0 });

describe('the difference of two plans is an interval', () => {
  test('from the bound of the one to the value of the other', () => {
    const [difference] = differenceOf({ aims: [aim(100, 95)] }, { aims: [aim(120, 110)] });
    expect(difference).toEqual({ aim: 'cost', least: 10, most: 25 });
    expect(directionOf(difference!)).toBe('more');
  });

  test('a difference smaller than the gaps has no direction', () => {
    const [difference] = differenceOf({ aims: [aim(100, 95)] }, { aims: [aim(99, 96)] });
    expect(difference).toEqual({ aim: 'cost', least: -4, most: 4 });
    expect(directionOf(difference!)).toBe('unclear');
  });

  test('what only just touches 0 has none either', () => {
    const [difference] = differenceOf({ aims: [aim(100, 95)] }, { aims: [aim(110, 100)] });
    expect(difference).toMatchObject({ least: 0, most: 15 });
    expect(directionOf(difference!)).toBe('unclear');
  });

  test('the noise of the last digits is nothing', () => {
    const difference = differenceOf({ aims: [aim(70_130, 70_130)] }, { aims: [aim(70_130.00001, 70_129.99999)] });
    expect(firstDirection(difference)).toBe('same');
  });

  test('an earlier aim that is unclear leaves the whole unclear, whatever the cost', () => {
    const unclear = { aim: 'shortfall', least: -1, most: 1 } as const;
    expect(firstDirection([unclear, { aim: 'cost', least: -10, most: -5 }])).toBe('unclear');
    expect(
      firstDirection([
        { ...unclear, least: 0, most: 0 },
        { aim: 'cost', least: -10, most: -5 },
      ]),
    ).toBe('less');
  });

  test('without a plan on one side there is no difference', () => {
    expect(differenceOf({ aims: [] }, { aims: [aim(1, 1)] })).toEqual([]);
  });
});

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const family = fc.array(fc.subarray(NAMES, { minLength: 1 }), { minLength: 1, maxLength: 4 });
const within = (small: readonly string[], large: readonly string[]) => small.every((name) => large.includes(name));
const sorted = (sets: readonly (readonly string[])[]) => sets.map((set) => [...set].sort().join('')).sort();
const minimalOf = (sets: readonly (readonly string[])[]) => [
  ...new Set(sorted(sets.filter((set) => !sets.some((other) => other.length < set.length && within(other, set))))),
];
const ALL = { sets: 100, corrections: 100 };

describe('conflict sets', () => {
  test('all smallest ones are found, and every smallest set that meets them all is a correction', async () => {
    await fc.assert(
      fc.asyncProperty(family, async (sets) => {
        const found = await conflictSets(NAMES, async (kept) => sets.some((set) => within(set, kept)), ALL);
        expect(sorted(found.sets.map(({ rules }) => rules))).toEqual(minimalOf(sets));
        expect(found).toMatchObject({ complete: true });
        const every = Array.from({ length: 2 ** NAMES.length }, (_, bits) => NAMES.filter((_, at) => (bits >> at) & 1));
        const meeting = every.filter((out) => sets.every((set) => set.some((name) => out.includes(name))));
        expect(sorted(found.corrections)).toEqual(minimalOf(meeting));
      }),
    );
  });

  test('at most so many are sought, and that there may be more is said', async () => {
    const sets = [['a'], ['b'], ['c']];
    const holds = async (kept: readonly string[]) => sets.some((set) => within(set, kept));
    const found = await conflictSets(NAMES, holds, { sets: 2, corrections: 9 });
    expect(found.sets).toHaveLength(2);
    expect(found.complete).toBe(false);
  });

  test('a conflict of no rule at all has no correction', async () => {
    const found = await conflictSets(NAMES, async () => true, ALL);
    expect(found).toEqual({ sets: [{ rules: [], minimal: true }], corrections: [], complete: true });
  });

  test('what a limit kept from being known is not called minimal', async () => {
    const answer = async (kept: readonly string[]) => (within(['a', 'b', 'c'], kept) ? true : undefined);
    const found = await conflictSets(['a', 'b', 'c'], answer, ALL);
    expect(found.sets).toEqual([{ rules: ['a', 'b', 'c'], minimal: false }]);
    expect(found.complete).toBe(false);
  });
});

describe('a minimal part', () => {
  test('holds, and without any one entry does not, in long lists too', async () => {
    const numbers = Array.from({ length: 40 }, (_, at) => at);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.subarray(numbers, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
        async (sets) => {
          const holds = async (part: readonly number[]) => sets.some((set) => set.every((one) => part.includes(one)));
          const { part, minimal } = await minimalPart(numbers, holds);
          expect(minimal).toBe(true);
          expect(await holds(part)).toBe(true);
          for (const one of part) expect(await holds(part.filter((other) => other !== one))).toBe(false);
        },
      ),
    );
  });

  test('a property that comes back in a smaller part leaves a part that has it', async () => {
    // Holds for all, for {1} and for nothing in between.
    const holds = async (part: readonly number[]) => part.length === 3 || (part.length === 1 && part[0] === 1);
    const { part } = await minimalPart([0, 1, 2], holds);
    expect(await holds(part)).toBe(true);
    for (const one of part) expect(await holds(part.filter((other) => other !== one))).toBe(false);
  });
});

describe('the first value that works', () => {
  const values = [1, 2, 3, 4, 5, 6, 7];

  test('is found wherever it stands', async () => {
    for (const [at, least] of values.entries()) {
      expect(await firstThatWorks(values, async (value) => value >= least)).toEqual({ at, least: true });
    }
  });

  test('there is none where not even the last works, and in nothing', async () => {
    expect(await firstThatWorks(values, async () => false)).toBe(undefined);
    expect(await firstThatWorks([], async () => true)).toBe(undefined);
  });

  test('an answer that a limit kept from coming leaves one that works, and is told', async () => {
    const answer = async (value: number) => (value > 5 ? true : value < 3 ? false : undefined);
    expect(await firstThatWorks(values, answer)).toEqual({ at: 5, least: false });
  });
});
