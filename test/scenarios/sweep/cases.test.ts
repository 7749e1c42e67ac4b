import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Axis, AxisValue, Sweep } from '../../../scenarios/domain/sweep.ts';
import { casesOf, countCases } from '../../../scenarios/sweep/cases.ts';

const multiplier: Axis = { name: 'multiplier', path: '/programmes/0/demand/multiplier', values: [2, 3] };
const exclude = { op: 'add', path: '/rules/-', value: { rule: 'exclude', suppliers: ['S1'] } } as const;
const lost: Axis = {
  name: 'lost',
  cases: new Map([
    ['none', []],
    ['S1', [exclude]],
  ]),
};
const told = (sweep: Sweep) => casesOf(sweep).map(({ values }) => Object.values(values));

describe('designs', () => {
  test('a grid has every combination, the last axis changing first', () => {
    const sweep: Sweep = { design: { kind: 'grid' }, axes: [multiplier, lost] };
    expect(told(sweep)).toEqual([
      [2, 'none'],
      [2, 'S1'],
      [3, 'none'],
      [3, 'S1'],
    ]);
    expect(casesOf(sweep)[3]).toEqual({
      ...{ number: 4, values: { multiplier: 3, lost: 'S1' } },
      patch: [{ op: 'add', path: '/programmes/0/demand/multiplier', value: 3 }, exclude],
    });
  });

  test('a list puts first with first', () => {
    expect(told({ design: { kind: 'list' }, axes: [multiplier, lost] })).toEqual([
      [2, 'none'],
      [3, 'S1'],
    ]);
  });

  test('an entry of a list is replaced, a key is put in or replaced', () => {
    const tag: Axis = { name: 'tag', path: '/suppliers/0/tags/1', values: ['grid-7'] };
    expect(casesOf({ design: { kind: 'grid' }, axes: [tag] })[0]!.patch).toEqual([
      { op: 'replace', path: '/suppliers/0/tags/1', value: 'grid-7' },
    ]);
  });
});

describe('a Latin hypercube', () => {
  const hypercube = (axes: readonly Axis[], samples: number, seed: number): Sweep => ({
    design: { kind: 'latin-hypercube', samples, seed },
    axes,
  });

  test('meets each of as many equal parts of an interval once, in every axis', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (samples, seed, from, width) => {
          const to = from + width;
          const axes = ['one', 'other'].map((name): Axis => ({ name, path: `/${name}`, values: { from, to } }));
          const cases = casesOf(hypercube(axes, samples, seed));
          expect(cases).toHaveLength(samples);
          for (const name of ['one', 'other']) {
            const parts = cases.map(({ values }) => ((values[name] as number) - from) / width);
            const sorted = parts.sort((left, right) => left - right);
            // A drawn number has twelve digits.
            sorted.forEach((part, at) => {
              expect(part).toBeGreaterThan(at / samples - 1e-5);
              expect(part).toBeLessThan((at + 1) / samples + 1e-5);
            });
          }
        },
      ),
    );
  });

  test('meets each value of a list as often as any other, but for one', () => {
    const cases = casesOf(hypercube([{ name: 'n', path: '/n', values: ['a', 'b', 'c'] }], 10, 3));
    const counts = new Map<AxisValue, number>();
    for (const { values } of cases) counts.set(values['n']!, (counts.get(values['n']!) ?? 0) + 1);
    expect([...counts.values()].sort()).toEqual([3, 3, 4]);
  });

  test('is the same for the same seed and another for another', () => {
    const axes: readonly Axis[] = [{ name: 'm', path: '/m', values: { from: 2, to: 4 } }];
    expect(casesOf(hypercube(axes, 20, 7))).toEqual(casesOf(hypercube(axes, 20, 7)));
    expect(casesOf(hypercube(axes, 20, 7))).not.toEqual(casesOf(hypercube(axes, 20, 8)));
  });

  test('of more axes leaves the draws of the others as they are', () => {
    const one: Axis = { name: 'm', path: '/m', values: { from: 2, to: 4 } };
    const other: Axis = { name: 'k', path: '/k', values: { from: 0, to: 1 } };
    const alone = casesOf(hypercube([one], 9, 1)).map(({ values }) => values['m']);
    expect(casesOf(hypercube([other, one], 9, 1)).map(({ values }) => values['m'])).toEqual(alone);
  });
});

test('cases are counted before they are made', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), (sizes) => {
      const axes = sizes.map(
        (size, at): Axis => ({
          name: `axis-${at}`,
          path: `/axis-${at}`,
          values: Array.from({ length: size }, (_, value) => value),
        }),
      );
      const sweep: Sweep = { design: { kind: 'grid' }, axes };
      expect(countCases(sweep)).toBe(casesOf(sweep).length);
      expect(new Set(told(sweep).map((values) => values.join())).size).toBe(countCases(sweep));
    }),
  );
});
