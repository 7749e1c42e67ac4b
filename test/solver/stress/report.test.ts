import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { StatedStress } from '../../../solver/stress/stage.ts';
import { planSmall } from '../../support/plan-small.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';
import { stressed } from '../../support/stress.ts';
import { tinyPlanned } from '../../support/tiny-planned.ts';

/** The example tiny, whose plan is worked out in its README: 9, 15, 20 and 25 units; in Q1 S1 makes 8 frames, with 1 on hand, and S4 all brackets. */
describe('the example tiny', async () => {
  const { scenario: tiny, plan } = await tinyPlanned();
  const report = (stated: StatedStress) => stressed(tiny, plan, { timeToRecover: 1, target: 0.5, ...stated });

  test('falls with S4 or with S1 in the first quarter, each by itself, and with none of them for sure', async () => {
    const { kinds } = await report({});
    expect(kinds.map(({ domain }) => domain)).toEqual(['supplier', 'region']);
    const [firms, regions] = kinds;
    expect(firms).toMatchObject({ domains: 4, size: 1, atLeast: 1, proof: 'exact', pivotal: [] });
    expect(regions).toMatchObject({ domains: 4, size: 1, atLeast: 1, proof: 'exact', pivotal: [] });
    // No bracket without S4, whatever frames there are.
    expect(firms!.smallest).toEqual({
      ...{ losses: ['S4'], suppliers: ['S4'], from: '2026-Q1', to: '2026-Q1', left: 0 },
      products: [{ product: 'UNIT', from: '2026-Q1', to: '2026-Q1', planned: 9, left: 0 }],
    });
    // Without S1 the frame on hand, 1 of 9.
    expect(firms!.others).toHaveLength(1);
    expect(firms!.others[0]).toMatchObject({ losses: ['S1'], from: '2026-Q1' });
    expect(firms!.others[0]!.left).toBeCloseTo(1 / 9, 9);
    expect(firms!.others[0]!.products).toEqual([
      { product: 'UNIT', from: '2026-Q1', to: '2026-Q1', planned: 9, left: 1 },
    ]);
    expect(regions!.smallest!.losses).toEqual(['NL414']);
    expect(firms!.words).toBe('Without S4 in 2026-Q1 nothing of what is planned is left: 0 of 9 UNIT in 2026-Q1.');
  });

  /** Of a tenth, 0.9 of 9 units is bridged by the frame on hand: frames alone break nothing in Q1, and later S1 and S2 have to fall both. */
  test('is left with S4 alone where a tenth is enough', async () => {
    const { kinds } = await report({ target: 0.1, domains: ['supplier'] });
    expect(kinds[0]).toMatchObject({ size: 1, others: [], pivotal: ['S4'], smallest: { losses: ['S4'] } });
  });
});

/** Ten frames are due in each of two quarters, an hour each; all three welders are awarded, S4 is not. */
const yard = (hours: readonly [number, number, number], more: Statement = {}): Scenario =>
  scenario({
    periods: 2,
    demand: [1, 2].map((quarter) => ['FRAME', `2026-Q${quarter}`, 10] as const),
    routing: [['FRAME', 'welding', 1]],
    capacity: [...hours.map((own, at) => [`S${at + 1}`, 'welding', own] as const), ['S4', 'milling', 9]],
    rules: ['S1', 'S2', 'S3'].map((supplier) => ({ rule: 'lock', supplier, item: 'FRAME', award: true }) as const),
    ...more,
    policy: { stock: 'none', ...more.policy },
  });

const broken = async (stated: Scenario, terms: StatedStress, seconds?: () => number) => {
  const asked = { target: 0.5, timeToRecover: 1, domains: ['supplier'] as const, ...terms };
  return (await stressed(stated, await planSmall(stated), asked, seconds)).kinds[0]!;
};

describe('three welders', () => {
  /** Without S1 and S2 there are 4 of 10, without S1 and S3 six, without S2 and S3 ten. */
  test('break with the two that leave four of ten', async () => {
    const found = await broken(yard([10, 6, 4]), {});
    expect(found).toMatchObject({ domains: 3, size: 2, atLeast: 2, proof: 'exact', others: [], pivotal: ['S1', 'S2'] });
    expect(found.smallest).toMatchObject({ losses: ['S1', 'S2'], suppliers: ['S1', 'S2'] });
    expect(found.smallest!.left).toBeCloseTo(0.4, 9);
    expect(found.windows).toEqual([
      { from: '2026-Q1', to: '2026-Q1', size: 2, atLeast: 2 },
      { from: '2026-Q2', to: '2026-Q2', size: 2, atLeast: 2 },
    ]);
    expect(found.words).toBe(
      'Without S1 and S2 in 2026-Q1 only 40 % of what is planned is left: 4 of 10 FRAME in 2026-Q1. No single supplier does. Every smallest set has S1 and S2.',
    );
  });
  test('just hold where exactly half is left', async () =>
    expect(await broken(yard([10, 6, 5]), {})).toMatchObject({ size: 3, atLeast: 3, pivotal: ['S1', 'S2', 'S3'] }));
  test('hold with a quarter more hours', async () =>
    expect(await broken(yard([10, 6, 4]), { surge: 0.25 })).toMatchObject({ size: 3 }));
  test('are one loss where they are of one region, and none without a region', async () => {
    const suppliers = ['S1', 'S2', 'S3'].map((supplier) => ({ supplier, region: 'NL221' }));
    const found = await broken(yard([10, 6, 4], { suppliers }), { domains: ['region'] });
    expect(found).toMatchObject({ domains: 1, size: 1, pivotal: ['NL221'], smallest: { left: 0 } });
    expect(await broken(yard([10, 6, 4]), { domains: ['region'] })).toMatchObject({
      ...{ domains: 0, size: null, atLeast: 1, proof: 'exact', smallest: null },
      words: 'No region has anything of the plan that could be lost.',
    });
  });
  test('can all be lost where ten frames are on hand', async () => {
    const items = [{ item: 'FRAME', kind: 'make' as const, stock: 10, safetyStock: 10 }];
    const found = await broken(yard([10, 6, 4], { items, policy: { stock: 'allowed' } }), {});
    expect(found).toMatchObject({ size: null, atLeast: 4, proof: 'exact', smallest: null, pivotal: null });
    expect(found.words).toBe(
      'All of 3 suppliers can be lost at once: 50 % of what is planned is left whatever happens.',
    );
  });
  test('are told with what is proven where there is no time', async () => {
    const found = await broken(yard([10, 6, 4]), {}, () => 0);
    expect(found).toMatchObject({ size: null, atLeast: 1, proof: 'bound', smallest: null });
    expect(found.words).toBe(
      'Time was up before a set was found that breaks the plan; at least 1 supplier must be lost.',
    );
  });
});
