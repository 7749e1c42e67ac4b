import type { Checked } from '../../scenarios/domain/input-problem.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { parsePlan } from '../../scenarios/wire/plan.ts';
import { type Verification, verifyPlan as verify } from '../../solver/verify.ts';

export type { Verification, Violation } from '../../solver/verify.ts';

/** Reads plan.json: the plan, or every problem of its form. */
export const readPlan = ({ input }: { input: { readonly text: string } }): Checked<Plan> => parsePlan(input.text);

/** Re-checks a plan from itself and the scenario alone: every rule, derived figure, aim and digest. */
export const verifyPlan = ({
  input,
}: {
  input: { readonly scenario: Scenario; readonly plan: Plan };
}): Promise<Verification> => verify(input.scenario, input.plan);
