import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { demandFrom, withBaseline } from '../../../solver/envelope/demand-from.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { envelopeSmall } from '../../support/envelope-small.ts';
import { parsed, planSmall, seedOf } from '../../support/plan-small.ts';

const seed = seedOf();
console.info(`envelope seed ${seed}`);
const settings = { seed, numRuns: process.env['GILDE_LONG'] === '1' ? 60 : 8 };
const options = { timeout: 30 * 60_000 };

/** Small scenarios with a baseline, in which every missing unit counts. */
const growing = smallScenario
  .filter((scenario) => withBaseline(scenario).length > 0)
  .map(
    (scenario): Scenario => ({
      ...scenario,
      policy: { ...scenario.policy, shortfallTolerance: 0 },
      programmes: scenario.programmes.map((programme) => ({ ...programme, weight: 1 })),
    }),
  );

const TOLERANCE = 2e-3;

/** Whether a full plan delivers all that is asked. */
async function delivers(scenario: Scenario, from: number, multiple: number): Promise<boolean> {
  const plan = await planSmall(demandFrom(scenario, from, multiple));
  const [shortfall] = plan.aims;
  return shortfall !== undefined && shortfall.value <= 1e-6 * Math.max(1, multiple);
}

/** The multiple at which full plans cease to deliver everything, between 0 and `most`, which they do not. */
async function bisected(scenario: Scenario, from: number, most: number): Promise<number> {
  let [low, high] = [0, most];
  while (high - low > TOLERANCE * Math.max(1, low)) {
    const middle = (low + high) / 2;
    if (await delivers(scenario, from, middle)) low = middle;
    else high = middle;
  }
  return low;
}

test('the envelope is the highest multiplier that bisection with full plans finds', options, () =>
  fc.assert(
    fc.asyncProperty(growing, fc.nat(3), async (document, drawn) => {
      const scenario = await parsed(document);
      const t = 1 + (drawn % scenario.calendar.periods);
      const { status, multiple, bound } = (await envelopeSmall(scenario)).periods[t - 1]!;
      if (status === 'unlimited') {
        expect(await delivers(scenario, 1, 1e4)).toBe(true);
        return;
      }
      const starts = Array.from({ length: t }, (_, at) => at + 1);
      if (status === 'infeasible') {
        for (const from of starts) expect(await delivers(scenario, from, 1e-3)).toBe(false);
        return;
      }
      expect(status).toBe('optimal');
      expect(bound! - multiple!).toBeLessThanOrEqual(1e-6 * Math.max(1, multiple!));
      let highest = 0;
      for (const from of starts) highest = Math.max(highest, await bisected(scenario, from, 2 * multiple! + 1));
      expect(highest).toBeLessThanOrEqual(multiple! + TOLERANCE * Math.max(1, multiple!));
      if (multiple! <= TOLERANCE) return;
      const shown: boolean[] = [];
      for (const from of starts) shown.push(await delivers(scenario, from, multiple! * (1 - 1e-6)));
      expect(shown).toContain(true);
    }),
    settings,
  ),
);

test('what a small model gives is what the same one gives solved in parts', options, () =>
  fc.assert(
    fc.asyncProperty(growing, async (document) => {
      const scenario = await parsed(document);
      const [whole, parts] = [await envelopeSmall(scenario), await envelopeSmall(scenario, 0)];
      whole.periods.forEach(({ multiple, status }, at) => {
        expect(parts.periods[at]!.status).toBe(status);
        if (multiple === null) return;
        expect(Math.abs(parts.periods[at]!.multiple! - multiple)).toBeLessThanOrEqual(1e-5 * Math.max(1, multiple));
      });
    }),
    settings,
  ),
);
