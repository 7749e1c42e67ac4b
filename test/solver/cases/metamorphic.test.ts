import fc from 'fast-check';
import { expect, test } from 'vitest';
import { futuresOf, shownCase } from '../../../scenarios/demand-cases.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { inCases } from '../../support/arbitraries/demand-cases.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';

const settings = { seed: seedOf(), numRuns: runs(6) };
const options = { timeout: 30 * 60_000 };

const always = (check: (scenario: Scenario) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(inCases(smallScenario), async (document) => check(await parsed(document))),
    settings,
  );

type Values = readonly [shortfall: number, cost: number];
const NONE: Values = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
const valuesOf = ({ aims: [shortfall, cost] }: Plan): Values => (shortfall ? [shortfall.value, cost!.value] : NONE);
const valuesFor = async (scenario: Scenario): Promise<Values> => valuesOf(await planSmall(scenario));

const precision = (value: number): number => (Number.isFinite(value) ? 1e-6 * Math.max(1, Math.abs(value)) : 0);
const isAbove = (a: number, b: number): boolean => a > b + precision(b);
const isWorse = (a: Values, b: Values): boolean => isAbove(a[0], b[0]) || (!isAbove(b[0], a[0]) && isAbove(a[1], b[1]));

function expectEqual(found: Values, wanted: Values): void {
  for (const [at, value] of wanted.entries()) {
    if (Number.isFinite(value)) expect(Math.abs(found[at]! - value)).toBeLessThan(precision(value));
    else expect(found[at]).toBe(value);
  }
}

test(
  'a single case of probability 1 is the plan of the scenario with that demand, whatever shortfall is tolerated',
  options,
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, fc.constantFrom(0.5, 1, 2), async (document, factor) => {
        const single = await parsed({ ...document, demandCases: [{ name: 'only', probability: 1, factor }] });
        const plan = await planSmall(single);
        expect((await verifyPlan(single, plan)).violations).toEqual([]);
        expectEqual(valuesOf(plan), await valuesFor(futuresOf(single)[0]!.scenario));
      }),
      settings,
    ),
);

test('a case split in two halves changes nothing', options, () =>
  always(async (scenario) => {
    const cases = scenario.demandCases!;
    const last = cases.at(-1)!;
    const half = { ...last, probability: last.probability / 2 };
    const split = { ...scenario, demandCases: [...cases.slice(0, -1), half, { ...half, name: 'other half' }] };
    expectEqual(await valuesFor(split), await valuesFor(scenario));
  }),
);

/** The scenario in which exactly what a plan awards is awarded. */
function awardedAs({ awards }: Plan, scenario: Scenario): Scenario {
  const isAwarded = new Set(awards.map(({ supplier, item }) => JSON.stringify([supplier, item])));
  const locks = planningProblem(scenario).pairs.map(({ supplier, item }, at) => ({
    ...{ rule: 'lock' as const, id: `as-planned-${at}`, supplier, item },
    award: isAwarded.has(JSON.stringify([supplier, item])),
  }));
  return { ...scenario, rules: [...scenario.rules, ...locks] };
}

test('who knew the future does no worse, and who awards for the expected one alone no better', options, () =>
  always(async (scenario) => {
    const found = await valuesFor(scenario);
    const futures = futuresOf(scenario);
    const alone = await Promise.all(futures.map((future) => planSmall(future.scenario)));
    const known = alone.reduce<Values>(
      (sum, plan, at) => {
        const values = valuesOf(plan);
        const { probability } = futures[at]!;
        return [sum[0] + probability * values[0], sum[1] + probability * values[1]];
      },
      [0, 0],
    );
    expect(isWorse(known, found)).toBe(false);
    const expectedAlone = alone[shownCase(futures)]!;
    if (expectedAlone.status !== 'optimal') return;
    expect(isWorse(found, await valuesFor(awardedAs(expectedAlone, scenario)))).toBe(false);
  }),
);
