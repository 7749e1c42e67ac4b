import { shownScenario } from '../scenarios/demand-cases.ts';
import type { Certificate, Plan, RuleRow } from '../scenarios/domain/plan.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import { GIVEN_UP } from '../scenarios/soft-rules.ts';
import { scenarioSha256 } from '../scenarios/wire/hash.ts';
import { planDigest } from '../scenarios/wire/plan.ts';
import type { Violation } from './checks/check.ts';
import { givenUpFaults, rulesGivenUp, withoutGivenUp } from './checks/given-up.ts';
import { contextOf, type Judged, judged, judgedApart } from './checks/judge.ts';
import { judgedCases } from './checks/judge-cases.ts';
import { scenarioView } from './checks/scenario-view.ts';
import { judgeOutages } from './checks/unprotected.ts';
import type { Engine } from './engines/engine.ts';

export type { Violation } from './checks/check.ts';

/** The judgement on a plan. */
export interface Verification {
  /** True when there is no violation. */
  readonly holds: boolean;
  readonly violations: readonly Violation[];
  /** Every stated rule as recomputed, in order of id; empty for an answer without a plan. Prices are the plan's own. */
  readonly rules: readonly RuleRow[];
  /** What is taken from the plan and cannot be recomputed from it and the scenario, in words. */
  readonly claimed: readonly string[];
}

/**
 * Judges a plan from itself and the scenario alone: every rule, every aim, every figure that follows from others, that it is of
 * this scenario, and that it is what its digest says. Shares no code with what makes plans, but for the formula of bounds by prices
 * (checks/price-bounds.ts). Soft rules that the plan reports as given up need not hold, and its bounds are those of the scenario without them.
 * What outages leave unprotected under a rule survive-outage takes linear programs: without an `engine` it is only claimed. Never throws for what a
 * plan holds.
 */
export async function verifyPlan(scenario: Scenario, plan: Plan, engine?: Engine): Promise<Verification> {
  const seals = [...(await scenarioHashViolations(scenario, plan)), ...(await digestViolations(plan))];
  const found = await judgedPlan(scenario, plan, engine);
  const violations = [...seals, ...found.violations];
  const claimed = [...claims(plan), ...(found.outagesClaimed ? [OUTAGES_CLAIMED] : [])];
  return { holds: violations.length === 0, violations, rules: found.rules, claimed };
}

const OUTAGES_CLAIMED =
  'what outages leave unprotected is claimed: it takes linear programs to re-check, which were not solved';

interface JudgedPlan extends Judged {
  /** True where what outages leave unprotected was not judged. */
  readonly outagesClaimed?: boolean;
}

async function judgedPlan(scenario: Scenario, plan: Plan, engine: Engine | undefined): Promise<JudgedPlan> {
  const hasPlan = plan.status === 'optimal' || plan.status === 'feasible';
  if (hasPlan && scenario.demandCases) return judgedCases(scenario, plan) ?? CYCLE;
  const shown = shownScenario(scenario);
  const givenUp = rulesGivenUp(shown, plan);
  const stated = scenarioView(withoutGivenUp(shown, givenUp));
  if (!stated) return CYCLE;
  const context = contextOf(stated, plan);
  const outages = hasPlan ? await judgeOutages(context, engine) : undefined;
  const apart = hasPlan ? judgedApart(shown, plan, givenUp) : [];
  const { violations, rules } = judged({ ...context, ...(outages && { outages }) }, hasPlan, apart);
  return {
    violations: [...violations, ...givenUpFaults(shown, plan, rules), ...caseViolations(plan, hasPlan)],
    rules,
    outagesClaimed: hasPlan && !outages,
  };
}

/** A plan without cases in its scenario, or an answer without a plan, has no cases. */
function caseViolations({ cases, risk }: Plan, hasPlan: boolean): readonly Violation[] {
  if (risk) return [{ check: 'cases', message: 'the plan has a risk over demand cases, but no such cases' }];
  if (!cases) return [];
  const message = hasPlan
    ? 'the scenario states no demand cases, the plan has some'
    : 'there is no plan, but cases of it';
  return [{ check: 'cases', message }];
}

const CYCLE: Judged = {
  violations: [{ check: 'rows', message: 'the bill of materials of the scenario has a cycle: no plan can be judged' }],
  rules: [],
};

async function scenarioHashViolations(scenario: Scenario, plan: Plan): Promise<Violation[]> {
  const expected = await scenarioSha256(scenario);
  const found = plan.scenario.sha256;
  if (found === expected) return [];
  return [{ check: 'scenario-hash', message: 'the plan was made for another scenario', found, expected }];
}

async function digestViolations(plan: Plan): Promise<Violation[]> {
  const { digest: found, ...rest } = plan;
  if (!isJson(rest)) return [{ check: 'digest', message: 'the plan holds a figure that is not a number', found }];
  const expected = await planDigest(rest);
  if (found === expected) return [];
  return [{ check: 'digest', message: 'the plan was altered after it was made', found, expected }];
}

/** True when every number in a value is finite, as JSON asks. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isJson);
}

function claims({ status, engine, conflict, shortfall, reported, rules, certificate }: Plan): readonly string[] {
  const by = `${engine.name} ${engine.version}`;
  const protectedOnly = 'protected by the digest but not re-proved';
  if (status === 'unknown') return [`that no plan was found within the limits is claimed by ${by}`];
  if (status === 'infeasible') {
    const together = conflict.length > 0 ? `, for the rules ${conflict.join(', ')} together` : '';
    return [`infeasibility is claimed by ${by}${together}; it is ${protectedOnly}`];
  }
  return [
    ...claimedBounds(certificate).map(([bounds, they]) => `${bounds} claimed by ${by}; ${they} ${protectedOnly}`),
    `seed, strategy and limits are what the plan says of its making; they are ${protectedOnly}`,
    ...(shortfall.length > 0 ? ['the causes of shortfall are a diagnosis in words, not re-derived'] : []),
    ...(reported.some(({ code }) => code !== 'too-few-sources' && code !== GIVEN_UP)
      ? ['remarks other than too-few-sources are not re-derived']
      : []),
    ...(reported.some(({ code }) => code === GIVEN_UP)
      ? [`that soft rules had to be given up is claimed by ${by}; that the plan breaks them is re-checked`]
      : []),
    ...(rules.some(({ price }) => price !== null) ? [`prices of rules are claimed by ${by}`] : []),
  ];
}

/** The bounds that prices do not give, and what stands for them in a sentence. */
function claimedBounds(certificate: Certificate): readonly (readonly [bounds: string, they: string])[] {
  if (certificate.kind === 'prices-by-case') return [];
  const isClaimed = (aim: 'shortfall' | 'cost') => certificate.kind !== 'prices' || certificate[aim] === null;
  const claimed = (['shortfall', 'cost'] as const).filter(isClaimed);
  if (claimed.length === 0) return [];
  return [
    claimed.length === 1
      ? [`the bound of ${claimed[0]} is`, 'it is']
      : ['the bounds of shortfall and cost are', 'they are'],
  ];
}
