import { z } from 'zod';
import { type CaseResult, METRICS } from '../../domain/sweep.ts';
import type { Shape } from '../fields.ts';

const text = z.string('text');
const hash = text.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');
const metrics = z.strictObject(
  Object.fromEntries(METRICS.map((name) => [name, z.number('a number').nullable()])) as {
    [Name in (typeof METRICS)[number]]: z.ZodNullable<z.ZodNumber>;
  },
);

/** The result of a case as it is kept. */
export const caseResult = z.strictObject({
  key: hash,
  sha256: hash.nullable(),
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown', 'invalid', 'failed']),
  hit: text.nullable(),
  metrics,
  members: z.array(text),
  digest: hash.nullable(),
  conflict: z.array(text),
  reason: text.nullable(),
} satisfies Shape<CaseResult>);
