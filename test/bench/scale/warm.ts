import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { type PlanInput, planScenario } from '../../../solver/plan.ts';
import { CHANGES } from './changes.ts';
import { threadEngine } from './engine.ts';

/** How a plan is started from its parent's. */
const WARM: { readonly from?: (input: PlanInput, parent: Plan) => PlanInput } = {
  from: (input, parent) => ({ ...input, parent }),
};

/** The gap that is waited for in each aim, and the seconds after which it is not. */
const GAP = 0.005;
const SECONDS = 300;

interface Timed {
  readonly plan: Plan;
  readonly seconds: number;
}

/** The same change planned twice: a line of the table, and how long from the parent in times of how long from nothing. */
interface Compared {
  readonly text: string;
  readonly ratio: number | undefined;
}

const shown = ({ plan, seconds }: Timed): string =>
  `${seconds.toFixed(1)} (${plan.status === 'optimal' ? 'reached' : plan.status})`;

/** Plans a scenario and each of its twenty changes to the same gap: a table with the median ratio in its last line. */
export async function compareStarts(stated: Scenario): Promise<string> {
  const engine = threadEngine();
  const planned = async (scenario: Scenario, parent?: Plan): Promise<Timed> => {
    const sha256 = await scenarioSha256(scenario);
    const input = { scenario, sha256, engine, hooks: { now: () => performance.now() } };
    const began = performance.now();
    const plan = await planScenario(parent && WARM.from ? WARM.from(input, parent) : input);
    return { plan, seconds: (performance.now() - began) / 1000 };
  };
  const scenario = { ...stated, solve: { ...stated.solve, gap: GAP, timeLimit: SECONDS } };
  const parent = await planned(scenario);
  const lines: Compared[] = [];
  for (const { what, apply } of CHANGES) {
    const changed = apply(scenario);
    const cold = await planned(changed);
    const warm = WARM.from && (await planned(changed, parent.plan));
    const both = warm?.plan.status === 'optimal' && cold.plan.status === 'optimal';
    const ratio = both ? warm.seconds / cold.seconds : undefined;
    const cells = [what, shown(cold), warm ? shown(warm) : 'not measured', ratio?.toFixed(2) ?? 'none'];
    lines.push({ text: `| ${cells.join(' | ')} |`, ratio });
  }
  await engine.close();
  return [
    `| ${scenario.name}: to ${100 * GAP} % | from nothing s | from the parent s | ratio |`,
    '|---|---:|---:|---:|',
    `| as it is | ${shown(parent)} | | |`,
    ...lines.map(({ text }) => text),
    '',
    medianText(lines.flatMap(({ ratio }) => ratio ?? [])),
  ].join('\n');
}

function medianText(ratios: readonly number[]): string {
  const none = 'no change was planned to the gap both ways';
  if (!WARM.from) return 'Plans always start from nothing: nothing to compare with.\n';
  const sorted = ratios.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) return `Median ratio: ${none}.\n`;
  return `Median ratio: ${((low + high) / 2).toFixed(2)}, of ${ratios.length} of ${CHANGES.length} changes.\n`;
}
