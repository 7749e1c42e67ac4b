import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { TightExplanation, TightHours } from '../../scenarios/domain/explanation.ts';
import type { AimName, Plan } from '../../scenarios/domain/plan.ts';
import { type AimCap, formulate } from '../formulate.ts';
import { learns } from '../learned.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { aims } from '../objectives/index.ts';
import type { PlanningProblem } from '../problem.ts';
import { withIntegersFixed } from '../strategies/schedule.ts';
import { exactWithin } from '../strategies/search.ts';
import { decisionsOf } from './decisions.ts';
import { hoursByDifferences } from './hours-by-differences.ts';
import type { Trials } from './trials.ts';

/** A dual below this is noise of the engine. */
const NOISE = 1e-7;

/**
 * What one more hour would be worth where hours are used up: the duals of the schedule, aim by aim, with every whole-number decision of the
 * plan as it is (Dantzig, Linear Programming and Extensions, 1963). An hour that helps an earlier aim is told of that one alone. An
 * engine without duals is asked again with a little more of each.
 */
export async function tightHours(trials: Trials): Promise<TightExplanation> {
  // Duals would hold the hours for a unit fixed, which more output lowers.
  const prices = learns(trials.problem) ? undefined : await dualPrices(trials);
  if (prices !== undefined) return { basis: 'duals', hours: byWorth(prices, trials.base) };
  const hours = await hoursByDifferences(trials);
  return hours.length === 0
    ? { basis: 'unknown', hours }
    : { basis: 'differences', hours: byWorth(hours, trials.base) };
}

/** Hours for an earlier aim first, then the dearest. */
function byWorth(hours: readonly TightHours[], { aims: reached }: Plan): readonly TightHours[] {
  const place = (aim: AimName) => reached.findIndex((one) => one.aim === aim);
  return [...hours].sort(
    (left, right) =>
      place(left.aim) - place(right.aim) || right.price - left.price || (left.period < right.period ? -1 : 1),
  );
}

async function dualPrices({
  problem,
  base,
  engine,
  over,
  seconds,
}: Trials): Promise<readonly TightHours[] | undefined> {
  const found = new Map<string, TightHours>();
  const caps: AimCap[] = [];
  const members = new Set(base.members.map(({ supplier }) => supplier));
  let decided: Float64Array | undefined;
  for (const objective of aims) {
    const reached = base.aims.find(({ aim }) => aim === objective.name);
    if (reached === undefined || over()) return undefined;
    const { model, variables } = formulate(problem, objective, caps);
    decided ??= await decisionsOf(problem, engine, base, { model, variables }, seconds());
    if (decided === undefined) return undefined;
    const fixed = withIntegersFixed(model, decided);
    const outcome = await engine.solve(fixed, exactWithin(problem, seconds()));
    if (outcome.status !== 'optimal' || outcome.rowDuals === undefined) return undefined;
    collect(problem, members, model, outcome.rowDuals, objective.name, found);
    const most = Math.max(outcome.value, reached.value);
    caps.push({ objective, most: most + 1e-7 * Math.max(1, Math.abs(most)) });
  }
  return [...found.values()];
}

/** Of members alone: the hours of others are not there to be used, whatever there is of them. */
function collect(
  problem: PlanningProblem,
  members: ReadonlySet<string>,
  { rows }: LinearModel,
  duals: Float64Array,
  aim: AimName,
  found: Map<string, TightHours>,
): void {
  const priced = new Map(rows.map((row, at) => [row, Math.abs(duals[at]!)]));
  const places = problem.candidates.flatMap(({ supplier: { supplier }, processes }) =>
    members.has(supplier) ? processes.map((process) => ({ supplier, process })) : [],
  );
  for (const { supplier, process } of places) {
    for (let t = 1; t <= problem.horizon; t++) {
      const row = `capacity|${supplier}|${process}|${t}`;
      const price = priced.get(row) ?? 0;
      if (price <= NOISE || found.has(row)) continue;
      found.set(row, { supplier, process, period: periodLabel(problem.scenario.calendar, t), aim, price });
    }
  }
}
