import type { AimResult } from '../../scenarios/domain/plan.ts';
import type { PlanHooks } from '../../solver/plan.ts';
import { relativeGap } from '../../solver/relative-gap.ts';
import { isLess } from '../../solver/strategies/better.ts';

/** An improvement in the course of a solve: a better plan, or a better bound. */
export interface TimelineRow {
  /** Since the solve began, to a thousandth. */
  readonly seconds: number;
  readonly aim: AimResult['aim'];
  /** What the solve was at. */
  readonly stage: string;
  readonly kind: 'plan' | 'bound';
  /** Of the aim in the plan, or what no plan can beat. */
  readonly value: number;
  /** Between the best plan and the best bound known then; null: one of them was not known yet. */
  readonly gap: number | null;
}

/** A complete plan, by its aims in their order. */
interface ToldPlan {
  readonly seconds: number;
  readonly plan: readonly Pick<AimResult, 'aim' | 'value' | 'bound'>[];
}

/** What a solve tells on its way: where an aim stands, or a complete plan. */
export type Told = Parameters<NonNullable<PlanHooks['progress']>>[0] | ToldPlan;

/** A stage that serves all aims at once: its figures mix units and euro, so that only its gap says something. */
export const FIRST_PLAN = 'first plan';

/**
 * Keeps what improves on all that was told before. Plans are compared by their aims in order: one that is better in an aim may be worse
 * in those after it, and is then what they start from. A bound stays: what no plan can beat, no plan with a better earlier aim can.
 * No aim can be negative, so that 0 is no news as a bound.
 */
export function newTimeline(): { readonly tell: (told: Told) => void; readonly rows: readonly TimelineRow[] } {
  const rows: TimelineRow[] = [];
  const best = new Map<AimResult['aim'], number>();
  const bounds = new Map<AimResult['aim'], number>();
  let stage = 'start';
  const gapOf = (aim: AimResult['aim']): number | null => {
    const [value, bound] = [best.get(aim), bounds.get(aim)];
    if (value === undefined) return null;
    if (!isLess(0, value)) return 0;
    return bound === undefined ? null : relativeGap(value, bound);
  };
  /** Keeps values of aims, of which each may be better by one of the two kinds. */
  const keep = (at: number, changed: readonly Pick<TimelineRow, 'aim' | 'kind' | 'value'>[]): void => {
    for (const { aim, kind, value } of changed) (kind === 'plan' ? best : bounds).set(aim, value);
    const seconds = Math.round(at * 1000) / 1000;
    rows.push(...changed.map(({ aim, kind, value }) => ({ seconds, aim, stage, kind, value, gap: gapOf(aim) })));
  };
  const betterBound = (aim: AimResult['aim'], bound: number | null) =>
    bound !== null && isLess(bounds.get(aim) ?? 0, bound) ? [{ aim, kind: 'bound' as const, value: bound }] : [];
  const forget = (after: AimResult['aim']): void => {
    for (const aim of ORDER.slice(ORDER.indexOf(after) + 1)) best.delete(aim);
  };
  const isBetter = (aim: AimResult['aim'], value: number): boolean => !best.has(aim) || isLess(value, best.get(aim)!);

  const tell = (told: Told): void => {
    if (!('plan' in told)) {
      const { aim, incumbent, bound, seconds } = told;
      stage = told.stage;
      if (stage === FIRST_PLAN) return;
      const found = incumbent !== null && isBetter(aim, incumbent);
      if (found && best.has(aim)) forget(aim);
      const plan = found ? [{ aim, kind: 'plan' as const, value: incumbent }] : [];
      keep(seconds, [...plan, ...betterBound(aim, bound)]);
      return;
    }
    const from = told.plan.findIndex(({ aim, value }) => isBetter(aim, value));
    const worse = told.plan.findIndex(({ aim, value }) => best.has(aim) && isLess(best.get(aim)!, value));
    const better = from >= 0 && (worse < 0 || from < worse) ? told.plan.slice(from) : [];
    const plan = better.map(({ aim, value }) => ({ aim, kind: 'plan' as const, value }));
    keep(told.seconds, [...plan, ...told.plan.flatMap(({ aim, bound }) => betterBound(aim, bound))]);
  };
  return { tell, rows };
}

const ORDER: readonly AimResult['aim'][] = ['shortfall', 'unprotected', 'cost'];

/** The time-line of what was told in any order, and of the plan at the end: what improved last may be told by that alone. */
export function timelineOf(told: readonly Told[], end?: ToldPlan): readonly TimelineRow[] {
  const timeline = newTimeline();
  const inOrder = [...told].sort((left, right) => left.seconds - right.seconds);
  for (const one of inOrder) timeline.tell(one);
  // Whose clock it was that told the end may be another one.
  if (end) timeline.tell({ ...end, seconds: Math.max(end.seconds, inOrder.at(-1)?.seconds ?? 0) });
  return timeline.rows;
}
