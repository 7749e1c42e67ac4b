import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { Hours, PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import { hoursIn } from '../planning-pair.ts';
import type { PlanningProblem } from '../problem.ts';
import { counted } from './wording.ts';

/** What a pair can make when its supplier does nothing else, and in words what ends it. */
export interface Reach {
  readonly most: Units;
  /** `hours of welding from 2026-Q3 on`, or `quote`. */
  readonly limit: string;
  /** The same with its verb: `hours of welding allow`, `quote allows`. */
  readonly allows: string;
}

/** What a period may fall short of a minimum order by. */
const EXACT = 1e-6;

/**
 * The reach of a pair within periods 1 … `until`, with all expansions, and its maximumQuantity:  Σ_t min_p reach[s,p,t] ÷ h[s,w,p] while it is available; where
 * neither stock nor a backlog may be built, no more in a period than is required in it; where that is less than its minimum order, none.
 */
export function reachOf(problem: PlanningProblem, pair: number, until: PeriodIndex = problem.horizon): Reach {
  const { supplier, item, hours, available, maximumQuantity, minimumOrder } = problem.pairs[pair]!;
  const { policy, calendar } = problem.scenario;
  const required = problem.packages.find((workPackage) => workPackage.item.item === item)!.required;
  const asNeeded = policy.stock === 'none' && policy.backlog === 'lost';
  const steps = hours.filter((step) => step.hours > 0);
  const inPeriod = (t: number, step: (typeof steps)[number]) =>
    available[t] ? problem.reachable(supplier, step.process, t) / hoursIn(problem.pairs[pair]!, step.process, t) : 0;
  let most = 0;
  let belowOrder = 0;
  const byProcess = new Float64Array(steps.length);
  for (let t = 1; t <= until; t++) {
    const made = steps.map((step) => inPeriod(t, step));
    made.forEach((units, at) => {
      byProcess[at]! += units;
    });
    const useful = asNeeded ? required[t]! : Number.POSITIVE_INFINITY;
    const units = available[t] ? Math.min(useful, ...made) : 0;
    if (units < minimumOrder - EXACT) belowOrder += units;
    else most += units;
  }
  if (maximumQuantity !== null && maximumQuantity < most) {
    return { most: maximumQuantity, limit: 'quote', allows: 'quote allows' };
  }
  if (belowOrder > 0) {
    const order = `minimum order of ${counted(minimumOrder, 'unit')} a period`;
    return { most, limit: order, allows: `${order} allows` };
  }
  const tightest = steps[byProcess.indexOf(Math.min(...byProcess))]?.process;
  const first = available.indexOf(true);
  const when = first > 1 ? ` from ${periodLabel(calendar, first)} on` : '';
  const ahead = asNeeded ? ', with nothing made ahead,' : '';
  const limit = `hours${tightest === undefined ? '' : ` of ${tightest}`}${when}${ahead}`;
  return { most, limit, allows: `${limit} allow` };
}

/** Hours of a process that a supplier offers, with all expansions, in the periods in which it is ready for any of these pairs. */
export function hoursOffered(problem: PlanningProblem, pairs: readonly number[], process: string): Hours {
  const { supplier } = problem.pairs[pairs[0]!]!;
  let hours = 0;
  for (let t = 1; t <= problem.horizon; t++) {
    if (pairs.some((pair) => problem.pairs[pair]!.available[t])) hours += problem.reachable(supplier, process, t);
  }
  return hours;
}
