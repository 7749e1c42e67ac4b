/** A block of keys and values, as JSON and YAML have it. */
export type Block = Readonly<Record<string, unknown>>;

/** Whether a value is a block: not a list, and not a single value. */
export const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
