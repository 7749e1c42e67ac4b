import type { AimResult, Plan } from '../../../scenarios/domain/plan.ts';
import { totalCost } from '../../../scenarios/domain/plan.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { planScenario } from '../../../solver/plan.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { threadEngine } from './engine.ts';
import { scaleScenario } from './scenario.ts';
import { sizeNamed } from './size.ts';
import { strategyNamed } from './strategies.ts';
import { type TimePoints, watchPoints } from './time-points.ts';
import { overheard, timed } from './watched.ts';

/** What is measured of one size and strategy; seconds of wall clock, megabytes of the largest resident set. */
export interface Line extends TimePoints {
  readonly columns: number;
  readonly drawing: number;
  readonly sets: number;
  readonly solving: number;
  /** Of all threads, from the sets to the plan: on a busy machine what the clock says is mostly waiting. */
  readonly processor: number;
  readonly verifying: number;
  /** Until the plan was there, and at the end, with its verification. */
  readonly peakMb: number;
  readonly endMb: number;
  readonly status: Plan['status'];
  readonly aims: readonly AimResult[];
  /** null: no plan. */
  readonly cost: number | null;
  readonly holds: boolean | null;
  /** What went wrong, in words. */
  readonly notes: readonly string[];
}

const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const since = (start: number): number => (performance.now() - start) / 1000;

/** Draws a scenario, plans it with a strategy within so many seconds, and verifies the plan, each step timed on its own. */
export async function measureLine(size: string, name: string, seconds?: number): Promise<Line> {
  const toDraw = performance.now();
  const drawn = scaleScenario(sizeNamed(size));
  const scenario = seconds === undefined ? drawn : { ...drawn, solve: { ...drawn.solve, timeLimit: seconds } };
  const drawing = since(toDraw);
  const sha256 = await scenarioSha256(scenario);

  const { strategy, mostColumns } = strategyNamed(name);
  const notes = new Set<string>();
  const { seen, watched } = timed(strategy, mostColumns, notes);
  const threads = threadEngine();
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const watch = watchPoints(() => since(begun), scenario.solve.gap);
  const hooks = { now: () => performance.now(), progress: watch.progress };
  const input = { scenario, sha256, engine: overheard(threads, notes), hooks, strategy: watched };
  const plan = await planScenario({ ...input, better: watch.better });
  watch.better(plan);
  const [solving, peak] = [since(seen.setsEnd), peakMb()];
  const { user, system } = process.cpuUsage(used);
  await threads.close();

  const found = plan.aims.length > 0;
  const toVerify = performance.now();
  const verified = found ? await verifyPlan(scenario, plan) : undefined;
  for (const { message } of verified?.violations.slice(0, 3) ?? []) notes.add(message);
  return {
    ...watch.points(),
    ...{ columns: seen.columns, drawing, sets: (seen.setsEnd - begun) / 1000, solving },
    ...{ processor: (user + system) / 1e6, verifying: since(toVerify), peakMb: peak, endMb: peakMb() },
    ...{ status: plan.status, aims: plan.aims, cost: found ? totalCost(plan) : null },
    ...{ holds: verified?.holds ?? null, notes: [...notes] },
  };
}
