import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Euro, Units } from '../../scenarios/domain/units.ts';
import type { Flow } from './flow.ts';
import type { MaterialView } from './scenario-view.ts';

/** Value that a plan adds to an item in a period, and where it comes from. */
export interface OriginEntry {
  readonly item: string;
  /** 1..T. */
  readonly t: number;
  /** Who makes or sells it; undefined for what is had without an award. */
  readonly supplier?: string;
  /** Country code; undefined where none is stated. */
  readonly origin: string | undefined;
  /** Of what is made on an award; 0 else. */
  readonly units: Units;
  readonly value: Euro;
}

/**
 * The origin ledger of a plan: each euro of production and of what is bought, once. What is made is of its maker's country; what is bought is of the
 * item's origin, or where none is stated of the seller's country; an assembly without a routing is of the item's origin, with its material.
 */
export function originLedger(
  { items, suppliers, packages, indexOf, horizon }: MaterialView,
  { production }: Pick<Plan, 'production'>,
  flow: Flow,
): readonly OriginEntry[] {
  const entries: OriginEntry[] = [];
  for (const { supplier, item, period, quantity, unitCost } of production) {
    const facts = items.get(item);
    const origin = (facts?.kind === 'buy' ? facts.origin : undefined) ?? suppliers.get(supplier)?.country;
    entries.push({ item, t: indexOf(period) ?? 0, supplier, origin, units: quantity, value: quantity * unitCost });
  }
  for (const { item, kind, origin, unitValue = 0, materialCost } of items.values()) {
    const price = kind === 'buy' ? unitValue : materialCost;
    if (packages.has(item) || kind === 'phantom' || price === 0) continue;
    const completed = flow.completed(item);
    for (let t = 1; completed && t <= horizon; t++) {
      const value = price * completed.at(t);
      if (value > 0) entries.push({ item, t, origin, units: 0, value });
    }
  }
  return entries;
}
