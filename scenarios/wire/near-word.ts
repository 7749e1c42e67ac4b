/** Edits (insert, delete, replace) from one word to another. */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[to.length]!;
}

const bare = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The known word that a mistyped one most likely meant, or undefined: at most two edits, a third of its length. */
export function nearWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 60) return undefined;
  const wanted = bare(word);
  let best: string | undefined;
  let least = Math.min(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(wanted, bare(candidate));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** `a, b or c` */
export const anyOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
