import { z } from '@hono/zod-openapi';

/**
 * A schema of the wire as the OpenAPI document says it. zod itself writes its JSON Schema, since the generator of the document does not
 * know every kind of schema that the wire uses; what JSON Schema cannot say stays open there and is checked here.
 */
function described(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** A schema of the wire as a named part of the OpenAPI document. */
export function named<Schema extends z.ZodType>(schema: Schema, name: string, io: 'input' | 'output'): Schema {
  // A schema that was made before the generator was loaded does not know it; a copy does.
  return schema.clone().openapi(name, described(schema, io) as Parameters<Schema['openapi']>[1]);
}

/** A JSON body that has to be sent. */
export const bodyOf = <Schema extends z.ZodType>(schema: Schema, name: string) => ({
  required: true as const,
  content: { 'application/json': { schema: named(schema, name, 'input') } },
});

/** An answer in JSON. */
export const answerOf = <Schema extends z.ZodType>(description: string, schema: Schema, name: string) => ({
  description,
  content: { 'application/json': { schema: named(schema, name, 'output') } },
});

/** A named part of the OpenAPI document, for bodies that our own readers check: no schema stands between the request and them. */
export const partOf = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The description of such a body. */
export const inputPart = (schema: z.ZodType) => described(schema, 'input') as object;
