import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { type DecidedAim, type LastAim, lastAimOf } from '../../solver/export/last-aim.ts';
import { mpsText } from '../../solver/export/mps.ts';
import type { PlanProgress } from './plan-scenario.ts';
import type { Ports } from './ports.ts';

export interface ExportInput {
  readonly scenario: Scenario;
  readonly sha256: string;
  readonly progress?: (progress: PlanProgress) => void;
  /** Becomes non-zero at index 0 when the solve of the earlier aims should stop. */
  readonly stop?: Int32Array;
}

/** A model as text, and what a planner wants to know of it. */
export interface ExportedModel {
  readonly status: 'ready';
  readonly text: string;
  readonly aim: DecidedAim['aim'];
  readonly earlier: readonly DecidedAim[];
  readonly hit: Extract<LastAim, { status: 'ready' }>['hit'];
  readonly size: { readonly columns: number; readonly whole: number; readonly rows: number; readonly entries: number };
}

/** The whole model for the last aim as free MPS; the earlier aims are solved first and stand in it as rows. */
export async function exportScenario({
  ctx,
  input,
}: {
  ctx: Ports;
  input: ExportInput;
}): Promise<ExportedModel | Exclude<LastAim, { status: 'ready' }>> {
  const { scenario, sha256, progress, stop } = input;
  const decided = await lastAimOf(scenario, ctx.engine, {
    now: ctx.now,
    ...(progress && { progress }),
    ...(stop && { stop }),
  });
  if (decided.status !== 'ready') return decided;
  const { model, aim, earlier, hit } = decided;
  const whole = model.integer.reduce((sum, one) => sum + one, 0);
  const size = { columns: model.columns.length, whole, rows: model.rows.length, entries: model.indices.length };
  const comments = [
    `Gilde scenario: ${scenario.name}`,
    `scenario SHA-256: ${sha256}`,
    `minimise: ${aim}`,
    ...earlier.map((row) => `${row.aim}: achieved ${row.value}, at most ${row.most} in row aim|${row.aim}`),
  ];
  return { status: 'ready', text: mpsText(model, scenario.name, comments), aim, earlier, hit, size };
}
