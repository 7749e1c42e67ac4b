import { unpack } from '../../../db/pack.ts';
import { readyPlan } from '../../../db/repositories/plan-row.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { planDigest, serialisePlan } from '../../../scenarios/wire/plan.ts';
import type { Timer } from '../../../src/services/ports.ts';
import type { RunJobPorts } from '../../../src/services/run-job.ts';
import type { SolveJob } from '../../../src/services/solve-job.ts';
import { scenario } from '../scenario-builder.ts';

/** How a job of these tests goes: solved at once; solved, and then idle until it is stopped; or the death of its worker. */
export type Act = 'quick' | 'slow' | 'deadly';

/** A small scenario whose name says how its job goes; each number is another one. */
export const scenarioThat = (act: Act, number: number): Scenario =>
  scenario({
    ...{ name: `${act} ${number}`, periods: 2, demand: [['FRAME', '2026-Q1', 4]] },
    ...{ routing: [['FRAME', 'welding', 10]], capacity: [['S1', 'welding', 80]] },
    solve: { engine: 'javascript-lp-solver' },
  });

/** A worker that may die: from then on it does nothing and is told nothing, as a process that was killed. */
export interface Life {
  readonly isDead: () => boolean;
  readonly die: () => void;
}

export const newLife = (): Life => {
  let dead = false;
  return {
    isDead: () => dead,
    die: () => {
      dead = true;
    },
  };
};

const never = new Promise<never>(() => undefined);

type Steps = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** The queue as a worker sees it as long as it lives. */
function mortalQueue<Queue extends object>(queue: Queue, { isDead }: Life): Queue {
  const mortal = Object.entries(queue as unknown as Steps).map(([name, step]) => [
    name,
    async (...args: never[]) => {
      if (isDead()) return never;
      const answer = await step(...args);
      return isDead() ? never : answer;
    },
  ]);
  return Object.fromEntries(mortal) as Queue;
}

/** What a job runs with, as long as its worker lives; the solve does as the scenario's name says. */
export function mortal<Ports extends RunJobPorts>(ctx: Ports, life: Life): Ports {
  const after: Timer = (milliseconds, act) =>
    ctx.after(milliseconds, () => {
      if (!life.isDead()) act();
    });
  return { ...ctx, queue: mortalQueue(ctx.queue, life), after, solve: acted({ ...ctx, after }, life) };
}

const acted =
  ({ solve, after }: Pick<RunJobPorts, 'solve' | 'after'>, life: Life): SolveJob =>
  async (request, hooks) => {
    const { name } = JSON.parse(request.document) as Scenario;
    if (name.startsWith('deadly')) {
      life.die();
      return never;
    }
    const solved = await solve(request, hooks);
    if (!solved.ok || name.startsWith('quick')) return solved;
    const { document } = solved.plan;
    const found = JSON.parse(await unpack(document)) as Plan;
    hooks.better({ status: found.status, aims: found.aims, seconds: 1, document });
    while (!hooks.stop.aborted && !hooks.abandon.aborted) await new Promise<void>((done) => void after(20, done));
    const early = { ...found, limits: { ...found.limits, hit: 'interrupt' as const } };
    const plan = { ...early, digest: await planDigest(early) };
    return { ok: true, plan: await readyPlan({ plan, text: serialisePlan(plan) }) };
  };
