import { z } from 'zod';
import type { ExpansionOption } from '../../domain/supplier.ts';
import { amount, identifier, money, periods, type Shape, wholeFrom } from '../fields.ts';

/** One row of expansions.csv. */
export const expansionRow = z.strictObject({
  supplier: identifier,
  process: identifier,
  option: identifier,
  hoursPerPeriod: amount,
  capex: money,
  leadTime: periods.default(0),
  maximum: wholeFrom(0, 1_000_000).default(1),
  heads: amount.exactOptional(),
} satisfies Shape<ExpansionOption>);
