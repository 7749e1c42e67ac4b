import type { PlanLimits } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { type EngineLimits, isSolved, isStopped } from '../engines/engine.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { decideAim, type Start } from '../strategies/decide-aim.ts';
import { integersOf, type Relaxed, relaxationOf } from '../strategies/restrict.ts';
import { withIntegersFixed } from '../strategies/schedule.ts';
import { FEW_INTEGERS } from '../strategies/search.ts';
import { type AskedModel, askedModel } from './asked-model.ts';
import { ceilingFrom } from './ceiling.ts';
import { confirmed } from './confirmed.ts';
import { covering, rounded } from './guesses.ts';
import { decisionsAt, type MultipleSearch, taken } from './multiple-search.ts';

/** What was found for demand from one period on. */
export type LargestMultiple =
  | {
      readonly status: 'found';
      /** The best multiple found; `known` where nothing better by the wanted gap is possible or was found. */
      readonly multiple: number;
      readonly bound: number;
      readonly hit: PlanLimits['hit'];
      readonly asked: AskedModel;
      readonly relaxed: Relaxed;
      /** The plan of the multiple as a linear program, if one was found here. */
      readonly plan: Relaxed | undefined;
      /** Of learning: what no plan exceeds at the hours for a unit of the pass that found it. */
      readonly conditional?: number;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unlimited' }
  | { readonly status: 'unknown'; readonly bound: number; readonly hit: PlanLimits['hit'] };

/** A ceiling this much above the relaxation's bound is worth writing the model anew with less. */
const LOOSE = 1.25;
/** Room above the relaxation's bound for the last digits. */
const ROOM = 1 + 1e-6;

/** The largest θ for which demandFrom(scenario, from, θ) has a plan that delivers everything when due, with a bound. */
export async function largestMultiple(
  scenario: Scenario,
  from: number,
  search: MultipleSearch,
): Promise<LargestMultiple> {
  const ceiling = ceilingFrom(scenario, from, search.learned);
  if (ceiling === undefined) return { status: 'unlimited' };
  // With nothing to be made of an item the multiple is 0; the model needs some room to be written in.
  const widest = askedModel(scenario, from, Math.max(ceiling * ROOM, 1e-3), search.learned);
  const relaxed = await relax(widest, search);
  if (relaxed.status === 'infeasible') return relaxed;
  if (relaxed.status !== 'optimal') return { status: 'unknown', bound: ceiling, hit: hitOf(relaxed) };
  const bound = Math.max(0, -relaxed.value);
  const { known } = search;
  if (known !== undefined && isClose(known, bound, search.gap)) {
    const most = Math.max(bound, known);
    return { status: 'found', multiple: known, bound: most, hit: null, asked: widest, relaxed, plan: undefined };
  }
  if (ceiling <= LOOSE * bound || bound === 0) return decide(scenario, from, widest, relaxed, search);
  const tight = askedModel(scenario, from, Math.max(bound * ROOM, 1e-3), search.learned);
  const again = await relax(tight, search);
  const [asked, solved] = again.status === 'optimal' ? [tight, again] : [widest, relaxed];
  return decide(scenario, from, asked, solved, search);
}

const relax = ({ model }: AskedModel, { engine, hooks, seed, seconds }: MultipleSearch) =>
  engine.solve(relaxationOf(model), exactly(seed, seconds()), hooks);

const exactly = (seed: number, seconds: number): EngineLimits => ({
  ...{ gap: 0, absoluteGap: 0, seconds: Math.max(1, seconds), seed, presolve: true },
});

const hitOf = (outcome: { readonly status: string; readonly limit?: PlanLimits['hit'] }): PlanLimits['hit'] =>
  outcome.limit ?? 'engine';

/** True where a multiple is within the wanted gap of its bound. */
export const isClose = (multiple: number, bound: number, gap: number): boolean =>
  bound - multiple <= Math.max(gap, 1e-7) * Math.max(multiple, 1e-9) + 1e-9;

async function decide(
  scenario: Scenario,
  from: number,
  asked: AskedModel,
  relaxed: Relaxed,
  search: MultipleSearch,
): Promise<LargestMultiple> {
  const { engine, hooks, gap, seed, known } = search;
  const { model } = asked;
  const first = Math.max(0, -relaxed.value);
  let best: Relaxed | undefined;
  const keep = (plan: Relaxed | undefined) => {
    if (plan && (!best || plan.value < best.value)) best = plan;
  };
  const guesses = [
    async () => rounded(asked, relaxed),
    ...search.starts.map((decisions) => async () => taken(model, decisions)),
    () => covering(asked, relaxed, search),
  ];
  for (const guess of guesses) {
    if (best && isClose(-best.value, first, gap)) break;
    if (search.seconds() <= 0 || isStopped(hooks)) break;
    const values = await guess();
    if (values) keep(await quantitiesFor(model, values, search));
  }
  let bound = first;
  let hit: PlanLimits['hit'] = null;
  if (!best || !isClose(-best.value, bound, gap)) {
    const limits = { ...exactly(seed, search.seconds()), gap, absoluteGap: 1e-7 };
    const begun = search.seconds();
    const start: Start | undefined = best && { values: best.values, value: best.value };
    const few = integersOf(model) < (search.few ?? FEW_INTEGERS);
    const task = { model, engine, limits, hooks, start, spent: () => begun - search.seconds() };
    const outcome = await decideAim({ ...task, relaxed: few ? undefined : relaxed });
    if (outcome.status === 'infeasible') return outcome;
    if (isSolved(outcome)) {
      bound = Math.min(bound, -outcome.bound);
      hit = outcome.status === 'feasible' ? outcome.limit : null;
      keep(await quantitiesFor(model, outcome.values, search));
    } else hit = outcome.status === 'undecided' ? outcome.limit : 'engine';
  }
  const claimed = best && Math.max(0, -best.value);
  const decisions = best && decisionsAt(model, best.values);
  const isClaim = asked.loosened.length > 0 && decisions !== undefined && claimed !== undefined;
  const here = isClaim ? await confirmed(scenario, from, decisions, claimed, search) : claimed;
  if (here === undefined && known === undefined) return { status: 'unknown', bound, hit };
  const multiple = Math.max(here ?? 0, known ?? 0);
  return { status: 'found', multiple, bound: Math.max(bound, multiple), hit, asked, relaxed, plan: best };
}

/** The best quantities for whole-number decisions, as a linear program with duals. */
async function quantitiesFor(
  model: LinearModel,
  values: Float64Array,
  { engine, hooks, seed, seconds }: MultipleSearch,
): Promise<Relaxed | undefined> {
  const outcome = await engine.solve(withIntegersFixed(model, values), exactly(seed, seconds()), hooks);
  return outcome.status === 'optimal' ? outcome : undefined;
}
