import type { AskedSettings } from '../../scenarios/domain/scenario.ts';
import { canonicalSha256 } from '../../scenarios/wire/hash.ts';
import { SETTINGS } from '../../scenarios/wire/settings.ts';
import type { JobDispatch, StandingJob, Store } from './ports.ts';

/** What asking for a plan needs from the outside. */
export interface AskPlanPorts {
  readonly store: {
    readonly scenarios: Pick<Store['scenarios'], 'document'>;
    readonly jobs: Pick<Store['jobs'], 'add'>;
  };
  readonly dispatch: JobDispatch;
  /** The release that solves: a later one may find another plan. */
  readonly version: string;
}

export interface AskPlanInput {
  /** Hash of a scenario that is kept. */
  readonly scenario: string;
  /** Replace the scenario's own. */
  readonly settings: AskedSettings;
}

export type AskedPlan =
  | { readonly ok: true; readonly job: StandingJob; readonly added: boolean }
  | { readonly ok: false; readonly reason: 'no-scenario' };

/**
 * Asks for a plan: the job that was added, or the one that has already been asked for, with the same settings as they take effect and
 * in the same release, and waits, runs or is done. One that waits is offered to the workers (again).
 */
export async function askPlan({ ctx, input }: { ctx: AskPlanPorts; input: AskPlanInput }): Promise<AskedPlan> {
  const { store, dispatch, version } = ctx;
  const { scenario, settings } = input;
  const document = await store.scenarios.document(scenario);
  if (document === undefined) return { ok: false, reason: 'no-scenario' };
  const { solve } = JSON.parse(document) as { readonly solve?: unknown };
  const effective = { ...SETTINGS.solve.parse(solve), ...settings };
  const resultKey = await canonicalSha256({ scenario, solve: effective, version });
  const asked = await store.jobs.add({ scenario, settings, resultKey });
  if (!asked.ok) return asked;
  const { job, added } = asked.value;
  // The job is accepted already: an offer that fails only delays it, until the workers look for themselves.
  if (job.state === 'queued') await dispatch.offer(job.id).catch(() => undefined);
  return { ok: true, job, added };
}
