import type { PlannedScenario } from '../../services/plan-scenario.ts';
import type { TimelineRow } from '../../services/timeline.ts';
import { type Look, section } from './look.ts';
import { amount, duration, percent, prose } from './number.ts';

/** A gap that is below what an engine can tell apart. */
const NONE = 1e-6;
/** Share of the whole time for which nothing came, above which that is said. */
const LONG = 0.1;

function distance({ gap }: TimelineRow): string {
  if (gap === null) return 'no bound on the cost yet';
  return gap <= NONE ? 'the best possible' : `${percent(gap)} from the bound`;
}

/** By how much less is missing than in the first plan, where that is so: it counts before the cost. */
function lessShortfall(timeline: readonly TimelineRow[], from: number): string[] {
  const plans = timeline.filter(({ aim, kind }) => aim === 'shortfall' && kind === 'plan');
  const [first, last] = [plans.findLast(({ seconds }) => seconds <= from), plans.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  return [`After ${duration(last.seconds)}: ${amount(last.value, 'unit')} short instead of ${prose(first.value)}`];
}

/** What the time of a solve bought, in a few lines: the cost as it came down to what no plan can beat, and less shortfall; none without a plan. */
export function timelineLines(
  { plan, timeline, seconds }: Pick<PlannedScenario, 'plan' | 'timeline' | 'seconds'>,
  look: Look,
): string[] {
  const first = timeline.find(({ aim, kind }) => aim === 'cost' && kind === 'plan');
  const last = timeline.at(-1);
  if (first === undefined || last === undefined) return [];
  const told = [`First plan after ${duration(first.seconds)}: ${distance(first)}`];
  const later = timeline.slice(timeline.indexOf(first) + 1).filter(({ aim, gap }) => aim === 'cost' && gap !== null);
  const reached = later.find(({ gap }) => gap! <= plan.limits.gap + NONE) ?? later.at(-1);
  const isOpen = first.gap === null || first.gap > plan.limits.gap + NONE;
  if (reached !== undefined && isOpen) told.push(`After ${duration(reached.seconds)}: ${distance(reached)}`);
  told.push(...lessShortfall(timeline, first.seconds));
  const idle = seconds.solve - last.seconds;
  if (idle > LONG * seconds.solve)
    told.push(`Nothing better after ${duration(last.seconds)}, up to the end at ${duration(seconds.solve)}`);
  return section('Time', told, look);
}
