import type { StrategyName } from '../../scenarios/domain/scenario.ts';
import type { PlanningProblem } from '../problem.ts';
import { monolithic } from './monolithic.ts';
import type { Strategy } from './strategy.ts';

type Strategies = Readonly<Partial<Record<StrategyName, Strategy>>>;

/** The strategies that can be asked for, by name. */
const strategies: Strategies = {
  monolithic,
};

/** Production columns above which a problem is decided in parts: where a solve has the machine's memory, and where the runtime caps it. */
export const KERNEL_ABOVE = { roomy: 4000, capped: 1000 } as const;

/** Columns of production of the whole model, the measure of its size: over all pairs, the periods in which each is available. */
export const productionColumns = ({ pairs }: Pick<PlanningProblem, 'pairs'>): number =>
  pairs.reduce((sum, { available }) => sum + available.filter(Boolean).length, 0);

/** Whether a strategy can be asked for. */
export const hasStrategy = (name: StrategyName): boolean => strategies[name] !== undefined;

/**
 * The strategy for a problem of so many production columns: the one that is wanted, else by size and runtime, of those that there are.
 * Throws where the one that is wanted is not there.
 */
export function strategyFor(
  size: number,
  wanted: StrategyName | undefined,
  runtime: keyof typeof KERNEL_ABOVE,
  known: Strategies = strategies,
): Strategy {
  if (wanted === undefined) return (size > KERNEL_ABOVE[runtime] && known.kernel) || monolithic;
  const strategy = known[wanted];
  if (strategy === undefined) throw new Error(`there is no strategy ${wanted}`);
  return strategy;
}
