import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { DomainKind } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { parseScenarioDocument } from '../../../scenarios/parse-document.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { type CurveAsked, type PlannedPoint, robustnessCurve } from '../../../src/services/robustness-curve.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { engineOfTests } from '../../support/highs.ts';
import { aimValue, isLexicographicallyLess, room, valueTriple } from '../../support/lexicographic.ts';
import { assessed, inRegions } from '../../support/outages.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';

const settings = { seed: seedOf(), numRuns: runs(40) };
const options = { timeout: 30 * 60_000 };

const asked: fc.Arbitrary<CurveAsked> = fc.record({
  domains: fc.constantFrom<readonly DomainKind[]>(['supplier'], ['group', 'tag']),
  timeToRecover: fc.constantFrom(1, 2),
  surge: fc.constantFrom(0, 0.25),
  requalification: fc.boolean(),
  levels: fc.constantFrom([0.5, 0.9], [0.9, 0.4, 0.7]),
});

const exact = smallScenario.map(
  (scenario): Scenario => ({ ...scenario, policy: { ...scenario.policy, shortfallTolerance: 0 } }),
);

const curveOf = async (scenario: Scenario, own: CurveAsked) =>
  robustnessCurve({
    ctx: { engine: engineOfTests, now: () => performance.now() },
    input: { scenario, sha256: await scenarioSha256(scenario), asked: own },
  });

/** The values of a plan by what another rung asks of outages. */
async function valuesAt({ scenario }: PlannedPoint, plan: Plan): Promise<readonly number[]> {
  const rule = scenario.rules.find((own) => own.rule === 'survive-outage');
  const open = rule ? (await assessed(scenario, plan, rule)).weighted : 0;
  return [aimValue(plan, 'shortfall'), open, aimValue(plan, 'cost')];
}

test(
  'random ladders: every plan holds, no looser rung is worse than the stricter one, and each is the best of its scenario',
  options,
  async () => {
    let dearer = 0;
    let open = 0;
    await fc.assert(
      fc.asyncProperty(exact, asked, async (drawn, own) => {
        const scenario = inRegions(await parsed(drawn));
        const { points, curve } = await curveOf(scenario, own);
        expect(points.map(({ verification }) => verification.violations)).toEqual(points.map(() => []));
        expect(curve.points.length).toBe(3 + own.levels!.length);
        const planned = points.filter(({ plan }) => plan.aims.length > 0);
        for (const { point, scenario: stated, plan } of planned) {
          // Read again from its JSON, the scenario of a rung is the one that its plan names.
          const again = await parseScenarioDocument(JSON.parse(JSON.stringify(stated)));
          expect(again.ok && (await scenarioSha256(again.value))).toBe(plan.scenario.sha256);
          const alone = valueTriple(await planSmall(stated));
          expect(
            isLexicographicallyLess(alone, valueTriple(plan)) || isLexicographicallyLess(valueTriple(plan), alone),
            `${point.name}: ${alone}`,
          ).toBe(false);
          for (const figure of [point.shortfall, point.unprotected, point.cost])
            if (figure) expect(figure.bound).toBeGreaterThanOrEqual(figure.value - room(figure.value));
          if (point.premium?.sameShortfall) expect(point.premium.euro.least).toBeGreaterThanOrEqual(0);
        }
        const chain = planned.filter(({ point }) => point.rung !== 'dual-sourcing');
        for (const [at, stricter] of chain.entries()) {
          const looser = chain[at - 1];
          if (!looser) continue;
          const there = await valuesAt(looser, stricter.plan);
          expect(
            isLexicographicallyLess(there, valueTriple(looser.plan)),
            `${stricter.point.name} there: ${there}`,
          ).toBe(false);
          if (stricter.point.cost!.value > looser.point.cost!.value + 1) dearer += 1;
          if (stricter.point.unprotected!.value > 0) open += 1;
        }
      }),
      settings,
    );
    expect(dearer).toBeGreaterThan(5);
    expect(open).toBeGreaterThan(20);
  },
);
