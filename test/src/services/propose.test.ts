import { describe, expect, test } from 'vitest';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { type ProposeInput, proposePlans } from '../../../src/services/propose.ts';
import { verifyPlan } from '../../../src/services/verify-plan.ts';
import { fourFirms } from '../../solver/proposals/four-firms.ts';
import { highsOfTests } from '../../support/highs.ts';

const scenario = fourFirms();

function clock(): () => number {
  let now = 0;
  return () => {
    now += 1000;
    return now;
  };
}

const proposed = async (asked: Partial<ProposeInput> = {}) =>
  proposePlans({
    ctx: { engine: highsOfTests, now: clock() },
    input: { scenario, sha256: await scenarioSha256(scenario), wanted: 3, allowance: 0.05, ...asked },
  });

describe('the service that makes proposals', () => {
  test('verifies each against the scenario as stated, whatever settings replace its own', async () => {
    const { proposals } = await proposed({ settings: { seed: 42 } });
    for (const { plan, verification } of proposals) {
      expect(plan.seed).toBe(42);
      expect(verification).toEqual(await verifyPlan({ input: { scenario, plan } }));
      expect(verification.holds).toBe(true);
    }
  });

  test('compares them, and times each with the clock that it is given', async () => {
    const { proposals } = await proposed();
    expect(proposals.map(({ figures }) => figures.members)).toEqual([2, 2, 1]);
    for (const { seconds } of proposals) {
      expect(seconds.verify).toBe(1);
      expect(seconds.solve).toBeGreaterThanOrEqual(1);
    }
  });

  test('tells the turns, and the least measure as the search for it goes on', async () => {
    const turns: string[] = [];
    await proposed({ turn: ({ number, of, name }) => void turns.push(`${number} of ${of}: ${name}`) });
    expect(turns).toEqual(['1 of 3: cheapest', '2 of 3: most-dutch', '3 of 3: fewest-firms']);
  });
});
