import { describe, expect, test } from 'vitest';
import { brokenRows, modelOf } from '../../support/formulated.ts';
import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

/** S1 and S2 need a quarter of onboarding; frames are due in three quarters. */
const late: Statement = {
  periods: 3,
  suppliers: [
    { supplier: 'S1', onboardingPeriods: 1 },
    { supplier: 'S2', onboardingPeriods: 1 },
  ],
};
const ruled = (rule: Partial<RuleStatement> = {}, more: Statement = {}) =>
  twoWelders({
    ...late,
    ...more,
    rules: [{ rule: 'onboarding-throughput', id: 'R', max: 1, ...rule } as RuleStatement],
  });
const award = { 'a|S1|FRAME': 1, 'm|S1': 1 };

describe('onboarding-start', () => {
  test('who starts in the first quarter and waits one makes its first frame in the second', () => {
    const early = { ...award, 's|S1|1': 1, 'x|S1|FRAME|2': 8, 'x|S1|FRAME|3': 8 };
    expect(brokenRows(ruled(), 'onboarding-start', early)).toEqual([]);
  });

  test('who starts a quarter later is ready a quarter later', () => {
    const second = { ...award, 's|S1|2': 1, 'x|S1|FRAME|3': 8 };
    expect(brokenRows(ruled(), 'onboarding-start', second)).toEqual([]);
    expect(brokenRows(ruled(), 'onboarding-start', { ...second, 'x|S1|FRAME|2': 0.001 })).toEqual([
      'onboarding-start|S1|welding|1|2',
    ]);
  });

  test('a member starts once, and nobody else', () => {
    expect(brokenRows(ruled(), 'onboarding-start', award)).toEqual(['onboarding-start|S1']);
    expect(brokenRows(ruled(), 'onboarding-start', { ...award, 's|S1|1': 1, 's|S1|2': 1 })).toEqual([
      'onboarding-start|S1',
    ]);
    expect(brokenRows(ruled(), 'onboarding-start', { 's|S1|1': 1 })).toEqual(['onboarding-start|S1']);
  });

  test('there is no start too late to be ready at all', () => {
    expect(modelOf(ruled()).columns.filter((name) => name.startsWith('s|S1'))).toEqual(['s|S1|1', 's|S1|2']);
  });

  test('an award is ready in time, be it as a standby', () => {
    const dated = ruled(
      {},
      {
        routing: [
          ['FRAME', 'welding', 2],
          ['MAST', 'milling', 1],
        ],
        demand: [
          ['FRAME', '2026-Q3', 1],
          ['MAST', '2026-Q3', 1],
        ],
        capacity: [
          ['S1', 'welding', 16],
          ['S1', 'milling', 16],
        ],
        items: [{ item: 'MAST', certificates: ['AQAP-2110'] }],
        certificates: [{ supplier: 'S1', certificate: 'AQAP-2110', validUntil: '2026-06-30' }],
      },
    );
    const standby = { 'm|S1': 1, 'a|S1|MAST': 1, 's|S1|1': 1 };
    expect(brokenRows(dated, 'onboarding-start', standby)).toEqual([]);
    expect(brokenRows(dated, 'onboarding-start', { ...standby, 's|S1|1': 0, 's|S1|2': 1 })).toEqual([
      'onboarding-start|S1|MAST',
    ]);
  });

  test('a qualified incumbent needs no start', () => {
    const incumbent = ruled({}, { incumbents: [{ supplier: 'S1', item: 'FRAME' }] });
    expect(modelOf(incumbent).columns.filter((name) => name.startsWith('s|'))).toEqual(['s|S2|1', 's|S2|2']);
  });

  test('nothing is made where no rule makes the time matter', () => {
    const { columns, rows } = modelOf(twoWelders(late));
    expect([...columns, ...rows].filter((name) => /^s\||^onboarding-start/.test(name))).toEqual([]);
  });
});

describe('onboarding-throughput', () => {
  test('one start a quarter', () => {
    expect(brokenRows(ruled(), 'R', { 's|S1|1': 1, 's|S2|2': 1 })).toEqual([]);
    expect(brokenRows(ruled(), 'R', { 's|S1|1': 1, 's|S2|1': 1 })).toEqual(['R|1']);
  });

  test('speaks of the quarters and suppliers in scope', () => {
    const second = ruled({ scope: { from: '2026-Q2' } });
    expect(brokenRows(second, 'R', { 's|S1|1': 1, 's|S2|1': 1 })).toEqual([]);
    expect(brokenRows(second, 'R', { 's|S1|2': 1, 's|S2|2': 1 })).toEqual(['R|2']);
    expect(modelOf(ruled({ scope: { suppliers: ['S1'] } })).columns).not.toContain('s|S2|1');
  });
});
