import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { serialiseEnvelope } from '../../scenarios/wire/envelope-schema.ts';
import { serialiseExplanation } from '../../scenarios/wire/explanation-schema.ts';
import { serialiseRobustness } from '../../scenarios/wire/robustness-schema.ts';
import { serialiseStress } from '../../scenarios/wire/stress-schema.ts';
import { assessRobustness, type StatedTerms } from './assess-robustness.ts';
import { envelopeRefusal, findEnvelope } from './envelope.ts';
import { explainPlan, type Questions } from './explain-plan.ts';
import { keptPlan, keptScenario } from './kept-plan.ts';
import type { Clock, Engine, Ports, Store } from './ports.ts';
import { type StatedStress, stressPlan } from './stress-plan.ts';
import { type Refused, refusal, type WhatIfAnswer } from './what-if-answer.ts';

/** What solves what-ifs while somebody waits for the answer. */
export interface SolvingPorts {
  /** Those at hand. */
  readonly engines: readonly Engine[];
  readonly now: Clock;
}

interface Context {
  readonly store: Pick<Store, 'plans' | 'scenarios'>;
  /** Absent: nothing is solved here while somebody waits. */
  readonly solving?: SolvingPorts;
}

export interface ExplainKeptInput {
  readonly digest: string;
  readonly questions: Questions;
  /** For all what-ifs together. */
  readonly seconds: number;
  readonly workLimit?: number;
}

export interface EnvelopeKeptInput {
  readonly sha256: string;
  readonly seconds: number;
  readonly multiples?: readonly number[];
}

const NOT_HERE = 'nothing is solved here while somebody waits; ask with the command line';

/** Explains a kept plan, within the seconds given: what is not answered by then is told as untried. */
export async function explainKept({ ctx, input }: { ctx: Context; input: ExplainKeptInput }): Promise<WhatIfAnswer> {
  const { digest, questions, seconds, workLimit } = input;
  const kept = await keptPlan({ ctx, input: { digest } });
  if (kept === undefined) return refusal('unknown', 'there is no such plan');
  const { plan, scenario } = kept;
  if (plan.status === 'unknown')
    return refusal('empty', 'a limit was reached before there was a plan: there is nothing to explain');
  const { whyNot, why } = questions;
  if (whyNot !== undefined && !scenario.suppliers.some(({ supplier }) => supplier === whyNot))
    return refusal('input', `the scenario has no supplier ${whyNot}`, '/questions/whyNot');
  if (typeof why === 'string' && !plan.members.some(({ supplier }) => supplier === why))
    return refusal('input', `${why} is no member of the plan`, '/questions/why');
  const engine = ctx.solving?.engines.find(({ name }) => name === plan.engine.name);
  if (ctx.solving === undefined || engine === undefined) return refusal('busy', NOT_HERE);
  const asked = { ...{ scenario, sha256: plan.scenario.sha256, plan, questions, seconds } };
  const explanation = await explainPlan({
    ctx: { engine, now: ctx.solving.now },
    input: { ...asked, ...(workLimit !== undefined && { workLimit }) },
  });
  return { ok: true, text: serialiseExplanation(explanation) };
}

/** The envelope of a kept scenario, within the seconds given: what is open by then is told with its bounds. */
export async function envelopeKept({ ctx, input }: { ctx: Context; input: EnvelopeKeptInput }): Promise<WhatIfAnswer> {
  const { sha256, seconds, multiples } = input;
  const scenario = await keptScenario({ ctx, input: { sha256 } });
  if (scenario === undefined) return refusal('unknown', 'there is no such scenario');
  const refused = envelopeRefusal({ input: { scenario } });
  if (refused !== undefined) return refusal('input', refused);
  const engine = ctx.solving?.engines.find(({ name }) => name === scenario.solve.engine);
  if (ctx.solving === undefined || engine === undefined) return refusal('busy', NOT_HERE);
  const envelope = await findEnvelope({
    ctx: { engine, now: ctx.solving.now },
    input: { scenario, sha256, settings: { timeLimit: seconds }, ...(multiples && { multiples }) },
  });
  return { ok: true, text: serialiseEnvelope(envelope) };
}

export interface RobustnessKeptInput {
  readonly digest: string;
  readonly terms: StatedTerms;
  readonly seconds: number;
}

/** A plan and what solves questions about it. */
interface Assessable {
  readonly ok: true;
  readonly own: { readonly plan: Plan; readonly scenario: Scenario };
  readonly ports: Ports;
}

/** A kept plan that outages are tried on, with what solves them; or why not. */
async function planToAssess(ctx: Context, digest: string): Promise<Assessable | Refused> {
  const kept = await keptPlan({ ctx, input: { digest } });
  if (kept === undefined) return refusal('unknown', 'there is no such plan');
  const { plan, scenario } = kept;
  if (plan.status !== 'optimal' && plan.status !== 'feasible')
    return refusal('empty', `the answer is ${plan.status}: there is no plan to assess`);
  const engine = ctx.solving?.engines[0];
  if (ctx.solving === undefined || engine === undefined) return refusal('busy', NOT_HERE);
  return { ok: true, own: { plan, scenario }, ports: { engine, now: ctx.solving.now } };
}

/** How a kept plan stands against outages, where it can be assessed within the seconds given. */
export async function robustnessKept({
  ctx,
  input,
}: {
  ctx: Context;
  input: RobustnessKeptInput;
}): Promise<WhatIfAnswer> {
  const { digest, terms, seconds } = input;
  const found = await planToAssess(ctx, digest);
  if (!found.ok) return found;
  const report = await assessRobustness({ ctx: found.ports, input: { ...found.own, terms, seconds } });
  if (report === undefined)
    return refusal(
      'busy',
      `not all outages were assessed within ${seconds} s; give more seconds, or ask with the command line`,
    );
  return { ok: true, text: serialiseRobustness(report) };
}

export interface StressKeptInput {
  readonly digest: string;
  readonly terms: StatedStress;
  readonly seconds: number;
}

/** How many have to be lost at once for a kept plan to break; with bounds where the seconds given are too few. */
export async function stressKept({ ctx, input }: { ctx: Context; input: StressKeptInput }): Promise<WhatIfAnswer> {
  const { digest, terms, seconds } = input;
  const found = await planToAssess(ctx, digest);
  if (!found.ok) return found;
  const report = await stressPlan({ ctx: found.ports, input: { ...found.own, terms, seconds } });
  return { ok: true, text: serialiseStress(report) };
}
