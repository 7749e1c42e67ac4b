import { describe, expect, test } from 'vitest';
import type { AimDifference, TriedChange } from '../../../scenarios/domain/explanation.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { serialiseExplanation } from '../../../scenarios/wire/explanation-schema.ts';
import type { Engine } from '../../../solver/engines/engine.ts';
import { explainSmall } from '../../support/explain-small.ts';
import { engineOfTests } from '../../support/highs.ts';
import { planSmall } from '../../support/plan-small.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';
import { tinyPlanned } from '../../support/tiny-planned.ts';

/**
 * Ten booms are required in each of two quarters, at ten hours of welding: S1 offers 100 hours a quarter at € 50, S2 30 at € 40, S3 40
 * at € 50 from the second quarter on, because its onboarding takes one. S1 thus makes 10 a quarter, S2 3 and S3 4.
 */
const BOOMS: Statement = {
  periods: 2,
  demand: [
    ['BOOM', '2026-Q1', 10],
    ['BOOM', '2026-Q2', 10],
  ],
  items: [{ item: 'BOOM', kind: 'make' }],
  routing: [['BOOM', 'welding', 10]],
  suppliers: [{ supplier: 'S1' }, { supplier: 'S2', hourlyRate: 40 }, { supplier: 'S3', onboardingPeriods: 1 }],
  capacity: [
    ['S1', 'welding', 100],
    ['S2', 'welding', 30],
    ['S3', 'welding', 40],
  ],
};

const costOf = ({ difference }: { readonly difference: readonly AimDifference[] }): number => {
  const { least, most } = difference.find(({ aim }) => aim === 'cost')!;
  expect(most - least).toBeLessThan(1e-3);
  return Math.round(most);
};
const told = (changes: readonly TriedChange[]) => changes.map((one) => [one.words, one.aims[0]?.value, costOf(one)]);

async function conflictOf(stated: Scenario) {
  const plan = await planSmall(stated);
  return (await explainSmall(stated, plan, { conflict: true })).conflict!;
}

describe('an infeasible scenario', () => {
  test('a share that is locked above the cap: the two rules, and what each way out of it costs', async () => {
    const stated = scenario({
      ...BOOMS,
      rules: [
        { id: 'cap-60', rule: 'share-cap', max: 0.6 },
        { id: 'fine', rule: 'member-count', max: 3 },
        { id: 'most-s1', rule: 'lock', supplier: 'S1', item: 'BOOM', award: true, share: 0.71 },
      ],
    });
    const { goal, sets, complete, reference, relaxations } = await conflictOf(stated);
    expect({ goal, sets, complete }).toEqual({
      goal: 'feasible',
      sets: [{ rules: ['cap-60', 'most-s1'], minimal: true }],
      complete: true,
    });
    // Without both S2 makes its 6 booms at € 400 and the others 14 at € 500.
    expect(reference!.aims[1]!.value).toBeCloseTo(9_400, 3);
    const ways = told(relaxations);
    // 14.2 of the 20 booms from S1, 5.8 from S2: 0.2 booms at € 500 instead of € 400.
    expect(ways).toContainEqual(['raise share-cap cap-60 from 60 % to 71 %', 0, 20]);
    expect(ways).toContainEqual(['drop share-cap cap-60', 0, 20]);
    expect(ways).toContainEqual(['keep lock most-s1, but leave the share to the plan', 0, 0]);
    expect(ways).toContainEqual(['lift lock most-s1 (S1 for BOOM)', 0, 0]);
    expect(relaxations.map(({ advice }) => advice[0])).toContain('Let one source make a larger share.');
  });

  test('two conflicts need two changes', async () => {
    const stated = scenario({
      ...BOOMS,
      rules: [
        { id: 'all-s1', rule: 'lock', supplier: 'S1', item: 'BOOM', award: true },
        { id: 'nothing-s1', rule: 'exclude', suppliers: ['S1'] },
        { id: 'three', rule: 'member-count', min: 3, max: 3 },
        { id: 'two', rule: 'member-count', max: 2 },
      ],
    });
    const { sets, relaxations } = await conflictOf(stated);
    expect(sets.map(({ rules }) => rules.join()).sort()).toEqual([
      'all-s1,nothing-s1',
      'nothing-s1,three',
      'three,two',
    ]);
    for (const { words } of relaxations) expect(words).toContain(', and ');
    expect(relaxations.map(({ words }) => words)).toContain(
      'admit S1 again (drop exclude nothing-s1), and lower the minimum of member-count three from 3 to 2',
    );
  });

  test('a safety stock that nobody can build: no rule, and the hours and waits that would build it', async () => {
    const items = [{ item: 'BOOM', kind: 'make', safetyStock: 16 }] as const;
    const { sets, reference, relaxations } = await conflictOf(scenario({ ...BOOMS, items }));
    expect(sets).toEqual([{ rules: [], minimal: true }]);
    expect(reference).toBe(null);
    // 16 booms in the first quarter: 13 from S1 and S2; 3 more are 30 hours, from S1 alone 30 %.
    expect(relaxations.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        '100 % more hours of welding at S2 (30 h a period)',
        'S3 is ready at once, in 2026-Q1 (onboarding, qualification and certificates)',
      ]),
    );
  });
});

describe('a plan that is short', () => {
  test('a cap that keeps the rest from being delivered, how far it has to give way, and which hours would do instead', async () => {
    const stated = scenario({
      ...BOOMS,
      rules: [{ id: 'cap-40', rule: 'share-cap', max: 0.4, scope: { suppliers: ['S1'] } }],
    });
    // S1 makes 8 at most, S2 6 and S3 4.
    expect((await planSmall(stated)).aims[0]!.value).toBeCloseTo(2, 6);
    const { goal, sets, relaxations } = await conflictOf(stated);
    expect({ goal, sets }).toEqual({ goal: 'deliver-all', sets: [{ rules: ['cap-40'], minimal: true }] });
    const words = relaxations.map((one) => one.words);
    expect(words).toContain('raise share-cap cap-40 from 40 % to 50 %');
    // Two booms more in the second quarter from S3, or one in each from S2: 50 % of its 4, a third of its 3.
    expect(words).toContain('50 % more hours of welding at S3 (20 h a period)');
    expect(words).toContain('34 % more hours of welding at S2 (10.2 h a period)');
    for (const { aims } of relaxations) expect(aims[0]!.value).toBeLessThan(1e-4);
  });

  test('a plan that was stopped before it delivered everything: no conflict, more time', async () => {
    const stated = scenario(BOOMS);
    const plan = await planSmall(stated);
    const short = { aim: 'shortfall', value: 2, bound: 0, gap: 1 } as const;
    const stopped: Plan = { ...plan, status: 'feasible', aims: [short, plan.aims[1]!] };
    const { conflict } = await explainSmall(stated, stopped, { conflict: true });
    expect(conflict).toMatchObject({ goal: 'deliver-all', reached: false, sets: [] });
    expect(conflict!.relaxations.map(({ kind, patch }) => [kind, patch])).toEqual([['plan-again', []]]);
    // Whether it delivers more is not proven by a bound of 0.
    expect(conflict!.relaxations[0]!.difference[0]).toEqual({ aim: 'shortfall', least: -2, most: 0 });
  });

  test('nothing is in conflict where everything is delivered', async () => {
    expect(await conflictOf(scenario(BOOMS))).toMatchObject({ reached: true, sets: [], relaxations: [] });
  });
});

/** An engine that tells the optimum of a linear program and no more. */
const withoutDuals: Engine = {
  ...engineOfTests,
  async solve(...asked) {
    const outcome = await engineOfTests.solve(...asked);
    if (outcome.status !== 'optimal') return outcome;
    const { status, value, bound, values } = outcome;
    return { status, value, bound, values };
  },
};

describe('the example tiny', () => {
  test('the cap costs the € 200 of its README, two sources nothing', async () => {
    const { scenario: stated, plan } = await tinyPlanned();
    const { rules, tight } = await explainSmall(stated, plan, { rules: true });
    expect(rules!.map(({ rule, without }) => [rule, costOf(without)])).toEqual([
      ['cap-60', -200],
      ['two-sources', 0],
    ]);
    // In 2026-Q1 ten hours of S1 are one frame, which is one of the missing unit.
    expect(tight!.basis).toBe('duals');
    expect(tight!.hours[0]).toEqual({
      ...{ supplier: 'S1', process: 'welding', period: '2026-Q1', aim: 'shortfall' },
      price: expect.closeTo(0.1, 6),
    });
  });

  test('an engine without prices of hours tells their worth by solving again', async () => {
    const { scenario: stated, plan } = await tinyPlanned();
    const { tight } = await explainSmall(stated, plan, { rules: true }, withoutDuals);
    expect(tight!.basis).toBe('differences');
    const first = tight!.hours.find(({ aim }) => aim === 'shortfall')!;
    // 0.8 hours more in each of four quarters, of which those of the first deliver 0.08 units: 0.025 for an hour.
    expect(first).toMatchObject({ supplier: 'S1', process: 'welding', period: '2026-Q1' });
    expect(first.price).toBeCloseTo(0.025, 6);
  });

  test('S5 delivers 34 of the 154 brackets, without which 17 units are missing', async () => {
    const { scenario: stated, plan } = await tinyPlanned();
    const { why } = await explainSmall(stated, plan, { why: 'S5' });
    expect(why).toHaveLength(1);
    expect(why![0]!.without.difference[0]).toEqual({ aim: 'shortfall', least: 17, most: 17 });
    expect(why![0]!.items).toMatchObject([{ item: 'BRACKET', instead: [] }]);
    expect(why![0]!.items[0]!.missing).toBeGreaterThan(0.2);
  });

  test('S3 enters when it charges 30 % less: 18 frames at € 660 instead of € 700 outweigh its € 700 of onboarding', async () => {
    const { scenario: stated, plan } = await tinyPlanned();
    const { whyNot } = await explainSmall(stated, plan, { whyNot: 'S3' });
    expect(whyNot!.items).toEqual([
      { item: 'BRACKET', reasons: ['S3 does not offer milling, which BRACKET needs'] },
      { item: 'FRAME', reasons: [] },
    ]);
    // Onboarding as a standby.
    expect(costOf(whyNot!.locked!)).toBe(1_000);
    const price = whyNot!.entries.find(({ kinds }) => kinds.includes('price'))!;
    expect(price.words).toBe('S3 charges 30 % less (prices, rates and one-off costs)');
    expect(price.wins).toEqual([{ item: 'FRAME', share: expect.closeTo(18 / 70, 6) }]);
    // 18 × 40 − 700, no frames in stock (€ 80), two brackets more in stock (€ 4).
    expect(costOf(price)).toBe(-96);
    const date = whyNot!.entries.find(({ kinds }) => kinds.includes('date'))!;
    expect(date.difference[0]).toMatchObject({ aim: 'shortfall', most: -1 });
  });

  test('the same question has the same answer', async () => {
    const { scenario: stated, plan } = await tinyPlanned();
    const [first, second] = [
      await explainSmall(stated, plan, { why: 'S5' }),
      await explainSmall(stated, plan, { why: 'S5' }),
    ];
    expect(serialiseExplanation(second)).toBe(serialiseExplanation(first));
  });

  test('a firm that is in the plan needs nothing to enter it', async () => {
    const { scenario: stated, plan } = await tinyPlanned();
    const { whyNot } = await explainSmall(stated, plan, { whyNot: 'S2' });
    expect(whyNot).toMatchObject({ produces: true, locked: null, entries: [] });
  });
});

describe('a firm that stands outside', () => {
  const cheap: Statement = {
    ...BOOMS,
    items: [{ item: 'BOOM', kind: 'make', certificates: ['ISO 3834-2'] }],
    suppliers: [{ supplier: 'S1' }, { supplier: 'S2', hourlyRate: 40 }, { supplier: 'S3', hourlyRate: 30 }],
    certificates: ['S1', 'S2'].map((supplier) => ({ supplier, certificate: 'ISO 3834-2' })),
  };

  test('for want of a certificate and by a rule: both, and no more', async () => {
    const stated = scenario({ ...cheap, rules: [{ id: 'not-s3', rule: 'exclude', suppliers: ['S3', 'S2'] }] });
    const { whyNot } = await explainSmall(stated, await planSmall(stated), { whyNot: 'S3' });
    expect(whyNot!.locked).toBe(null);
    expect(whyNot!.entries).toHaveLength(1);
    const [entry] = whyNot!.entries;
    expect(entry!.words).toBe('admit S3 again in exclude not-s3, and S3 holds ISO 3834-2 from the start');
    expect(entry!.kinds).toEqual(['lift-rule', 'certificate']);
    // 8 booms at € 300 instead of € 500.
    expect(costOf(entry!)).toBe(-1_600);
    expect(entry!.advantage[1]!.least).toBeCloseTo(1_600, 3);
  });

  test('and dear: the certificate and a price', async () => {
    const suppliers = [{ supplier: 'S1' }, { supplier: 'S2', hourlyRate: 40 }, { supplier: 'S3', hourlyRate: 100 }];
    const stated = scenario({ ...cheap, suppliers });
    const { whyNot } = await explainSmall(stated, await planSmall(stated), { whyNot: 'S3' });
    const price = whyNot!.entries.find(({ kinds }) => kinds.includes('price'))!;
    expect(price.kinds).toEqual(['certificate', 'price']);
    // Below the € 50 of S1 or as good: at € 50 either may make the last booms.
    expect(price.words).toMatch(/^S3 holds ISO 3834-2 from the start, and S3 charges 5[01] % less/);
  });

  test('the next-best euro is the certificate of the cheap firm', async () => {
    const stated = scenario(cheap);
    const { improvements } = await explainSmall(stated, await planSmall(stated), { nextEuro: true });
    expect(improvements![0]).toMatchObject({
      ...{ kind: 'hold-certificate', supplier: 'S3', words: 'S3 holds ISO 3834-2 from the start' },
      each: { aim: 'cost', least: expect.closeTo(1_600, 3) },
    });
  });
});
