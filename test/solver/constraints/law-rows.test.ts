import { describe, expect, test } from 'vitest';
import { rowOf, rowsOf } from '../../support/formulated.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

const infinity = Number.POSITIVE_INFINITY;

/** S1 is ready in the second quarter only. */
const lateFirm: Statement = { suppliers: [{ supplier: 'S1', onboardingPeriods: 1 }] };

describe('capacity', () => {
  /** A frame takes two hours of welding and half an hour of milling, a plate a quarter of an hour of milling. */
  const millers = (statement: Statement = {}) =>
    scenario({
      periods: 1,
      demand: [
        ['FRAME', '2026-Q1', 10],
        ['PLATE', '2026-Q1', 10],
      ],
      routing: [
        ['FRAME', 'milling', 0.5],
        ['FRAME', 'welding', 2],
        ['PLATE', 'milling', 0.25],
      ],
      capacity: [
        ['S1', 'milling', 8],
        ['S1', 'welding', 16],
      ],
      ...statement,
    });

  test('each process has its own hours per unit and its own hours on offer', () => {
    expect(rowOf(millers(), 'capacity|S1|milling|1')).toEqual({
      terms: { 'x|S1|FRAME|1': 0.5, 'x|S1|PLATE|1': 0.25, 'm|S1': -8 },
      lower: -infinity,
      upper: 0,
    });
    expect(rowOf(millers(), 'capacity|S1|welding|1').terms).toEqual({ 'x|S1|FRAME|1': 2, 'm|S1': -16 });
  });

  test('a step without hours takes none of the process, beside others that do', () => {
    const free = millers({
      routing: [
        ['FRAME', 'milling', 0],
        ['FRAME', 'welding', 2],
        ['PLATE', 'milling', 0.25],
      ],
    });
    expect(rowOf(free, 'capacity|S1|milling|1').terms).toEqual({ 'x|S1|PLATE|1': 0.25, 'm|S1': -8 });
  });

  test('a process in which nothing takes hours is no limit', () => {
    const free = millers({
      routing: [
        ['FRAME', 'milling', 0],
        ['FRAME', 'welding', 2],
        ['PLATE', 'milling', 0],
      ],
    });
    expect(rowsOf(free, 'capacity')).toEqual(['capacity|S1|welding|1']);
  });

  test('a firm that is not ready yet offers nothing that could be used', () =>
    expect(rowsOf(twoWelders(lateFirm), 'capacity')).toEqual([
      'capacity|S1|welding|2',
      'capacity|S2|welding|1',
      'capacity|S2|welding|2',
    ]));
});

describe('award-link', () => {
  test('a step without hours does not limit what a pair can make', () => {
    const free = twoWelders({
      routing: [
        ['FRAME', 'milling', 0],
        ['FRAME', 'welding', 2],
      ],
      capacity: [
        ['S1', 'milling', 1],
        ['S1', 'welding', 16],
      ],
    });
    expect(rowOf(free, 'award-link|S1|FRAME').terms['a|S1|FRAME']).toBe(-16);
  });
});

describe('deliveries', () => {
  test('one row for each quarter: what is due is delivered or late', () => {
    const carried = twoWelders({ policy: { backlog: 'carried' } });
    expect(rowsOf(carried, 'deliveries')).toEqual(['deliveries|FRAME|1', 'deliveries|FRAME|2']);
    expect(rowOf(carried, 'deliveries|FRAME|2')).toEqual({
      terms: { 'y|FRAME|2': 1, 'b|FRAME|1': -1, 'b|FRAME|2': 1 },
      lower: 10,
      upper: 10,
    });
  });
});

describe('meet-requirement', () => {
  /** Ten cranes in one quarter, each of one turret with one plate, which is bought. S1 welds turrets. */
  const turrets = (statement: Statement = {}) =>
    scenario({
      periods: 1,
      programmes: [{ product: 'CRANE' }],
      demand: [['CRANE', '2026-Q1', 10]],
      bom: [
        ['CRANE', 'TURRET', 1],
        ['TURRET', 'PLATE', 2],
      ],
      items: [
        { item: 'PLATE', unitValue: 1, stock: 5 },
        { item: 'TURRET', stock: 4 },
      ],
      routing: [['TURRET', 'welding', 1]],
      capacity: [['S1', 'welding', 100]],
      ...statement,
    });

  test('what is bought is what is needed, less what is on hand, and never below nothing', () => {
    // Bought plates: 2·(cranes + turrets left − 4) + plates left − 5.
    expect(rowOf(turrets(), 'completed|PLATE|1')).toEqual({
      terms: { 'y|CRANE|1': 2, 'I|TURRET|1': 2, 'I|PLATE|1': 1 },
      lower: 2 * 4 + 5,
      upper: infinity,
    });
  });

  test('what is bought and never on hand needs no such row', () => {
    const items = [
      { item: 'PLATE', unitValue: 1 },
      { item: 'TURRET', stock: 4 },
    ];
    expect(rowsOf(turrets({ items }), 'completed')).toEqual([]);
  });

  test('plates on hand can only be used up', () => {
    expect(rowOf(turrets(), 'use-up-stock|PLATE|1')).toEqual({
      terms: { 'I|PLATE|1': 1 },
      lower: -infinity,
      upper: 5,
    });
    expect(rowsOf(turrets(), 'use-up-stock')).toEqual(['use-up-stock|PLATE|1']);
  });

  test('what nobody can make is not delivered, beyond what is on hand', () => {
    const unmade = turrets({ capacity: [['S1', 'turning', 100]] });
    expect(rowOf(unmade, 'meet-requirement|TURRET|1')).toEqual({
      terms: { 'y|CRANE|1': -1, 'I|TURRET|1': -1 },
      lower: -4,
      upper: -4,
    });
  });
});

describe('not-required', () => {
  /**
   * Ten booms are due in the second quarter, when they have no bracket any more; S1 welds booms and brackets. Made ahead in the first
   * quarter, a boom would need two brackets.
   */
  const booms = (statement: Statement = {}) =>
    scenario({
      periods: 2,
      demand: [['BOOM', '2026-Q2', 10]],
      bom: [{ parent: 'BOOM', item: 'BRACKET', quantity: 2, effectiveTo: '2026-03-31' }],
      items: [{ item: 'BOOM', stock: 3 }],
      routing: [
        ['BOOM', 'welding', 1],
        ['BRACKET', 'welding', 1],
      ],
      capacity: [['S1', 'welding', 100]],
      ...statement,
    });

  test('what is made ahead needs brackets that nobody makes, so none is made ahead', () => {
    expect(rowsOf(booms(), 'not-required')).toEqual(['not-required|BRACKET|1']);
    // 2·(booms left + booms delivered − 3 on hand) = 0
    expect(rowOf(booms(), 'not-required|BRACKET|1')).toEqual({
      terms: { 'y|BOOM|1': 2, 'I|BOOM|1': 2 },
      lower: 6,
      upper: 6,
    });
  });

  test('brackets on hand can go into booms made ahead', () => {
    const onHand = booms({
      items: [
        { item: 'BOOM', stock: 3 },
        { item: 'BRACKET', stock: 8 },
      ],
    });
    expect(rowsOf(onHand, 'not-required')).toEqual(['not-required|BRACKET|1', 'not-required|BRACKET|2']);
    expect(rowOf(onHand, 'not-required|BRACKET|1')).toEqual({
      terms: { 'y|BOOM|1': 2, 'I|BOOM|1': 2, 'I|BRACKET|1': 1 },
      lower: 6 + 8,
      upper: 6 + 8,
    });
    expect(rowOf(onHand, 'not-required|BRACKET|2')).toEqual({
      terms: { 'I|BRACKET|1': -1, 'I|BRACKET|2': 1 },
      lower: 0,
      upper: 0,
    });
  });

  test('a phantom is a list and no thing: only what is in it is needed', () => {
    const kit = booms({
      bom: [{ parent: 'BOOM', item: 'KIT', effectiveTo: '2026-03-31' }, ['KIT', 'BRACKET', 2]],
      items: [{ item: 'KIT', kind: 'phantom' }],
    });
    expect(rowsOf(kit, 'not-required')).toEqual(['not-required|BRACKET|1']);
  });

  test('an item that is required is made or bought instead', () => {
    const required = booms({ bom: [['BOOM', 'BRACKET', 2]] });
    expect(rowsOf(required, 'not-required')).toEqual([]);
    const bought = booms({
      items: [{ item: 'BRACKET', kind: 'buy', unitValue: 1 }],
      routing: [['BOOM', 'welding', 1]],
    });
    expect(rowsOf(bought, 'not-required')).toEqual([]);
  });
});
