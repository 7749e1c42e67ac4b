import { z } from 'zod';
import type { RoutingStep } from '../../domain/item.ts';
import { amount, identifier, positiveAmount, type Shape } from '../fields.ts';

/** One row of routing.csv. */
export const routingRow = z.strictObject({
  item: identifier,
  process: identifier,
  hoursPerUnit: amount,
  setupHours: amount.default(0),
  lotSize: positiveAmount.default(1),
} satisfies Shape<RoutingStep>);
