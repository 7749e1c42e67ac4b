import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { verifyPlan } from '../../services/verify-plan.ts';
import { count } from '../format/number.ts';
import { EXIT, printLines, refuse } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { judgeFor } from '../terminal/judge.ts';
import { paintOf } from '../terminal/paint.ts';
import { checkWritable } from '../terminal/write-folder.ts';
import { readPlanWithScenario, type VerifyOptions } from './verify.ts';

/** A plan that is looked at as it stands, and its scenario. */
export interface PlanToAssess {
  readonly plan: Plan;
  readonly scenario: Scenario;
}

/** Reads the plan that is to be assessed, and warns where it does not hold; else the exit code of what is wrong, which is told. */
export async function planToAssess(
  io: Io,
  planPath: string,
  options: VerifyOptions & { readonly out?: string },
): Promise<PlanToAssess | number> {
  const writable = options.out === undefined ? undefined : await checkWritable(io, options.out);
  if (writable?.ok === false) return refuse(io, writable);
  const read = await readPlanWithScenario(io, planPath, options);
  if (!read.ok) return refuse(io, read);
  const { plan, found } = read;
  const { scenario } = found.stated;
  if (plan.status !== 'optimal' && plan.status !== 'feasible') {
    printLines(io.stderr, [`The answer is ${plan.status}: there is no plan to assess.`]);
    return EXIT.undecided;
  }
  const { holds, violations } = await verifyPlan({ ctx: await judgeFor(io, scenario), input: { scenario, plan } });
  if (!holds) {
    const what = `the plan does not hold for this scenario (${count(violations.length, 'violation')}; gilde verify names them)`;
    printLines(io.stderr, [`${paintOf(io, io.stderr).yellow('warning:')} ${what}; it is assessed as it stands`]);
  }
  return { plan, scenario };
}
