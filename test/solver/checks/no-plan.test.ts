import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { conflict } from '../../../solver/checks/conflict.ts';
import { noPlan } from '../../../solver/checks/no-plan.ts';
import { planFor } from '../../support/plan-builder.ts';
import { contextFor, weldingShop, welds } from './judge.ts';

const shop = weldingShop({ rules: [{ rule: 'source-count', id: 'three', min: 3, strict: true }] });

async function emptied(change: Partial<Plan>): Promise<Plan> {
  const plan = await planFor(shop, {});
  const none = { aims: [], products: [], rampUp: [], rules: [], shortfall: [] };
  return { ...plan, ...none, status: 'infeasible', ...change };
}
const judged = async (check: typeof noPlan, change: Partial<Plan> = {}) =>
  check.check(contextFor(shop, await emptied(change))).faults.map(({ message }) => message);

test('an infeasible answer is empty but for its conflict and what is reported', async () => {
  const row = { code: 'too-few-sources', message: 'two only', item: 'BOOM', supplier: null };
  expect(await judged(noPlan, { reported: [row], conflict: ['three'] })).toEqual([]);
});

test('it has no rows and no cost', async () => {
  const { awards, cost } = await planFor(shop, welds([10, 10]));
  expect(await judged(noPlan, { awards })).toEqual(['awards has 1 row, but the answer is infeasible']);
  expect(await judged(noPlan, { cost })).toEqual(['cost of production is € 10000, but the answer is infeasible']);
});

test('it ships nothing', async () => {
  const shipments = [{ item: 'BOOM', from: 'S1', to: null, consumer: 'BOOM', quantity: 1 }];
  expect(await judged(noPlan, { shipments })).toEqual(['shipments has 1 row, but the answer is infeasible']);
});

test('an unknown answer says which limit was hit', async () => {
  const limits = { gap: 0, timeLimit: 60, workLimit: null };
  expect(await judged(noPlan, { status: 'unknown', limits: { ...limits, hit: 'time' } })).toEqual([]);
  expect(await judged(noPlan, { status: 'unknown', limits: { ...limits, hit: null } })).toEqual([
    'the answer is unknown, but no limit was hit',
  ]);
});

test('the conflict names rules of the scenario, each once', async () => {
  expect(await judged(conflict, { conflict: ['three'] })).toEqual([]);
  expect(await judged(conflict, { conflict: [] })).toEqual([]);
  expect(await judged(conflict, { conflict: ['four'] })).toEqual([
    'the conflict names four, which is no rule of the scenario',
  ]);
  expect(await judged(conflict, { conflict: ['three', 'three'] })).toEqual(['the conflict names three twice']);
});

test('only an infeasible answer has a conflict', async () => {
  expect(await judged(conflict, { status: 'feasible', conflict: ['three'] })).toEqual([
    'the answer is feasible, but names a conflict of three',
  ]);
});

test('the faults of a conflict name the rule, those of rows and costs both figures', async () => {
  const faults = async (check: typeof noPlan, change: Partial<Plan>) =>
    check.check(contextFor(shop, await emptied(change))).faults;
  expect(await faults(conflict, { conflict: ['four', 'three', 'three'] })).toEqual([
    { rule: 'four', message: 'the conflict names four, which is no rule of the scenario' },
    { rule: 'three', message: 'the conflict names three twice' },
  ]);
  const { awards, cost } = await planFor(shop, welds([5, 5], [5, 5]));
  expect(await faults(noPlan, { awards })).toEqual([
    { message: 'awards has 2 rows, but the answer is infeasible', found: 2, expected: 0 },
  ]);
  expect(await faults(noPlan, { cost })).toEqual([expect.objectContaining({ found: 10_000, expected: 0 })]);
});

test('an infeasible answer needs no limit that was hit', async () => {
  const limits = { gap: 0, timeLimit: 60, workLimit: null, hit: null };
  expect(await judged(noPlan, { limits })).toEqual([]);
});
