import { describe, expect, test } from 'vitest';
import { rowOf, rowsOf } from '../../support/formulated.ts';
import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

const ruled = (rule: RuleStatement, more: Statement = {}) => twoWelders({ ...more, rules: [{ ...rule, id: 'R' }] });
const infinity = Number.POSITIVE_INFINITY;

/** S1 is ready in the second quarter only. */
const lateFirm: Statement = { suppliers: [{ supplier: 'S1', onboardingPeriods: 1 }] };
/** Masts beside the frames, and before them in the alphabet: beams. */
const beams: Statement = {
  demand: [
    ['BEAM', '2026-Q1', 6],
    ['FRAME', '2026-Q1', 10],
    ['FRAME', '2026-Q2', 10],
  ],
  routing: [
    ['BEAM', 'welding', 1],
    ['FRAME', 'welding', 2],
  ],
};

describe('source-count', () => {
  test('has no upper bound where only a least number is stated', () => {
    const terms = { 'a|S1|FRAME': 1, 'a|S2|FRAME': 1 };
    expect(rowOf(ruled({ rule: 'source-count', min: 1 }), 'R|FRAME')).toEqual({ terms, lower: 1, upper: infinity });
    expect(rowOf(ruled({ rule: 'source-count', max: 1 }), 'R|FRAME')).toEqual({ terms, lower: 0, upper: 1 });
  });

  test('counts the sources of each package apart', () => {
    const each = ruled({ rule: 'source-count', min: 2 }, beams);
    expect(rowsOf(each, 'R')).toEqual(['R|BEAM', 'R|FRAME']);
    expect(rowOf(each, 'R|BEAM').terms).toEqual({ 'a|S1|BEAM': 1, 'a|S2|BEAM': 1 });
  });
});

describe('member-count', () => {
  test('counts the firms in scope and bounds only what is stated', () => {
    const scope = { suppliers: ['S2'] };
    const terms = { 'm|S2': 1 };
    expect(rowOf(ruled({ rule: 'member-count', min: 1, scope }), 'R')).toEqual({ terms, lower: 1, upper: infinity });
    expect(rowOf(ruled({ rule: 'member-count', max: 1, scope }), 'R')).toEqual({ terms, lower: -infinity, upper: 1 });
  });
});

describe('share-cap', () => {
  const cap = { rule: 'share-cap', max: 0.6 } as const;

  test('over the horizon has one row for each pair, with the quarters in which the firm is ready', () => {
    const late = ruled(cap, lateFirm);
    expect(rowsOf(late, 'R')).toEqual(['R|S1|FRAME', 'R|S2|FRAME']);
    expect(rowOf(late, 'R|S1|FRAME')).toEqual({
      terms: { 'x|S1|FRAME|2': 1, 'a|S1|FRAME': -12 },
      lower: -infinity,
      upper: 0,
    });
  });

  test('per period has a row for each quarter in which the firm is ready, and no other', () => {
    const late = ruled({ ...cap, per: 'period' }, lateFirm);
    expect(rowsOf(late, 'R')).toEqual(['R|S1|FRAME|2', 'R|S2|FRAME|1', 'R|S2|FRAME|2']);
    expect(rowOf(late, 'R|S1|FRAME|2')).toEqual({
      terms: { 'x|S1|FRAME|2': 1, 'a|S1|FRAME': -6 },
      lower: -infinity,
      upper: 0,
    });
  });

  test('says nothing about a firm that is not ready before the scope ends', () =>
    expect(rowsOf(ruled({ ...cap, scope: { to: '2026-Q1' } }, lateFirm), 'R')).toEqual(['R|S2|FRAME']));
});

describe('share-floor', () => {
  const floor = { rule: 'share-floor', min: 0.25 } as const;

  test('over the horizon asks for the share of all that is required, ready or not', () => {
    const late = ruled(floor, lateFirm);
    expect(rowsOf(late, 'R')).toEqual(['R|S1|FRAME', 'R|S2|FRAME']);
    expect(rowOf(late, 'R|S1|FRAME')).toEqual({
      terms: { 'x|S1|FRAME|2': 1, 'a|S1|FRAME': -5 },
      lower: 0,
      upper: infinity,
    });
  });

  test('per period has a row for each quarter in which the firm is ready, and no other', () =>
    expect(rowsOf(ruled({ ...floor, per: 'period' }, lateFirm), 'R')).toEqual([
      'R|S1|FRAME|2',
      'R|S2|FRAME|1',
      'R|S2|FRAME|2',
    ]));

  test('bars an award to a firm that is not ready before the scope ends', () =>
    expect(rowOf(ruled({ ...floor, scope: { to: '2026-Q1' } }, lateFirm), 'R|S1|FRAME')).toEqual({
      terms: { 'a|S1|FRAME': -2.5 },
      lower: 0,
      upper: infinity,
    }));
});

describe('lock', () => {
  test('of an award of one item says nothing about the firm’s other items', () => {
    const locked = ruled({ rule: 'lock', supplier: 'S1', item: 'FRAME', award: true }, beams);
    expect(rowsOf(locked, 'R')).toEqual(['R|S1']);
    expect(rowOf(locked, 'R|S1')).toEqual({ terms: { 'a|S1|FRAME': 1 }, lower: 1, upper: infinity });
  });

  test('of a firm asks for any of its awards, or bars all', () => {
    const terms = { 'a|S1|BEAM': 1, 'a|S1|FRAME': 1 };
    const member = ruled({ rule: 'lock', supplier: 'S1', award: true }, beams);
    expect(rowOf(member, 'R|S1')).toEqual({ terms, lower: 1, upper: infinity });
    const barred = ruled({ rule: 'lock', supplier: 'S1', award: false }, beams);
    expect(rowOf(barred, 'R|S1')).toEqual({ terms, lower: -infinity, upper: 0 });
  });

  test('of a share is one of the locked item, made in the quarters in which the firm is ready', () => {
    const share = ruled(
      { rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 0.5 },
      { ...beams, ...lateFirm },
    );
    expect(rowOf(share, 'R|S1|share')).toEqual({ terms: { 'x|S1|FRAME|2': 1 }, lower: 10, upper: 10 });
  });

  test('of a share of an item that is not required asks for nothing', () => {
    const items = [{ item: 'SPARE', kind: 'make' }] as const;
    const spare = ruled({ rule: 'lock', supplier: 'S1', item: 'SPARE', award: true, share: 0.5 }, { items });
    expect(rowOf(spare, 'R|S1|share')).toEqual({ terms: {}, lower: 0, upper: 0 });
    expect(rowOf(spare, 'R|S1')).toEqual({ terms: {}, lower: 1, upper: infinity });
  });
});

test('rules without anything in scope write no row', () => {
  const nobody = { suppliers: ['S9'] };
  expect(rowsOf(ruled({ rule: 'share-cap', max: 0.5, scope: nobody }), 'R')).toEqual([]);
  expect(rowsOf(ruled({ rule: 'share-floor', min: 0.5, scope: nobody }), 'R')).toEqual([]);
});
