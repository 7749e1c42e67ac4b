import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { StatedTerms } from '../../../solver/outages/terms.ts';
import { assessed, toldOf } from '../../support/outages.ts';
import { planSmall } from '../../support/plan-small.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

/**
 * Ten frames are due in each of three quarters, an hour each; S1 is locked to make all of them, S2 is awarded as a standby and offers `spare`
 * hours. Nothing is made ahead unless a test says so.
 */
const yard = (spare: number, more: Statement = {}): Scenario =>
  scenario({
    periods: 3,
    demand: [1, 2, 3].map((quarter) => ['FRAME', `2026-Q${quarter}`, 10] as const),
    routing: [['FRAME', 'welding', 1]],
    capacity: [
      ['S1', 'welding', 10],
      ['S2', 'welding', spare],
    ],
    ...more,
    rules: [
      { rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 1 },
      { rule: 'lock', supplier: 'S2', item: 'FRAME', award: true },
      ...(more.rules ?? []),
    ],
    policy: { stock: 'none', ...more.policy },
  });

const left = async (stated: Scenario, terms: StatedTerms) =>
  toldOf(await assessed(stated, await planSmall(stated), { timeToRecover: 1, serviceLevel: 0.9, ...terms }));

/** The same where no time to recover is asked about. */
const leftByOwn = async (stated: Scenario) =>
  toldOf(await assessed(stated, await planSmall(stated), { serviceLevel: 0.9 }));

const each = (units: number): readonly string[] => [1, 2, 3].map((t) => `S1 ${t}–${t}: ${units}`);

describe('a standby', () => {
  test('with nine hours just brings 90 % of ten frames', async () => expect(await left(yard(9), {})).toEqual([]));
  test('with eight hours lacks one frame in each quarter', async () =>
    expect(await left(yard(8), {})).toEqual(each(1)));
  test('is asked for less where the service level is lower', async () =>
    expect(await left(yard(8), { serviceLevel: 0.8 })).toEqual([]));
  test('that surges by an eighth brings nine', async () => expect(await left(yard(8), { surge: 0.125 })).toEqual([]));
  test('that surges by a tenth lacks 0.2', async () => expect(await left(yard(8), { surge: 0.1 })).toEqual(each(0.2)));
  test('goes by its own surge where none is asked about', async () =>
    expect(await left(yard(8, { suppliers: [{ supplier: 'S2', surge: 0.125 }] }), {})).toEqual([]));
  test('does not where one is: what is stated holds for all', async () =>
    expect(await left(yard(8, { suppliers: [{ supplier: 'S2', surge: 0.125 }] }), { surge: 0 })).toEqual(each(1)));
});

describe('a window', () => {
  test('ends with the horizon and sums over its periods', async () =>
    expect(await left(yard(8), { timeToRecover: 2 })).toEqual(['S1 1–2: 2', 'S1 2–3: 2', 'S1 3–3: 1']));
  test('is as long as the lost firm takes by its own', async () =>
    expect(await leftByOwn(yard(8, { suppliers: [{ supplier: 'S1', timeToRecover: 3 }] }))).toEqual([
      'S1 1–3: 3',
      'S1 2–3: 2',
      'S1 3–3: 1',
    ]));
  test('of no period is no outage', async () => {
    const stated = yard(8);
    const found = await assessed(stated, await planSmall(stated), { timeToRecover: 0 });
    expect(found).toEqual({ outages: 0, unprotected: [], weighted: 0 });
  });
  test('counts for each firm and period, whether or not it makes anything', async () => {
    const stated = yard(9);
    expect(await assessed(stated, await planSmall(stated), {})).toMatchObject({ outages: 6 });
  });
});

describe('stock', () => {
  const shelf = (units: number) =>
    yard(8, {
      items: [{ item: 'FRAME', kind: 'make', stock: units, safetyStock: units }],
      policy: { stock: 'allowed' },
    });
  test('that the plan holds bridges what the standby lacks', async () => expect(await left(shelf(1), {})).toEqual([]));
  test('that is half of it leaves the other half', async () => expect(await left(shelf(0.5), {})).toEqual(each(0.5)));
  test('is used once in a window, not in each of its periods', async () =>
    expect(await left(shelf(1), { timeToRecover: 2 })).toEqual(['S1 1–2: 1', 'S1 2–3: 1']));
});

describe('requalification', () => {
  const slow = (periods: number, qualified: boolean) =>
    yard(10, {
      suppliers: [{ supplier: 'S2', qualificationPeriods: periods }],
      incumbents: [{ supplier: 'S2', item: 'FRAME', qualified: true }].filter(() => qualified),
    });
  test('keeps work from a source for as long as its qualification takes', async () => {
    const stated = yard(10, {
      quotes: [{ supplier: 'S2', item: 'FRAME', unitPrice: 60, qualificationPeriods: 1 }],
    });
    expect(await left(stated, { timeToRecover: 2, requalification: true })).toEqual([
      'S1 1–2: 8',
      'S1 2–3: 8',
      'S1 3–3: 9',
    ]);
  });
  test('is nothing for who has qualified before', async () =>
    expect(await left(slow(2, true), { timeToRecover: 2, requalification: true })).toEqual([]));
  test('takes no time where none is stated', async () =>
    expect(await left(slow(0, false), { requalification: true })).toEqual([]));
});

describe('what is lost together', () => {
  const three = (tags: Readonly<Record<string, string>>, domains: StatedTerms['domains']) => {
    const stated = scenario({
      periods: 1,
      demand: [['FRAME', '2026-Q1', 10]],
      routing: [['FRAME', 'welding', 1]],
      suppliers: ['S1', 'S2', 'S3'].map((supplier) => ({
        supplier,
        ...(tags[supplier] && { region: tags[supplier] }),
      })),
      capacity: ['S1', 'S2', 'S3'].map((supplier) => [supplier, 'welding', 10] as const),
      rules: ['S1', 'S2', 'S3'].map((supplier) => ({ rule: 'lock', supplier, item: 'FRAME', award: true }) as const),
      policy: { stock: 'none' },
    });
    return left(stated, domains ? { domains } : { losses: 2 });
  };
  test('is told of a region with all sources, which is one cause', async () =>
    expect(await three({ S1: 'NL221', S2: 'NL221', S3: 'NL221' }, ['region'])).toEqual(['NL221 1–1: 9']));
  test('is nothing where a source is in another region: the exact code counts', async () =>
    expect(await three({ S1: 'NL221', S2: 'NL221', S3: 'NL224' }, ['region'])).toEqual([]));
  test('with two losses is survived by the third', async () => expect(await three({}, undefined)).toEqual([]));
  test('with two losses is not survived by two', async () => {
    expect(await left(yard(9), { losses: 2 })).toEqual(each(9).map((words) => words.replace('S1', 'S1+S2')));
  });
});

describe('lead times', () => {
  /** A crane takes a quarter to assemble of a boom; A1 assembles, B1 welds ten booms a quarter. Deliveries go on for a quarter after the horizon. */
  const crane = (more: Statement = {}) =>
    scenario({
      periods: 3,
      demand: [1, 2, 3].map((quarter) => ['CRANE', `2026-Q${quarter}`, 10] as const),
      items: [{ item: 'CRANE', kind: 'make', leadTime: 1 }],
      bom: [['CRANE', 'BOOM', 1]],
      routing: [
        ['CRANE', 'assembly', 1],
        ['BOOM', 'welding', 1],
      ],
      capacity: [
        ['A1', 'assembly', 10],
        ['B1', 'welding', 10],
      ],
      ...more,
      policy: { stock: 'none', ...more.policy },
    });
  const of = (firm: string, told: readonly string[]) => told.filter((words) => words.startsWith(`${firm} `));

  test('the loss of booms in a quarter is felt in the cranes of the next, after the horizon too', async () =>
    expect(of('B1', await left(crane(), {}))).toEqual(['B1 1–1: 9', 'B1 2–2: 9', 'B1 3–3: 9']));
  test('the loss of assembly is felt at once', async () =>
    expect(of('A1', await left(crane(), {}))).toEqual(['A1 1–1: 9', 'A1 2–2: 9', 'A1 3–3: 9']));
  test('two quarters without booms are two quarters without cranes; an outage is cut at the horizon', async () =>
    expect(of('B1', await left(crane(), { timeToRecover: 2 }))).toEqual(['B1 1–2: 18', 'B1 2–3: 18', 'B1 3–3: 9']));

  const shelf = (units: number, stock: 'none' | 'allowed' = 'none') =>
    crane({
      items: [
        { item: 'CRANE', kind: 'make', leadTime: 1 },
        { item: 'BOOM', kind: 'make', stock: units, safetyStock: units },
      ],
      policy: { stock },
    });
  test('nine booms on hand just bridge it', async () => expect(of('B1', await left(shelf(9), {}))).toEqual([]));
  test('eight do not', async () =>
    expect(of('B1', await left(shelf(8), {}))).toEqual(['B1 1–1: 1', 'B1 2–2: 1', 'B1 3–3: 1']));

  test('a crane may be held back for the quarter in which the loss is felt, but not beyond the horizon', async () =>
    expect(of('B1', await left(shelf(8, 'allowed'), {}))).toEqual(['B1 3–3: 1']));

  test('a firm that welds and assembles is missed in two quarters, of which the worse one counts', async () => {
    const alone = crane({
      capacity: [
        ['A1', 'assembly', 10],
        ['A1', 'welding', 10],
      ],
    });
    // No crane is completed in the quarter, nor in the next for want of booms: nine of ten are unprotected in each window.
    expect(await left(alone, {})).toEqual(['A1 1–1: 9', 'A1 2–2: 9', 'A1 3–3: 9']);
  });

  test('a standby that welds half as many leaves four of nine', async () => {
    const two = crane({
      capacity: [
        ['A1', 'assembly', 10],
        ['B1', 'welding', 10],
        ['B2', 'welding', 5],
      ],
      rules: [
        { rule: 'lock', supplier: 'B1', item: 'BOOM', award: true, share: 1 },
        { rule: 'lock', supplier: 'B2', item: 'BOOM', award: true },
      ],
    });
    expect(of('B1', await left(two, {}))).toEqual(['B1 1–1: 4', 'B1 2–2: 4', 'B1 3–3: 4']);
  });
  test('another assembler completes what was begun before the outage', async () => {
    const two = crane({
      capacity: [
        ['A1', 'assembly', 10],
        ['A2', 'assembly', 10],
        ['B1', 'welding', 10],
      ],
      rules: [
        { rule: 'lock', supplier: 'A1', item: 'CRANE', award: true, share: 1 },
        { rule: 'lock', supplier: 'A2', item: 'CRANE', award: true },
      ],
    });
    expect(of('A1', await left(two, {}))).toEqual([]);
  });
  test('twice the hours afterwards do not undo it: the window is over then', async () => {
    const spare = crane({
      capacity: [
        ['A1', 'assembly', 20],
        ['B1', 'welding', 20],
      ],
    });
    expect(of('B1', await left(spare, {}))).toEqual(['B1 1–1: 9', 'B1 2–2: 9', 'B1 3–3: 9']);
  });
});
