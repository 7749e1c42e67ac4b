import type { InputProblem } from '../../../scenarios/domain/input-problem.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { AskedSettings, Scenario } from '../../../scenarios/domain/scenario.ts';
import type { CaseResult, Patch } from '../../../scenarios/domain/sweep.ts';
import { parseScenarioDocument } from '../../../scenarios/parse-document.ts';
import { applyScenarioPatch } from '../../../scenarios/patch.ts';
import { canonicalSha256, scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import { planScenario, solveRefusal } from '../plan-scenario.ts';
import type { Clock, Engine } from '../ports.ts';
import { caseMetrics, NO_METRICS } from './case-metrics.ts';

/** What all cases of a batch have in common. */
export interface BatchBase {
  readonly scenario: Scenario;
  readonly settings: AskedSettings;
  /** The plan of the scenario itself, from which each case starts. */
  readonly parent?: Plan;
  /** Of Gilde: another release may plan otherwise. */
  readonly version: string;
}

/** A case as it is asked for. */
export interface CaseQuestion {
  readonly patch: Patch;
  /** Results that are known already, by key: these are not solved again. */
  readonly known: ReadonlySet<string>;
  /** Becomes non-zero at index 0 when nothing more is wanted. */
  readonly stop?: Int32Array;
}

/** The result of a case with the text of its plan.json; or the key of one that is known, or that a stop came first. */
export type CaseAnswer =
  | { readonly kind: 'solved'; readonly result: CaseResult; readonly plan: string | null; readonly seconds: number }
  | { readonly kind: 'known'; readonly key: string }
  | { readonly kind: 'stopped' };

/** What names the result of a scenario: its hash with how it is solved, from which plan, and by which release. */
export const caseKey = ({ settings, parent, version }: BatchBase, sha256: string): Promise<string> =>
  canonicalSha256({ format: 'gilde-case/1', scenario: sha256, settings, from: parent?.digest ?? null, version });

const EMPTY = { hit: null, metrics: NO_METRICS, members: [], digest: null, conflict: [] } as const;

/** Plans one case of a batch. Whatever is wrong with it is its result: nothing is thrown for what a patch or a solve can cause. */
export async function solveCase({
  ctx,
  input: { base, question },
}: {
  readonly ctx: { readonly engines: readonly Engine[]; readonly now: Clock };
  readonly input: { readonly base: BatchBase; readonly question: CaseQuestion };
}): Promise<CaseAnswer> {
  const began = ctx.now();
  const seconds = () => (ctx.now() - began) / 1000;
  const { patch, known, stop } = question;
  const patched = applyScenarioPatch(base.scenario, patch);
  const read = patched.ok ? await parseScenarioDocument(patched.value) : patched;
  if (!read.ok) {
    const key = await canonicalSha256({ format: 'gilde-case/1', patch, version: base.version });
    if (known.has(key)) return { kind: 'known', key };
    const reason = problemWords(read.problems);
    return {
      kind: 'solved',
      result: { key, sha256: null, status: 'invalid', ...EMPTY, reason },
      plan: null,
      seconds: seconds(),
    };
  }
  const scenario = read.value;
  const sha256 = await scenarioSha256(scenario);
  const key = await caseKey(base, sha256);
  if (known.has(key)) return { kind: 'known', key };
  const failed = (reason: string): CaseAnswer => ({
    ...{ kind: 'solved', plan: null, seconds: seconds() },
    result: { key, sha256, status: 'failed', ...EMPTY, reason },
  });
  const { settings, parent } = base;
  const wanted = settings.engine ?? scenario.solve.engine;
  const engine = ctx.engines.find(({ name }) => name === wanted);
  if (!engine) return failed(`there is no engine ${wanted}`);
  const refusal = solveRefusal({ ctx: { engine, now: ctx.now }, input: { scenario, settings } });
  if (refusal !== undefined) return failed(refusal);
  try {
    const asked = { scenario, sha256, settings, ...(parent && { parent }), ...(stop && { stop }) };
    const { plan, verification } = await planScenario({ ctx: { engine, now: ctx.now }, input: asked });
    if (plan.limits.hit === 'interrupt') return { kind: 'stopped' };
    if (!verification.holds)
      return failed(`the plan that was found does not hold: ${verification.violations[0]?.message}`);
    const result: CaseResult = {
      ...{
        key,
        sha256,
        status: plan.status,
        hit: plan.limits.hit,
        metrics: caseMetrics(plan),
        conflict: plan.conflict,
      },
      members: plan.members.map(({ supplier }) => supplier).sort(),
      digest: plan.status === 'unknown' ? null : plan.digest,
      reason: reasonOf(plan),
    };
    return { kind: 'solved', result, plan: plan.status === 'unknown' ? null : serialisePlan(plan), seconds: seconds() };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** Why there is no plan. */
function reasonOf({ status, limits, conflict, reported }: Plan): string | null {
  if (status === 'unknown') return `no plan was found before the limit (${limits.hit ?? 'engine'})`;
  if (status !== 'infeasible') return null;
  if (conflict.length > 0) return `these rules cannot hold together: ${conflict.join(', ')}`;
  return reported[0]?.message ?? 'no plan is possible';
}

function problemWords(problems: readonly InputProblem[]): string {
  const [first] = problems;
  if (!first) return 'it is no scenario';
  const { message, found, expected } = first;
  const place = first.pointer ?? first.column ?? first.file;
  const words = `${place}: ${message}${found === undefined ? '' : `, got ${found}`}${expected === undefined ? '' : `, expected ${expected}`}`;
  return problems.length === 1 ? words : `${words}; and ${problems.length - 1} more`;
}
