import { describe, expect, test } from 'vitest';
import type { RuleName, RuleOf } from '../../../scenarios/domain/rule.ts';
import { stated } from '../../../solver/constraints/index.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { type RuleStatement, type Statement, scenario } from '../../support/scenario-builder.ts';

/**
 * Ten frames are due in each of three quarters; three firms weld. A decision is the volumes of each firm in the three quarters; a firm
 * without volumes has no award.
 */
function slackOf(
  rule: RuleStatement,
  volumes: Readonly<Record<string, readonly number[]>>,
  more: Statement = {},
): number | null {
  const problem = planningProblem(
    scenario({
      periods: 3,
      demand: [
        ['FRAME', '2026-Q1', 10],
        ['FRAME', '2026-Q2', 10],
        ['FRAME', '2026-Q3', 10],
      ],
      routing: [['FRAME', 'welding', 1]],
      capacity: [
        ['S1', 'welding', 100],
        ['S2', 'welding', 100],
        ['S3', 'welding', 100],
      ],
      ...more,
      rules: [rule],
    }),
  );
  const of = problem.pairs.map(({ supplier, item }) => volumes[`${supplier} ${item}`] ?? volumes[supplier]);
  const decision = {
    problem,
    awarded: of.map((volume) => volume !== undefined),
    completed: [],
    bought: [],
    produced: of.map((volume) => Float64Array.of(0, ...(volume ?? [0, 0, 0]))),
    hired: problem.candidates.map(() => new Float64Array(problem.horizon + 1)),
    starts: problem.candidates.map(() => 1),
  };
  const slack = <Name extends RuleName>(name: Name, state: RuleOf<Name>) => stated[name].slack(state, decision);
  const state = problem.scenario.rules[0]!;
  return slack<RuleName>(state.rule, state);
}

const standby = [0, 0, 0];

/** Frames and masts are due at once, and the three firms weld both. */
const masts: Statement = {
  demand: [
    ['FRAME', '2026-Q1', 10],
    ['MAST', '2026-Q1', 10],
  ],
  routing: [
    ['FRAME', 'welding', 1],
    ['MAST', 'welding', 1],
  ],
};

describe('source-count', () => {
  test('one source more than the least is one to spare', () => {
    expect(slackOf({ rule: 'source-count', min: 1 }, { S1: [10, 10, 10], S2: standby })).toBe(1);
    expect(slackOf({ rule: 'source-count', min: 1 }, { S1: [10, 10, 10] })).toBe(0);
  });

  test('one source where five are allowed is four to spare', () =>
    expect(slackOf({ rule: 'source-count', max: 5 }, { S1: [10, 10, 10] })).toBe(4));

  test('the nearer of the two bounds counts', () => {
    expect(slackOf({ rule: 'source-count', min: 1, max: 5 }, { S1: [10, 10, 10], S2: standby })).toBe(1);
    expect(slackOf({ rule: 'source-count', min: 1, max: 3 }, { S1: standby, S2: standby, S3: standby })).toBe(0);
  });

  test('of two packages the one with less to spare counts', () => {
    const rule = { rule: 'source-count', min: 1 } as const;
    const awards = { 'S1 FRAME': standby, 'S2 FRAME': standby, 'S1 MAST': standby };
    expect(slackOf(rule, awards, masts)).toBe(0);
    expect(slackOf({ ...rule, scope: { items: ['FRAME'] } }, awards, masts)).toBe(1);
  });

  test('asked for more than there are firms, nothing is to spare when all have an award', () => {
    const all = { S1: standby, S2: standby, S3: standby };
    expect(slackOf({ rule: 'source-count', min: 4 }, all)).toBe(0);
    expect(slackOf({ rule: 'source-count', min: 4, strict: true }, all)).toBe(-1);
  });
});

describe('share-cap', () => {
  test('over the horizon: eighteen of thirty are 60 %, 15 % below 75 %', () => {
    const cap: RuleStatement = { rule: 'share-cap', max: 0.75 };
    expect(slackOf(cap, { S1: [10, 8, 0], S2: [0, 2, 10] })).toBeCloseTo(0.15, 12);
  });

  test('per period: the quarter with the largest share counts', () => {
    const cap: RuleStatement = { rule: 'share-cap', max: 0.75, per: 'period' };
    expect(slackOf(cap, { S1: [4, 7, 5], S2: [6, 3, 5] })).toBeCloseTo(0.05, 12);
  });

  test('per period: only the quarters in scope count, both ends included', () => {
    const cap = { rule: 'share-cap', max: 0.9, per: 'period' } as const;
    const volumes = { S1: [8, 5, 7] };
    expect(slackOf({ ...cap, scope: { from: '2026-Q2' } }, volumes)).toBeCloseTo(0.2, 12);
    expect(slackOf({ ...cap, scope: { from: '2026-Q2', to: '2026-Q2' } }, volumes)).toBeCloseTo(0.4, 12);
    expect(slackOf({ ...cap, scope: { to: '2026-Q2' } }, volumes)).toBeCloseTo(0.1, 12);
  });

  test('over the horizon: only volume and requirement of the quarters in scope count', () => {
    const cap = { rule: 'share-cap', max: 0.9 } as const;
    const volumes = { S1: [8, 5, 7] };
    expect(slackOf({ ...cap, scope: { from: '2026-Q2' } }, volumes)).toBeCloseTo(0.9 - 12 / 20, 12);
    expect(slackOf({ ...cap, scope: { to: '2026-Q2' } }, volumes)).toBeCloseTo(0.9 - 13 / 20, 12);
  });

  test('a firm without an award does not count', () =>
    expect(slackOf({ rule: 'share-cap', max: 0.75, scope: { suppliers: ['S2'] } }, { S1: [10, 10, 10] })).toBeNull());

  test('a quarter in which nothing is required does not count', () => {
    const once: Statement = { demand: [['FRAME', '2026-Q2', 10]] };
    const cap = { rule: 'share-cap', max: 0.75, per: 'period' } as const;
    expect(slackOf(cap, { S1: [0, 5, 0] }, once)).toBeCloseTo(0.25, 12);
    expect(slackOf({ ...cap, scope: { from: '2026-Q3' } }, { S1: [0, 5, 0] }, once)).toBeNull();
    expect(slackOf({ ...cap, per: 'horizon', scope: { from: '2026-Q3' } }, { S1: [0, 5, 0] }, once)).toBeNull();
  });
});

describe('share-floor', () => {
  const floor = { rule: 'share-floor', min: 0.25 } as const;
  const lateFirm: Statement = { suppliers: [{ supplier: 'S1', onboardingPeriods: 1 }] };

  test('over the horizon: twelve of thirty are 40 %, 15 % above a quarter, however they are spread', () =>
    expect(slackOf(floor, { S1: [10, 2, 0] })).toBeCloseTo(0.15, 12));

  test('per period: the quarter with the smallest share counts', () =>
    expect(slackOf({ ...floor, per: 'period' }, { S1: [10, 3, 6] })).toBeCloseTo(0.05, 12));

  test('per period: the last quarter counts too', () =>
    expect(slackOf({ ...floor, per: 'period' }, { S1: [10, 6, 3] })).toBeCloseTo(0.05, 12));

  test('per period: only the quarters in scope count, both ends included', () => {
    const perPeriod = { ...floor, per: 'period' } as const;
    const volumes = { S1: [3, 6, 4] };
    expect(slackOf({ ...perPeriod, scope: { from: '2026-Q2' } }, volumes)).toBeCloseTo(0.15, 12);
    expect(slackOf({ ...perPeriod, scope: { from: '2026-Q2', to: '2026-Q2' } }, volumes)).toBeCloseTo(0.35, 12);
    expect(slackOf({ ...perPeriod, scope: { to: '2026-Q2' } }, volumes)).toBeCloseTo(0.05, 12);
  });

  test('over the horizon: only volume and requirement of the quarters in scope count', () =>
    expect(slackOf({ ...floor, scope: { from: '2026-Q2' } }, { S1: [10, 6, 2] })).toBeCloseTo(8 / 20 - 0.25, 12));

  test('per period: a quarter in which the firm is not ready does not count', () =>
    expect(slackOf({ ...floor, per: 'period' }, { S1: [0, 4, 4] }, lateFirm)).toBeCloseTo(0.15, 12));

  test('over the horizon the requirement of every quarter counts, ready or not', () =>
    expect(slackOf(floor, { S1: [0, 9, 9] }, lateFirm)).toBeCloseTo(18 / 30 - 0.25, 12));

  test('a firm without an award does not count', () => {
    const scope = { suppliers: ['S2'] };
    expect(slackOf({ ...floor, scope }, { S1: [10, 10, 10] })).toBeNull();
    expect(slackOf({ ...floor, scope, per: 'period' }, { S1: [10, 10, 10] })).toBeNull();
  });

  test('a quarter in which nothing is required does not count', () => {
    const once: Statement = { demand: [['FRAME', '2026-Q2', 10]] };
    expect(slackOf({ ...floor, per: 'period' }, { S1: [0, 5, 0] }, once)).toBeCloseTo(0.25, 12);
    expect(slackOf({ ...floor, per: 'period', scope: { from: '2026-Q3' } }, { S1: [0, 5, 0] }, once)).toBeNull();
    expect(slackOf({ ...floor, scope: { from: '2026-Q3' } }, { S1: [0, 5, 0] }, once)).toBeNull();
  });
});

describe('member-count', () => {
  const all = { S1: standby, S2: standby, S3: standby };

  test('three members where one is asked are two to spare', () =>
    expect(slackOf({ rule: 'member-count', min: 1 }, all)).toBe(2));

  test('one member where four are allowed is three to spare', () =>
    expect(slackOf({ rule: 'member-count', max: 4 }, { S1: standby })).toBe(3));

  test('the nearer of the two bounds counts', () => {
    expect(slackOf({ rule: 'member-count', min: 1, max: 4 }, all)).toBe(1);
    expect(slackOf({ rule: 'member-count', min: 3, max: 9 }, all)).toBe(0);
  });

  test('only members in scope count', () =>
    expect(slackOf({ rule: 'member-count', max: 4, scope: { suppliers: ['S1', 'S2'] } }, all)).toBe(2));

  test('a firm with one award of two packages is a member', () => {
    expect(slackOf({ rule: 'member-count', max: 4 }, { 'S1 MAST': standby }, masts)).toBe(3);
  });
});

describe('lock and exclude', () => {
  test('hold exactly or not at all', () => {
    expect(slackOf({ rule: 'lock', supplier: 'S1', award: true }, { S1: standby })).toBe(0);
    expect(slackOf({ rule: 'exclude', suppliers: ['S2'] }, { S1: standby })).toBe(0);
  });
});
