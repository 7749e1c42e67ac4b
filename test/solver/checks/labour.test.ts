import { expect, test } from 'vitest';
import { labour } from '../../../solver/checks/labour.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

/** S1 has two people, S2 three, all of one region; a head welds 20 hours a quarter, two booms. */
const shop = (more: object = {}, statement: Statement = {}) =>
  weldingShop({
    rules: [{ rule: 'labour', id: 'people', productiveHours: 20, hiresPerPeriod: 2, ...more }],
    suppliers: [
      { supplier: 'S1', employees: 2, region: 'NL221' },
      { supplier: 'S2', employees: 50, defenceHeads: 3, region: 'NL221' },
    ],
    ...statement,
  });

test('two heads weld four booms, three weld six: nobody to spare', async () => {
  expect(await faultsOf(labour, shop(), welds([4, 4], [6, 6]))).toEqual([]);
  expect(await slackOf(labour, shop(), welds([4, 4], [6, 6]))).toEqual({ people: 0 });
});

test('a boom too many for two heads', async () => {
  expect(await faultsOf(labour, shop(), welds([5, 4], [5, 6]))).toEqual([
    {
      ...{ rule: 'people', supplier: 'S1', period: '2026-Q1', found: 2.5, expected: 2 },
      message: 'the work of S1 takes 2.5 people in 2026-Q1, at most 2.0',
    },
  ]);
});

test('who is hired works from that quarter on', async () => {
  const hired = { ...welds([5, 6], [5, 4]), hires: [['S1', '2026-Q1', 1]] as const };
  expect(await faultsOf(labour, shop(), hired)).toEqual([]);
  expect(await slackOf(labour, shop(), hired)).toEqual({ people: 0 });
  const late = { ...hired, hires: [['S1', '2026-Q2', 1]] as const };
  expect(await messagesOf(labour, shop(), late)).toEqual(['the work of S1 takes 2.5 people in 2026-Q1, at most 2.0']);
});

test('too many hires, at a firm and in a region', async () => {
  const many = {
    ...welds([5, 5], [5, 5]),
    hires: [
      ['S1', '2026-Q1', 3],
      ['S2', '2026-Q1', 1],
    ] as const,
  };
  expect(await messagesOf(labour, shop(), many)).toEqual(['S1 hires 3.0 people in 2026-Q1, at most 2.0']);
  const region = shop({ hiresPerPeriod: undefined, regionHiresPerPeriod: 3.5 });
  expect(await messagesOf(labour, region, many)).toEqual([
    'the firms of NL221 hire 4.0 people in 2026-Q1, at most 3.5',
  ]);
});

test('a head does more from year to year', async () => {
  const growing = shop(
    { productivityGrowth: 0.21 },
    { calendar: { period: 'year', start: '2026' }, demand: [['BOOM', '2027', 10]] },
  );
  const made = (booms: number) => ({ production: [['S1', 'BOOM', '2027', booms]] as const });
  expect(await faultsOf(labour, growing, made(4.84))).toEqual([]);
  expect(await messagesOf(labour, growing, made(4.85))).toHaveLength(1);
});

test('nobody is hired where no rule speaks of it', async () => {
  const hired = { ...welds([4, 4], [6, 6]), hires: [['S2', '2026-Q1', 1]] as const };
  expect(await messagesOf(labour, shop({ scope: { suppliers: ['S1'] } }), hired)).toEqual([
    'S2 hires people, but no labour rule speaks of it',
  ]);
});
