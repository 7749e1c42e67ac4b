import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { readJson } from '../../scenarios/wire/json/read-json.ts';
import { parsePlanDocument } from '../../scenarios/wire/plan.ts';
import type { Refused } from './keep-scenario.ts';
import type { Engine, Store } from './ports.ts';
import { readPlan, type Verification, verifyPlan } from './verify-plan.ts';

type Context = { readonly store: Pick<Store, 'plans' | 'scenarios'> };

/** A context in which plans are re-checked; without engines what outages leave unprotected is only claimed. */
type VerifyingContext = Context & { readonly solving?: { readonly engines: readonly Engine[] } };

/** The engine that re-checks: the first at hand. */
const judgeOf = ({ solving }: VerifyingContext): { readonly engine?: Engine } => {
  const engine = solving?.engines[0];
  return engine ? { engine } : {};
};

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

/** Re-checks a kept plan against its scenario; undefined where there is no such plan. */
export async function verifyKeptPlan(call: {
  ctx: VerifyingContext;
  input: { readonly digest: string };
}): Promise<Verification | undefined> {
  const kept = await keptPlan(call);
  return kept && verifyPlan({ ctx: judgeOf(call.ctx), input: kept });
}

/** Re-checks a plan.json, as bytes, against the kept scenario that it names; or what is wrong with it. */
export async function verifySentPlan({
  ctx,
  input,
}: {
  ctx: VerifyingContext;
  input: { readonly json: Uint8Array };
}): Promise<{ readonly ok: true; readonly value: Verification } | Refused> {
  const json = readJson(input.json, 'plan.json');
  if (!json.ok) return { ...json, malformed: true };
  const read = parsePlanDocument(json.value);
  if (!read.ok) return read;
  const { sha256 } = read.value.scenario;
  const scenario = await keptScenario({ ctx, input: { sha256 } });
  if (scenario !== undefined) {
    return { ok: true, value: await verifyPlan({ ctx: judgeOf(ctx), input: { scenario, plan: read.value } }) };
  }
  const place = { file: 'plan.json', pointer: '/scenario/sha256', found: sha256 };
  const message = 'the scenario of the plan is not kept here';
  return {
    ok: false,
    problems: [{ code: 'unknown-scenario', message, ...place, expected: 'POST the scenario first' }],
  };
}
