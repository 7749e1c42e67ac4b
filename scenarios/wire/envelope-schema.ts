import { z } from 'zod';
import type { EarliestPeriod, Envelope, EnvelopeLimit, EnvelopePeriod } from '../domain/envelope.ts';
import { oneOf, type Shape } from './fields.ts';

const text = z.string('text');
const number = z.number('a finite number');
const texts = z.array(text, 'a list');

const limit = {
  kind: oneOf(['hours', 'readiness', 'no-source', 'rule', 'quote', 'pipeline', 'law']),
  words: text,
  process: text.nullable(),
  rule: text.nullable(),
  items: texts,
  suppliers: texts,
  periods: texts,
  gain: number.nullable(),
} satisfies Shape<EnvelopeLimit>;

const period = {
  period: text,
  status: oneOf(['optimal', 'feasible', 'infeasible', 'unlimited', 'unknown']),
  multiple: number.nullable(),
  bound: number.nullable(),
  gap: number.nullable(),
  conditional: z.strictObject({ bound: number, gap: number }).exactOptional(),
  hit: oneOf(['time', 'work', 'interrupt', 'engine', 'learning']).nullable(),
  limits: z.array(z.strictObject(limit)),
} satisfies Shape<EnvelopePeriod>;

const earliest = {
  multiple: number,
  reached: text.nullable(),
  possible: text.nullable(),
} satisfies Shape<EarliestPeriod>;

/** The form of what `gilde envelope --json` prints. */
export const envelopeSchema = z.strictObject({
  format: z.literal('gilde-envelope/1'),
  scenario: z.strictObject({ name: text, sha256: text }),
  engine: z.strictObject({ name: text, version: text }),
  seed: number,
  limits: z.strictObject({ gap: number, timeLimit: number }),
  baseline: z.array(z.strictObject({ product: text, quantity: number })),
  periods: z.array(z.strictObject(period)),
  earliest: z.array(z.strictObject(earliest)),
  conflict: texts,
} satisfies Shape<Envelope>);

/** The text of an envelope: keys in the order of the domain type, two spaces, a final newline. */
export const serialiseEnvelope = (envelope: Envelope): string =>
  `${JSON.stringify(envelopeSchema.parse(envelope), undefined, 2)}\n`;
