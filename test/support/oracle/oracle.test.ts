import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { smallScenario } from '../arbitraries.ts';
import { scenario } from '../scenario-builder.ts';
import { everySubset, isAllowed, oneOffCosts } from './awards.ts';
import { budgetsAllow } from './budgets.ts';
import { spelledOut } from './legal-forms.ts';
import { oracle } from './oracle.ts';
import { flowModel, leastCost, leastShortfall } from './oracle-model.ts';
import { allPurchases, capexOf, everyPurchase, mayBuy } from './purchases.ts';
import { add, compare, multiply, type Rational, rational, toNumber } from './rational.ts';
import { readRequirement } from './requirement.ts';
import { solveWithOrders } from './solve-with-orders.ts';
import { readSources } from './sources.ts';
import { spanOf } from './span.ts';

/** Shortfall and cost as numbers, or the verdict. */
function answerOf(stated: Scenario): { shortfall: number; cost: number; awarded: string } | 'infeasible' {
  const answer = oracle(stated);
  if (answer.status === 'infeasible') return 'infeasible';
  const awarded = answer.awarded.map((pair) => `${pair.supplier} ${pair.item}`).join(', ');
  return { shortfall: toNumber(answer.shortfall), cost: toNumber(answer.cost), awarded };
}

/** Frames of four welding hours: S1 has 8 hours a quarter at 50 euro, so makes two frames of 200 euro. */
const frames = {
  periods: 2,
  routing: [['FRAME', 'welding', 4] as const],
  capacity: [['S1', 'welding', 8] as const],
  demand: [['FRAME', '2026-Q1', 3] as const, ['FRAME', '2026-Q2', 3] as const],
  policy: { shortfallTolerance: 0 },
};
/** A cheaper second firm with 4 hours a quarter, which asks 70 euro to begin with. */
const second = {
  suppliers: [{ supplier: 'S2', hourlyRate: 40, onboardingCost: 70 }],
  capacity: [...frames.capacity, ['S2', 'welding', 4] as const],
};

describe('answers computed by hand', () => {
  test('what one firm cannot make in its hours is missing', () => {
    expect(answerOf(scenario(frames))).toEqual({ shortfall: 2, cost: 800, awarded: 'S1 FRAME' });
  });

  test('a second firm is worth its onboarding as long as something is missing', () => {
    expect(answerOf(scenario({ ...frames, ...second }))).toEqual({
      shortfall: 0,
      cost: 4 * 200 + 2 * 160 + 70,
      awarded: 'S1 FRAME, S2 FRAME',
    });
  });

  test('within the tolerated shortfall the cheaper plan is taken', () => {
    const policy = { shortfallTolerance: 0.5 };
    expect(answerOf(scenario({ ...frames, ...second, policy }))).toEqual({
      shortfall: 0,
      cost: 2 * 160 + 70 + 200,
      awarded: 'S1 FRAME, S2 FRAME',
    });
  });

  test('frames made ahead lie in stock at 2.5 % of their value a quarter', () => {
    const stated = {
      ...frames,
      demand: [['FRAME', '2026-Q2', 3] as const],
      items: [{ item: 'FRAME', unitValue: 80 }],
      costs: { holdingRate: 0.1 },
    };
    expect(answerOf(scenario(stated))).toEqual({ shortfall: 0, cost: 3 * 200 + 2, awarded: 'S1 FRAME' });
    const policy = { stock: 'none', shortfallTolerance: 0 } as const;
    expect(answerOf(scenario({ ...stated, policy }))).toEqual({ shortfall: 1, cost: 400, awarded: 'S1 FRAME' });
  });

  test('carried backlog counts in every period in which it is open', () => {
    const stated = { ...frames, periods: 3, demand: [['FRAME', '2026-Q1', 5] as const] };
    const policy = { backlog: 'carried', shortfallTolerance: 0 } as const;
    expect(answerOf(scenario({ ...stated, policy }))).toEqual({ shortfall: 3 + 1, cost: 1000, awarded: 'S1 FRAME' });
  });

  test('rules decide on awards that the hours do not need', () => {
    const light = { ...frames, ...second, demand: [['FRAME', '2026-Q1', 1] as const] };
    const two = { rule: 'source-count', min: 2, strict: true } as const;
    expect(answerOf(scenario(light))).toEqual({ shortfall: 0, cost: 200, awarded: 'S1 FRAME' });
    expect(answerOf(scenario({ ...light, rules: [two] }))).toMatchObject({ cost: 160 + 70 });
    expect(answerOf(scenario({ ...light, rules: [{ rule: 'share-cap', max: 0.5 }] }))).toMatchObject({ cost: 250 });
    expect(answerOf(scenario({ ...light, rules: [{ rule: 'member-count', max: 0 }] }))).toMatchObject({ shortfall: 1 });
    expect(answerOf(scenario({ ...light, rules: [two, { rule: 'member-count', max: 1 }] }))).toBe('infeasible');
    const half = { rule: 'lock', supplier: 'S2', item: 'FRAME', award: true, share: 0.5 } as const;
    expect(answerOf(scenario({ ...light, rules: [half] }))).toMatchObject({ cost: 80 + 100 + 70 });
  });

  test('a floor that an awarded firm cannot reach in its hours forbids the award', () => {
    const rules = [{ rule: 'share-floor', min: 0.5 } as const];
    expect(answerOf(scenario({ ...frames, ...second, rules }))).toMatchObject({ shortfall: 2, awarded: 'S1 FRAME' });
  });

  test('stock of a sub-assembly covers its components', () => {
    const stated = scenario({
      ...frames,
      bom: [['FRAME', 'BEAM', 2]],
      items: [
        { item: 'FRAME', stock: 3 },
        { item: 'BEAM', unitValue: 10 },
      ],
    });
    expect(answerOf(stated)).toEqual({ shortfall: 0, cost: 3 * 200 + 6 * 10, awarded: 'S1 FRAME' });
  });

  test('a component due before the start is in the pipeline or due in the first period', () => {
    const stated = {
      ...frames,
      bom: [{ parent: 'FRAME', item: 'PLATE', scrap: 0.2, quantity: 4 }],
      items: [
        { item: 'FRAME', leadTime: 1 },
        { item: 'PLATE', unitValue: 10 },
      ],
      demand: [['FRAME', '2026-Q1', 2] as const],
    };
    expect(answerOf(scenario(stated))).toMatchObject({ shortfall: 0, cost: 400 });
    const policy = { pastDue: 'first-period', shortfallTolerance: 0 } as const;
    expect(answerOf(scenario({ ...stated, policy }))).toMatchObject({ shortfall: 0, cost: 400 + 10 * 10 });
  });

  test('demand after the horizon asks for components within it', () => {
    const stated = scenario({
      ...frames,
      periods: 1,
      programmes: [{ product: 'CRANE', weight: 2 }],
      bom: [['CRANE', 'FRAME', 1]],
      items: [{ item: 'CRANE', leadTime: 1, materialCost: 5 }],
      demand: [['CRANE', '2026-Q1', 3]],
    });
    expect(answerOf(stated)).toEqual({ shortfall: 2 * 1, cost: 3 * 5 + 2 * 200, awarded: 'S1 FRAME' });
  });

  test('a certificate is obtained once per firm, and not where a held one counts', () => {
    const stated = {
      periods: 2,
      items: ['BOOM', 'FRAME'].map((item) => ({ item, certificates: ['AQAP-2110'] })),
      routing: [['BOOM', 'welding', 1] as const, ['FRAME', 'welding', 1] as const],
      capacity: [['S1', 'welding', 8] as const],
      demand: [['BOOM', '2026-Q2', 1] as const, ['FRAME', '2026-Q2', 1] as const],
      policy: { shortfallTolerance: 0 },
    };
    const row = { supplier: 'S1', certificate: 'AQAP-2110' };
    const obtainable = { ...row, status: 'obtainable', leadTime: 1, cost: 30 } as const;
    expect(answerOf(scenario({ ...stated, certificates: [obtainable] }))).toMatchObject({ shortfall: 0, cost: 130 });
    const ending = { ...row, validUntil: '2026-03-31' };
    expect(answerOf(scenario({ ...stated, certificates: [obtainable, ending] }))).toMatchObject({ cost: 100 });
    const policy = { stock: 'none', shortfallTolerance: 0 } as const;
    const none = scenario({ ...stated, certificates: [obtainable, ending], policy });
    expect(answerOf(none)).toEqual({ shortfall: 2, cost: 0, awarded: '' });
  });
});

/** Every allowed award set with its least shortfall and, within the tolerance, its least cost: no set is skipped. */
function withoutSkipping(asWritten: Scenario): readonly [Rational, Rational] | 'infeasible' {
  const stated = { ...asWritten, rules: asWritten.rules.flatMap(spelledOut) };
  const requirement = readRequirement(stated);
  const eligible = readSources(stated, requirement.packages);
  const all = allPurchases(stated, eligible);
  const ways = everyPurchase(all).map((bits) => all.filter((_, i) => bits & (1 << i)));
  const sets = [...everySubset(eligible)]
    .filter(({ awarded }) => isAllowed(stated, requirement.packages, eligible, awarded))
    .flatMap(({ awarded }) => ways.map((purchases) => ({ awarded, purchases })))
    .filter((decided) => mayBuy(stated, eligible, decided.awarded, decided.purchases) && budgetsAllow(stated, decided))
    .map((decided) => ({ ...decided, model: flowModel(requirement, eligible, decided, true) }));
  const least = (values: readonly Rational[]): Rational | undefined =>
    values.reduce<Rational | undefined>(
      (best, value) => (best && compare(best, value) <= 0n ? best : value),
      undefined,
    );
  const horizon = spanOf(1, stated.calendar.periods);
  const shortfalls = sets.flatMap(({ awarded, model }) => {
    const { answer } = solveWithOrders(leastShortfall(model), model, awarded, horizon);
    return answer.status === 'optimal' ? [answer.value] : [];
  });
  const shortfall = least(shortfalls);
  if (shortfall === undefined) return 'infeasible';
  const limit = add(shortfall, multiply(rational(stated.policy.shortfallTolerance), requirement.weighted));
  const costs = sets.flatMap(({ awarded, purchases, model }) => {
    const { answer } = solveWithOrders(leastCost(model, limit), model, awarded, horizon);
    const once = add(oneOffCosts(stated, awarded).total, capexOf(purchases));
    return answer.status === 'optimal' ? [add(answer.value, once)] : [];
  });
  return [shortfall, least(costs)!];
}

/** Without ramp rates and onboardings in turn a set of awards is one linear program. */
const atAnyPace = (stated: Scenario): Scenario => ({
  ...stated,
  rules: stated.rules.filter(({ rule }) => rule !== 'ramp-rate' && rule !== 'onboarding-throughput'),
});

test('award sets that are skipped could not have been better', () => {
  fc.assert(
    fc.property(smallScenario.map(atAnyPace), (stated) => {
      const answer = oracle(stated);
      const found = answer.status === 'optimal' ? [answer.shortfall, answer.cost] : 'infeasible';
      expect(found).toEqual(withoutSkipping(stated));
    }),
    { numRuns: 150 },
  );
});
