import { type Engine, type EngineHooks, type EngineLimits, isSolved, type Outcome } from '../engines/engine.ts';
import type { LinearModel } from '../model/linear-model.ts';
import type { Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';
import { decideAim, type Start } from '../strategies/decide-aim.ts';
import { integersOf, type Relaxed, relaxationOf, restrictedTo } from '../strategies/restrict.ts';
import { FEW_INTEGERS } from '../strategies/search.ts';
import type { PlanHooks } from '../strategies/strategy.ts';
import type { Members } from './purpose.ts';

/** Beyond these an improvement is noise of the engine: relative to the measure. */
export const PRECISION = 1e-6;

/** Who searches, and from how many whole-number columns on in parts. */
interface Searching {
  readonly engine: Engine;
  readonly hooks: PlanHooks;
  /** Whole-number columns below which a model goes to the engine as it is; default as in the strategy `monolithic`. */
  readonly few?: number;
}

/** How one search is to be done. */
export interface Search {
  readonly limits: EngineLimits;
  readonly hooks: EngineHooks;
  /** True: the measure counts, so that bounds are rounded up. */
  readonly whole: boolean;
  /** Whole-number columns among which a start may soon be bettered. */
  readonly near?: ReadonlySet<number>;
}

/** The whole-number columns of some members: the memberships, awards, certificates, expansions and groups that a plan of theirs can use. */
export function columnsOf(
  { candidates, obtainable, expansions, groupings, horizon }: PlanningProblem,
  variables: Variables,
  members: Members,
): Set<number> {
  const columns = new Set<number>();
  candidates.forEach(({ supplier, pairs }, candidate) => {
    if (!members.has(supplier.supplier)) return;
    columns.add(variables.member(candidate));
    for (let t = 1; t <= horizon; t++) {
      for (const time of [variables.begun(candidate, t), variables.started(candidate, t)])
        if (time !== undefined) columns.add(time);
    }
    for (const pair of pairs) {
      columns.add(variables.awarded(pair));
      for (let t = 1; t <= horizon; t++) {
        const ordered = variables.ordered(pair, t);
        if (ordered !== undefined) columns.add(ordered);
        for (const { full } of variables.tiers(pair, t)) if (full !== undefined) columns.add(full);
      }
    }
  });
  obtainable.forEach(({ supplier }, index) => {
    if (members.has(supplier)) columns.add(variables.obtained(index));
  });
  groupings.forEach(({ groups }, grouping) => {
    groups.forEach((own, group) => {
      const column = variables.present(grouping, group);
      const isTheirs = own.members.some((candidate) => members.has(candidates[candidate]!.supplier.supplier));
      if (column !== undefined && isTheirs) columns.add(column);
    });
  });
  expansions.forEach(({ supplier, periods }, index) => {
    if (members.has(supplier)) for (const t of periods) columns.add(variables.expanded(index, t)!);
  });
  return columns;
}

/** A better plan of the same members, sought for a third of the time: a much smaller model. */
async function bettered(
  { engine }: Searching,
  model: LinearModel,
  start: Start,
  { limits, hooks, near }: Search,
): Promise<Start> {
  if (near === undefined) return start;
  const third = { ...limits, seconds: limits.seconds / 3 };
  const outcome = await engine.solve(restrictedTo(model, near), third, withoutBound(hooks), start.values);
  return isSolved(outcome) && outcome.value < start.value ? outcome : start;
}

/** A bound among some plans is none of the others. */
const withoutBound = (hooks: EngineHooks): EngineHooks => ({
  ...hooks,
  progress: (event) => hooks.progress?.({ ...event, bound: null }),
});

/**
 * One aim, decided as a strategy does, with the best bound that is known of it. The start of a large model is bettered near by first,
 * because the search of the whole may find nothing in its time.
 */
export async function searchLeast(
  room: Searching,
  model: LinearModel,
  known: Start | undefined,
  search: Search,
): Promise<{ readonly outcome: Outcome; readonly bound: number }> {
  const { engine, few = FEW_INTEGERS } = room;
  const { limits, hooks, whole } = search;
  const begun = room.hooks.now();
  const spent = () => (room.hooks.now() - begun) / 1000;
  let start = known;
  const up = (bound: number) => Math.max(0, whole ? Math.ceil(bound - PRECISION) : bound);
  let relaxed: Relaxed | undefined;
  if (integersOf(model) >= few) {
    if (start) start = await bettered(room, model, start, search);
    const left = { ...limits, seconds: Math.max(1, limits.seconds - spent()) };
    const answer = await engine.solve(relaxationOf(model), left, hooks);
    if (answer.status === 'optimal') relaxed = { ...answer, value: up(answer.value) };
  }
  const outcome = await decideAim({ model, engine, limits, hooks, start, relaxed, spent });
  return { outcome, bound: up(isSolved(outcome) ? outcome.bound : (relaxed?.value ?? 0)) };
}
