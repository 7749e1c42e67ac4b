import type { Context } from './outage-assumptions.ts';
import type { LostTogether } from './outages.ts';

/** What is done otherwise where only the work of those who are lost is moved. */
export interface Moved {
  /** What the lost suppliers are awarded. */
  readonly items: ReadonlySet<string>;
  /** Those and all that they go into, whatever the dates: what has to be balanced anew. */
  readonly balanced: ReadonlySet<string>;
}

/** What moves where suppliers are lost. */
export function movedOf({ stated, view }: Context, { suppliers }: LostTogether): Moved {
  const items = new Set(
    [...suppliers].flatMap((supplier) => (view.awardsOfSupplier.get(supplier) ?? []).map(({ item }) => item)),
  );
  const balanced = new Set(items);
  // Components come after what they go into.
  const parents = new Map<string, string[]>();
  for (const { item, parent } of stated.scenario.bom) parents.set(item, [...(parents.get(item) ?? []), parent]);
  for (const item of stated.structure.order.toReversed())
    if (balanced.has(item)) for (const parent of parents.get(item) ?? []) balanced.add(parent);
  return { items, balanced };
}
