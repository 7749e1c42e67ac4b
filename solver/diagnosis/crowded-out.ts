import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { Quantities } from '../answer/quantities.ts';
import { exhaustedProcess, NONE } from './source-limits.ts';
import { listed, units } from './wording.ts';

/** An item of which there is too little when it is due. */
export interface Lacking {
  readonly item: string;
  readonly due: number;
}

/**
 * In business words, the independent demand (spare parts) that is delivered with the very items that a product lacks, or with hours of the
 * same process at the same firm in the same period. It counts in the first aim like the product, so that a plan may rather deliver it.
 */
export function crowdedOut(quantities: Quantities, demand: number, lacking: readonly Lacking[]): readonly string[] {
  const { problem, delivered } = quantities;
  const { calendar } = problem.scenario;
  const product = problem.demands[demand]!;
  const found = new Map<number, Set<number>>();
  const take = (item: string, due: number): void => {
    for (const { kind, of, at } of problem.needs(item, due)) {
      if (kind !== 'delivery' || of === demand || problem.demands[of]!.kind !== 'independent') continue;
      if (at <= problem.horizon && delivered[of]![at]! > NONE) found.set(of, (found.get(of) ?? new Set()).add(at));
    }
  };
  for (const { item, due } of lacking) {
    take(item, due);
    for (const other of sameHours(quantities, item, due)) take(other, due);
  }
  return [...found].map(([of, periods]) => {
    const { item, weight } = problem.demands[of]!;
    const quantity = [...periods].reduce((sum, at) => sum + delivered[of]![at]!, 0);
    const when = listed([...periods].sort((left, right) => left - right).map((at) => periodLabel(calendar, at)));
    const counts = `a missing ${item} counts ${weight}, a missing ${product.item} ${product.weight}`;
    return `${item}: ${units(quantity)} of its own demand delivered in ${when} with the parts or hours that ${product.item} lacks (${counts})`;
  });
}

/** Items that firms make in a period with hours of a process which the item takes and which are used up there. */
function sameHours(quantities: Quantities, item: string, due: number): ReadonlySet<string> {
  const { problem, produced, awarded } = quantities;
  const found = new Set<string>();
  for (const pair of problem.pairsOf.get(item) ?? []) {
    const process = awarded[pair] ? exhaustedProcess(quantities, pair, due) : undefined;
    if (process === undefined) continue;
    const { supplier } = problem.pairs[pair]!;
    problem.pairs.forEach((other, at) => {
      const shares = other.supplier === supplier && other.hours.some((step) => step.process === process);
      if (shares && other.item !== item && produced[at]![due]! > NONE) found.add(other.item);
    });
  }
  return found;
}
