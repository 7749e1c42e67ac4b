import { type AimResult, type CostBreakdown, type Plan, totalCost } from '../../scenarios/domain/plan.ts';
import { conflictReasons } from '../diagnosis/conflict-reasons.ts';
import type { Scarcity } from '../diagnosis/scarcity.ts';
import { weightedRequirement } from '../objectives/shortfall.ts';
import { planRobustness, unprotectedOf } from '../outages/plan-rows.ts';
import type { PlanningProblem } from '../problem.ts';
import { relativeGap } from '../relative-gap.ts';
import type { Decided } from '../strategies/strategy.ts';
import { casePlans, expected, expectedCost, riskOfCases, tightestRules } from './cases.ts';
import { shortfallValue } from './deliveries.ts';
import { expansionRows } from './expansions.ts';
import { certificateRows } from './members.ts';
import { quantitiesOf, quantitiesOfCases } from './quantities.ts';
import { reportedRows } from './reported.ts';
import { measured } from './risk.ts';
import { tablesOf } from './tables.ts';

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
  const { solution } = decided;
  const own = solution.problem ?? problem;
  const cases = own.cases && casePlans(own.cases, quantitiesOfCases(own, solution), scarcity);
  const quantities = cases ? cases[own.shown!]!.quantities : quantitiesOf(own, solution);
  const tables = cases ? cases[own.shown!]!.tables : tablesOf(quantities, scarcity);
  const cost = cases ? expectedCost(cases) : tables.cost;
  const { rules: assessed, entered } = decided.outages ?? { rules: [], entered: 0 };
  const risk = cases && riskOfCases(own, cases);
  const shortfall = cases ? expected(cases, (each) => shortfallValue(each.quantities)) : shortfallValue(quantities);
  const values = {
    ...{ shortfall, cost: totalCost({ cost }), unprotected: unprotectedOf(assessed) },
    ...(risk && Object.fromEntries(risk.aims.map((row) => [row.aim, measured(risk, row)]))),
  };
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
  return {
    ...heading,
    limits: limitsOf(problem, hit),
    status: hit === null && isReached ? 'optimal' : 'feasible',
    aims,
    ...tables,
    cost,
    expansions: expansionRows(quantities),
    certificates: certificateRows(quantities),
    robustness: planRobustness(own, assessed, entered),
    rules: cases ? tightestRules(cases.map(({ plan }) => plan.rules)) : tables.rules,
    reported: reportedRows(problem),
    certificate: decided.certificate ?? { kind: 'engine-claimed' },
    conflict: [],
    ...(cases && { cases: cases.map(({ plan }) => plan) }),
    ...(risk && { risk }),
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
