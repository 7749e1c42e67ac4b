import { expect, test } from 'vitest';
import { measureLoad } from '../../../src/services/measure-load.ts';
import { scenario } from '../../support/scenario-builder.ts';

const frames = scenario({
  periods: 2,
  demand: [
    ['FRAME', '2026-Q1', 6],
    ['PIN', '2026-Q2', 10],
  ],
  routing: [
    ['FRAME', 'welding', 10],
    ['FRAME', 'milling', 2],
    ['PIN', 'milling', 1],
  ],
  capacity: [
    ['S1', 'welding', 80],
    ['S1', 'milling', 20],
    ['S2', 'milling', 5],
    ['S3', 'milling', 1000],
  ],
});
const made = (supplier: string, item: string, period: string, quantity: number) => ({
  supplier,
  item,
  period,
  quantity,
  unitCost: 1,
});
const member = (supplier: string) => ({ supplier, roles: [], start: '2026-Q1', firstPeriod: null, spend: 0, share: 0 });

test('hours of members against what those of them who work in a process offer, the tightest process first', () => {
  const plan = {
    expansions: [],
    members: [member('S1'), member('S2')],
    production: [made('S1', 'FRAME', '2026-Q1', 6), made('S1', 'PIN', '2026-Q2', 5), made('S2', 'PIN', '2026-Q2', 5)],
  };
  expect(measureLoad({ input: { scenario: frames, plan } })).toEqual([
    // Q1: 6 × 10 of 80 hours of welding, none in Q2.
    { process: 'welding', members: 1, used: 60, offered: 160, peak: 0.75, peakPeriod: '2026-Q1' },
    // Q1: 6 × 2 of 20 + 5 hours of milling; Q2: 5 + 5 of 25. S3 is no member.
    { process: 'milling', members: 2, used: 22, offered: 50, peak: 0.48, peakPeriod: '2026-Q1' },
  ]);
});

test('hours of an expansion are offered from its lead time on', () => {
  const robot = { supplier: 'S1', process: 'welding', option: 'robot' };
  const option = { ...robot, hoursPerPeriod: 40, capex: 1, leadTime: 1, maximum: 2 };
  const plan = {
    expansions: [{ ...robot, period: '2026-Q1', count: 2 }],
    members: [member('S1')],
    production: [made('S1', 'FRAME', '2026-Q2', 16)],
  };
  const [welding] = measureLoad({ input: { scenario: { ...frames, expansions: [option] }, plan } }).filter(
    ({ process }) => process === 'welding',
  );
  // 80 hours in Q1, 80 + 2 × 40 in Q2.
  expect(welding).toMatchObject({ used: 160, offered: 240, peak: 1, peakPeriod: '2026-Q2' });
});
