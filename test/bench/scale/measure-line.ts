import type { AimResult, Plan } from '../../../scenarios/domain/plan.ts';
import { totalCost } from '../../../scenarios/domain/plan.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import type { Engine } from '../../../solver/engines/engine.ts';
import { planScenario } from '../../../solver/plan.ts';
import type { PlanningProblem } from '../../../solver/problem.ts';
import type { Strategy } from '../../../solver/strategies/strategy.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { threadEngine } from './engine.ts';
import { scaleScenario } from './scenario.ts';
import { sizeNamed } from './size.ts';
import { strategyNamed } from './strategies.ts';
import { type TimePoints, watchPoints } from './time-points.ts';

/** What is measured of one size and strategy; seconds of wall clock, megabytes of the largest resident set. */
export interface Line extends TimePoints {
  readonly columns: number;
  readonly drawing: number;
  readonly sets: number;
  readonly solving: number;
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

const columnsOf = ({ pairs }: PlanningProblem): number =>
  pairs.reduce((sum, { available }) => sum + available.filter((is) => is).length, 0);

/** The engine, with what it says where it cannot decide. */
const overheard = (engine: Engine, notes: Set<string>): Engine => ({
  ...engine,
  async solve(...asked) {
    const outcome = await engine.solve(...asked);
    if (outcome.status === 'undecided' && outcome.limit === 'engine')
      notes.add(`engine: ${outcome.reason.slice(0, 120)}`);
    return outcome;
  },
});

/** A strategy that tells when the sets are there, and that does not begin on more columns than are worth trying. */
function timed(strategy: Strategy, mostColumns: number, notes: Set<string>) {
  const seen = { columns: 0, setsEnd: 0 };
  const watched: Strategy = {
    name: strategy.name,
    async decide(problem, engine, hooks) {
      seen.setsEnd = performance.now();
      seen.columns = columnsOf(problem);
      if (seen.columns <= mostColumns) return strategy.decide(problem, engine, hooks);
      notes.add(`not tried: more than ${mostColumns.toLocaleString('en')} production columns do not load`);
      return { status: 'unknown', hit: null };
    },
  };
  return { seen, watched };
}

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
  const begun = performance.now();
  const watch = watchPoints(() => since(begun), scenario.solve.gap);
  const hooks = { now: () => performance.now(), progress: watch.progress };
  const input = { scenario, sha256, engine: overheard(threads, notes), hooks, strategy: watched };
  const plan = await planScenario({ ...input, better: watch.better });
  watch.better(plan);
  const [solving, peak] = [since(seen.setsEnd), peakMb()];
  await threads.close();

  const found = plan.aims.length > 0;
  const toVerify = performance.now();
  const verified = found ? await verifyPlan(scenario, plan) : undefined;
  for (const { message } of verified?.violations.slice(0, 3) ?? []) notes.add(message);
  return {
    ...watch.points(),
    ...{ columns: seen.columns, drawing, sets: (seen.setsEnd - begun) / 1000, solving },
    ...{ verifying: since(toVerify), peakMb: peak, endMb: peakMb(), status: plan.status, aims: plan.aims },
    ...{ cost: found ? totalCost(plan) : null, holds: verified?.holds ?? null, notes: [...notes] },
  };
}
