import { expect, test } from 'vitest';
import type { Engine } from '../../../solver/engines/engine.ts';
import { valueAt } from '../../../solver/model/variables.ts';
import { unprotected } from '../../../solver/objectives/unprotected.ts';
import { outagesOf } from '../../../solver/outages/outages.ts';
import { outageTerms } from '../../../solver/outages/terms.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { scheduleAwarded } from '../../../solver/strategies/kernel/awarded-schedule.ts';
import { engineOfTests } from '../../support/highs.ts';
import { scenario } from '../../support/scenario-builder.ts';

/**
 * Forty frames are due in 2026-Q2 and eight in 2026-Q3; two welders make eight a quarter each once they are qualified, S2 dearer. Work that moves waits for
 * a qualification, so that nobody takes over more than it makes already: 24 frames are short whatever is done. Of nine tenths of the sixteen of Q2 each
 * loss leaves 6.4. In Q3 S1 alone would leave 7.2 of 7.2 when it is lost; with one to seven of the eight at S2 the two losses leave 6.4 together.
 */
const asked = (() => {
  const problem = planningProblem(
    scenario({
      periods: 3,
      demand: [
        ['FRAME', '2026-Q2', 40],
        ['FRAME', '2026-Q3', 8],
      ],
      routing: [['FRAME', 'welding', 2]],
      suppliers: [
        { supplier: 'S1', hourlyRate: 50, qualificationPeriods: 1 },
        { supplier: 'S2', hourlyRate: 90, qualificationPeriods: 1 },
      ],
      capacity: [
        ['S1', 'welding', 16],
        ['S2', 'welding', 16],
      ],
      policy: { stock: 'none', shortfallTolerance: 0 },
    }),
  );
  const stated = { serviceLevel: 0.9, timeToRecover: 1, surge: 0, requalification: true };
  const terms = outageTerms(stated, problem.scenario);
  const outages = [...outagesOf(problem.scenario, terms).list()].map((outage) => ({ rule: 'n-1', terms, outage }));
  return {
    ...problem,
    scenario: {
      ...problem.scenario,
      rules: [{ id: 'n-1', rule: 'survive-outage', losses: 1, ...stated } as const],
    },
    outages,
  };
})();

const terms = { floor: 24 + 1e-8, premium: 500 };

/** What outages leave unprotected of a schedule. */
async function leftBy(engine: Engine, seconds?: () => number): Promise<number> {
  const plan = await scheduleAwarded(asked, engine, [0, 1], { ...terms, ...(seconds && { seconds }) });
  expect(plan!.shortfall).toBeCloseTo(24, 6);
  const { problem: own, variables, values } = plan!.solution;
  return valueAt(unprotected.formulate(own, variables), values);
}

test('a shortage does not hide what a dearer split of the work would protect', async () => {
  expect(await leftBy(engineOfTests)).toBeCloseTo(12.8 + 6.4, 4);
});

test('where time is up after the first program, the schedule that it gave stands', async () => {
  let solves = 0;
  const hurried: Engine = {
    ...engineOfTests,
    async solve(model, limits, ...rest) {
      solves += 1;
      return limits.seconds > 0
        ? engineOfTests.solve(model, limits, ...rest)
        : { status: 'undecided', limit: 'time', reason: 'time is up' };
    },
  };
  expect(await leftBy(hurried, () => (solves === 0 ? 60 : 0))).toBeCloseTo(12.8 + 7.2, 4);
  expect(solves).toBe(2);
});
