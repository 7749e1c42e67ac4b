import type { PriceCertificate } from '../../scenarios/domain/plan.ts';
import { shortfallValue } from '../../solver/answer/deliveries.ts';
import { quantitiesOf } from '../../solver/answer/quantities.ts';
import { shortfall } from '../../solver/objectives/shortfall.ts';
import type { PlanningProblem } from '../../solver/problem.ts';
import { ascend } from '../../solver/strategies/kernel/ascend.ts';
import { certificateOf } from '../../solver/strategies/kernel/certificate.ts';
import { type PricedAim, priceProblem } from '../../solver/strategies/kernel/price-problem.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';
import type { Strategy } from '../../solver/strategies/strategy.ts';

/** The bound of a short ascent, and the prices that give it. */
function priced(problem: PlanningProblem, aim: PricedAim) {
  const arrays = priceProblem(problem, aim);
  const { bound, multipliers } = ascend(arrays, { iterations: 60 });
  return { aim: aim.aim, bound, prices: certificateOf(problem, arrays, multipliers) };
}

/** Plans of the whole model that claim no bound but what prices give; of the named aims, the others as the engine says. */
export const pricedFor = (...aims: readonly PricedAim['aim'][]): Strategy => ({
  name: 'kernel',
  async decide(problem, engine, hooks) {
    const decided = await monolithic.decide(problem, engine, hooks);
    if (!('solution' in decided)) return decided;
    const most = shortfallValue(quantitiesOf(problem, decided.solution)) + shortfall.tolerance(problem);
    const found = [priced(problem, { aim: 'shortfall' }), priced(problem, { aim: 'cost', most })].filter(({ aim }) =>
      aims.includes(aim),
    );
    const pricesOf = (name: PricedAim['aim']) => found.find(({ aim }) => aim === name)?.prices ?? null;
    const certificate: PriceCertificate = { kind: 'prices', shortfall: pricesOf('shortfall'), cost: pricesOf('cost') };
    const bounds = decided.bounds.map(({ aim, bound }) => ({
      aim,
      bound: Math.max(0, found.find((own) => own.aim === aim)?.bound ?? bound),
    }));
    return { ...decided, bounds, certificate };
  },
});
