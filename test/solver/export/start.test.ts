import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../../scenarios/read-scenario.ts';
import { completedByCbc, hasCbc, searchedByCbc } from '../../support/cbc.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { exportedPlan } from '../../support/exported-plan.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed } from '../../support/plan-small.ts';

const isLong = process.env['GILDE_LONG'] === '1';

async function example(name: 'tiny' | 'crane'): Promise<Scenario> {
  const read = await readScenarioFolder(exampleFiles(name));
  if (!read.ok) throw new Error(`the example ${name} has problems`);
  return read.value;
}

/** A module of the crane as the product of the same programme. */
async function craneModule(product: string): Promise<Scenario> {
  const crane = await example('crane');
  const programmes = crane.programmes.map((programme) => ({ ...programme, product }));
  // What is in other modules is no package here: it cannot have a safety stock, nor be promised to anybody.
  const items = crane.items.map((row) => ({ ...row, safetyStock: 0 }));
  const rules = crane.rules.filter(({ rule }) => rule !== 'lock');
  return parsed({ ...crane, name: product, programmes, items, rules });
}

const near = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-6 * Math.abs(right);
/** Rounding, relative, by which a bound may be above a value. */
const ROUNDING = 1e-9;

/**
 * Expects that CBC takes our plan for a solution at our cost, and that what both prove can be true together; CBC searches on for some
 * seconds of processor time, else it has only its relaxation.
 */
async function expectAgreement(scenario: Scenario, seconds: number | null): Promise<void> {
  const { model, plan, values } = await exportedPlan(scenario, engineOfTests);
  const ours = plan.aims.at(-1)!;
  expect(ours.aim).toBe('cost');
  const completed = await completedByCbc(model, values);
  expect(near(completed.value, ours.value), `CBC completes it at ${completed.value}, ours costs ${ours.value}`).toBe(
    true,
  );
  const theirs = seconds === null ? completed : await searchedByCbc(model, values, seconds);
  const said = `CBC [${theirs.bound}, ${theirs.value}], Gilde [${ours.bound}, ${ours.value}]`;
  if (isLong) console.info(`${scenario.name}: ${said}`);
  const above = 1 + ROUNDING;
  expect(theirs.value, said).toBeLessThanOrEqual(ours.value * (1 + 1e-6));
  expect(theirs.bound, said).toBeLessThanOrEqual(ours.value * above);
  expect(ours.bound, said).toBeLessThanOrEqual(theirs.value * above);
}

describe.skipIf(!hasCbc())('CBC takes the plan as a solution of the exported model, at the same cost', () => {
  test('in the example tiny', async () => {
    await expectAgreement(await example('tiny'), 10);
  });

  test('in the slewing platform of the crane, 16 work packages', { timeout: 5 * 60_000 }, async () => {
    await expectAgreement(await craneModule('UP-100'), null);
  });

  test.each(isLong ? ['CH-100', 'OU-100', 'BO-100', 'UP-100'] : ['CH-100', 'OU-100'])(
    'in the module %s of the crane',
    { timeout: 10 * 60_000 },
    async (product) => {
      await expectAgreement(await craneModule(product), 20);
    },
  );

  test.skipIf(!isLong)('in the crane', { timeout: 60 * 60_000 }, async () => {
    const crane = await example('crane');
    await expectAgreement({ ...crane, solve: { ...crane.solve, timeLimit: 1800 } }, 60);
  });

  test('and tells one that is € 1,000 dearer, by a firm of the example tiny that is on board without work', async () => {
    const { model, values } = await exportedPlan(await example('tiny'), engineOfTests);
    const dearer = values.map((value, column) => (['a|S3|FRAME', 'm|S3'].includes(model.columns[column]!) ? 1 : value));
    const { value } = await completedByCbc(model, dearer);
    expect(value).toBeCloseTo(70130 + 1000, 6);
  });
});
