import { z } from 'zod';
import type { Item, ItemKind } from '../../domain/item.ts';
import {
  amount,
  flag,
  identifier,
  money,
  oneOf,
  periods,
  type Shape,
  securityLevel,
  setOf,
  text,
  wholeFrom,
} from '../fields.ts';

/** An item as it is written: its kind follows from the other tables when it is absent. */
export type StatedItem = Omit<Item, 'kind'> & { readonly kind?: ItemKind };

/** One row of items.csv. */
export const itemRow = z.strictObject({
  item: identifier,
  name: text.exactOptional(),
  kind: oneOf(['make', 'buy', 'phantom']).exactOptional(),
  leadTime: periods.default(0),
  unitValue: money.exactOptional(),
  materialCost: money.default(0),
  weightKg: amount.exactOptional(),
  critical: flag.default(false),
  criticality: wholeFrom(1, 5).exactOptional(),
  certificates: setOf(identifier).default([]),
  securityLevel: securityLevel.exactOptional(),
  stock: amount.default(0),
  safetyStock: amount.default(0),
  origin: text.exactOptional(),
  deliverTo: identifier.exactOptional(),
} satisfies Shape<StatedItem>);
