import type { PlannedScenario } from '../../services/plan-scenario.ts';
import type { TimelineRow } from '../../services/timeline.ts';
import { type Look, section } from './look.ts';
import { duration, percent } from './number.ts';

/** A gap that is below what an engine can tell apart. */
const NONE = 1e-6;
/** Share of the whole time for which nothing came, above which that is said. */
const LONG = 0.1;

function distance({ gap }: TimelineRow): string {
  if (gap === null) return 'no bound on the cost yet';
  return gap <= NONE ? 'the best possible' : `${percent(gap)} from the bound`;
}

/** What the time of a solve bought, in two or three lines, by the cost as it came down to what no plan can beat; none without a plan. */
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
  const idle = seconds.solve - last.seconds;
  if (idle > LONG * seconds.solve)
    told.push(`Nothing better after ${duration(last.seconds)}, up to the end at ${duration(seconds.solve)}`);
  return section('Time', told, look);
}
