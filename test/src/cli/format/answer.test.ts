import { describe, expect, test } from 'vitest';
import type { AimResult, Plan } from '../../../../scenarios/domain/plan.ts';
import { answer } from '../../../../src/cli/format/answer.ts';
import { cranePlan, craneScenario } from '../support/crane-plan.ts';

const say = (changes: Partial<Plan>, scenario = craneScenario): string =>
  answer({ ...cranePlan, ...changes }, scenario);
const complete = {
  shortfall: [],
  rampUp: cranePlan.rampUp.map((row) => ({ ...row, delivered: row.required, multiple: row.required / 12 })),
  products: cranePlan.products.map((row) => ({ ...row, delivered: row.required })),
};
const aims = (shortfall: Partial<AimResult>, cost: Partial<AimResult>): readonly AimResult[] => [
  { aim: 'shortfall', value: 0, bound: 0, gap: 0, ...shortfall },
  { aim: 'cost', value: 41_234_567, bound: 41_234_567, gap: 0, ...cost },
];

describe('the answer in one sentence', () => {
  test('names firms, multiple, shortage, cost and distance from the best possible', () => {
    expect(say({})).toBe(
      '24 firms reach 3.5× by 2030-Q1; CRANE-01 is 6 % short from 2026-Q3 to 2027-Q2 for want of BOOM and 1 other item; ' +
        '€ 41.2 m; within 0.6 % of the best possible.',
    );
  });

  test('says so when nothing is short and nothing better exists', () => {
    expect(say({ ...complete, aims: aims({}, {}) })).toBe(
      '24 firms reach 3.5× by 2030-Q1; nothing is short; € 41.2 m; the best possible.',
    );
  });

  test('names the soft rules without which all of this is so', () => {
    const row = { code: 'rule-given-up', message: '', item: null, supplier: null };
    const sentence = (...rules: readonly string[]) =>
      say({ ...complete, aims: aims({}, {}), reported: rules.map((rule) => ({ ...row, rule })) });
    expect(sentence('cap-60')).toMatch(/; the best possible; without the soft rule cap-60\.$/);
    expect(sentence('a', 'b')).toMatch(/; without the soft rules a, b\.$/);
    expect(sentence('a', 'b', 'c', 'd')).toMatch(/; without 4 soft rules\.$/);
  });

  test('a multiple that is missed at the end is not said to be reached', () => {
    const last = cranePlan.rampUp.length - 1;
    const rampUp = complete.rampUp.map((row, at) => (at === last ? { ...row, delivered: 36, multiple: 3 } : row));
    expect(say({ ...complete, rampUp })).toMatch(
      /^24 firms reach 3× of the wanted 3\.5× by 2030-Q4 \(at best 3\.5×, in 2030-Q1\);/,
    );
    const low = complete.rampUp.map((row) => ({ ...row, multiple: (row.multiple ?? 0) * 0.8 }));
    expect(say({ ...complete, rampUp: low })).toMatch(/^24 firms reach 2\.8× of the wanted 3\.5× by 2030-Q4;/);
  });

  test('a multiple that is lost again counts from the period in which it is back for good', () => {
    const rampUp = complete.rampUp.map((row, at) => (at === 18 ? { ...row, multiple: 3.4 } : row));
    expect(say({ ...complete, rampUp })).toMatch(/^24 firms reach 3\.5× by 2030-Q4;/);
  });

  test('one firm reaches', () => {
    expect(say({ ...complete, members: cranePlan.members.slice(0, 1) })).toMatch(/^1 firm reaches 3\.5×/);
  });

  test('demand without a baseline has no multiple and is told as a share of what is required', () => {
    const scenario = { ...craneScenario, programmes: [] };
    const rampUp = cranePlan.rampUp.map((row) => ({ ...row, multiple: null, delivered: row.required * 0.982 }));
    expect(say({ rampUp }, scenario)).toMatch(/^24 firms deliver 99\.3 % of what is required;/);
  });

  test.each([
    [[1, 2, 3], 'until 2026-Q3'],
    [[2, 18, 19, 20], 'in 2026-Q2 and from 2030-Q2 to 2030-Q4'],
    [[2, 4, 6, 8], 'in 4 of 20 periods until 2027-Q4'],
    [[20], 'in 2030-Q4'],
    [Array.from({ length: 20 }, (_, at) => at + 1), 'throughout'],
  ])('a shortage in the periods %j is %s, as a share of what those periods require', (periods, when) => {
    const shortfall = periods.map((t) => {
      const { period, required } = cranePlan.rampUp[t - 1]!;
      return { item: 'CRANE-01', period, quantity: required / 4, causes: [] };
    });
    expect(say({ shortfall })).toContain(`; CRANE-01 is 25 % short ${when};`);
  });

  test('a backlog that is carried is told at its largest, not added up', () => {
    const scenario = { ...craneScenario, policy: { ...craneScenario.policy, backlog: 'carried' as const } };
    const shortfall = [3, 6, 3].map((quantity, at) => ({
      ...{ item: 'CRANE-01', quantity, causes: [] },
      period: cranePlan.rampUp[at]!.period,
    }));
    const required = cranePlan.products.slice(0, 3).reduce((sum, row) => sum + row.required, 0);
    expect(say({ shortfall }, scenario)).toContain(
      `is ${((6 / required) * 100).toPrecision(3)} % short until 2026-Q3;`,
    );
  });

  test('a shortage below the tolerance that the planner stated is told as tolerated', () => {
    const rampUp = complete.rampUp.map((row) => ({ ...row, delivered: row.required * 0.99995 }));
    const shortfall = [{ item: 'CRANE-01', period: '2026-Q1', quantity: 0.02, causes: [] }];
    const tolerant = { ...craneScenario, policy: { ...craneScenario.policy, shortfallTolerance: 0.0001 } };
    expect(say({ ...complete, rampUp, shortfall }, tolerant)).toContain(
      '; nothing is short beyond the tolerated 0.01 %;',
    );
  });

  test('an open first aim is told before what is short and why, and before the cost', () => {
    const open = aims({ value: 10.2, bound: 0, gap: 1 }, { gap: 0.02 });
    expect(say({ aims: open })).toBe(
      '24 firms reach 3.5× by 2030-Q1; shortfall: up to 1.92 % of the requirement more might be deliverable; ' +
        'as it stands, CRANE-01 is 6 % short from 2026-Q3 to 2027-Q2 for want of BOOM and 1 other item; ' +
        'then cost: € 41.2 m, within 2 % of the best possible at this shortfall.',
    );
  });

  test('what is required after the horizon counts in the share that might be deliverable', () => {
    const open = aims({ value: 10.2, bound: 0, gap: 1 }, {});
    const required = cranePlan.products.reduce((sum, row) => sum + row.required, 0);
    const continuation = [{ ...cranePlan.products[0]!, period: '2031-Q1', required }];
    expect(say({ aims: open, continuation })).toContain('; shortfall: up to 0.959 % of the requirement more might');
  });

  test('an open first aim of a carried backlog is told as a share of the shortfall', () => {
    const scenario = { ...craneScenario, policy: { ...craneScenario.policy, backlog: 'carried' as const } };
    const open = aims({ value: 10, bound: 6, gap: 0.4 }, {});
    expect(say({ aims: open }, scenario)).toContain('; shortfall: up to 40 % of it might be avoidable; as it stands,');
  });

  test('a bound that says nothing is not told as a distance of 100 %', () => {
    expect(say({ aims: aims({}, { bound: 0, gap: 1 }) })).toMatch(/; the best possible cost is not known yet\.$/);
  });

  test.each([
    ['time', 'stopped by the time limit of 60 s'],
    ['work', "stopped by the engine's own work limit"],
    ['interrupt', 'stopped by hand'],
  ] as const)('a plan that a limit (%s) ended says so', (hit, words) => {
    const limits = { ...cranePlan.limits, hit };
    expect(say({ status: 'feasible', limits })).toMatch(new RegExp(`\\(${words}\\)\\.$`));
    expect(say({ status: 'unknown', limits })).toBe(`No plan was found (${words}).`);
  });

  test('rules that cannot hold together are named', () => {
    expect(say({ status: 'infeasible', conflict: ['cap-60', 'two-sources'] })).toBe(
      'No plan can hold these rules together: cap-60 and two-sources.',
    );
    expect(say({ status: 'infeasible', conflict: [] })).toBe('No plan is possible, whatever the rules.');
    const message = 'FRAME: a safety stock of 20 units is due in 2026-Q2';
    const reported = [{ code: 'conflict', message, item: 'FRAME', supplier: null }];
    expect(say({ status: 'infeasible', conflict: [], reported })).toBe(
      'No plan is possible, whatever the rules: FRAME: a safety stock of 20 units is due in 2026-Q2.',
    );
  });
});
