import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { awardLink } from '../constraints/award-link.ts';
import { formulate } from '../formulate.ts';
import type { Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';
import { type AffineModel, affineModel, type Following } from './affine-model.ts';
import { askedProblem, type Learned } from './asked-problem.ts';

/** The model of one period's largest multiple. */
export interface AskedModel extends AffineModel {
  /** At the largest multiple of the model. */
  readonly problem: PlanningProblem;
  readonly variables: Variables;
}

/**
 * The model of a scenario with all that is asked from a period on delivered when due, the multiple of the baseline, at most `most`, as
 * a column: every law and rule as in a plan of that demand, nothing missing, nothing late.
 */
export function askedModel(scenario: Scenario, from: number, most: number, learned?: Learned): AskedModel {
  const [low, middle, high] = [most / 4, most / 2, most].map((multiple) => {
    const problem = askedProblem(scenario, from, multiple, learned);
    return { multiple, problem, ...formulate(problem, null) };
  });
  const { problem, variables } = high!;
  const following = [...deliveries(low!.problem, problem, variables, low!.multiple, most)];
  const asked = affineModel([low!, middle!, high!], following, isSwitch);
  return { ...asked, model: onTime(asked.model, problem, variables), problem, variables };
}

/** An award link's largest output switches output on and limits nothing by itself. */
const isSwitch = (row: string): boolean => row.startsWith(`${awardLink.name}|`);

/** y[d,t] = D[d,t], with D as it follows the multiple. */
function* deliveries(
  low: PlanningProblem,
  { demands }: PlanningProblem,
  variables: Variables,
  least: number,
  most: number,
): Generator<Following> {
  for (const [demand, { required }] of demands.entries()) {
    for (let t = 1; t < required.length; t++) {
      const slope = (required[t]! - low.demands[demand]!.required[t]!) / (most - least);
      const constant = slope === 0 ? required[t]! : 0;
      yield { column: variables.delivered(demand, t), slope, constant };
    }
  }
}

/** With carried backlog nothing may be late. */
function onTime(model: AffineModel['model'], { scenario, demands }: PlanningProblem, variables: Variables) {
  if (scenario.policy.backlog !== 'carried') return model;
  const colUpper = Float64Array.from(model.colUpper);
  demands.forEach(({ required }, demand) => {
    for (let t = 1; t < required.length; t++) colUpper[variables.backlog(demand, t)] = 0;
  });
  return { ...model, colUpper };
}
