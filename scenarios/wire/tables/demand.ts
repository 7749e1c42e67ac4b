import { z } from 'zod';
import type { DemandRow } from '../../domain/item.ts';
import { amount, identifier, type Shape } from '../fields.ts';

/** One row of demand.csv. */
export const demandRow = z.strictObject({
  item: identifier,
  period: identifier,
  quantity: amount,
} satisfies Shape<DemandRow>);
