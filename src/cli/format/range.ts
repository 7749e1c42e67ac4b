import { count, whole } from './number.ts';

/** A few names, and how many more there are. */
export const listed = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;

/** `at most 1 member`, `2 to 4 members`: the noun in the number of the last figure. */
export const range = (min: number | undefined, max: number | undefined, one: string, many = `${one}s`): string => {
  const last = count(max ?? min ?? 0, one, many);
  if (min !== undefined && max !== undefined) return min === max ? `exactly ${last}` : `${whole(min)} to ${last}`;
  return min === undefined ? `at most ${last}` : `at least ${last}`;
};
