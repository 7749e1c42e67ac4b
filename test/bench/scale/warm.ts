import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { planScenario } from '../../../solver/plan.ts';
import { CHANGES } from './changes.ts';
import { threadEngine } from './engine.ts';
import { median } from './median.ts';
import { percent } from './table.ts';

/** The seconds after which a gap is not waited for any more. */
const SECONDS = 300;

/** A plan and its time: processor seconds of all threads, which a busy machine changes little, and seconds on the clock. */
interface Timed {
  readonly plan: Plan;
  readonly processor: number;
  readonly seconds: number;
}

/** How to measure. */
interface CompareTerms {
  /** The gap that is waited for in each aim, a fraction. */
  readonly gap: number;
  /** Told each line of the table as soon as it is there. */
  readonly tell: (line: string) => void;
}

const isReached = ({ plan }: Timed): boolean => plan.status === 'optimal' && plan.limits.hit === null;

function shown(timed: Timed): string {
  const { plan, processor, seconds } = timed;
  const [shortfall, cost] = plan.aims;
  const left = [shortfall?.value ? `${shortfall.value.toFixed(1)} short` : [], cost ? percent(cost.gap) : []].flat();
  const end = isReached(timed) ? left : [plan.status, ...left];
  return `${processor.toFixed(1)} | ${seconds.toFixed(1)} | ${end.join(', ')}`;
}

/**
 * Plans a scenario and each of its twenty changes to the same gap, from nothing and from the plan before the change: a table with what is
 * left open beside each time, then the medians. A start that does not reach the gap in time where the other one does counts as its time all the same:
 * it took at least as long.
 */
export async function compareStarts(stated: Scenario, { gap, tell }: CompareTerms): Promise<void> {
  const engine = threadEngine();
  const planned = async (scenario: Scenario, parent?: Plan): Promise<Timed> => {
    const sha256 = await scenarioSha256(scenario);
    const input = { scenario, sha256, engine, hooks: { now: () => performance.now() } };
    const [began, used] = [performance.now(), process.cpuUsage()];
    const plan = await planScenario(parent ? { ...input, parent } : input);
    const { user, system } = process.cpuUsage(used);
    return { plan, processor: (user + system) / 1e6, seconds: (performance.now() - began) / 1000 };
  };
  const scenario = { ...stated, solve: { ...stated.solve, gap, timeLimit: SECONDS } };
  tell(
    `| ${scenario.name}: to ${percent(gap)} | from nothing: processor s | clock s | gap | from the parent: processor s | clock s | gap | times |`,
  );
  tell('|---|---:|---:|---|---:|---:|---|---:|');
  const parent = await planned(scenario);
  tell(`| as it is | ${shown(parent)} | | | | |`);
  const times: number[] = [];
  for (const { what, apply } of CHANGES) {
    const changed = apply(scenario);
    const [cold, warm] = [await planned(changed), await planned(changed, parent.plan)];
    const isComparable = isReached(cold) || isReached(warm);
    if (isComparable) times.push(cold.processor / warm.processor);
    tell(`| ${what} | ${shown(cold)} | ${shown(warm)} | ${isComparable ? times.at(-1)!.toFixed(1) : 'neither'} |`);
  }
  await engine.close();
  tell('');
  tell(
    times.length === 0
      ? 'No change was planned to the gap.'
      : `Median: ${median(times).toFixed(1)} times less processor time from the parent, of ${times.length} of ${CHANGES.length} changes.`,
  );
}
