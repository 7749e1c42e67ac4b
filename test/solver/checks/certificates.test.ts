import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { certificates } from '../../../solver/checks/certificates.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

const shop = weldingShop({
  items: [{ item: 'BOOM', certificates: ['AQAP 2110'] }],
  certificates: [
    { supplier: 'S1', certificate: 'AQAP 2110' },
    { supplier: 'S2', certificate: 'AQAP 2110', status: 'obtainable', leadTime: 1, cost: 900 },
  ],
});
const decision = { ...welds([10, 5], [0, 5]), certificates: [['S2', 'AQAP 2110', '2026-Q2', 900]] as const };
const with2 = (change: Partial<Plan['certificates'][number]>) => (plan: Plan) => ({
  ...plan,
  certificates: plan.certificates.map((row) => ({ ...row, ...change })),
});

test('an award that relies on an obtainable certificate has it obtained', async () => {
  expect(await faultsOf(certificates, shop, decision)).toEqual([]);
  expect(await faultsOf(certificates, shop, { ...decision, certificates: [] })).toEqual([
    { supplier: 'S2', message: 'AQAP 2110 of S2 is not obtained, but an award needs it' },
  ]);
});

test('a standby needs it too', async () => {
  const standby = { ...welds([10, 10]), standby: [['S2', 'BOOM']] as const };
  expect(await messagesOf(certificates, shop, standby)).toEqual([
    'AQAP 2110 of S2 is not obtained, but an award needs it',
  ]);
});

test('nothing is obtained without need', async () => {
  expect(await messagesOf(certificates, shop, { ...welds([10, 10]), certificates: decision.certificates })).toEqual([
    'AQAP 2110 of S2 is obtained, but no award needs that',
  ]);
});

test('it starts in the first period, counts after its lead time and costs what is stated', async () => {
  expect(await messagesOf(certificates, shop, decision, with2({ start: '2026-Q2' }))).toEqual([
    'start of AQAP 2110 of S2 is 2026-Q2, expected 2026-Q1',
  ]);
  expect(await messagesOf(certificates, shop, decision, with2({ firstPeriod: '2026-Q1' }))).toEqual([
    'first period of AQAP 2110 of S2 is 2026-Q1, expected 2026-Q2',
  ]);
  expect(await messagesOf(certificates, shop, decision, with2({ cost: 900.02 }))).toEqual([
    'cost of AQAP 2110 of S2 is € 900.02, expected € 900',
  ]);
});

test('it is paid once, however many awards need it', async () => {
  const two = weldingShop({
    demand: [
      ['BOOM', '2026-Q2', 1],
      ['JIB', '2026-Q2', 1],
    ],
    items: [
      { item: 'BOOM', certificates: ['AQAP 2110'] },
      { item: 'JIB', certificates: ['AQAP 2110'] },
    ],
    routing: [
      ['BOOM', 'welding', 1],
      ['JIB', 'welding', 1],
    ],
    certificates: [{ supplier: 'S2', certificate: 'AQAP 2110', status: 'obtainable', leadTime: 1, cost: 900 }],
  });
  const both = {
    production: [
      ['S2', 'BOOM', '2026-Q2', 1],
      ['S2', 'JIB', '2026-Q2', 1],
    ] as const,
    certificates: decision.certificates,
  };
  expect(await messagesOf(certificates, two, both)).toEqual([]);
  expect(
    await messagesOf(certificates, two, both, (plan) => ({
      ...plan,
      certificates: [...plan.certificates, ...plan.certificates],
    })),
  ).toEqual(['AQAP 2110 of S2 is obtained, but no award needs that']);
});
