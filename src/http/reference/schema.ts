import { type JsonSchema, partNamed } from './described.ts';
import { escaped, htmlTable, inline } from './html.ts';

const DEEPEST = 6;

const code = (value: unknown): string => `<code>${escaped(JSON.stringify(value))}</code>`;

/** What a schema asks for, in words; parts are links. */
export function typeWords(schema: JsonSchema | undefined): string {
  if (schema === undefined) return 'anything';
  const { $ref, enum: values, anyOf, oneOf, allOf, items, type, additionalProperties } = schema;
  if ($ref !== undefined) return `<a href="#part-${escaped(partNamed($ref))}">${escaped(partNamed($ref))}</a>`;
  if (schema.const !== undefined) return code(schema.const);
  if (values !== undefined) return values.map(code).join(' or ');
  const choice = anyOf ?? oneOf;
  if (choice !== undefined) return [...new Set(choice.map(typeWords))].join(' or ');
  if (allOf !== undefined) return allOf.map(typeWords).join(' and ');
  if (items !== undefined) return `list of ${typeWords(items)}`;
  if (typeof additionalProperties === 'object' && schema.properties === undefined && type === 'object')
    return `object, each value ${typeWords(additionalProperties)}`;
  const named = Array.isArray(type) ? type.join(' or ') : type;
  return escaped(schema.format === undefined ? String(named ?? 'anything') : `${named} (${schema.format})`);
}

/** The laws of a value beyond its type. */
function laws(schema: JsonSchema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, maxLength, pattern } = schema;
  // Whole numbers carry the range of exact ones, which tells a reader nothing.
  const told = (limit: number | undefined): limit is number =>
    limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  return [
    told(minimum) ? `≥ ${minimum}` : '',
    told(exclusiveMinimum) ? `&gt; ${exclusiveMinimum}` : '',
    told(maximum) ? `≤ ${maximum}` : '',
    told(exclusiveMaximum) ? `&lt; ${exclusiveMaximum}` : '',
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    pattern === undefined ? '' : `as <code>${escaped(pattern)}</code>`,
    schema.default === undefined ? '' : `default ${code(schema.default)}`,
  ]
    .filter((law) => law !== '')
    .join(', ');
}

const aboutOf = (schema: JsonSchema): string =>
  [inline(schema.description ?? ''), laws(schema)].filter((text) => text !== '').join('; ');

/** Rows of all fields of an object, those within as `a.b` and `a[].b`; parts are left to their own table. */
function fieldRows(schema: JsonSchema, before: string, depth: number): string[][] {
  const inner = schema.items === undefined ? schema : schema.items;
  const prefix = schema.items === undefined ? before : `${before}[]`;
  if (depth > DEEPEST || inner.properties === undefined)
    return (inner.anyOf ?? inner.oneOf ?? []).flatMap((choice) => fieldRows(choice, prefix, depth + 1));
  return Object.entries(inner.properties).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const needed = inner.required?.includes(name) ? '' : ' <span class="may">optional</span>';
    return [
      [`<code>${escaped(path)}</code>${needed}`, typeWords(field), aboutOf(field)],
      ...(field.$ref === undefined && field.items?.$ref === undefined ? fieldRows(field, path, depth + 1) : []),
    ];
  });
}

/** The fields of a schema as a table, or its type where it has none. */
export function fields(schema: JsonSchema | undefined): string {
  if (schema === undefined) return '';
  const rows = schema.$ref === undefined ? fieldRows(schema, '', 0) : [];
  const words = `<p>${[typeWords(schema), aboutOf(schema)].filter((text) => text !== '').join('; ')}</p>`;
  return rows.length === 0 ? words : htmlTable(['Field', 'Type', 'Meaning'], rows);
}

/** A parameter's type and laws, without its description. */
export const parameterLaws = (schema: JsonSchema | undefined): string => (schema === undefined ? '' : laws(schema));
