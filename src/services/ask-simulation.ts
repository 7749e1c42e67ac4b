import type { SimulationTerms } from '../../scenarios/domain/simulation.ts';
import { serialiseSimulation } from '../../scenarios/wire/simulation-schema.ts';
import { keptPlan } from './kept-plan.ts';
import type { Store } from './ports.ts';
import { simulatePlan, simulationRefusal, simulationSize } from './simulate-plan.ts';
import { refusal, type WhatIfAnswer } from './what-if-answer.ts';

export interface SimulateKeptInput {
  readonly digest: string;
  readonly terms: SimulationTerms;
  readonly multiples?: readonly number[];
  /** Digest of another plan of the same scenario. */
  readonly compare?: string;
}

/** Runs × periods × (items + awards) that are carried out while somebody waits: some ten seconds. */
const MOST = 1e8;

/** Runs a kept plan in many futures, in this thread. */
export async function simulateKept({
  ctx,
  input,
}: {
  ctx: { readonly store: Pick<Store, 'plans' | 'scenarios'> };
  input: SimulateKeptInput;
}): Promise<WhatIfAnswer> {
  const { digest, terms, multiples, compare } = input;
  const kept = await keptPlan({ ctx, input: { digest } });
  if (kept === undefined) return refusal('unknown', 'there is no such plan');
  const refused = simulationRefusal(kept.plan);
  if (refused !== undefined) return refusal('empty', refused);
  const { sha256 } = kept.plan.scenario;
  const other = compare === undefined ? undefined : (await keptPlan({ ctx, input: { digest: compare } }))?.plan;
  if (compare !== undefined && other === undefined) return refusal('input', 'there is no such plan', '/compare');
  if (other && other.scenario.sha256 !== sha256)
    return refusal(
      'input',
      'it is a plan of another scenario: only plans of one scenario meet the same futures',
      '/compare',
    );
  const refusedOther = other && simulationRefusal(other);
  if (refusedOther) return refusal('input', refusedOther, '/compare');
  const asked = { ...kept, terms, ...(other && { other }) };
  const size = simulationSize(asked);
  if (size > MOST) {
    const most = Math.max(1, Math.floor((terms.runs * MOST) / size));
    return refusal(
      'input',
      `at most ${most} runs of this plan while somebody waits, got ${terms.runs}; ask with the command line`,
      '/runs',
    );
  }
  const simulation = await simulatePlan({ ctx: {}, input: { ...asked, sha256, ...(multiples && { multiples }) } });
  return { ok: true, text: serialiseSimulation(simulation) };
}
