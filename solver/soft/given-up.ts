import type { ReportedRow, RuleRow } from '../../scenarios/domain/plan.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import { rulesToKeep } from '../../scenarios/legal-forms.ts';
import { GIVEN_UP, priorityOf } from '../../scenarios/soft-rules.ts';
import type { Undigested } from '../answer/assemble.ts';
import { compare } from '../answer/awards.ts';
import { tightestRules } from '../answer/cases.ts';
import { quantitiesOf, quantitiesOfCases } from '../answer/quantities.ts';
import { candidatesOf } from '../candidates.ts';
import type { Decision } from '../constraints/constraint.ts';
import { pairsInScope } from '../constraints/scope.ts';
import { constraintOf } from '../formulate.ts';
import { groupingsOf } from '../groupings.ts';
import type { PlanningProblem } from '../problem.ts';
import { promisesOf } from '../promises.ts';
import type { Solution } from '../strategies/strategy.ts';

/** Soft rules that a plan does not keep. */
export interface GivenUp {
  readonly rules: readonly Rule[];
  readonly why: keyof typeof WHY;
}

/** Of a unit, a share or a euro: less does not break a rule. */
const EXACT = 1e-6;

/**
 * The plan with a row for each rule that was given up, judged by what the plan does, and a remark on each that is broken. One that the plan
 * keeps all the same is a rule like any other. Of several futures each is judged by itself, and the plan by the worst.
 */
export function withGivenUp(
  plan: Undigested,
  problem: PlanningProblem,
  solution: Solution,
  given: GivenUp,
): Undigested {
  const own = solution.problem ?? problem;
  const decisions = own.cases ? quantitiesOfCases(own, solution) : [quantitiesOf(own, solution)];
  const parts = given.rules.flatMap((rule) => rulesToKeep([rule]));
  const inCases = decisions.map((each) => {
    const decision = judging(each, given.rules);
    return parts.map((part) => rowOf(part, decision));
  });
  const rows = tightestRules(inCases);
  const remarks = given.rules.flatMap((rule) => {
    const ids = new Set(rulesToKeep([rule]).map(({ id }) => id));
    const broken = rows.filter(({ rule: id, holds }) => ids.has(id) && !holds);
    if (broken.length === 0) return [];
    const names = own.cases?.filter((_, at) => inCases[at]!.some(({ rule: id, holds }) => ids.has(id) && !holds));
    return [remarkOn(rule, broken, given.why, names?.map(({ name }) => name) ?? [])];
  });
  const { cases } = plan;
  return {
    ...plan,
    rules: sortedRules([...plan.rules, ...rows]),
    reported: [...remarks, ...plan.reported].sort((left, right) => compare(left.code, right.code)),
    ...(cases && { cases: cases.map((one, at) => ({ ...one, rules: sortedRules([...one.rules, ...inCases[at]!]) })) }),
  };
}

const sortedRules = (rows: readonly RuleRow[]): readonly RuleRow[] =>
  [...rows].sort((left, right) => compare(left.rule, right.rule));

/** The decision as the rules that were given up look at it: they are not in the problem that was solved. */
function judging(decision: Decision, rules: readonly Rule[]): Decision {
  const { problem } = decision;
  const scenario = { ...problem.scenario, rules: [...problem.scenario.rules, ...rulesToKeep(rules)] };
  const candidates = candidatesOf(scenario, problem.pairs);
  const groupings = groupingsOf(scenario.rules, candidates);
  const promises = promisesOf(scenario, problem.pairs);
  return { ...decision, problem: { ...problem, scenario, candidates, groupings, promises } };
}

function rowOf(rule: Rule, decision: Decision): RuleRow {
  const slack = constraintOf(rule).slack(rule, decision);
  return { rule: rule.id, holds: holds(rule, slack, decision), slack, price: null };
}

/** Rules that fix a decision have no slack by which to tell. */
function holds(rule: Rule, slack: number | null, { problem, awarded, produced }: Decision): boolean {
  if (rule.rule === 'exclude') {
    const named = pairsInScope(rule.scope, problem).flatMap(({ pairs }) => pairs);
    return !named.some((pair) => awarded[pair] && rule.suppliers.includes(problem.pairs[pair]!.supplier));
  }
  if (rule.rule !== 'lock') return slack === null || slack >= -EXACT;
  const own = problem.pairs.flatMap(({ supplier, item }, pair) =>
    supplier === rule.supplier && (rule.item ?? item) === item ? [pair] : [],
  );
  if (own.some((pair) => awarded[pair]) !== rule.award) return false;
  if (rule.share === undefined) return true;
  const required = problem.packages.find(({ item }) => item.item === rule.item)?.total ?? 0;
  const made = own.reduce((sum, pair) => sum + produced[pair]!.reduce((all, units) => all + units, 0), 0);
  return Math.abs(made - rule.share * required) <= EXACT * Math.max(1, required);
}

const WHY = {
  'no-plan': 'no plan keeps it beside the others',
  'not-found': 'no plan that keeps it beside the others was found within the limits',
  short: 'with it beside the others more would be missing',
} as const;

function remarkOn(rule: Rule, broken: readonly RuleRow[], why: GivenUp['why'], cases: readonly string[]): ReportedRow {
  const beyond = broken.flatMap(({ rule: part, slack }) => {
    const figure = slack === null || slack >= -EXACT ? '' : ` by ${Number((-slack).toPrecision(3))}`;
    return [`${part === rule.id ? 'it' : part} is broken${figure}`];
  });
  const where = cases.length === 0 ? '' : `, in the demand case${cases.length > 1 ? 's' : ''} ${cases.join(' and ')}, `;
  const message =
    `rule ${rule.id} is soft (priority ${priorityOf(rule)}) and given up, as ${WHY[why]}: it asks for ${asked(rule)}; ` +
    `in this plan${where || ' '}${beyond.join(', ')}`;
  return { code: GIVEN_UP, message, item: null, supplier: null, rule: rule.id };
}

/** `share-cap max 0.4, per horizon, scope suppliers S1`: a rule as it is stated. */
function asked({ id: _, note: __, hard: ___, priority: ____, rule, ...parameters }: Rule): string {
  const words = Object.entries(parameters).map(([key, value]) => `${key} ${plainly(value)}`);
  return `${rule} ${words.join(', ')}`;
}

function plainly(value: unknown): string {
  if (Array.isArray(value)) return value.join(' and ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, own]) => `${key} ${plainly(own)}`)
    .join(' ');
}
