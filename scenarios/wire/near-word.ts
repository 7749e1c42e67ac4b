/** Edits (insert, delete, replace, swap of neighbours) from one word to another, or `most` + 1 where it takes more than `most`. */
function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let edits = Math.min(previous[column - 1]! + (same ? 0 : 1), previous[column]! + 1, current[column - 1]! + 1);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) edits = Math.min(edits, before[column - 2]! + 1);
      current.push(edits);
    }
    if (Math.min(...current) > most) return most + 1;
    [before, previous] = [previous, current];
  }
  return previous[to.length]!;
}

/** A word without case, accents and whatever is no letter or digit. */
export const bare = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The known words with the fewest edits from a mistyped one: at most two edits, a third of its length. */
function nearest(word: string, known: Iterable<string>): readonly string[] {
  if (word.length > 60) return [];
  const wanted = bare(word);
  let least = Math.min(2, Math.floor(wanted.length / 3));
  let best: string[] = [];
  for (const candidate of known) {
    const edits = distance(wanted, bare(candidate), least);
    if (edits > least) continue;
    if (edits < least) [best, least] = [[], edits];
    best.push(candidate);
  }
  return best;
}

/** The known word that a mistyped one most likely meant, or undefined. */
export const nearWord = (word: string, known: Iterable<string>): string | undefined => nearest(word, known)[0];

/** `BOOM-01`, or `BOOM-01 or BOOM-02` where both are as near; undefined where none is near, or where it could be any of many. */
export function nearWords(word: string, known: Iterable<string>): string | undefined {
  const words = nearest(word, known);
  return words.length === 0 || words.length > 3 ? undefined : anyOf(words);
}

/** `a, b or c` */
export const anyOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
