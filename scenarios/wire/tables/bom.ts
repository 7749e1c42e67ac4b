import { z } from 'zod';
import type { BomLine } from '../../domain/item.ts';
import { identifier, isoDate, numberFrom, positiveAmount, type Shape, wholeFrom } from '../fields.ts';

/** One line of bom.csv. */
export const bomRow = z.strictObject({
  parent: identifier,
  item: identifier,
  quantity: positiveAmount,
  scrap: numberFrom(0, 1, 'below').default(0),
  alternateGroup: identifier.exactOptional(),
  priority: wholeFrom(0, 1_000_000).default(0),
  effectiveFrom: isoDate.exactOptional(),
  effectiveTo: isoDate.exactOptional(),
} satisfies Shape<BomLine>);
