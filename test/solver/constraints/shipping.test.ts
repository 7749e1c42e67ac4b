import { describe, expect, test } from 'vitest';
import { boomShippers } from '../../support/boom-shippers.ts';
import { rowOf, rowsOf } from '../../support/formulated.ts';
import type { Statement } from '../../support/scenario-builder.ts';

const equal = (terms: Readonly<Record<string, number>>, to: number) => ({ terms, lower: to, upper: to });
const atMost = (terms: Readonly<Record<string, number>>, upper: number) => ({
  terms,
  lower: Number.NEGATIVE_INFINITY,
  upper,
});

describe('what is shipped', () => {
  test('each maker receives, each maker sends, and from stock goes what was there', () =>
    expect([
      ...rowsOf(boomShippers(), 'received'),
      ...rowsOf(boomShippers(), 'sent'),
      ...rowsOf(boomShippers(), 'from-stock'),
    ]).toEqual([
      'received|BOOM|CRANE|S3',
      'received|CRANE|CRANE|OEM',
      'sent|S1|BOOM',
      'sent|S2|BOOM',
      'sent|S3|CRANE',
      'from-stock|BOOM',
      'from-stock|CRANE',
    ]));

  test('the maker of cranes receives two booms for each crane that it makes', () =>
    expect(rowOf(boomShippers(), 'received|BOOM|CRANE|S3')).toEqual(
      equal({ 'x|S3|CRANE|1': -2, 'g|BOOM|CRANE|S3': 1, 'f|S1|BOOM|CRANE|S3': 1, 'f|S2|BOOM|CRANE|S3': 1 }, 0),
    ));

  test('the OEM receives the cranes that are delivered', () =>
    expect(rowOf(boomShippers(), 'received|CRANE|CRANE|OEM')).toEqual(
      equal({ 'y|CRANE|1': -1, 'g|CRANE|CRANE|OEM': 1, 'f|S3|CRANE|CRANE|OEM': 1 }, 0),
    ));

  test('a firm sends no more than it makes', () =>
    expect(rowOf(boomShippers(), 'sent|S1|BOOM')).toEqual(atMost({ 'x|S1|BOOM|1': -1, 'f|S1|BOOM|CRANE|S3': 1 }, 0)));

  test('what was on hand at the start needs no shipping, and no more', () => {
    const onHand = boomShippers({
      items: [
        { item: 'BOOM', weightKg: 500, stock: 7 },
        { item: 'CRANE', weightKg: 4000 },
      ],
    });
    expect(rowOf(onHand, 'from-stock|BOOM')).toEqual(atMost({ 'g|BOOM|CRANE|S3': 1 }, 7));
    expect(rowOf(onHand, 'from-stock|CRANE')).toEqual(atMost({ 'g|CRANE|CRANE|OEM': 1 }, 0));
  });

  test('all quarters of the horizon together, from when a firm is ready', () => {
    const late = boomShippers({
      periods: 2,
      suppliers: [
        { supplier: 'S1', latitude: 51, longitude: 5, onboardingPeriods: 1 },
        { supplier: 'S2', latitude: 52, longitude: 5 },
        { supplier: 'S3', latitude: 53, longitude: 5, onboardingPeriods: 1 },
      ],
      demand: [
        ['CRANE', '2026-Q1', 10],
        ['CRANE', '2026-Q2', 10],
      ],
    });
    expect(rowOf(late, 'sent|S1|BOOM').terms).toEqual({ 'x|S1|BOOM|2': -1, 'f|S1|BOOM|CRANE|S3': 1 });
    expect(rowOf(late, 'sent|S2|BOOM').terms).toEqual({
      'x|S2|BOOM|1': -1,
      'x|S2|BOOM|2': -1,
      'f|S2|BOOM|CRANE|S3': 1,
    });
    expect(rowOf(late, 'received|BOOM|CRANE|S3').terms).toEqual({
      'x|S3|CRANE|2': -2,
      'g|BOOM|CRANE|S3': 1,
      'f|S1|BOOM|CRANE|S3': 1,
      'f|S2|BOOM|CRANE|S3': 1,
    });
    expect(rowOf(late, 'received|CRANE|CRANE|OEM').terms).toEqual({
      'y|CRANE|1': -1,
      'y|CRANE|2': -1,
      'g|CRANE|CRANE|OEM': 1,
      'f|S3|CRANE|CRANE|OEM': 1,
    });
  });
});

describe('to an OEM that assembles cranes itself', () => {
  const oem = { name: 'OEM', latitude: 54, longitude: 5 };
  const assembled = (statement: Statement = {}) =>
    boomShippers({
      routing: [['BOOM', 'welding', 1]],
      capacity: [
        ['S1', 'welding', 1000],
        ['S2', 'welding', 1000],
      ],
      ...statement,
    });

  test('two booms go to it for each crane that it delivers', () => {
    expect(rowsOf(assembled(), 'received')).toEqual(['received|BOOM|CRANE|OEM']);
    expect(rowOf(assembled(), 'received|BOOM|CRANE|OEM')).toEqual(
      equal({ 'y|CRANE|1': -2, 'g|BOOM|CRANE|OEM': 1, 'f|S1|BOOM|CRANE|OEM': 1, 'f|S2|BOOM|CRANE|OEM': 1 }, 0),
    );
  });

  test('a crane on hand needs no booms, one left over needs them', () => {
    const items = [
      { item: 'BOOM', weightKg: 500 },
      { item: 'CRANE', weightKg: 4000, stock: 3 },
    ];
    // 2·(delivered + left − 3) booms
    expect(rowOf(assembled({ items }), 'received|BOOM|CRANE|OEM')).toEqual(
      equal(
        { 'y|CRANE|1': -2, 'I|CRANE|1': -2, 'g|BOOM|CRANE|OEM': 1, 'f|S1|BOOM|CRANE|OEM': 1, 'f|S2|BOOM|CRANE|OEM': 1 },
        -6,
      ),
    );
  });

  test('a ship of three cranes needs six booms, beside the cranes that are delivered alone', () => {
    const ships = assembled({
      programmes: [
        { product: 'CRANE', oem },
        { product: 'SHIP', oem },
      ],
      demand: [
        ['CRANE', '2026-Q1', 10],
        ['SHIP', '2026-Q1', 1],
      ],
      bom: [
        ['CRANE', 'BOOM', 2],
        ['SHIP', 'CRANE', 3],
      ],
    });
    expect(rowOf(ships, 'received|BOOM|CRANE|OEM')).toEqual(
      equal(
        { 'y|CRANE|1': -2, 'y|SHIP|1': -6, 'g|BOOM|CRANE|OEM': 1, 'f|S1|BOOM|CRANE|OEM': 1, 'f|S2|BOOM|CRANE|OEM': 1 },
        0,
      ),
    );
  });

  test('of two products each OEM receives its own', () => {
    const masts = boomShippers({
      programmes: [
        { product: 'CRANE', oem },
        { product: 'MAST', oem },
      ],
      demand: [
        ['CRANE', '2026-Q1', 10],
        ['MAST', '2026-Q1', 4],
      ],
      bom: [],
      items: [
        { item: 'CRANE', weightKg: 4000 },
        { item: 'MAST', weightKg: 100 },
      ],
      routing: [
        ['CRANE', 'assembly', 1],
        ['MAST', 'welding', 1],
      ],
    });
    expect(rowOf(masts, 'received|MAST|MAST|OEM').terms).toEqual({
      'y|MAST|1': -1,
      'g|MAST|MAST|OEM': 1,
      'f|S1|MAST|MAST|OEM': 1,
      'f|S2|MAST|MAST|OEM': 1,
    });
    expect(rowOf(masts, 'received|CRANE|CRANE|OEM').terms).toEqual({
      'y|CRANE|1': -1,
      'g|CRANE|CRANE|OEM': 1,
      'f|S3|CRANE|CRANE|OEM': 1,
    });
  });
});
