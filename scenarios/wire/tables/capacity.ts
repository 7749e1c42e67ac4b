import { z } from 'zod';
import type { CapacityRow } from '../../domain/supplier.ts';
import { amount, identifier, money, type Shape } from '../fields.ts';

/** One row of capacity.csv. */
export const capacityRow = z.strictObject({
  supplier: identifier,
  process: identifier,
  hoursPerPeriod: amount,
  period: identifier.exactOptional(),
  hourlyRate: money.exactOptional(),
} satisfies Shape<CapacityRow>);
