import { z } from 'zod';
import { type Design, METRICS } from '../../domain/sweep.ts';
import { identifier, oneOf, wholeFrom } from '../fields.ts';
import { readValues, VALUES_LAW } from './values.ts';

const POINTER = /^(?:\/(?:[^~/]|~[01])*)+$/;
const POINTER_LAW = 'a JSON pointer into the scenario, like /programmes/0/demand/multiplier';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], 'a number, text, true, false or null');
const list = z.array(scalar, VALUES_LAW).min(1, 'at least one value').max(10_000, 'at most 10000 values');
const written = z.string(VALUES_LAW).transform((text, context) => {
  const values = readValues(text);
  if (values !== undefined) return values;
  context.issues.push({ code: 'custom', input: text, message: VALUES_LAW });
  return z.NEVER;
});

/** An axis with a path, its values written as a list or as one text. */
export const valuesAxis = (values: unknown) =>
  z.strictObject({
    name: identifier,
    path: z.string(POINTER_LAW).regex(POINTER, POINTER_LAW),
    values: typeof values === 'string' ? written : list,
  });

/** An axis of named patches; what is wrong with an operation shows where it is applied to the scenario. */
export const casesAxis = z.strictObject({
  name: identifier,
  cases: z.record(
    identifier,
    z.array(z.looseObject({}, 'a JSON Patch operation'), 'a list of JSON Patch operations, [] for none'),
    'names with a list of operations each',
  ),
});

const DESIGNS = ['grid', 'list', 'latin-hypercube'] as const satisfies readonly Design['kind'][];

/** Metrics in the order stated, each once. */
const metricsFrom = (least: 1 | 2) =>
  z
    .array(oneOf(METRICS), 'a list of metrics')
    .transform((names) => [...new Set(names)])
    .refine((names) => names.length >= least, least === 1 ? 'at least one metric' : 'at least two metrics');

/** A sweep but for its axes. */
export const sweepSettings = z.strictObject({
  scenario: z.string('a folder or a .json file').min(1, 'a folder or a .json file').exactOptional(),
  design: oneOf(DESIGNS).default('grid'),
  samples: wholeFrom(1, 10_000).exactOptional(),
  seed: wholeFrom(0, 2 ** 32 - 1).exactOptional(),
  metrics: metricsFrom(1).exactOptional(),
  pareto: metricsFrom(2).exactOptional(),
  axes: z.array(z.unknown(), 'a list of axes').min(1, 'at least one axis').max(50, 'at most 50 axes'),
});
