/** The numbers of a published instance in their order. */
export interface Numbers {
  readonly next: () => number;
  readonly count: () => number;
  readonly row: (length: number) => readonly number[];
  /** How many are left. */
  readonly left: () => number;
  /** Throws where numbers are left: then the file is not of this format. */
  readonly end: () => void;
}

/**
 * The numbers of a text that separates them by blanks and line ends, as OR-Library's files do. `words` says what a word in the text
 * stands for. Throws, with the position, at what is no number and at a text that ends too early.
 */
export function readNumbers(name: string, text: string, words: Readonly<Record<string, number>> = {}): Numbers {
  const tokens = text.split(/\s+/).filter((token) => token !== '');
  let at = 0;
  const next = (): number => {
    const token = tokens[at++];
    if (token === undefined) throw new Error(`${name} ends after ${tokens.length} numbers, more are expected`);
    const value = words[token] ?? Number(token);
    if (!Number.isFinite(value)) throw new Error(`${name}: value ${at} is "${token}", a number is expected`);
    return value;
  };
  const count = (): number => {
    const value = next();
    if (!Number.isInteger(value) || value < 1) throw new Error(`${name}: value ${at} is ${value}, a count is expected`);
    return value;
  };
  const left = () => tokens.length - at;
  const row = (length: number) => Array.from({ length }, next);
  const end = () => {
    if (left() > 0) throw new Error(`${name} goes on after the ${at} numbers expected`);
  };
  return { next, count, row, left, end };
}
