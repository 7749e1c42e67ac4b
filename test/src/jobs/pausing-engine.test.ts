import { expect, test } from 'vitest';
import { planScenario } from '../../../solver/plan.ts';
import { pausingEngine } from '../../../src/jobs/pausing-engine.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed } from '../../support/plan-small.ts';
import { twoWelders } from '../../support/two-welders.ts';

test('between the solves of a job whatever else waits has its turn, and the plan is the same', async () => {
  const told: string[] = [];
  const noted: typeof engineOfTests = {
    ...engineOfTests,
    solve(...asked) {
      told.push('solve');
      return engineOfTests.solve(...asked);
    },
  };
  const engine = pausingEngine(noted, async () => {
    await new Promise((done) => setImmediate(done));
    told.push('turn');
  });
  const scenario = await parsed(twoWelders());
  const stated = { scenario, sha256: 'a'.repeat(64), strategy: 'kernel', hooks: { now: () => 0 } } as const;
  const plan = await planScenario({ ...stated, engine });
  expect(told.length).toBeGreaterThan(2);
  told.forEach((name, at) => {
    expect(name).toBe(at % 2 === 0 ? 'turn' : 'solve');
  });
  expect(plan.digest).toBe((await planScenario({ ...stated, engine: engineOfTests })).digest);
});
