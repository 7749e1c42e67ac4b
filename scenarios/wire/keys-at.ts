import type { z } from 'zod';
import type { Path } from './places.ts';

/** The keys that a schema lets stand at a path within it. */
export function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const definition = schema._zod.def as {
    readonly innerType?: z.core.$ZodType;
    readonly element?: z.core.$ZodType;
    readonly options?: readonly z.core.$ZodType[];
    readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  };
  if (definition.innerType !== undefined) return keysAt(definition.innerType, path);
  if (definition.options !== undefined) {
    return [...new Set(definition.options.flatMap((option) => keysAt(option, path)))];
  }
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(definition.shape ?? {});
  const next = definition.shape?.[first] ?? definition.element;
  return next === undefined ? [] : keysAt(next, rest);
}
