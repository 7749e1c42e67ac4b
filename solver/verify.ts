import type { Certificate, Plan, RuleRow } from '../scenarios/domain/plan.ts';
import type { Rule } from '../scenarios/domain/rule.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import { GIVEN_UP } from '../scenarios/soft-rules.ts';
import { scenarioSha256 } from '../scenarios/wire/hash.ts';
import { planDigest } from '../scenarios/wire/plan.ts';
import type { Check, CheckContext, Finding, Violation } from './checks/check.ts';
import { flow } from './checks/flow.ts';
import { givenUpFaults, judgedIds, rulesGivenUp } from './checks/given-up.ts';
import { noPlanChecks, planChecks, ruleChecks } from './checks/index.ts';
import { planView } from './checks/plan-view.ts';
import { scenarioView } from './checks/scenario-view.ts';

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
 * Never throws for what a plan holds.
 */
export async function verifyPlan(scenario: Scenario, plan: Plan): Promise<Verification> {
  const seals = [...(await scenarioHashViolations(scenario, plan)), ...(await digestViolations(plan))];
  const givenUp = rulesGivenUp(scenario, plan);
  const kept =
    givenUp.length === 0 ? scenario : { ...scenario, rules: scenario.rules.filter((rule) => !givenUp.includes(rule)) };
  const context = contextOf(kept, plan);
  if (!context) {
    const cycle = {
      check: 'rows',
      message: 'the bill of materials of the scenario has a cycle: no plan can be judged',
    };
    return { holds: false, violations: [...seals, cycle], rules: [], claimed: claims(plan) };
  }
  const hasPlan = plan.status === 'optimal' || plan.status === 'feasible';
  const stated = hasPlan ? ruleChecks.map((check) => run(check, context)) : [];
  const judged = hasPlan ? [...judgedRules(context, stated), ...judgedApart(scenario, plan, givenUp)].sort(byRule) : [];
  const others = (hasPlan ? planChecks : noPlanChecks).map((check) => run(check, { ...context, judged }));
  const apart = givenUpFaults(scenario, plan, judged).map((fault): Violation => ({ check: 'given-up', ...fault }));
  const violations = [...seals, ...[...stated, ...others].flatMap((outcome) => outcome.violations), ...apart];
  return { holds: violations.length === 0, violations, rules: judged, claimed: claims(plan) };
}

/** Rules that were given up, as the checks find them in the scenario with all its rules. */
function judgedApart(scenario: Scenario, plan: Plan, givenUp: readonly Rule[]): readonly RuleRow[] {
  const context = givenUp.length === 0 ? undefined : contextOf(scenario, plan);
  if (!context) return [];
  const ids = judgedIds(givenUp);
  const outcomes = ruleChecks.map((check) => run(check, context));
  return judgedRules(context, outcomes).filter(({ rule }) => ids.has(rule));
}

const byRule = (left: RuleRow, right: RuleRow): number => (left.rule < right.rule ? -1 : 1);

function contextOf(scenario: Scenario, plan: Plan): CheckContext | undefined {
  const stated = scenarioView(scenario);
  if (!stated) return undefined;
  const view = planView(stated, plan);
  return { stated, plan, view, flow: flow(stated, view), judged: [] };
}

interface Outcome extends Pick<Finding, 'slack'> {
  readonly violations: readonly Violation[];
}

function run({ name, check }: Check, context: CheckContext): Outcome {
  const { faults, slack } = check(context);
  return { violations: faults.map((fault) => ({ check: name, ...fault })), ...(slack && { slack }) };
}

function judgedRules({ plan, stated }: CheckContext, outcomes: readonly Outcome[]): readonly RuleRow[] {
  const slack = new Map(outcomes.flatMap((outcome) => [...(outcome.slack ?? [])]));
  const broken = new Set(outcomes.flatMap(({ violations }) => violations.map(({ rule }) => rule)));
  const prices = new Map(plan.rules.map(({ rule, price }) => [rule, price]));
  const ids = stated.scenario.rules.map(({ id }) => id).sort();
  return ids.map((rule) => ({
    rule,
    holds: !broken.has(rule),
    slack: slack.get(rule) ?? null,
    price: prices.get(rule) ?? null,
  }));
}

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
  const isClaimed = (aim: 'shortfall' | 'cost') => certificate.kind !== 'prices' || certificate[aim] === null;
  const claimed = (['shortfall', 'cost'] as const).filter(isClaimed);
  if (claimed.length === 0) return [];
  return [
    claimed.length === 1
      ? [`the bound of ${claimed[0]} is`, 'it is']
      : ['the bounds of shortfall and cost are', 'they are'],
  ];
}
