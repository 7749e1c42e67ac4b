import { expect, test } from 'vitest';
import { serialiseRobustness } from '../../../scenarios/wire/robustness-schema.ts';
import { checkedEngine } from '../../../solver/engines/checked.ts';
import { operationOfPlan } from '../../../solver/outages/operation-of-plan.ts';
import { robustnessReport } from '../../../solver/outages/report.ts';
import type { StatedTerms } from '../../../solver/outages/terms.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { engineOfTests } from '../../support/highs.ts';
import { planSmall } from '../../support/plan-small.ts';
import { scenario } from '../../support/scenario-builder.ts';

/** Ten frames a quarter: S1 makes eight of them in an hour each, S2 two; both are of one region. S2 could make six. */
const yard = scenario({
  periods: 3,
  demand: [1, 2, 3].map((quarter) => ['FRAME', `2026-Q${quarter}`, 10] as const),
  items: [{ item: 'FRAME', kind: 'make', unitValue: 1000 }],
  routing: [['FRAME', 'welding', 1]],
  suppliers: [
    { supplier: 'S1', region: 'NL221', hourlyRate: 40 },
    { supplier: 'S2', region: 'NL221' },
  ],
  capacity: [
    ['S1', 'welding', 10],
    ['S2', 'welding', 6],
  ],
  rules: [
    { rule: 'share-cap', max: 0.8, per: 'period' },
    { rule: 'lock', supplier: 'S2', item: 'FRAME', award: true },
  ],
  policy: { stock: 'none' },
});

async function reportOf(terms: StatedTerms) {
  const plan = await planSmall(yard);
  const of = { scenario: { name: yard.name, sha256: plan.scenario.sha256 }, plan: plan.digest };
  const operation = operationOfPlan(planningProblem(yard), plan);
  const report = await robustnessReport(operation, terms, of, { engine: checkedEngine(engineOfTests) });
  if (!report) throw new Error('the outages were not assessed');
  return report;
}

const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, own: unknown) => (typeof own === 'number' ? Number(own.toFixed(6)) : own));

test('the loss of the larger source: six of ten are left, three are unprotected, half as many hours again would do', async () => {
  const { domains, ...report } = await reportOf({ timeToRecover: 1 });
  expect(report).toMatchObject({ outages: 6, failing: 3, idle: 0 });
  expect(report.unprotected).toBeCloseTo(9, 6);
  const [first, second] = rounded(domains) as typeof domains;
  expect(first).toMatchObject({
    ...{ domain: 'supplier', losses: ['S1'], suppliers: ['S1'], timeToRecover: 1 },
    ...{ timeToSurvive: { periods: 0, atLeast: false }, failing: 3, unprotected: 9 },
    worst: {
      ...{ from: '2026-Q1', to: '2026-Q1', lost: 4, share: 0.4, products: [{ product: 'FRAME', quantity: 4 }] },
      money: { basis: 'value', amount: 4000 },
      takeover: [{ supplier: 'S2', item: 'FRAME', planned: 2, extra: 4 }],
    },
    reserve: { surge: 0.5, hours: [{ process: 'welding', hours: 3 }] },
  });
  expect(second).toMatchObject({ losses: ['S2'], failing: 0, unprotected: 0, worst: null, reserve: null });
  expect(second!.timeToSurvive).toEqual({ periods: 4, atLeast: true });
});

test('one region holds both sources: nothing is left, no surge helps, and it is told as one cause', async () => {
  const { domains, commonCauses, spend, items } = await reportOf({ domains: ['region'], timeToRecover: 2 });
  expect(domains).toHaveLength(1);
  expect(rounded(domains[0]!.worst)).toMatchObject({
    from: '2026-Q1',
    to: '2026-Q2',
    lost: 20,
    share: 1,
    takeover: [],
  });
  expect(domains[0]!.reserve).toEqual({ surge: null, hours: null });
  expect(domains[0]!.words).toContain('another source is needed');
  expect(commonCauses).toEqual([
    { item: 'FRAME', domain: 'region', name: 'NL221', suppliers: ['S1', 'S2'], all: true },
  ]);
  expect(items).toMatchObject([{ item: 'FRAME', sources: 2, producing: 2 }]);
  expect(items[0]!.concentration).toBeCloseTo(0.68, 9);
  expect(spend.find(({ by }) => by === 'region')).toMatchObject({ largest: 'NL221', share: 1, concentration: 1 });
});

test('a report reads as its own form, and time that is up tells nothing', async () => {
  const report = await reportOf({ timeToRecover: 1 });
  expect(JSON.parse(serialiseRobustness(report))).toEqual(JSON.parse(JSON.stringify(report)));
  const plan = await planSmall(yard);
  const of = { scenario: report.scenario, plan: plan.digest };
  const stop = new Int32Array(new SharedArrayBuffer(4)).fill(1);
  const stopped = {
    engine: {
      ...engineOfTests,
      solve: async () => ({ status: 'undecided', limit: 'interrupt', reason: 'stop' }) as const,
    },
    hooks: { stop },
  };
  expect(await robustnessReport(operationOfPlan(planningProblem(yard), plan), {}, of, stopped)).toBeUndefined();
});
