import { z } from 'zod';
import type { Incumbent } from '../../domain/supplier.ts';
import { amount, flag, identifier, type Shape } from '../fields.ts';

/** One row of incumbents.csv. */
export const incumbentRow = z.strictObject({
  supplier: identifier,
  item: identifier,
  quantityPerPeriod: amount.default(0),
  qualified: flag.default(false),
} satisfies Shape<Incumbent>);
