import { z } from 'zod';
import type { Quote } from '../../domain/supplier.ts';
import { amount, currency, identifier, money, periods, type Shape } from '../fields.ts';

/** One row of quotes.csv. */
export const quoteRow = z.strictObject({
  supplier: identifier,
  item: identifier,
  unitPrice: money,
  hoursPerUnit: amount.exactOptional(),
  process: identifier.exactOptional(),
  minimumOrder: amount.exactOptional(),
  maximumQuantity: amount.exactOptional(),
  qualificationCost: money.default(0),
  qualificationPeriods: periods.exactOptional(),
  currency: currency.exactOptional(),
  fromQuantity: amount.exactOptional(),
} satisfies Shape<Quote>);
