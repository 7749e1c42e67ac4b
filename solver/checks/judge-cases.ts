import { futuresOf, shownCase } from '../../scenarios/demand-cases.ts';
import type { Plan, RuleRow } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { casePriceFaults } from './case-price-bounds.ts';
import { caseFaults, planInCase } from './cases.ts';
import type { CheckContext, Violation } from './check.ts';
import { conflict } from './conflict.ts';
import { gaps } from './gaps.ts';
import { givenUpFaults, rulesGivenUp, withoutGivenUp } from './given-up.ts';
import { heading } from './heading.ts';
import { contextOf, type Judged, judged, judgedApart, run } from './judge.ts';
import { rules as ruleList } from './rules.ts';
import { type ScenarioView, scenarioView } from './scenario-view.ts';

/**
 * A plan of a scenario with demand cases: in each case it is a plan of the scenario with that demand, which all checks judge by itself; and
 * together the cases are what the plan says. Rules that were given up need not hold in any case, and are broken in one. Undefined where the
 * bill of materials has a cycle.
 */
export function judgedCases(scenario: Scenario, plan: Plan): Judged | undefined {
  const givenUp = rulesGivenUp(scenario, plan);
  const futures = futuresOf(scenario);
  const shown = shownCase(futures);
  const views = futures
    .map((future) => scenarioView(withoutGivenUp(future.scenario, givenUp)))
    .filter((view) => view !== undefined);
  if (views.length < futures.length) return undefined;
  const together = caseFaults(scenario, plan, shown).map((fault): Violation => ({ check: 'cases', ...fault }));
  const { cases = [] } = plan;
  if (cases.length !== futures.length) return { violations: together, rules: [] };
  const own = cases.map((one, at) => {
    const inCase = planInCase(plan, one);
    const apart = judgedApart(futures[at]!.scenario, inCase, givenUp);
    const found = judged(contextOf(views[at]!, inCase), true, apart);
    const violations = found.violations.map((fault) => ({
      ...fault,
      message: `in case ${one.name}: ${fault.message}`,
    }));
    return { violations, rules: found.rules };
  });
  const rules = worst(own.map((found) => found.rules));
  const whole = { ...contextOf(views[shown]!, plan), judged: rules };
  const weights = futures.map(({ probability }) => probability);
  const expected = inExpectation(whole, views, weights);
  const priced = casePriceFaults(plan, views, weights, tolerated(expected)).map(
    (fault): Violation => ({ check: 'price-bounds', ...fault }),
  );
  const outcomes = [...[heading, conflict, ruleList].map((check) => run(check, whole)), run(gaps, expected)];
  return {
    violations: [
      ...together,
      ...priced,
      ...outcomes.flatMap(({ violations }) => violations),
      ...own.flatMap((found) => found.violations),
      ...givenUpFaults(scenario, plan, rules),
    ],
    rules,
  };
}

/** Each rule as it is in the case that is worst for it. */
const worst = (lists: readonly (readonly RuleRow[])[]): readonly RuleRow[] =>
  lists[0]!.map((row, at) => {
    const slacks = lists.map((rules) => rules[at]!.slack).filter((slack) => slack !== null);
    return {
      ...row,
      holds: lists.every((rules) => rules[at]!.holds),
      slack: slacks.length === 0 ? null : Math.min(...slacks),
    };
  });

/** What the gap of the expected shortfall is measured by: the demand of all cases, each unit as likely as its case. */
const inExpectation = (
  context: CheckContext,
  views: readonly ScenarioView[],
  weights: readonly number[],
): CheckContext => ({
  ...context,
  stated: {
    ...context.stated,
    demand: views.flatMap(({ demand }, at) => demand.map((own) => ({ ...own, weight: own.weight * weights[at]! }))),
  },
});

/** How much shortfall may be given up for cost, in expectation. */
const tolerated = ({ stated: { demand, scenario } }: CheckContext): number =>
  scenario.policy.shortfallTolerance *
  demand.reduce((sum, { weight, required }) => sum + weight * required.reduce((total, units) => total + units, 0), 0);
