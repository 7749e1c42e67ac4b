import { describe, expect, test } from 'vitest';
import type { DomainKind } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { engineOfTests } from '../../support/highs.ts';
import { underOutages, withOutages } from '../../support/outages.ts';
import { planSmall } from '../../support/plan-small.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

/** Ten frames of an hour in one quarter; each firm could make all. A is the cheapest, then B, C and D. */
const yard = (own: Readonly<Record<string, object>>, statement: Statement = {}): Scenario =>
  scenario({
    periods: 1,
    demand: [['FRAME', '2026-Q1', 10]],
    items: [{ item: 'FRAME', kind: 'make', unitValue: 100 }],
    routing: [['FRAME', 'welding', 1]],
    capacity: ['A', 'B', 'C', 'D'].map((supplier) => [supplier, 'welding', 10] as const),
    suppliers: ['A', 'B', 'C', 'D'].map((supplier, at) => ({
      ...{ supplier, hourlyRate: 50 + at, onboardingCost: 10 * (at + 1) },
      ...own[supplier],
    })),
    policy: { stock: 'none' },
    ...statement,
  });

const twoSources: Statement = { rules: [{ id: 'two', rule: 'source-count', min: 2 }] };

/** A plan without the rule as it stands under it, and the plan with the rule; both re-checked. */
async function withAndWithout(plain: Scenario, kind: DomainKind, losses: 1 | 2 = 1) {
  const own = { domains: [kind], serviceLevel: 1, timeToRecover: 1, surge: 0, losses };
  const asked = withOutages(plain, [{ id: 'n', rule: 'survive-outage', ...own }]);
  const [before, after] = [await underOutages(asked, await planSmall(plain)), await planSmall(asked)];
  for (const plan of [before, after]) {
    const { violations, claimed } = await verifyPlan(asked, plan, engineOfTests);
    expect([violations, claimed.filter((words) => words.includes('unprotected'))]).toEqual([[], []]);
  }
  const lost = ({ robustness }: typeof before) =>
    robustness.assessed ? robustness.unprotected.map(({ losses, quantity }) => [losses.join('+'), quantity]) : null;
  return {
    without: lost(before),
    with: lost(after),
    members: [before, after].map((plan) => plan.members.map(({ supplier }) => supplier).join('')),
  };
}

describe('the check finds what a plan made without the rule leaves unprotected, and nothing where it was made with it', () => {
  test('the only source', async () => {
    expect(await withAndWithout(yard({}), 'supplier')).toEqual({
      ...{ without: [['A', 10]], with: [], members: ['A', 'AB'] },
    });
  });

  test('two sources of one owner', async () => {
    const owned = yard({ A: { group: 'holding' }, B: { group: 'holding' } }, twoSources);
    expect(await withAndWithout(owned, 'group')).toEqual({
      ...{ without: [['holding', 10]], with: [], members: ['AB', 'AC'] },
    });
  });

  test('two sources of one region', async () => {
    const near = yard(
      { A: { region: 'NL221' }, B: { region: 'NL221' }, C: { region: 'NL224' }, D: { region: 'NL225' } },
      twoSources,
    );
    expect(await withAndWithout(near, 'region')).toEqual({
      ...{ without: [['NL221', 10]], with: [], members: ['AB', 'AC'] },
    });
  });

  test('two sources on one sub-tier, and the next one too', async () => {
    const one = { tags: ['casting-1'] };
    expect(await withAndWithout(yard({ A: one, B: one, C: one }, twoSources), 'tag')).toEqual({
      ...{ without: [['casting-1', 10]], with: [], members: ['AB', 'AD'] },
    });
  });

  test('two sources where two firms fail at a time', async () => {
    expect(await withAndWithout(yard({}, twoSources), 'supplier', 2)).toEqual({
      ...{ without: [['A+B', 10]], with: [], members: ['AB', 'ABC'] },
    });
  });

  test('a source that could make half of what the other makes', async () => {
    const half = yard(
      {},
      {
        ...twoSources,
        capacity: [
          ['A', 'welding', 10],
          ['B', 'welding', 5],
          ['C', 'welding', 10],
        ],
      },
    );
    const found = await withAndWithout(half, 'supplier');
    expect(found.without).toEqual([['A', 5]]);
    expect(found).toMatchObject({ with: [], members: ['AB', 'AC'] });
  });
});
