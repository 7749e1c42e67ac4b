import fc from 'fast-check';

/** A JSON Schema as far as the service's own document uses it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What no schema asks for: what fuzzers of JSON have found to hurt. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    '\u0000',
    '\ud800',
    -1,
    0,
    1e308,
    -1e308,
    5e-324,
    2 ** 53,
    0.1,
    [],
    {},
    [[]],
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '=1+1',
    '2027-Q9',
    '1e999',
    'NaN',
    '\u202e',
    '💥',
  ),
  fc.constant({ ['__proto__']: 1, constructor: { prototype: 1 } }),
  fc.string({ maxLength: 20 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant('x'.repeat(20_000)),
  fc.constant(Array.from({ length: 300 }, () => 0)),
  fc.constant(JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`)),
);

const spoiled = (weight: number, right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 100 - weight, arbitrary: right }, { weight, arbitrary: junk });

/** Values of a schema, in which each part may be spoiled: left out, of another type, added to, or something that hurts. */
export function bodiesOf(schema: JsonSchema, resolve: (ref: string) => JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return bodiesOf(resolve(schema.$ref), resolve, depth);
  if (schema.const !== undefined) return spoiled(3, fc.constant(schema.const));
  if (schema.enum) return spoiled(3, fc.constantFrom(...schema.enum));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => bodiesOf(choice, resolve, depth)));
  const [type] = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (type === 'object' || schema.properties) {
    const keys = Object.entries(schema.properties ?? {});
    const requiredKeys = schema.required ?? [];
    const model = Object.fromEntries(keys.map(([key, value]) => [key, bodiesOf(value, resolve, depth + 1)]));
    const whole = fc.record(model, { requiredKeys: requiredKeys.filter((key) => key in model) });
    const broken = fc.record({ ...model, surplus: junk }, { requiredKeys: [] });
    return spoiled(depth === 0 ? 5 : 2, fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: broken }));
  }
  if (type === 'array') return spoiled(3, fc.array(bodiesOf(schema.items ?? {}, resolve, depth + 1), { maxLength: 4 }));
  if (type === 'boolean') return spoiled(3, fc.boolean());
  if (type === 'null') return fc.constant(null);
  if (type === 'integer') {
    const within = { min: Math.max(-(2 ** 31), schema.minimum ?? 0), max: Math.min(2 ** 31, schema.maximum ?? 100) };
    return spoiled(3, fc.integer(within));
  }
  if (type === 'number')
    return spoiled(3, fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1e6, noNaN: true }));
  if (type === 'string') {
    const words = fc.constantFrom(
      'CRANE-01',
      'S001',
      'frame',
      'welding',
      '2027-Q1',
      '2026-01-01',
      'NL326',
      'NL',
      'ISO 9001',
    );
    return spoiled(3, fc.oneof(words, fc.string({ maxLength: 12 })));
  }
  return junk;
}
