import { z } from 'zod';
import type { CertificateRow } from '../../domain/supplier.ts';
import { flag, identifier, isoDate, money, oneOf, periods, type Shape, setOf, text } from '../fields.ts';

/** One row of certificates.csv. */
export const certificateRow = z.strictObject({
  supplier: identifier,
  certificate: identifier,
  status: oneOf(['held', 'in-progress', 'obtainable']).default('held'),
  scope: setOf(identifier).default([]),
  validUntil: isoDate.exactOptional(),
  renewable: flag.default(false),
  leadTime: periods.default(0),
  cost: money.default(0),
  verifiedIn: text.exactOptional(),
} satisfies Shape<CertificateRow>);
