import { describe, expect, test } from 'vitest';
import { stated } from '../../../solver/constraints/index.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { brokenRows, modelOf } from '../../support/formulated.ts';
import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

const ruled = (rule: RuleStatement, more: Statement = {}) => twoWelders({ ...more, rules: [{ ...rule, id: 'R' }] });
const both = { 'a|S1|FRAME': 1, 'a|S2|FRAME': 1 };

describe('source-count', () => {
  test('two sources where at least two are asked', () => {
    expect(brokenRows(ruled({ rule: 'source-count', min: 2 }), 'R', both)).toEqual([]);
    expect(brokenRows(ruled({ rule: 'source-count', min: 2 }), 'R', { 'a|S1|FRAME': 1 })).toEqual(['R|FRAME']);
  });

  test('asks for no more sources than are eligible, unless strict', () => {
    expect(brokenRows(ruled({ rule: 'source-count', min: 3 }), 'R', both)).toEqual([]);
    expect(brokenRows(ruled({ rule: 'source-count', min: 3, strict: true }), 'R', both)).toEqual(['R|FRAME']);
  });

  test('a second source is one too many where at most one is allowed', () => {
    expect(brokenRows(ruled({ rule: 'source-count', max: 1 }), 'R', { 'a|S1|FRAME': 1 })).toEqual([]);
    expect(brokenRows(ruled({ rule: 'source-count', max: 1 }), 'R', both)).toEqual(['R|FRAME']);
  });

  test('speaks of critical items only, where its scope says so', () => {
    const critical: RuleStatement = { rule: 'source-count', min: 2, scope: { critical: true } };
    expect(modelOf(ruled(critical)).rows.filter((name) => name.startsWith('R'))).toEqual([]);
    const marked = ruled(critical, { items: [{ item: 'FRAME', critical: true }] });
    expect(brokenRows(marked, 'R', { 'a|S1|FRAME': 1 })).toEqual(['R|FRAME']);
  });

  test('counts only sources of the category and region in scope', () => {
    const suppliers = [
      { supplier: 'S1', category: 'A' as const, region: 'NL321' },
      { supplier: 'S2', category: 'C' as const, region: 'NL111' },
    ];
    const entrant: RuleStatement = { rule: 'source-count', min: 1, scope: { category: ['C', 'D'] } };
    expect(brokenRows(ruled(entrant, { suppliers }), 'R', { 'a|S1|FRAME': 1 })).toEqual(['R|FRAME']);
    expect(brokenRows(ruled(entrant, { suppliers }), 'R', { 'a|S2|FRAME': 1 })).toEqual([]);
    const local: RuleStatement = { rule: 'source-count', min: 1, scope: { region: 'NL32' } };
    expect(brokenRows(ruled(local, { suppliers }), 'R', { 'a|S1|FRAME': 1 })).toEqual([]);
    expect(brokenRows(ruled(local, { suppliers }), 'R', { 'a|S2|FRAME': 1 })).toEqual(['R|FRAME']);
  });
});

describe('share-cap', () => {
  const cap: RuleStatement = { rule: 'share-cap', max: 0.6 };

  test('twelve of twenty frames are sixty per cent', () => {
    expect(brokenRows(ruled(cap), 'R', { ...both, 'x|S1|FRAME|1': 8, 'x|S1|FRAME|2': 4 })).toEqual([]);
    expect(brokenRows(ruled(cap), 'R', { ...both, 'x|S1|FRAME|1': 8, 'x|S1|FRAME|2': 4.001 })).toEqual(['R|S1|FRAME']);
  });

  test('per period, six of ten frames in each quarter', () => {
    const perPeriod: RuleStatement = { ...cap, per: 'period' };
    expect(brokenRows(ruled(perPeriod), 'R', { ...both, 'x|S1|FRAME|1': 6, 'x|S1|FRAME|2': 6 })).toEqual([]);
    expect(brokenRows(ruled(perPeriod), 'R', { ...both, 'x|S1|FRAME|1': 6.001 })).toEqual(['R|S1|FRAME|1']);
  });

  test('a scope in time counts the volume of those quarters only', () => {
    const second: RuleStatement = { ...cap, scope: { from: '2026-Q2' } };
    expect(brokenRows(ruled(second), 'R', { ...both, 'x|S1|FRAME|1': 8, 'x|S1|FRAME|2': 6 })).toEqual([]);
    expect(brokenRows(ruled(second), 'R', { ...both, 'x|S1|FRAME|2': 6.001 })).toEqual(['R|S1|FRAME']);
  });

  test('the required volume does not shrink because stock is used', () => {
    const stocked = ruled(cap, { items: [{ item: 'FRAME', stock: 10 }] });
    expect(brokenRows(stocked, 'R', { ...both, 'x|S1|FRAME|1': 8, 'x|S1|FRAME|2': 4 })).toEqual([]);
  });
});

describe('share-floor', () => {
  const floor: RuleStatement = { rule: 'share-floor', min: 0.25 };

  test('five of twenty frames are a quarter', () => {
    expect(brokenRows(ruled(floor), 'R|S1', { 'a|S1|FRAME': 1, 'x|S1|FRAME|1': 5 })).toEqual([]);
    expect(brokenRows(ruled(floor), 'R|S1', { 'a|S1|FRAME': 1, 'x|S1|FRAME|1': 4.999 })).toEqual(['R|S1|FRAME']);
  });

  test('a firm without the award owes nothing', () => {
    expect(brokenRows(ruled(floor), 'R|S1', {})).toEqual([]);
  });

  test('per period, only from when the firm is ready', () => {
    const late = ruled(
      { ...floor, per: 'period' },
      { suppliers: [{ supplier: 'S1', onboardingPeriods: 1, hourlyRate: 50 }] },
    );
    expect(brokenRows(late, 'R|S1', { 'a|S1|FRAME': 1, 'x|S1|FRAME|2': 2.5 })).toEqual([]);
    expect(brokenRows(late, 'R|S1', { 'a|S1|FRAME': 1, 'x|S1|FRAME|2': 2.499 })).toEqual(['R|S1|FRAME|2']);
  });
});

describe('member-count', () => {
  test('two members are within one to two, none and three are not', () => {
    const two = ruled({ rule: 'member-count', min: 1, max: 2 }, { capacity: [...welders(3)] });
    expect(brokenRows(two, 'R', { 'm|S1': 1, 'm|S2': 1 })).toEqual([]);
    expect(brokenRows(two, 'R', {})).toEqual(['R']);
    expect(brokenRows(two, 'R', { 'm|S1': 1, 'm|S2': 1, 'm|S3': 1 })).toEqual(['R']);
  });

  const welders = (count: number) =>
    Array.from({ length: count }, (_, index) => [`S${index + 1}`, 'welding', 16] as const);
});

describe('lock', () => {
  test('a locked award must be made, a barred one must not', () => {
    const locked = ruled({ rule: 'lock', supplier: 'S1', item: 'FRAME', award: true });
    expect(brokenRows(locked, 'R', { 'a|S1|FRAME': 1 })).toEqual([]);
    expect(brokenRows(locked, 'R', {})).toEqual(['R|S1']);
    const barred = ruled({ rule: 'lock', supplier: 'S1', item: 'FRAME', award: false });
    expect(brokenRows(barred, 'R', {})).toEqual([]);
    expect(brokenRows(barred, 'R', { 'a|S1|FRAME': 1 })).toEqual(['R|S1']);
  });

  test('a locked share is made exactly', () => {
    const half = ruled({ rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 0.5 });
    expect(brokenRows(half, 'R', { 'a|S1|FRAME': 1, 'x|S1|FRAME|1': 8, 'x|S1|FRAME|2': 2 })).toEqual([]);
    expect(brokenRows(half, 'R', { 'a|S1|FRAME': 1, 'x|S1|FRAME|1': 8 })).toEqual(['R|S1|share']);
  });

  test('a firm locked out has no award at all', () => {
    const out = ruled({ rule: 'lock', supplier: 'S1', award: false });
    expect(brokenRows(out, 'R', { 'a|S1|FRAME': 1 })).toEqual(['R|S1']);
  });
});

describe('exclude', () => {
  test('an excluded firm has no column that could award it', () => {
    const { columns } = modelOf(ruled({ rule: 'exclude', suppliers: ['S1'] }));
    expect(columns.filter((name) => name.includes('S1'))).toEqual([]);
    expect(columns).toContain('a|S2|FRAME');
  });
});

describe('slack', () => {
  test('of each rule, in its own unit', () => {
    const rules: readonly RuleStatement[] = [
      { rule: 'source-count', min: 1, max: 2 },
      { rule: 'share-cap', max: 0.75 },
      { rule: 'share-floor', min: 0.25 },
      { rule: 'member-count', max: 5 },
      { rule: 'source-count', min: 2, scope: { critical: true } },
    ];
    const problem = planningProblem(twoWelders({ rules }));
    // S1 makes 12 of 20 frames, S2 makes 8.
    const decision = {
      problem,
      awarded: [true, true],
      completed: [],
      bought: [],
      produced: [Float64Array.of(0, 6, 6), Float64Array.of(0, 4, 4)],
      hired: [new Float64Array(3), new Float64Array(3)],
      starts: problem.candidates.map(() => 1),
    };
    const slacks = problem.scenario.rules.map((rule) => {
      switch (rule.rule) {
        case 'source-count':
          return stated['source-count'].slack(rule, decision);
        case 'share-cap':
          return stated['share-cap'].slack(rule, decision);
        case 'share-floor':
          return stated['share-floor'].slack(rule, decision);
        case 'member-count':
          return stated['member-count'].slack(rule, decision);
        default:
          throw new Error(rule.rule);
      }
    });
    expect(slacks.map((slack) => slack && Number(slack.toFixed(9)))).toEqual([0, 0.15, 0.15, 3, null]);
  });
});
