import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { DomainKind, SurviveOutage } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { doubled } from '../../support/doubled.ts';
import { isLexicographicallyLess, room } from '../../support/lexicographic.ts';
import { inRegions, withOutages } from '../../support/outages.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';
import { twoWelders } from '../../support/two-welders.ts';

const settings = { seed: seedOf(), numRuns: runs(40) };
const options = { timeout: 30 * 60_000 };

type Terms = Required<Pick<SurviveOutage, 'domains' | 'serviceLevel' | 'timeToRecover' | 'surge'>>;

const terms: fc.Arbitrary<Terms> = fc.record({
  domains: fc.constantFrom<readonly DomainKind[]>(['supplier'], ['group'], ['region']),
  serviceLevel: fc.constantFrom(0.3, 0.5, 0.8),
  timeToRecover: fc.constantFrom(1, 2),
  surge: fc.constantFrom(0.2, 0.5),
});

/** What is compared is planned at exactly the least shortfall. */
const exact = smallScenario.map(
  (scenario): Scenario => ({ ...scenario, policy: { ...scenario.policy, shortfallTolerance: 0 } }),
);

const under = (scenario: Scenario, own: Terms): Scenario =>
  withOutages(scenario, [{ rule: 'survive-outage', id: 'outage', ...own }]);

/** Shortfall, unprotected service, cost; undefined where no plan holds all rules. */
const valuesOf = ({ aims }: Plan): readonly number[] | undefined =>
  aims.length === 0 ? undefined : aims.map(({ value }) => value);

const STRICTER: Readonly<Record<string, (own: Terms) => Terms>> = {
  'a higher service level': (own) => ({ ...own, serviceLevel: (1 + own.serviceLevel) / 2 }),
  'less surge': (own) => ({ ...own, surge: own.surge / 4 }),
  'more domains': (own) => ({ ...own, domains: ['supplier', 'group', 'region', 'tag'] }),
};

test.each(Object.entries(STRICTER))('%s never gives a lexicographically better plan', options, async (_, stricter) => {
  let open = 0;
  await fc.assert(
    fc.asyncProperty(exact, terms, async (drawn, own) => {
      const scenario = inRegions(await parsed(drawn));
      const before = valuesOf(await planSmall(under(scenario, own)));
      const after = valuesOf(await planSmall(under(scenario, stricter(own))));
      expect(before === undefined).toBe(after === undefined);
      if (!before || !after) return;
      if (after[1]! > 0) open += 1;
      expect(isLexicographicallyLess(after, before), `${before} became ${after}`).toBe(false);
    }),
    settings,
  );
  expect(open).toBeGreaterThan(10);
});

/** Service is counted over the whole window, so that a longer outage can pass where a shorter one fails: no law says that it costs more. */
test('what comes late counts in a longer window: half of ten frames in one quarter is missed, half of twenty in two is not', async () => {
  // S2 makes 12 frames a quarter from the second one on. Without S1 the first one delivers nothing, the second one all of its ten.
  const stated = twoWelders({
    capacity: [
      ['S1', 'welding', 24],
      { supplier: 'S2', process: 'welding', hoursPerPeriod: 0 },
      { supplier: 'S2', process: 'welding', hoursPerPeriod: 24, period: '2026-Q2' },
    ],
  });
  const left = async (timeToRecover: number) =>
    valuesOf(await planSmall(under(stated, { domains: ['supplier'], serviceLevel: 0.5, timeToRecover, surge: 0 })))![1];
  expect(await left(1)).toBeCloseTo(5, 6);
  expect(await left(2)).toBeCloseTo(0, 6);
});

test(
  'twice all volumes, hours and one-off costs leave twice as much unprotected, at twice the cost',
  options,
  async () => {
    let open = 0;
    await fc.assert(
      fc.asyncProperty(exact, terms, async (drawn, own) => {
        const scenario = inRegions(await parsed(drawn));
        const once = valuesOf(await planSmall(under(scenario, own)));
        const twice = valuesOf(await planSmall(under(doubled(scenario), own)));
        expect(once === undefined).toBe(twice === undefined);
        if (!once || !twice) return;
        if (once[1]! > 0) open += 1;
        for (const [aim, value] of once.entries())
          expect(Math.abs(twice[aim]! - 2 * value)).toBeLessThanOrEqual(2 * room(value));
      }),
      settings,
    );
    expect(open).toBeGreaterThan(10);
  },
);
