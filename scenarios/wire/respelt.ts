import type { InputProblem } from '../domain/input-problem.ts';
import type { Place } from './places.ts';

/** Spellings that are to be replaced, and by what. */
export type Spelling = ReadonlyMap<string, string>;

/** Counts where replaced spellings stand, to warn of each once, at the first place. */
export function respelt(spelling: Spelling, code: string) {
  const found = new Map<string, { readonly place: Place; count: number }>();
  return {
    /** Counts a name, if it is a spelling that is replaced. */
    see(name: string, place: () => Place): void {
      if (!spelling.has(name)) return;
      const before = found.get(name);
      if (before === undefined) found.set(name, { place: place(), count: 1 });
      else before.count += 1;
    },
    warnings: (): readonly InputProblem[] =>
      [...found].map(([name, { place, count }]) => {
        const rows = count === 1 ? '' : `, as in ${count - 1} other row${count === 2 ? '' : 's'}`;
        return { ...place, code, message: `${name} is read as ${spelling.get(name)}${rows}` };
      }),
  };
}
