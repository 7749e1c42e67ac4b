import { isNews, type PlanProgress } from './plan-scenario.ts';
import type { Clock, Timer } from './ports.ts';

/** Milliseconds between two reports of one stage. */
export const PROGRESS_PAUSE = 500;

/** Progress on its way to readers. */
export interface CalmProgress {
  readonly offer: (progress: PlanProgress) => void;
  /** Tells at once what is held back. */
  readonly flush: () => void;
  /** Tells nothing any more. */
  readonly end: () => void;
}

/**
 * Tells a change of aim or stage at once; within a stage only what is new, the latest of each {@link PROGRESS_PAUSE}. What is held back
 * is told when the pause is over, or before the next stage.
 */
export function calmProgress(
  { now, after }: { readonly now: Clock; readonly after: Timer },
  tell: (progress: PlanProgress) => void,
): CalmProgress {
  let told: PlanProgress | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  let held: PlanProgress | undefined;
  let over = false;
  let cancel = (): void => undefined;
  const flush = (): void => {
    cancel();
    if (held === undefined) return;
    [told, toldAt, held] = [held, now(), undefined];
    tell(told);
  };
  return {
    flush,
    end: () => {
      over = true;
      cancel();
    },
    offer: (progress) => {
      if (over) return;
      if (held !== undefined && !sameStage(held, progress)) flush();
      if (!isNews(held ?? told, progress)) return;
      const first = held === undefined;
      held = progress;
      const pause = PROGRESS_PAUSE - (now() - toldAt);
      if (!sameStage(told, progress) || pause <= 0) flush();
      else if (first) cancel = after(pause, flush);
    },
  };
}

const sameStage = (last: PlanProgress | undefined, next: PlanProgress): boolean =>
  last?.aim === next.aim && last.stage === next.stage;
