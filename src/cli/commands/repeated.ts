/** Reads an option that may be given again and again: all its values, in their order. */
export const repeated = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
];
