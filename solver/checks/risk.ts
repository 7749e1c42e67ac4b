import type { PlanRisk } from '../../scenarios/domain/risk.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Fault } from './check.ts';
import { figureFault, moneyFault } from './faults.ts';

/** A value in a case, and how likely the case is. */
interface Valued {
  readonly probability: number;
  readonly value: number;
}

/** The mean of the worst part of all futures: the worst cases first, of the last of them as much as is left of the part. */
function worstPart(cases: readonly Valued[], part: number): number {
  let left = part;
  let sum = 0;
  for (const { probability, value } of [...cases].sort((one, other) => other.value - one.value)) {
    const taken = Math.min(left, probability);
    sum += taken * value;
    left -= taken;
  }
  // Probabilities that add up to a little less than 1 leave a little of the part.
  return sum / (part - left);
}

/** An aim over the cases: its mean, the mean of its worst part, and what it counts as; the mean alone where no risk is stated. */
export function overFutures({ risk }: Pick<Scenario, 'risk'>, cases: readonly Valued[]) {
  const mean = cases.reduce((sum, { probability, value }) => sum + probability * value, 0);
  if (!risk || risk.weight === 0) return { mean, cvar: mean, value: mean };
  const cvar = worstPart(cases, 1 - risk.level);
  return { mean, cvar, value: mean + risk.weight * (cvar - mean) };
}

/** What the plan says of its risk, where it has any, is what its cases come to. */
export function riskFaults(
  scenario: Pick<Scenario, 'risk'>,
  said: PlanRisk | undefined,
  casesOf: (aim: string) => readonly Valued[],
): readonly Fault[] {
  const stated = scenario.risk && scenario.risk.weight > 0 ? scenario.risk : undefined;
  const wordsOf = (risk: Pick<PlanRisk, 'level' | 'weight'> | undefined): string =>
    risk ? `level ${risk.level} and weight ${risk.weight}` : 'none';
  const [found, expected] = [wordsOf(said), wordsOf(stated)];
  if (found !== expected)
    return [{ message: `the risk of the plan is ${found}, expected ${expected}`, found, expected }];
  const aims = said?.aims.map(({ aim }) => aim).join(', ') ?? '';
  if (said && aims !== 'shortfall, cost') {
    const message = `the risk of the plan is told of ${aims || 'no aim'}, expected shortfall, cost`;
    return [{ message, found: aims, expected: 'shortfall, cost' }];
  }
  return (said?.aims ?? []).flatMap(({ aim, mean, cvar }) => {
    const own = overFutures(scenario, casesOf(aim));
    const fault = aim === 'cost' ? moneyFault : figureFault;
    return [...fault({}, `mean ${aim}`, mean, own.mean), ...fault({}, `CVaR of ${aim}`, cvar, own.cvar)];
  });
}
