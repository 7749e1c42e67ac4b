import { periodLabel } from '../../scenarios/domain/calendar.ts';
import { type AimResult, type CostBreakdown, type Plan, type RuleRow, totalCost } from '../../scenarios/domain/plan.ts';
import { conflictReasons } from '../diagnosis/conflict-reasons.ts';
import type { Scarcity } from '../diagnosis/scarcity.ts';
import { constraintOf } from '../formulate.ts';
import { weightedRequirement } from '../objectives/shortfall.ts';
import type { PlanningProblem } from '../problem.ts';
import { relativeGap } from '../relative-gap.ts';
import type { Decided } from '../strategies/strategy.ts';
import { awardRows, compare, productionRows } from './awards.ts';
import { commitmentRows } from './commitments.ts';
import { costsOf } from './costs.ts';
import { productRows, rampUpRows, shortfallRows, shortfallValue, stockRows } from './deliveries.ts';
import { expansionRows } from './expansions.ts';
import { hireRows } from './hires.ts';
import { certificateRows, memberRows } from './members.ts';
import { type Quantities, quantitiesOf } from './quantities.ts';
import { reportedRows } from './reported.ts';
import { shipmentRows } from './shipments.ts';

/** Everything of a plan but its digest. */
export type Undigested = Omit<Plan, 'digest'>;

/** What names a plan: where it came from and how it was made. */
export type Heading = Pick<Undigested, 'format' | 'scenario' | 'engine' | 'strategy' | 'seed'>;

/** The plan of a decided problem, every figure recomputed from the quantities; `scarcity` names the causes of a shortage exactly. */
export function assemblePlan(
  problem: PlanningProblem,
  heading: Heading,
  decided: Decided,
  scarcity?: Scarcity,
): Undigested {
  if (decided.status === 'infeasible' || decided.status === 'unknown') return planWithout(problem, heading, decided);
  const quantities = quantitiesOf(decided.solution.problem ?? problem, decided.solution);
  const cost = costsOf(quantities);
  const values = { shortfall: shortfallValue(quantities), cost: totalCost({ cost }), unprotected: 0 };
  const aims = decided.bounds.map(({ aim, bound }): AimResult => {
    const value = values[aim];
    const held = Math.min(Math.abs(bound) < 1e-9 ? 0 : bound, value);
    const own = { aim, value, bound: held, gap: relativeGap(value, held) };
    const passed = decided.conditional?.find((row) => row.aim === aim)?.bound;
    if (passed === undefined) return own;
    const most = Math.min(Math.abs(passed) < 1e-9 ? 0 : passed, value);
    return { ...own, conditional: { bound: most, gap: relativeGap(value, most) } };
  });
  const isReached = aims.every((aim) => reached(problem, aim));
  const hit = decided.hit ?? (decided.conditional && !isReached ? 'learning' : null);
  const shortfall = shortfallRows(quantities, scarcity);
  return {
    ...heading,
    limits: limitsOf(problem, hit),
    status: hit === null && isReached ? 'optimal' : 'feasible',
    aims,
    cost,
    ...productRows(quantities),
    members: memberRows(quantities),
    awards: awardRows(quantities),
    production: productionRows(quantities),
    shipments: shipmentRows(quantities),
    stock: stockRows(quantities),
    shortfall,
    pastDue: pastDueRows(problem),
    expansions: expansionRows(quantities),
    certificates: certificateRows(quantities),
    hires: hireRows(quantities),
    commitments: commitmentRows(quantities),
    rampUp: rampUpRows(quantities),
    robustness: { assessed: false },
    rules: ruleRows(quantities),
    reported: reportedRows(problem),
    certificate: decided.certificate ?? { kind: 'engine-claimed' },
    conflict: [],
  };
}

/** An engine meets rows to about 1e-7, so a wanted gap of 0 counts as reached below a millionth, relative or of a unit. */
const ENGINE_PRECISION = 1e-6;
/** Money is exact to a hundredth of a cent. */
const MONEY_PRECISION = 1e-4;

/**
 * True when an aim is as good as was wanted: within the relative gap; the shortfall beside it within the tolerance stated for it, which the
 * cost may use up: the least shortfall is known to the gap, and the plan's may be above that by the tolerance.
 */
function reached(problem: PlanningProblem, { aim, value, bound, gap }: AimResult): boolean {
  const { scenario } = problem;
  const precision = aim === 'cost' ? MONEY_PRECISION : ENGINE_PRECISION;
  if (gap <= scenario.solve.gap + ENGINE_PRECISION || value - bound <= precision) return true;
  const required = weightedRequirement(problem);
  const least = value - scenario.solve.gap * Math.abs(value);
  return aim === 'shortfall' && least - bound <= (scenario.policy.shortfallTolerance + ENGINE_PRECISION) * required;
}

function limitsOf({ scenario: { solve } }: PlanningProblem, hit: Plan['limits']['hit']): Plan['limits'] {
  return { gap: solve.gap, timeLimit: solve.timeLimit, workLimit: solve.workLimit ?? null, hit };
}

function pastDueRows({ scenario, pastDue }: PlanningProblem): Plan['pastDue'] {
  return pastDue
    .map(({ item, period, quantity }) => ({ item, period, quantity }))
    .sort((left, right) => compare(left.item, right.item) || left.period - right.period)
    .map(({ item, period, quantity }) => ({ item, period: periodLabel(scenario.calendar, period), quantity }));
}

function ruleRows(quantities: Quantities): readonly RuleRow[] {
  return quantities.problem.scenario.rules
    .map((rule) => ({ rule: rule.id, holds: true, slack: constraintOf(rule).slack(rule, quantities), price: null }))
    .sort((left, right) => compare(left.rule, right.rule));
}

function planWithout(
  problem: PlanningProblem,
  heading: Heading,
  decided: Extract<Decided, { status: 'infeasible' | 'unknown' }>,
): Undigested {
  const none: CostBreakdown = {
    production: 0,
    bought: 0,
    transport: 0,
    onboarding: 0,
    qualification: 0,
    certificates: 0,
    capex: 0,
    hiring: 0,
    stock: 0,
    commitments: 0,
  };
  return {
    ...heading,
    limits: limitsOf(problem, decided.status === 'unknown' ? decided.hit : null),
    status: decided.status,
    aims: [],
    cost: none,
    products: [],
    continuation: [],
    members: [],
    awards: [],
    production: [],
    shipments: [],
    stock: [],
    shortfall: [],
    pastDue: [],
    expansions: [],
    certificates: [],
    hires: [],
    commitments: [],
    rampUp: [],
    robustness: { assessed: false },
    rules: [],
    reported: [
      ...reportedRows(problem),
      ...(decided.status === 'infeasible' ? conflictReasons(problem, decided.conflict) : []),
    ],
    certificate: { kind: 'engine-claimed' },
    conflict: decided.status === 'infeasible' ? decided.conflict : [],
  };
}
