import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { serialisePlan } from '../../scenarios/wire/plan.ts';
import type { Store } from '../../src/services/ports.ts';
import { exampleFiles } from './example-files.ts';
import { planSmall } from './plan-small.ts';

export interface TinyPlanned {
  readonly scenario: Scenario;
  readonly sha256: string;
  readonly plan: Plan;
  /** Of plan.json. */
  readonly text: string;
}

async function solve(): Promise<TinyPlanned> {
  const read = await readScenarioFolder(exampleFiles('tiny'));
  if (!read.ok) throw new Error('the example tiny does not read');
  const plan = await planSmall(read.value);
  return { scenario: read.value, sha256: await scenarioSha256(read.value), plan, text: serialisePlan(plan) };
}

let solved: Promise<TinyPlanned> | undefined;

/** The example `tiny` and its best plan; solved once for a test file. */
export function tinyPlanned(): Promise<TinyPlanned> {
  solved ??= solve();
  return solved;
}

/** Keeps the example and its plan in a store. */
export async function keepTiny(store: Store): Promise<TinyPlanned> {
  const tiny = await tinyPlanned();
  const { scenario, sha256, plan, text } = tiny;
  const summary = { sha256, name: scenario.name, parent: null, patch: null };
  await store.scenarios.keep({ ...summary, document: JSON.stringify(scenario) });
  await store.plans.keep({ plan, text });
  return tiny;
}
