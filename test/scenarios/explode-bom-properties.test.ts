import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { lastDay } from '../../scenarios/domain/calendar.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { GrossNeed } from '../../scenarios/explode-bom.ts';
import { demandOf, explosionOf, requirementsOf, shown } from '../support/explosion.ts';
import { naiveNeeds } from '../support/naive-needs.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';

const name = (k: number) => `I${k}`;
const day = fc.constantFrom('2025-12-31', '2026-03-31', '2026-05-15', '2026-09-30', '2026-10-01', '2027-02-01');

/** Lines only from lower to higher numbers, so that there is no cycle; up to three lines between two items. */
const line = (count: number) =>
  fc
    .record({
      a: fc.nat(count - 1),
      b: fc.nat(count - 1),
      quantity: fc.constantFrom(0.25, 1, 1.5, 2, 7),
      scrap: fc.constantFrom(0, 0, 0.5, 0.2),
      group: fc.constantFrom(undefined, undefined, 'G', 'H'),
      priority: fc.integer({ min: 1, max: 3 }),
      from: fc.option(day, { nil: undefined, freq: 4 }),
      to: fc.option(day, { nil: undefined, freq: 4 }),
    })
    .filter(({ a, b }) => a !== b)
    .map(({ a, b, quantity, scrap, group, priority, from, to }) => ({
      parent: name(Math.min(a, b)),
      item: name(Math.max(a, b)),
      quantity,
      scrap,
      priority,
      ...(group === undefined ? {} : { alternateGroup: group }),
      ...(from === undefined ? {} : { effectiveFrom: from }),
      ...(to === undefined ? {} : { effectiveTo: to }),
    }));

const boms: fc.Arbitrary<Statement> = fc
  .integer({ min: 2, max: 7 })
  .chain((count) =>
    fc.record({
      bom: fc.uniqueArray(line(count), {
        maxLength: 14,
        selector: (row) => [row.parent, row.item, row.alternateGroup ?? '', row.priority].join(),
      }),
      items: fc.tuple(
        ...Array.from({ length: count }, (_, k) =>
          fc.record({
            item: fc.constant(name(k)),
            kind: fc.constantFrom('make' as const, 'make' as const, 'make' as const, 'phantom' as const),
            leadTime: fc.nat(2),
          }),
        ),
      ),
    }),
  )
  .map(({ bom, items }) => ({
    bom,
    items: items.map((item) => (item.kind === 'phantom' ? { ...item, leadTime: 0 } : item)),
  }));

const rounded = (needs: Record<string, number>) =>
  Object.fromEntries(Object.entries(needs).map(([key, quantity]) => [key, Number(quantity.toPrecision(10))]));

const days = (stated: Scenario) => (period: number) => lastDay(stated.calendar, Math.max(1, period));

describe('on random bills of materials', () => {
  test.prop([boms, fc.integer({ min: -2, max: 10 })], { numRuns: 500 })(
    'the explosion finds what walking every path finds',
    (statement, period) => {
      const stated = scenario(statement);
      const walked = naiveNeeds(stated, name(0), period, days(stated));
      expect(rounded(shown(explosionOf(stated).needsOf(name(0), period)))).toEqual(rounded(walked));
    },
  );

  test.prop([
    boms,
    fc.constantFrom('pipeline' as const, 'first-period' as const),
    fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
  ])('the gross requirement is linear in demand', (statement, pastDue, quantities) => {
    const required = (factor: number) => {
      const demand = quantities.map(
        (quantity, k) => [name(0), `202${6 + Math.floor(k / 4)}-Q${(k % 4) + 1}`, factor * quantity] as const,
      );
      const items = (statement.items ?? []).map((item) => ({
        ...item,
        ...(item.item === name(0) ? { kind: 'make' as const } : {}),
      }));
      const routing = items.filter((item) => item.kind === 'make').map(({ item }) => [item, 'welding', 1] as const);
      const stated = scenario({ ...statement, items, routing, demand, policy: { pastDue } });
      return requirementsOf(stated);
    };
    const [once, thrice] = [required(1), required(3)];
    const table = (packages: typeof once.packages, factor: number) =>
      packages.map((work) => [
        work.item.item,
        [...work.required].map((quantity) => Number((factor * quantity).toPrecision(10))),
      ]);
    expect(table(thrice.packages, 1)).toEqual(table(once.packages, 3));
    expect(thrice.pastDue.map((need) => Number(need.quantity.toPrecision(10)))).toEqual(
      once.pastDue.map((need) => Number((3 * need.quantity).toPrecision(10))),
    );
  });

  test.prop([boms, fc.constantFrom(1, undefined)])(
    'the requirement of all demand together is the sum of what each unit of it needs, past due in period 1 if so wanted',
    (statement, earliest) => {
      const items = (statement.items ?? []).map((item) =>
        item.item === name(0) ? { ...item, kind: 'make' as const } : item,
      );
      const demand = [
        [name(0), '2026-Q2', 3],
        [name(0), '2027-Q4', 2],
      ] as const;
      const stated = scenario({ ...statement, items, demand });
      const explosion = explosionOf(stated);
      const sum: Record<string, number> = {};
      for (const { item, required } of demandOf(stated)) {
        for (const [t, quantity] of required.entries()) {
          if (quantity === 0) continue;
          for (const need of [{ item, period: t, quantity: 1 }, ...explosion.needsOf(item, t)]) {
            const key = `${need.item}@${Math.max(need.period, earliest ?? need.period)}`;
            sum[key] = (sum[key] ?? 0) + quantity * need.quantity;
          }
        }
      }
      const together: Record<string, number> = {};
      const collect = ({ item, first, quantities }: GrossNeed): void => {
        for (const [k, quantity] of quantities.entries()) {
          if (quantity !== 0) together[`${item}@${first + k}`] = quantity;
        }
      };
      explosion.grossNeeds(demandOf(stated), collect, earliest);
      expect(rounded(together)).toEqual(rounded(sum));
    },
  );
});
