import { kernel } from '../../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import type { Strategy } from '../../../solver/strategies/strategy.ts';

/** A strategy of the bench, and the most production columns that it is tried with. */
interface Measured {
  readonly strategy: Strategy;
  readonly mostColumns: number;
}

/**
 * The strategies that each size is planned with. The whole model is not tried beyond a million production columns: forty thousand take
 * minutes, and the memory of WebAssembly ends at 4 GB.
 */
export const STRATEGIES: readonly Measured[] = [
  { strategy: monolithic, mostColumns: 1_000_000 },
  { strategy: kernel, mostColumns: Number.POSITIVE_INFINITY },
];

/** The strategy of that name; throws for a name of none. */
export function strategyNamed(name: string): Measured {
  const found = STRATEGIES.find(({ strategy }) => strategy.name === name);
  if (found === undefined)
    throw new Error(`there is no strategy ${name}: ${STRATEGIES.map(({ strategy }) => strategy.name).join(', ')}`);
  return found;
}
