import { describe, expect, test } from 'vitest';
import { aimValue, brokenRows, modelOf } from '../../support/formulated.ts';
import { scenario } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

describe('meet-requirement', () => {
  test('what is made of a package is what is delivered of it', () => {
    const made = { 'x|S1|FRAME|1': 6, 'x|S2|FRAME|1': 4 };
    expect(brokenRows(twoWelders(), 'meet-requirement|FRAME|1', { ...made, 'y|FRAME|1': 10 })).toEqual([]);
    expect(brokenRows(twoWelders(), 'meet-requirement|FRAME|1', { ...made, 'y|FRAME|1': 9 })).toHaveLength(1);
  });

  test('one crane asks for two booms, 5 % scrap on top', () => {
    const cranes = scenario({
      periods: 1,
      programmes: [{ product: 'CRANE' }],
      demand: [['CRANE', '2026-Q1', 19]],
      bom: [{ parent: 'CRANE', item: 'BOOM', quantity: 2, scrap: 0.05 }],
      routing: [['BOOM', 'welding', 1]],
      capacity: [['S1', 'welding', 100]],
    });
    expect(brokenRows(cranes, 'meet-requirement|BOOM|1', { 'y|CRANE|1': 19, 'x|S1|BOOM|1': 40 })).toEqual([]);
    expect(brokenRows(cranes, 'meet-requirement|BOOM|1', { 'y|CRANE|1': 19, 'x|S1|BOOM|1': 38 })).toHaveLength(1);
  });

  test('a sub-assembly that is made ahead needs its components ahead', () => {
    const nested = scenario({
      periods: 2,
      programmes: [{ product: 'CRANE' }],
      demand: [['CRANE', '2026-Q2', 10]],
      bom: [
        ['CRANE', 'TURRET', 1],
        ['TURRET', 'GEAR', 3],
      ],
      routing: [
        ['TURRET', 'welding', 1],
        ['GEAR', 'milling', 1],
      ],
      capacity: [
        ['S1', 'welding', 100],
        ['S1', 'milling', 100],
      ],
    });
    const ahead = { 'y|CRANE|2': 10, 'x|S1|TURRET|1': 4, 'I|TURRET|1': 4, 'x|S1|TURRET|2': 6 };
    const gears = { 'x|S1|GEAR|1': 12, 'x|S1|GEAR|2': 18 };
    expect(brokenRows(nested, 'meet-requirement', { ...ahead, ...gears })).toEqual([]);
    const late = { 'x|S1|GEAR|1': 0, 'x|S1|GEAR|2': 30 };
    expect(brokenRows(nested, 'meet-requirement', { ...ahead, ...late })).toEqual([
      'meet-requirement|GEAR|1',
      'meet-requirement|GEAR|2',
    ]);
  });

  test('stock of a sub-assembly covers its components', () => {
    const stocked = scenario({
      periods: 1,
      programmes: [{ product: 'CRANE' }],
      demand: [['CRANE', '2026-Q1', 10]],
      items: [{ item: 'TURRET', stock: 4 }],
      bom: [
        ['CRANE', 'TURRET', 1],
        ['TURRET', 'GEAR', 3],
      ],
      routing: [
        ['TURRET', 'welding', 1],
        ['GEAR', 'milling', 1],
      ],
      capacity: [
        ['S1', 'welding', 100],
        ['S1', 'milling', 100],
      ],
    });
    const point = { 'y|CRANE|1': 10, 'x|S1|TURRET|1': 6, 'x|S1|GEAR|1': 18 };
    expect(brokenRows(stocked, 'meet-requirement', point)).toEqual([]);
    expect(brokenRows(stocked, 'meet-requirement', { ...point, 'x|S1|GEAR|1': 30 })).toEqual([
      'meet-requirement|GEAR|1',
    ]);
  });

  test('without permission to build stock, stock on hand can only be used up', () => {
    const onHand = twoWelders({ items: [{ item: 'FRAME', stock: 5 }] });
    expect(brokenRows(onHand, 'use-up-stock', { 'I|FRAME|1': 5, 'I|FRAME|2': 0 })).toEqual([]);
    expect(brokenRows(onHand, 'use-up-stock', { 'I|FRAME|1': 2, 'I|FRAME|2': 3 })).toEqual(['use-up-stock|FRAME|2']);
  });
});

describe('capacity', () => {
  test('sixteen hours of welding are eight frames and no more', () => {
    const member = { 'm|S1': 1 };
    expect(brokenRows(twoWelders(), 'capacity|S1|welding|1', { ...member, 'x|S1|FRAME|1': 8 })).toEqual([]);
    expect(brokenRows(twoWelders(), 'capacity|S1|welding|1', { ...member, 'x|S1|FRAME|1': 8.001 })).toHaveLength(1);
  });

  test('a firm that is no member offers nothing', () => {
    expect(brokenRows(twoWelders(), 'capacity|S1|welding|1', { 'x|S1|FRAME|1': 0.001 })).toHaveLength(1);
  });

  test('two packages share the hours of a process', () => {
    const two = scenario({
      periods: 1,
      demand: [
        ['FRAME', '2026-Q1', 10],
        ['MAST', '2026-Q1', 10],
      ],
      routing: [
        ['FRAME', 'welding', 2],
        { item: 'MAST', process: 'welding', hoursPerUnit: 3, setupHours: 4, lotSize: 4 },
      ],
      capacity: [['S1', 'welding', 16]],
    });
    // 2 frames × 2 h + 3 masts × (3 + 4 ÷ 4) h = 16 h
    expect(brokenRows(two, 'capacity', { 'm|S1': 1, 'x|S1|FRAME|1': 2, 'x|S1|MAST|1': 3 })).toEqual([]);
    expect(brokenRows(two, 'capacity', { 'm|S1': 1, 'x|S1|FRAME|1': 2.1, 'x|S1|MAST|1': 3 })).toHaveLength(1);
  });
});

describe('award-link', () => {
  test('a pair that is not awarded makes nothing', () => {
    expect(brokenRows(twoWelders(), 'award-link|S1', { 'x|S1|FRAME|1': 0.001 })).toHaveLength(1);
  });

  test('M is the capacity in units where that is less than the requirement', () => {
    const link = { 'a|S1|FRAME': 0.5 };
    expect(brokenRows(twoWelders(), 'award-link|S1', { ...link, 'x|S1|FRAME|1': 8 })).toEqual([]);
    expect(brokenRows(twoWelders(), 'award-link|S1', { ...link, 'x|S1|FRAME|1': 8.001 })).toHaveLength(1);
  });

  test('M is the requirement where that is less than the capacity', () => {
    const wide = twoWelders({ capacity: [['S1', 'welding', 1000]] });
    expect(brokenRows(wide, 'award-link|S1', { 'a|S1|FRAME': 0.5, 'x|S1|FRAME|1': 10 })).toEqual([]);
    expect(brokenRows(wide, 'award-link|S1', { 'a|S1|FRAME': 0.5, 'x|S1|FRAME|1': 10.001 })).toHaveLength(1);
  });

  test('M is the maximum quantity of a quote where that is least', () => {
    const quoted = twoWelders({ quotes: [{ supplier: 'S1', item: 'FRAME', unitPrice: 90, maximumQuantity: 7 }] });
    const awarded = { 'a|S1|FRAME': 1 };
    expect(brokenRows(quoted, 'award-link|S1', { ...awarded, 'x|S1|FRAME|1': 4, 'x|S1|FRAME|2': 3 })).toEqual([]);
    expect(brokenRows(quoted, 'award-link|S1', { ...awarded, 'x|S1|FRAME|1': 4, 'x|S1|FRAME|2': 3.001 })).toHaveLength(
      1,
    );
  });

  test('a share floor above the requirement left does not cut the award off', () => {
    // S1 is ready in the last quarter only: half of twenty frames is ten, made in a quarter that requires ten.
    const late = twoWelders({
      policy: { stock: 'allowed' },
      suppliers: [{ supplier: 'S1', onboardingPeriods: 1 }],
      capacity: [['S1', 'welding', 100]],
      rules: [{ rule: 'share-floor', min: 0.75 }],
    });
    expect(brokenRows(late, 'award-link|S1', { 'a|S1|FRAME': 1, 'x|S1|FRAME|2': 15 })).toEqual([]);
  });
});

describe('membership and certificates', () => {
  test('an award makes a member, and a member has an award', () => {
    expect(brokenRows(twoWelders(), 'membership|S1', { 'a|S1|FRAME': 1, 'm|S1': 1 })).toEqual([]);
    expect(brokenRows(twoWelders(), 'membership|S1', { 'a|S1|FRAME': 1 })).toEqual(['membership|S1|FRAME']);
    expect(brokenRows(twoWelders(), 'membership|S1', { 'm|S1': 1 })).toEqual(['membership|S1']);
  });

  test('a pair that needs a certificate is awarded only when its firm obtains it', () => {
    const certified = twoWelders({
      items: [{ item: 'FRAME', certificates: ['ISO 3834-2'] }],
      certificates: [
        { supplier: 'S1', certificate: 'ISO 3834-2' },
        { supplier: 'S2', certificate: 'ISO 3834-2', status: 'obtainable', cost: 5000 },
      ],
    });
    expect(modelOf(certified).columns.filter((name) => name.startsWith('z'))).toEqual(['z|S2|ISO 3834-2']);
    expect(brokenRows(certified, 'certificates', { 'a|S2|FRAME': 1, 'z|S2|ISO 3834-2': 1 })).toEqual([]);
    expect(brokenRows(certified, 'certificates', { 'a|S2|FRAME': 1 })).toHaveLength(1);
  });
});

describe('deliveries', () => {
  test('what is late and carried is delivered on top of what is due', () => {
    const carried = twoWelders({ policy: { backlog: 'carried' } });
    const late = { 'y|FRAME|1': 7, 'b|FRAME|1': 3, 'y|FRAME|2': 13 };
    expect(brokenRows(carried, 'deliveries', late)).toEqual([]);
    expect(brokenRows(carried, 'deliveries', { ...late, 'y|FRAME|2': 14 })).toEqual(['deliveries|FRAME|2']);
  });

  test('lost backlog leaves no column for it and caps deliveries at what is due', () => {
    const model = modelOf(twoWelders());
    expect(model.columns.filter((name) => name.startsWith('b|'))).toEqual([]);
    expect(model.colUpper[model.columns.indexOf('y|FRAME|1')]).toBe(10);
  });
});

describe('aims', () => {
  test('the shortfall counts weighted products', () => {
    const weighted = scenario({
      periods: 1,
      programmes: [{ product: 'CRANE', weight: 3 }],
      demand: [['CRANE', '2026-Q1', 10]],
      bom: [['CRANE', 'BOOM', 2]],
      routing: [['BOOM', 'welding', 1]],
      capacity: [['S1', 'welding', 100]],
    });
    expect(aimValue(weighted, 'shortfall', { 'y|CRANE|1': 8 })).toBe(6);
  });

  test('carried backlog counts once for each late period', () => {
    const carried = twoWelders({ policy: { backlog: 'carried' } });
    expect(aimValue(carried, 'shortfall', { 'b|FRAME|1': 3, 'b|FRAME|2': 2 })).toBe(5);
  });

  test('the cost is hours, material, one-offs and holding', () => {
    const priced = twoWelders({
      policy: { stock: 'allowed' },
      costs: { holdingRate: 0.2 },
      items: [{ item: 'FRAME', materialCost: 30, unitValue: 200 }],
      suppliers: [{ supplier: 'S1', hourlyRate: 60, onboardingCost: 1000 }],
      quotes: [{ supplier: 'S2', item: 'FRAME', unitPrice: 140, qualificationCost: 500 }],
    });
    // S1: 2 h × 60 + 30 = 150 a frame; holding 0.2 ÷ 4 × 200 = 10 a frame and quarter.
    const point = { 'x|S1|FRAME|1': 8, 'm|S1': 1, 'x|S2|FRAME|1': 4, 'a|S2|FRAME': 1, 'I|FRAME|1': 2 };
    expect(aimValue(priced, 'cost', point)).toBe(8 * 150 + 1000 + 4 * 140 + 500 + 2 * 10);
  });

  test('unquoted buy items cost their unit value, less what is on hand', () => {
    const bought = scenario({
      periods: 1,
      programmes: [{ product: 'CRANE' }],
      demand: [['CRANE', '2026-Q1', 10]],
      bom: [['CRANE', 'MOTOR', 2]],
      items: [
        { item: 'CRANE', kind: 'make' },
        { item: 'MOTOR', kind: 'buy', unitValue: 70, stock: 5 },
      ],
    });
    expect(aimValue(bought, 'cost', { 'y|CRANE|1': 10, 'I|MOTOR|1': 0 })).toBe((20 - 5) * 70);
  });
});
