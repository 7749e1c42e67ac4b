import { describe, expect, it } from 'vitest';
import { requirementsOf } from '../support/explosion.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';

/** Four quarters, two cranes wanted in each; a crane takes a quarter to assemble from two booms, a boom one from three tubes. */
const CRANE: Statement = {
  periods: 4,
  programmes: [{ product: 'CRANE', demand: { baseline: 2, multiplier: 1, reach: '2026-Q1', shape: 'step' } }],
  items: [
    { item: 'CRANE', leadTime: 1, materialCost: 500 },
    { item: 'BOOM', leadTime: 1 },
    { item: 'TUBE', kind: 'buy', unitValue: 30 },
  ],
  bom: [
    ['CRANE', 'BOOM', 2],
    ['BOOM', 'TUBE', 3],
  ],
  routing: [['BOOM', 'welding', 10]],
};

const required = (statement: Statement) => requirementsOf(scenario(statement));
const quantities = (statement: Statement) => {
  const { packages, unconstrained } = required(statement);
  return Object.fromEntries([...packages, ...unconstrained].map((row) => [row.item.item, [...row.required]]));
};
const codes = (statement: Statement) => required(statement).problems.map((problem) => problem.code);

describe('the gross requirement', () => {
  it('does not fall towards the end, because demand goes on after it', () => {
    expect(quantities(CRANE)).toEqual({ CRANE: [0, 2, 2, 2, 2], BOOM: [0, 4, 4, 4, 4], TUBE: [0, 12, 12, 12, 12] });
  });

  it('leaves out under `pipeline` what was due before the start, and lists it', () => {
    const { pastDue } = required(CRANE);
    expect(pastDue).toEqual([
      { item: 'BOOM', period: 0, quantity: 4 },
      { item: 'TUBE', period: -1, quantity: 12 },
      { item: 'TUBE', period: 0, quantity: 12 },
    ]);
  });

  it('has under `first-period` in period 1 what was due before it', () => {
    const statement: Statement = { ...CRANE, policy: { pastDue: 'first-period' } };
    expect(quantities(statement)).toEqual({ CRANE: [0, 2, 2, 2, 2], BOOM: [0, 8, 4, 4, 4], TUBE: [0, 36, 12, 12, 12] });
    expect(required(statement).pastDue).toEqual([]);
  });

  it('lists no phantom as past due, and what the phantom passes on', () => {
    const statement: Statement = {
      periods: 2,
      demand: [['CRANE', '2026-Q1', 1]],
      items: [
        { item: 'CRANE', leadTime: 1 },
        { item: 'KIT', kind: 'phantom' },
      ],
      bom: [
        ['CRANE', 'KIT', 1],
        ['KIT', 'BOLT', 8],
      ],
    };
    expect(required(statement).pastDue).toEqual([{ item: 'BOLT', period: 0, quantity: 8 }]);
  });

  it('of an item that is wanted by itself and as a component is the sum, undiminished by stock', () => {
    const items = [
      ...(CRANE.items ?? []).filter((item) => item.item !== 'BOOM'),
      { item: 'BOOM', leadTime: 1, stock: 99 },
    ];
    const statement: Statement = { ...CRANE, items, demand: [['BOOM', '2026-Q2', 5]] };
    expect(quantities(statement)).toMatchObject({ BOOM: [0, 4, 9, 4, 4], TUBE: [0, 27, 12, 12, 12] });
  });

  it('adds up to the total of the package', () => {
    expect(required(CRANE).packages.map((work) => [work.item.item, work.total])).toEqual([['BOOM', 16]]);
  });
});

describe('which items are work packages', () => {
  it('made items with a routing are; an unrouted product and unquoted bought items are unconstrained, at their cost', () => {
    const { packages, unconstrained } = required(CRANE);
    expect(packages.map((work) => [work.item.item, work.steps.map((step) => step.process)])).toEqual([
      ['BOOM', ['welding']],
    ]);
    expect(unconstrained.map((row) => [row.item.item, row.unitCost])).toEqual([
      ['CRANE', 500],
      ['TUBE', 30],
    ]);
  });

  it('a bought item with a quote is', () => {
    const statement: Statement = {
      ...CRANE,
      quotes: [{ supplier: 'S1', item: 'TUBE', unitPrice: 28, process: 'drawing' }],
    };
    expect(required(statement).packages.map((work) => work.item.item)).toEqual(['BOOM', 'TUBE']);
  });

  it('a product with a routing is', () => {
    const statement: Statement = {
      ...CRANE,
      routing: [
        ['BOOM', 'welding', 10],
        ['CRANE', 'assembly', 80],
      ],
    };
    expect(required(statement).packages.map((work) => work.item.item)).toEqual(['BOOM', 'CRANE']);
  });

  it('a phantom is not, and neither is an item of which nothing is required in the horizon', () => {
    const statement: Statement = {
      ...CRANE,
      programmes: [],
      demand: [['KIT', '2026-Q3', 1]],
      items: [{ item: 'KIT', kind: 'phantom' }],
      bom: [['KIT', 'PIN', 2]],
      routing: [
        ['PIN', 'turning', 1],
        ['BOOM', 'welding', 10],
      ],
    };
    expect(quantities(statement)).toEqual({ PIN: [0, 0, 0, 2, 0] });
  });

  it('an item on stock of which nothing is required stays in view without a requirement', () => {
    const statement: Statement = {
      ...CRANE,
      items: [...(CRANE.items ?? []), { item: 'ROPE', stock: 5, unitValue: 9 }],
    };
    expect(required(statement).unconstrained.find((row) => row.item.item === 'ROPE')).toMatchObject({ unitCost: 9 });
    expect(quantities(statement)).toMatchObject({ ROPE: [0, 0, 0, 0, 0] });
  });
});

describe('an item that can be neither awarded nor costed', () => {
  const item = (stated: NonNullable<Statement['items']>[number]): Statement => ({
    ...CRANE,
    items: [...(CRANE.items ?? []).filter((row) => row.item !== stated.item), stated],
  });

  it('a made item without routing or quote is a problem by name', () => {
    const { routing: _, ...unrouted } = CRANE;
    expect(required(unrouted).problems).toEqual([
      {
        code: 'no-routing',
        file: 'routing.csv',
        column: 'item',
        message: 'BOOM is made and needed but has no routing and no quote',
      },
    ]);
  });

  it('a made item without routing is none when it is quoted, or not needed', () => {
    const { routing: _, ...unrouted } = CRANE;
    const quotes = [{ supplier: 'S1', item: 'BOOM', unitPrice: 900, process: 'welding' }];
    expect(codes({ ...unrouted, quotes })).toEqual([]);
    expect(codes({ ...CRANE, items: [...(CRANE.items ?? []), { item: 'JIB', kind: 'make' }] })).toEqual([]);
  });

  it('a bought item without quote or unit value is a problem', () => {
    expect(required(item({ item: 'TUBE', kind: 'buy' })).problems).toMatchObject([
      { code: 'missing-unit-value', file: 'items.csv', message: expect.stringContaining('TUBE') },
    ]);
  });

  it('a package that can be in stock needs a unit value when holding stock costs', () => {
    const statement: Statement = { ...CRANE, costs: { holdingRate: 0.1 } };
    expect(required(statement).problems.map((problem) => problem.message)).toEqual([
      'BOOM can be in stock but has no unitValue, which holdingRate is charged on',
    ]);
    expect(codes({ ...statement, policy: { stock: 'none' } })).toEqual([]);
    expect(codes({ ...statement, ...item({ item: 'BOOM', leadTime: 1, unitValue: 900 }) })).toEqual([]);
  });

  it('an unconstrained item needs one only with stock on hand', () => {
    const costs = { holdingRate: 0.1 };
    const stocked = { item: 'CRANE', kind: 'make' as const, leadTime: 1, stock: 1 };
    const boom = { item: 'BOOM', leadTime: 1, unitValue: 900 };
    const statement: Statement = {
      ...CRANE,
      costs,
      items: [boom, stocked, { item: 'TUBE', kind: 'buy', unitValue: 30 }],
    };
    expect(codes(statement)).toEqual(['missing-unit-value']);
    expect(codes({ ...statement, items: [boom, { ...stocked, stock: 0 }, { item: 'TUBE', unitValue: 30 }] })).toEqual(
      [],
    );
  });

  it('safety stock of what is no work package, or where nothing may be stocked, is a problem', () => {
    expect(codes(item({ item: 'TUBE', kind: 'buy', unitValue: 30, safetyStock: 5 }))).toEqual(['safety-stock']);
    expect(codes(item({ item: 'BOOM', leadTime: 1, safetyStock: 5 }))).toEqual([]);
    expect(codes({ ...item({ item: 'BOOM', leadTime: 1, safetyStock: 5 }), policy: { stock: 'none' } })).toEqual([
      'safety-stock',
    ]);
  });

  it('a needed item that the scenario does not list is a problem', () => {
    const stated = scenario(CRANE);
    const items = stated.items.filter((row) => row.item !== 'TUBE');
    expect(requirementsOf({ ...stated, items }).problems).toMatchObject([
      { code: 'unknown-reference', message: 'TUBE is needed but is not an item' },
    ]);
    expect(
      requirementsOf({ ...stated, demand: [{ item: 'YACHT', period: '2026-Q1', quantity: 1 }] }).problems,
    ).toMatchObject([{ code: 'unknown-reference', message: 'YACHT is needed but is not an item' }]);
  });
});
