import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import { planScenario } from '../../services/plan-scenario.ts';
import { readPlan, verifyPlan } from '../../services/verify-plan.ts';
import type { Refusal } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { judgeFor } from '../terminal/judge.ts';
import { writeFolder } from '../terminal/write-folder.ts';
import type { Asked } from './question.ts';

/** The plan that all cases start from, and how long it took; no plan: they start from nothing. */
export interface BasePlan {
  readonly ok: true;
  readonly plan?: Plan;
  /** null: it was there already, or none is wanted. */
  readonly seconds: number | null;
}

const PLAN = 'plan.json';
const ASKED = 'asked.json';

/** The plan of the scenario itself: the one that an earlier run of the batch kept, where it was asked for in the same way, else a new one, which is kept. */
export async function basePlan(
  io: Io,
  asked: Asked,
  { out, stop }: { readonly out: string | undefined; readonly stop: Int32Array },
): Promise<BasePlan | Refusal> {
  const { found, settings, engine } = asked;
  const { scenario, sha256 } = found.stated;
  const record = `${JSON.stringify({ scenario: sha256, settings, version: io.version })}\n`;
  const folder = out === undefined ? undefined : join(out, 'base');
  const kept = folder === undefined ? undefined : await keptPlan(io, asked, folder, record);
  if (kept) return { ok: true, plan: kept, seconds: null };
  const began = io.now();
  const { plan, verification } = await planScenario({
    ctx: { engine, now: io.now },
    input: { scenario, sha256, settings, stop },
  });
  const seconds = (io.now() - began) / 1000;
  const isPlan = plan.status === 'optimal' || plan.status === 'feasible';
  if (!isPlan || !verification.holds || plan.limits.hit === 'interrupt') return { ok: true, seconds };
  if (folder !== undefined) {
    const files = new Map([
      [PLAN, serialisePlan(plan)],
      [ASKED, record],
    ]);
    const written = await writeFolder(io, folder, files);
    if (!written.ok) return written;
  }
  return { ok: true, plan, seconds };
}

async function keptPlan(io: Io, { found }: Asked, folder: string, record: string): Promise<Plan | undefined> {
  const text = (name: string) => readFile(resolve(io.cwd, folder, name), 'utf8').catch(() => '');
  if ((await text(ASKED)) !== record) return undefined;
  const read = readPlan({ input: { text: await text(PLAN) } });
  if (!read.ok) return undefined;
  const { scenario } = found.stated;
  const { holds } = await verifyPlan({ ctx: await judgeFor(io, scenario), input: { scenario, plan: read.value } });
  return holds ? read.value : undefined;
}
