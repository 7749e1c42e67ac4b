/** How large a JSON value is. */
export interface JsonSize {
  /** Values in it, itself included. */
  readonly values: number;
  /** Characters of its texts and keys. */
  readonly characters: number;
  /** Levels of blocks and lists. */
  readonly depth: number;
  /** True where a block has the key `__proto__`, which copies of it would lose. */
  readonly hasProto: boolean;
}

/** Measures a JSON value without recursion, so that no depth exhausts the stack; gives up, at the size so far, beyond `most` values. */
export function jsonSize(root: unknown, most: number): JsonSize {
  let [values, characters, depth, hasProto] = [0, 0, 0, false];
  const open: { readonly value: unknown; readonly level: number }[] = [{ value: root, level: 0 }];
  for (let next = open.pop(); next !== undefined && values <= most; next = open.pop()) {
    const { value, level } = next;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (typeof value !== 'object' || value === null) continue;
    depth = Math.max(depth, level + 1);
    for (const [key, entry] of Object.entries(value)) {
      if (!Array.isArray(value)) characters += key.length;
      hasProto ||= key === '__proto__';
      open.push({ value: entry, level: level + 1 });
    }
  }
  return { values, characters, depth, hasProto };
}
