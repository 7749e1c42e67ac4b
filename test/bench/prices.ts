import { planningProblem } from '../../solver/problem.ts';
import { ascend } from '../../solver/strategies/kernel/ascend.ts';
import { type PricedAim, priceProblem } from '../../solver/strategies/kernel/price-problem.ts';
import { exampleOf } from './example.ts';
import { type Bench, measured } from './measurement.ts';

/** The bound of an aim after so many evaluations, the arrays built within the time. */
const bound =
  (name: 'tiny' | 'crane', aim: PricedAim, iterations: number): Bench =>
  async () => {
    const problem = planningProblem(await exampleOf(name));
    const what = `${name}: prices, least ${aim.aim}, ${iterations} steps`;
    return measured(what, problem.pairs.length, () => {
      const found = ascend(priceProblem(problem, aim), { iterations });
      return `bound ${found.bound.toLocaleString('en', { maximumFractionDigits: 4 })}`;
    });
  };

/** How near the bounds by prices come to what the examples are known to need: tiny lacks 1 unit, crane none. */
export const priceBenches: readonly Bench[] = [
  ...[100, 1000].flatMap((steps) => [
    bound('tiny', { aim: 'shortfall' }, steps),
    bound('tiny', { aim: 'cost', most: 1 }, steps),
  ]),
  bound('crane', { aim: 'shortfall' }, 1),
  ...[100, 300, 1000].map((steps) => bound('crane', { aim: 'cost', most: 0 }, steps)),
];
