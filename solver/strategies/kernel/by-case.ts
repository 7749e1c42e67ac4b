import type { Plan } from '../../../scenarios/domain/plan.ts';
import { type Engine, isStopped } from '../../engines/engine.ts';
import { narrowedTo } from '../../narrowed.ts';
import type { PlanningProblem } from '../../problem.ts';
import { inParts } from '../in-parts.ts';
import { monolithicFrom } from '../monolithic.ts';
import { productionColumns } from '../production-columns.ts';
import { FEW_INTEGERS, withinSeconds, withoutPlans } from '../search.ts';
import type { Decided, Found, PlanHooks, Strategy } from '../strategy.ts';
import { type Alone, awardedAlone, eachAlone, pricedAlone } from './alone.ts';
import { scheduleAwarded } from './awarded-schedule.ts';
import { lifted } from './lifted.ts';
import { type CasesStanding as Standing, standingOfCases, together } from './standing-of-cases.ts';

/** Shares of all time: for the cases alone, and for the choice among what they award. */
const ALONE = 0.5;
const CHOICE = 0.6;
/** Production columns, over all cases, of a model that an engine may be given whole. */
const MOST_WHOLE = 100_000;

/**
 * Decides a problem of several futures (docs/model.md, "Demand cases"). Each case alone gives a bound, which together bound every plan, and awards
 * that serve it. What the cases award is scheduled in all of them, each by itself and all at once; then a model of all cases over the pairs
 * that any of them awards chooses among these. What is left open of a problem that an engine can take whole is left to the engine.
 */
export async function decideByCase(
  problem: PlanningProblem,
  engine: Engine,
  hooks: PlanHooks,
  decide: Strategy['decide'],
  parent?: Plan,
): Promise<Decided> {
  const begun = hooks.now();
  const spent = () => (hooks.now() - begun) / 1000;
  const seconds = problem.scenario.solve.timeLimit;
  const isOver = () => isStopped(hooks) || spent() >= seconds;
  const alone = await eachAlone(problem.cases!, {
    ...{ decide, engine, hooks, parent, isOver },
    seconds: (left) => Math.max(1, (ALONE * seconds - spent()) / left),
  });
  const standing = standingOfCases(problem, hooks, alone, spent);
  await scheduleAwards(problem, inParts(engine, hooks.now), standing, alone, isOver);
  const chosen = [...new Set(alone.flatMap((own) => awardedAlone(problem, own)))];
  if (chosen.length > 0 && !standing.isSettled() && !isOver())
    await choose(narrowedTo(problem, chosen), engine, hooks, standing, CHOICE * (seconds - spent()));
  if (!standing.isSettled() && !isStopped(hooks)) standing.reprice(isOver);
  if (standing.isSettled()) return standing.found(null)!;
  const hit = isStopped(hooks) ? 'interrupt' : 'time';
  if (isOver()) return standing.found(hit) ?? { status: 'unknown', hit };
  if (engine.memory !== undefined || productionColumns(problem) > MOST_WHOLE)
    return standing.found('work') ?? { status: 'unknown', hit: 'work' };
  return decideAll(problem, engine, hooks, standing, seconds - spent());
}

/** The awards of each case and those of all, each scheduled in all cases. */
async function scheduleAwards(
  problem: PlanningProblem,
  engine: Engine,
  standing: Standing,
  alone: readonly Alone[],
  isOver: () => boolean,
): Promise<void> {
  const sets = alone.map((own) => awardedAlone(problem, own)).filter((own) => own.length > 0);
  const all = [...new Set(sets.flat())].sort((left, right) => left - right);
  const premium =
    10 * Math.max(1, ...alone.map(({ of }) => pricedAlone(of, alone).proof.theta).filter(Number.isFinite));
  const tried = new Set<string>();
  for (const awarded of [all, ...sets]) {
    const key = awarded.join(' ');
    // Whoever stops the search wants the plan that there is.
    if (awarded.length === 0 || tried.has(key) || (isOver() && standing.best())) continue;
    tried.add(key);
    const plan = await scheduleAwarded(problem, engine, awarded, { floor: standing.bounds()[0] + 1e-8, premium });
    if (plan) await standing.take({ solution: plan.solution, values: [plan.shortfall, plan.cost] });
  }
}

/** The model of all cases over a few pairs, from the best plan so far where it has no others. */
async function choose(
  narrow: PlanningProblem,
  engine: Engine,
  hooks: PlanHooks,
  standing: Standing,
  timeLimit: number,
): Promise<void> {
  if (productionColumns(narrow) > MOST_WHOLE) return;
  const decided = await monolithicFrom(FEW_INTEGERS).decide(
    withinSeconds(narrow, timeLimit),
    engine,
    withoutPlans(hooks),
  );
  if ('solution' in decided) await standing.take(together(narrow, decided.solution));
}

/** The whole model, with the better of its bounds and those of the cases alone. */
async function decideAll(
  problem: PlanningProblem,
  engine: Engine,
  hooks: PlanHooks,
  standing: Standing,
  timeLimit: number,
): Promise<Decided> {
  const best = standing.best();
  const start = best && lifted(problem, { problem, ...best.solution });
  const { better } = hooks;
  const told: PlanHooks = {
    ...hooks,
    ...(better && {
      better: async (found: Found) => {
        if (standing.isBetter(together(problem, found.solution).values)) await better(standing.beside(found));
      },
    }),
  };
  const strategy = monolithicFrom(Number.POSITIVE_INFINITY, start?.problem ? undefined : start?.values);
  const decided = await strategy.decide(withinSeconds(problem, Math.max(1, timeLimit)), engine, told);
  const known = standing.found('work');
  if (!('solution' in decided)) return known ?? decided;
  const proven = standing.beside(decided);
  const isKept = decided.hit === null || standing.isBetter(together(problem, decided.solution).values);
  return isKept || !known ? proven : { ...proven, solution: known.solution };
}
