import type { StrategyName } from '../../scenarios/domain/scenario.ts';
import { kernel } from './kernel/strategy.ts';
import { monolithic } from './monolithic.ts';
import type { Strategy } from './strategy.ts';

/** The strategies that can be asked for, by name. */
const strategies: Readonly<Record<StrategyName, Strategy>> = { monolithic, kernel };

/** Production columns above which a problem is decided in parts: where a solve has the machine's memory, and where the runtime caps it. */
export const KERNEL_ABOVE = { roomy: 4000, capped: 1000 } as const;

/** The strategy for a problem of so many production columns: the one that is wanted, else by size and runtime. */
export function strategyFor(
  size: number,
  wanted: StrategyName | undefined,
  runtime: keyof typeof KERNEL_ABOVE,
): Strategy {
  return strategies[wanted ?? (size > KERNEL_ABOVE[runtime] ? 'kernel' : 'monolithic')];
}
