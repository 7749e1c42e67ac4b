import type { PlanLimits } from '../../scenarios/domain/plan.ts';
import { findConflict } from '../diagnosis/conflict.ts';
import { type Engine, type EngineLimits, isSolved, isStopped, type Outcome } from '../engines/engine.ts';
import { type AimCap, formulate } from '../formulate.ts';
import { aims, aimsOf } from '../objectives/index.ts';
import type { Objective } from '../objectives/objective.ts';
import type { PlanningProblem } from '../problem.ts';
import { decideAim, isEnough } from './decide-aim.ts';
import { type FirstPlan, firstPlan } from './first-plan.ts';
import { relaxationOf } from './restrict.ts';
import { schedule } from './schedule.ts';
import { FEW_INTEGERS, hooksOf, limitsOf, startAt } from './search.ts';
import type { Decided, PlanHooks, Strategy } from './strategy.ts';
import { type Telling, tellBetter } from './tell-better.ts';

/** What all rounds of one decision share. */
interface Run {
  readonly problem: PlanningProblem;
  readonly engine: Engine;
  readonly hooks: PlanHooks;
  readonly first: FirstPlan | undefined;
  readonly telling: Telling | undefined;
  /** Seconds since the start, and in all. */
  readonly spent: () => number;
  readonly seconds: number;
}

/** All aims decided once, in their order. */
interface Round {
  readonly status: 'decided';
  readonly values: Float64Array;
  /** How bad each aim may be in the schedule. */
  readonly allowed: readonly number[];
  readonly reached: readonly Reached[];
}

/** Value and bound of an aim, and the limit that ended its search; the bound of a later one holds under the values of the earlier ones. */
interface Reached {
  readonly aim: Objective['name'];
  readonly value: number;
  readonly bound: number;
  readonly hit: PlanLimits['hit'];
}

/** True when time ended an aim before the last. */
const isOpen = ({ reached }: Round): boolean => reached.slice(0, -1).some(({ hit }) => hit === 'time');

/**
 * The whole model to one engine, aim by aim, each capped at what the earlier ones achieved. The reference for every other strategy.
 * A model with at least `few` whole-number columns is first relaxed and searched in parts; its bounds are those of the whole model.
 * Time that the last aim leaves over goes to an earlier one that is still open. `start`: values of a plan that is known.
 */
export const monolithicFrom = (few: number, start?: Float64Array): Strategy => ({
  name: 'monolithic',
  refusedBy: (problem, engine) => engine.refuses?.(formulate(problem, aims.at(-1)!).model),
  async decide(problem, engine, hooks) {
    const begun = hooks.now();
    const spent = () => (hooks.now() - begun) / 1000;
    const seconds = problem.scenario.solve.timeLimit;
    // What it searches by is money: cost, and a price on what is missing.
    const told = hooksOf(aims.at(-1)!, hooks, spent, 'first plan');
    const telling = tellBetter(problem, engine, hooks);
    // Its relaxations know of two aims.
    const least = problem.outages ? Number.POSITIVE_INFINITY : few;
    const first = await firstPlan(problem, engine, limitsOf(problem, seconds), told, spent, least, telling);
    const run = { problem, engine, hooks, first, telling, spent, seconds };
    let round = await decideInOrder(run, first?.solution?.values ?? start, 0.5);
    while (round.status === 'decided' && isOpen(round) && seconds - spent() > WORTH_A_ROUND * seconds) {
      const next = await decideInOrder(run, round.values, 1 - WORTH_A_ROUND);
      if (next.status !== 'decided') break;
      if (!isBetter(round, next)) {
        round = provenBy(round, next);
        break;
      }
      round = next;
    }
    await telling?.close();
    const decided = round.status === 'decided' ? await scheduled(run, round) : round;
    return telling?.atLeast(decided) ?? decided;
  },
});

/** The round with exact quantities; what a stop left of the first plan has them already. */
async function scheduled({ problem, engine, first }: Run, { values, allowed, reached }: Round): Promise<Decided> {
  const bounds = reached.map(({ aim, bound }) => ({ aim, bound }));
  const hit = reached.find((aim) => aim.hit !== null)?.hit ?? null;
  const exact = hit === 'interrupt' && first?.solution?.values === values ? first.solution : undefined;
  const solution = exact ?? (await schedule(problem, engine, values, allowed));
  return { status: hit === null ? 'optimal' : 'feasible', solution, bounds, hit };
}

/** Share of all time for which another round is begun, and which such a round keeps for the last aim. */
const WORTH_A_ROUND = 0.1;

/** Decides aim by aim; an aim before the last gets this share of the time that is left. */
async function decideInOrder(
  { problem, engine, hooks, first, telling, spent, seconds }: Run,
  start: Float64Array | undefined,
  share: number,
): Promise<Round | Exclude<Decided, { status: 'optimal' | 'feasible' }>> {
  const caps: AimCap[] = [];
  const allowed: number[] = [];
  const reached: Reached[] = [];
  let values = start;
  const stated = aimsOf(problem);
  for (const objective of stated) {
    const { model } = formulate(problem, objective, caps);
    const isLast = objective === stated.at(-1);
    const limits = limitsOf(problem, Math.max(1, (seconds - spent()) * (isLast ? 1 : share)));
    const from = spent();
    const proven = (bound: number) => {
      if (objective === aims[0]) telling?.shortfall(bound);
      if (isLast) telling?.cost(bound, caps[0]?.most ?? Number.POSITIVE_INFINITY);
    };
    const aimHooks = hooksOf(objective, hooks, spent);
    const told = telling?.listening(aimHooks, proven) ?? aimHooks;
    const relax = () => engine.solve(relaxationOf(model), limits, told);
    const relaxed = await relaxedFor(objective, first, caps, isStopped(hooks) ? undefined : relax);
    if (relaxed) proven(relaxed.value);
    const task = { model, engine, hooks: told, spent: () => spent() - from, start: startAt(model, values), relaxed };
    const outcome = await decideAim({ ...task, limits, ...(telling && { found: telling.tell }) });
    if (outcome.status === 'infeasible' && values === undefined) {
      return { status: 'infeasible', conflict: await findConflict(problem, engine) };
    }
    if (!isSolved(outcome)) {
      const hit = outcome.status === 'undecided' ? outcome.limit : 'engine';
      if (values === undefined) return { status: 'unknown', hit };
      // The plan of the earlier aim stands; without a relaxation 0 bounds this aim, since none can be negative.
      const value = startAt(model, values)!.value;
      reached.push({ aim: objective.name, value, bound: Math.max(0, relaxed?.value ?? 0), hit });
      continue;
    }
    values = outcome.values;
    const tolerance = objective.tolerance(problem);
    allowed.push(tolerance === 0 ? Number.NEGATIVE_INFINITY : outcome.value + tolerance);
    const hit = outcome.status === 'feasible' ? outcome.limit : null;
    reached.push({ aim: objective.name, value: outcome.value, bound: Math.max(0, outcome.bound), hit });
    caps.push({ objective, most: mostFor(objective, outcome.value, problem, first, limits) });
    if (isLast || !telling) continue;
    proven(outcome.bound);
    telling.decided(allowed.at(-1)!, outcome.value);
    await telling.tell(values);
  }
  return { status: 'decided', values: values!, allowed, reached };
}

/** True where the first aim of the later round is better. */
function isBetter(before: Round, next: Round): boolean {
  const [was, is] = [before.reached[0]!, next.reached[0]!];
  return is.value < was.value - 1e-9 * Math.max(1, was.value);
}

/** The earlier round, with what the later one proves of its first aim. */
function provenBy(before: Round, next: Round): Round {
  const [was, is] = [before.reached[0]!, next.reached[0]!];
  const proven = { ...was, bound: Math.min(Math.max(was.bound, is.bound), was.value), hit: is.hit };
  return { ...before, reached: [proven, ...before.reached.slice(1)] };
}

export const monolithic = monolithicFrom(FEW_INTEGERS);

/** The cap on an aim for those after it: what was achieved, the stated tolerance, and numerical room for the last digits. */
function mostFor(
  objective: Objective,
  achieved: number,
  problem: PlanningProblem,
  first: FirstPlan | undefined,
  limits: EngineLimits,
) {
  if (first && isEnough(achieved, first.shortfall.value, { ...limits, gap: 0 })) return first.most;
  return achieved + objective.tolerance(problem) + 1e-9 * Math.max(1, Math.abs(achieved));
}

/** The relaxation that bounds an aim under its caps: the first plan's where it holds for these caps, else solved anew where there is time for it. */
async function relaxedFor(
  objective: Objective,
  first: FirstPlan | undefined,
  caps: readonly AimCap[],
  solve: (() => Promise<Outcome>) | undefined,
) {
  if (!first) return undefined;
  if (objective === aims[0]) return first.shortfall;
  if (caps.every(({ most }) => most <= first.most)) return first.cost;
  const outcome = await solve?.();
  return outcome?.status === 'optimal' ? outcome : undefined;
}
