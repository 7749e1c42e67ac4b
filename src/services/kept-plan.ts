import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Store } from './ports.ts';
import { readPlan, type Verification, verifyPlan } from './verify-plan.ts';

type Context = { readonly store: Pick<Store, 'plans' | 'scenarios'> };

/** A kept scenario; undefined where there is none. What is kept was checked, and is the normalised document. */
export async function keptScenario({
  ctx,
  input,
}: {
  ctx: { readonly store: Pick<Store, 'scenarios'> };
  input: { readonly sha256: string };
}): Promise<Scenario | undefined> {
  const text = await ctx.store.scenarios.document(input.sha256);
  return text === undefined ? undefined : (JSON.parse(text) as Scenario);
}

/** A kept plan with its scenario; undefined where there is no such plan. */
export async function keptPlan({
  ctx,
  input,
}: {
  ctx: Context;
  input: { readonly digest: string };
}): Promise<{ readonly plan: Plan; readonly scenario: Scenario } | undefined> {
  const text = await ctx.store.plans.text(input.digest);
  if (text === undefined) return undefined;
  const read = readPlan({ input: { text } });
  if (!read.ok) throw new Error(`the kept plan ${input.digest} cannot be read: ${read.problems[0]?.message}`);
  const scenario = await keptScenario({ ctx, input: { sha256: read.value.scenario.sha256 } });
  if (scenario === undefined) throw new Error(`the scenario of the kept plan ${input.digest} is not there`);
  return { plan: read.value, scenario };
}

/** Judges a plan by the kept scenario that it names; undefined where that is not there. */
export async function judgePlan({
  ctx,
  input,
}: {
  ctx: Context;
  input: { readonly plan: Plan };
}): Promise<Verification | undefined> {
  const scenario = await keptScenario({ ctx, input: { sha256: input.plan.scenario.sha256 } });
  return scenario && verifyPlan({ input: { scenario, plan: input.plan } });
}
