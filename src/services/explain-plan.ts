import type { Explanation } from '../../scenarios/domain/explanation.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { explainPlan as explain, type Questions } from '../../solver/explain/explain.ts';
import { planAgain } from './plan-again.ts';
import type { Ports } from './ports.ts';

export type { Questions } from '../../solver/explain/explain.ts';

export interface ExplainPlanInput {
  readonly scenario: Scenario;
  readonly sha256: string;
  /** A plan of this scenario that was verified, or the answer that there is none. */
  readonly plan: Plan;
  readonly questions: Questions;
  /** For all re-solves together. */
  readonly seconds: number;
  /** Branch-and-bound nodes of each aim of each re-solve; absent: as the plan was made. */
  readonly workLimit?: number;
  /** Becomes non-zero at index 0 when what is known by then is wanted. */
  readonly stop?: Int32Array;
}

/** Why a plan of this scenario is not explained, in words for a planner; undefined when it is. */
export const explainRefusal = ({
  input: { scenario },
}: {
  input: Pick<ExplainPlanInput, 'scenario'>;
}): string | undefined =>
  scenario.demandCases &&
  'a plan for several demand cases is not explained yet, as what-ifs speak of one demand: leave demandCases out, and explain the plan of one case';

/**
 * Explains a plan by what-ifs: each is solved as the plan was made (its gap, strategy, seed, work limit), started from the plan
 * where the strategy can, and verified. What does not hold is a bug and thrown. Throws for a scenario that {@link explainRefusal} refuses.
 */
export async function explainPlan({ ctx, input }: { ctx: Ports; input: ExplainPlanInput }): Promise<Explanation> {
  const refusal = explainRefusal({ input });
  if (refusal !== undefined) throw new Error(refusal);
  const { scenario, sha256, plan, questions, seconds, stop } = input;
  const work = input.workLimit ?? plan.limits.workLimit;
  const parent = plan.status === 'infeasible' ? undefined : plan;
  const solve = async (changed: Scenario, timeLimit: number): Promise<Plan> => {
    const { plan: found, verification } = await planAgain({
      ctx,
      input: {
        ...{ scenario: changed, like: plan, timeLimit, workLimit: work },
        ...(parent && { parent }),
        ...(stop && { stop }),
      },
    });
    if (!verification.holds) {
      throw new Error(`a re-solved plan does not pass verification: ${verification.violations[0]?.message}`);
    }
    return found;
  };
  return explain(
    { scenario, sha256, plan, questions, limits: { seconds, work } },
    { engine: ctx.engine, now: ctx.now, plan: solve, ...(stop && { stop }) },
  );
}
