import { z } from '@hono/zod-openapi';

/**
 * A schema of the wire as a named part of the OpenAPI document. zod itself writes its JSON Schema, since the generator of the document
 * does not know every kind of schema that the wire uses; what JSON Schema cannot say stays open there and is checked here.
 */
export function named<Schema extends z.ZodType>(schema: Schema, name: string, io: 'input' | 'output'): Schema {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // A schema that was made before the generator was loaded does not know it; a copy does.
  return schema.clone().openapi(name, described as Parameters<Schema['openapi']>[1]);
}
