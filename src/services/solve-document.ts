import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { serialisePlan } from '../../scenarios/wire/plan.ts';
import { planScenario, solveRefusal } from './plan-scenario.ts';
import { type Clock, ENGINE_NAMES, type Engine, type ReadyPlan } from './ports.ts';
import type { SolvedJob, SolveJob, SolveNews, SolveRequest } from './solve-job.ts';
import { readPlan, verifyPlan } from './verify-plan.ts';

/** What a solve needs from the outside. */
export interface SolvePorts {
  /** Those at hand. */
  readonly engines: readonly Engine[];
  readonly now: Clock;
  /** Makes a plan with the text of its plan.json ready to be kept. */
  readonly ready: (found: { readonly plan: Plan; readonly text: string }) => Promise<ReadyPlan>;
}

/** A scenario as text, and what goes with its solve. */
export interface SolveDocumentInput extends SolveRequest, SolveNews {
  /** Becomes non-zero at index 0 when the solve should stop and keep its best plan. */
  readonly stop: Int32Array;
}

const failed = (fault: string): SolvedJob => ({ ok: false, fault });

/** A solve in this thread, from the text of a scenario to a plan ready to be kept: reads, plans, verifies, packs. Blocks where its engine does. */
export async function solveDocument({
  ctx,
  input,
}: {
  ctx: SolvePorts;
  input: SolveDocumentInput;
}): Promise<SolvedJob> {
  const read = await parseScenarioDocument(JSON.parse(input.document));
  if (!read.ok) return failed(`the scenario does not hold: ${read.problems[0]?.message}`);
  const scenario = read.value;
  const sha256 = await scenarioSha256(scenario);
  if (sha256 !== input.sha256) return failed('the scenario that is kept is not the one that its name says');
  const wanted = input.settings.engine ?? scenario.solve.engine;
  const engine = ctx.engines.find(({ name }) => name === wanted);
  const left = input.left === undefined ? undefined : await leftPlan(ctx, scenario, engine, input.left);
  if (left !== undefined) return left;
  if (engine === undefined) return failed(noEngine(wanted, ctx.engines));
  const ports = { engine, now: ctx.now };
  const refusal = solveRefusal({ ctx: ports, input: { scenario, settings: input.settings } });
  if (refusal !== undefined) return failed(refusal);
  const { settings, progress, stop } = input;
  const better = async (plan: Plan, seconds: number): Promise<void> => {
    const { document } = await ctx.ready({ plan, text: serialisePlan(plan) });
    input.better({ status: plan.status, aims: plan.aims, seconds, document });
  };
  const parent = input.parent === undefined ? undefined : parentPlan(input.parent);
  if (parent !== undefined) input.from?.(parent.digest);
  const asked = { ...{ scenario, sha256, settings, progress, stop }, better, ...(parent && { parent }) };
  const { plan, verification } = await planScenario({ ctx: ports, input: asked });
  if (!verification.holds) return failed(unverified(verification.violations.map(({ message }) => message)));
  if (plan.status === 'unknown' && plan.limits.hit === 'engine') return failed(gaveUp(engine));
  return { ok: true, plan: await ctx.ready({ plan, text: serialisePlan(plan) }) };
}

/** The solve of jobs in this isolate, where there are no threads: nothing else runs while the engine does. */
export const solveHere =
  (ctx: SolvePorts): SolveJob =>
  async (request, { stop: signal, progress, better, from }) => {
    const stop = new Int32Array(1);
    const raise = () => {
      stop[0] = 1;
    };
    if (signal.aborted) raise();
    signal.addEventListener('abort', raise);
    try {
      return await solveDocument({ ctx, input: { ...request, progress, better, stop, ...(from && { from }) } });
    } finally {
      signal.removeEventListener('abort', raise);
    }
  };

/** A plan that was kept, verified again; undefined where it does not hold, or is not what a stop leaves: then it is solved anew. */
async function leftPlan(
  { ready }: SolvePorts,
  scenario: Scenario,
  engine: Engine | undefined,
  text: string,
): Promise<SolvedJob | undefined> {
  const read = readPlan({ input: { text } });
  if (!read.ok || read.value.limits.hit !== 'interrupt') return undefined;
  const { holds } = await verifyPlan({ ctx: engine ? { engine } : {}, input: { scenario, plan: read.value } });
  return holds ? { ok: true, plan: await ready({ plan: read.value, text }) } : undefined;
}

/** A plan to start from; undefined where it cannot be read, as one of another release. */
function parentPlan(text: string): Plan | undefined {
  const read = readPlan({ input: { text } });
  return read.ok ? read.value : undefined;
}

const noEngine = (wanted: string, engines: readonly Engine[]): string =>
  ENGINE_NAMES.some((name) => name === wanted)
    ? `the engine ${wanted} is not available here; ask for ${engines.map(({ name }) => name).join(' or ')}`
    : `there is no engine ${wanted}; ask for ${engines.map(({ name }) => name).join(' or ')}`;

const unverified = (messages: readonly string[]): string =>
  `the plan that was found does not pass verification and is not shown: ${messages[0]}${
    messages.length > 1 ? `, and ${messages.length - 1} more` : ''
  }`;

const gaveUp = ({ name, memory }: Engine): string => {
  const gave = `the engine ${name} gave up before it had a plan, most often for want of memory`;
  if (memory === undefined) return `${gave}: state fewer suppliers, items or periods, or solve it on a larger machine`;
  const most = Math.floor(memory / 2 ** 20);
  return `${gave}, of which a solve has ${most} MiB here: plan it with the command line or with a service on Node`;
};
