import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { monolithicFrom } from '../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { smallScenario } from '../support/arbitraries.ts';
import { type OracleAnswer, oracle } from '../support/oracle/oracle.ts';
import { oraclePlan } from '../support/oracle/oracle-plan.ts';
import { toNumber } from '../support/oracle/rational.ts';
import { parsed, planSmall, runs, seedOf } from '../support/plan-small.ts';

const seed = seedOf();
console.info(`oracle seed ${seed}`);
const settings = { seed, numRuns: runs(500) };
const TIMEOUT = 30 * 60_000;

interface Answers {
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** By the way of a large model: relaxed, then searched in parts. */
  readonly inParts: Plan;
  readonly byPrices: Plan;
  readonly answer: OracleAnswer;
}

/** All answers to a drawn scenario; the tests below draw the same ones, so each is worked out once. */
const known = new Map<string, Promise<Answers>>();
function answersTo(document: Scenario): Promise<Answers> {
  const key = JSON.stringify(document);
  const found = known.get(key) ?? work(document);
  known.set(key, found);
  return found;
}

async function work(document: Scenario): Promise<Answers> {
  const scenario = await parsed(document);
  const [plan, inParts] = [await planSmall(scenario), await planSmall(scenario, monolithicFrom(0))];
  const byPrices = await planSmall(scenario, kernel);
  return { scenario, plan, inParts, byPrices, answer: oracle(scenario) };
}

const always = (check: (answers: Answers) => Promise<void> | void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => check(await answersTo(document))),
    settings,
  );

const precision = (value: number): number => 1e-6 * Math.max(1, Math.abs(value));

test('at gap 0 a plan is as good as the best of all award sets, exactly solved', { timeout: TIMEOUT }, () =>
  always((answers) => expectBest(answers.plan, answers)),
);

test('so is one that is searched in parts, as large models are', { timeout: TIMEOUT }, () =>
  always((answers) => expectBest(answers.inParts, answers)),
);

test('so is one by prices and a kernel, with what is left open decided as a whole', { timeout: TIMEOUT }, () =>
  always((answers) => expectBest(answers.byPrices, answers)),
);

function expectBest(plan: Plan, { scenario, answer }: Answers): void {
  expect(plan.limits.hit).toBe(null);
  expect(plan.status).toBe(answer.status);
  if (answer.status === 'infeasible') return;
  const [shortfall, cost] = plan.aims;
  const least = toNumber(answer.shortfall);
  const tolerated = scenario.policy.shortfallTolerance * toNumber(answer.requirement.weighted);
  expect(Math.abs(shortfall!.bound - least), `least shortfall ${least}`).toBeLessThan(precision(least));
  expect(shortfall!.value).toBeGreaterThan(least - precision(least));
  expect(shortfall!.value).toBeLessThan(least + tolerated + precision(least));
  const cheapest = toNumber(answer.cost);
  expect(Math.abs(cost!.value - cheapest), `least cost ${cheapest}, found ${cost!.value}`).toBeLessThan(
    precision(cheapest),
  );
}

test('every plan is verified, and so is every answer that there is none', { timeout: TIMEOUT }, () =>
  always(async ({ scenario, plan, inParts }) => {
    expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
    expect((await verifyPlan(scenario, inParts)).violations).toEqual([]);
  }),
);

test('the checks accept the plan of the oracle', { timeout: TIMEOUT }, () =>
  always(async ({ scenario, answer }) => {
    if (answer.status === 'infeasible') return;
    const plan = await oraclePlan(answer, await scenarioSha256(scenario));
    expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
  }),
);
