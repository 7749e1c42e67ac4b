import type { Answer } from './minimal-part.ts';

/** A value that works, and whether it is known that no tighter one does. */
interface FirstThatWorks {
  readonly at: number;
  readonly least: boolean;
}

/**
 * Position of the first of some values, from the tightest to the loosest, that works, if each looser one works too: the last is asked,
 * then half of what is left, again and again. An answer that a limit kept from coming counts as "does not work", so that what is found
 * works in any case. Undefined: not even the loosest works, or that is not known.
 */
export async function firstThatWorks<Value>(
  values: readonly Value[],
  works: (value: Value) => Promise<Answer>,
): Promise<FirstThatWorks | undefined> {
  let last = values.length - 1;
  if (last < 0 || !(await works(values[last]!))) return undefined;
  let first = 0;
  let least = true;
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    const answer = await works(values[middle]!);
    if (answer === undefined) least = false;
    if (answer) last = middle;
    else first = middle + 1;
  }
  return { at: last, least };
}
