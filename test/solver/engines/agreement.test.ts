import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { checkedEngine } from '../../../solver/engines/checked.ts';
import type { Engine, EngineLimits, Outcome } from '../../../solver/engines/engine.ts';
import { createHighsEngine } from '../../../solver/engines/highs.ts';
import { createHighsLoader } from '../../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../../solver/engines/javascript-lp-solver.ts';
import type { LinearModel } from '../../../solver/model/linear-model.ts';
import { planScenario } from '../../../solver/plan.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { smallLp, smallMip } from '../../support/arbitraries/linear-model.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';

const load = createHighsLoader();
const loaded = load();
const highs = checkedEngine(createHighsEngine(() => loaded));
const javascript = createJavascriptLpSolverEngine(() => performance.now());
const exact: EngineLimits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };
const seed = seedOf();
const TIMEOUT = 10 * 60_000;

const near = (left: number, right: number): boolean =>
  Math.abs(left - right) <= 1e-6 * Math.max(1, Math.abs(left), Math.abs(right));

const told = (outcome: Outcome) => (outcome.status === 'undecided' ? `undecided: ${outcome.reason}` : outcome.status);

/** Both answers must be the same; tells how the solve ended. */
async function bothAgree(model: LinearModel): Promise<Outcome['status']> {
  const theirs = await highs.solve(model, exact);
  const ours = await checkedEngine(javascript).solve(model, exact);
  // HiGHS gives up on some unbounded LPs.
  if (theirs.status === 'undecided') return theirs.status;
  expect(told(ours)).toBe(told(theirs));
  if (ours.status !== 'optimal' || theirs.status !== 'optimal') return ours.status;
  expect(near(ours.value, theirs.value), `${ours.value} and ${theirs.value}`).toBe(true);
  expect(ours.bound).toBeLessThanOrEqual(ours.value);
  expect(near(ours.bound, ours.value), `bound ${ours.bound} of ${ours.value}`).toBe(true);
  return ours.status;
}

/** The statuses that random models end with, each of them often enough to mean something. */
async function agreeOn(models: fc.Arbitrary<LinearModel>): Promise<readonly Outcome['status'][]> {
  const often = new Map<Outcome['status'], number>();
  const check = async (model: LinearModel): Promise<void> => {
    const status = await bothAgree(model);
    often.set(status, (often.get(status) ?? 0) + 1);
  };
  await fc.assert(fc.asyncProperty(models, check), { seed, numRuns: runs(500) });
  return [...often].flatMap(([status, times]) => (times >= 20 ? [status] : [])).sort();
}

test('both engines say the same of random LPs, and prove it', { timeout: TIMEOUT }, async () => {
  expect(await agreeOn(smallLp)).toEqual(['infeasible', 'optimal', 'unbounded']);
});

test('both engines say the same of random whole-number models', { timeout: TIMEOUT }, async () => {
  expect(await agreeOn(smallMip)).toEqual(['infeasible', 'optimal']);
});

/** What two plans of one scenario share: not the quantities, of which several may be equally good. */
function comparable({ status, aims, limits }: Plan) {
  return {
    found: status === 'infeasible' ? 'infeasible' : 'a plan',
    hit: limits.hit,
    aims: aims.map(({ aim }) => aim),
  };
}

test('plans of random scenarios are as good by either engine, and hold', { timeout: TIMEOUT }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const scenario = await parsed(document);
      const sha256 = await scenarioSha256(scenario);
      const ours = await planScenario({
        scenario,
        sha256,
        engine: javascript,
        hooks: { now: () => performance.now() },
      });
      const theirs = await planSmall(scenario);
      expect(comparable(ours)).toEqual(comparable(theirs));
      expect((await verifyPlan(scenario, ours)).violations).toEqual([]);
      ours.aims.forEach(({ aim, value, bound }, at) => {
        const other = theirs.aims[at]!;
        expect(Math.abs(bound - other.bound), `${aim}: bounds ${bound} and ${other.bound}`).toBeLessThan(
          1e-5 * Math.max(1, Math.abs(bound)),
        );
        // Within its tolerance the shortfall may be anything.
        if (aim === 'shortfall' && scenario.policy.shortfallTolerance > 0) return;
        expect(near(value, other.value), `${aim}: ${value} and ${other.value}`).toBe(true);
      });
    }),
    { seed, numRuns: runs(100) },
  ),
);

test('an engine that is poisoned in one figure is not believed', { timeout: TIMEOUT }, async () => {
  let poisoned = 0;
  await fc.assert(
    fc.asyncProperty(smallMip, fc.nat(), fc.double({ min: 0.01, max: 5, noNaN: true }), async (model, pick, by) => {
      const truth = await javascript.solve(model, exact);
      if (truth.status !== 'optimal') return;
      const values = truth.values.map((value, column) => (column === pick % truth.values.length ? value + by : value));
      const liar = (outcome: Outcome): Engine => ({ ...javascript, solve: async () => outcome });
      const worthMore = { ...truth, value: truth.value - by };
      expect(await checkedEngine(liar(worthMore)).solve(model, exact)).toMatchObject({ status: 'undecided' });
      const moved = { ...truth, values };
      const believed = await checkedEngine(liar(moved)).solve(model, exact);
      const column = pick % truth.values.length;
      const visible = model.cost[column] !== 0 || values[column]! > model.colUpper[column]! + 0.001;
      if (visible) expect(believed).toMatchObject({ status: 'undecided' });
      poisoned += visible ? 1 : 0;
    }),
    { seed, numRuns: runs(200) },
  );
  expect(poisoned).toBeGreaterThan(50);
});
