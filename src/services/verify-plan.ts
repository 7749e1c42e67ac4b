import type { Checked } from '../../scenarios/domain/input-problem.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { parsePlan } from '../../scenarios/wire/plan.ts';
import { type Verification, verifyPlan as verify } from '../../solver/verify.ts';
import type { Engine } from './ports.ts';

export type { Verification, Violation } from '../../solver/verify.ts';

/** Reads plan.json: the plan, or every problem of its form. */
export const readPlan = ({ input }: { input: { readonly text: string } }): Checked<Plan> => parsePlan(input.text);

/**
 * Re-checks a plan from itself and the scenario alone: every rule, derived figure, aim and digest. Without an engine what outages leave
 * unprotected is only claimed; see {@link takesEngine}.
 */
export const verifyPlan = ({
  ctx,
  input,
}: {
  ctx?: { readonly engine?: Engine };
  input: { readonly scenario: Scenario; readonly plan: Plan };
}): Promise<Verification> => verify(input.scenario, input.plan, ctx?.engine);

/** Whether all of a scenario's plans can be re-checked only with an engine: a rule asks for protection against outages. */
export const takesEngine = ({ rules }: Pick<Scenario, 'rules'>): boolean =>
  rules.some(({ rule }) => rule === 'survive-outage');
