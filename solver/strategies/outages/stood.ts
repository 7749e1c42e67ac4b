import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import { quantitiesOf } from '../../answer/quantities.ts';
import type { Engine } from '../../engines/engine.ts';
import { valueAt } from '../../model/variables.ts';
import { aims } from '../../objectives/index.ts';
import { assess } from '../../outages/assess.ts';
import { type RuleAssessed, unprotectedOf } from '../../outages/plan-rows.ts';
import { type OutageTerms, outageTerms } from '../../outages/terms.ts';
import type { AskedOutage, PlanningProblem } from '../../problem.ts';
import { isBetter } from '../better.ts';
import type { Found } from '../strategy.ts';

/** How a plan stands against the outages of one rule. */
export interface AssessedRule extends RuleAssessed {
  readonly terms: OutageTerms;
}

/** A plan and what outages leave unprotected of it. */
export interface Stood {
  readonly found: Found;
  readonly rules: readonly AssessedRule[];
  /** Shortfall, unprotected service over all outages, cost. */
  readonly values: readonly [number, number, number];
}

/** The rules of a problem that have a plan survive outages. */
export const outageRules = ({ scenario }: PlanningProblem): readonly RuleOf<'survive-outage'>[] =>
  scenario.rules.filter((rule) => rule.rule === 'survive-outage');

/** Assesses a plan against every outage of every rule, also after a stop, as a plan has to say how it stands; undefined where the engine fails. */
export async function stand(problem: PlanningProblem, found: Found, engine: Engine): Promise<Stood | undefined> {
  const { variables, values } = found.solution;
  const own = found.solution.problem ?? problem;
  const operation = quantitiesOf(own, found.solution);
  const rules: AssessedRule[] = [];
  for (const rule of outageRules(problem)) {
    const terms = outageTerms(rule, problem.scenario);
    const assessed = await assess(operation, terms, { engine });
    if (!assessed) return undefined;
    rules.push({ rule: rule.id, terms, assessment: assessed });
  }
  const [shortfall, cost] = aims.map((aim) => valueAt(aim.formulate(own, variables), values));
  const unprotected = unprotectedOf(rules);
  return { found, rules, values: [shortfall!, unprotected, cost!] };
}

/** The outages that leave something unprotected. */
export const failedOutages = ({ rules }: Stood): readonly AskedOutage[] =>
  rules.flatMap(({ rule, terms, assessment }) => assessment.unprotected.map(({ outage }) => ({ rule, terms, outage })));

/** The better of two plans, the first where they are alike; a shortfall up to `most` counts as `most`. */
export const better = (known: Stood | undefined, next: Stood, most: number): Stood =>
  known && !isBetter(next.values, known.values, most) ? known : next;

const keyOf = ({ rule, outage }: AskedOutage): string =>
  JSON.stringify([rule, outage.from, outage.to, outage.loss.suppliers]);

/** Those outages that are not among others. */
export function outagesBeyond(outages: readonly AskedOutage[], known: readonly AskedOutage[]): readonly AskedOutage[] {
  const keys = new Set(known.map(keyOf));
  return outages.filter((outage) => !keys.has(keyOf(outage)));
}
