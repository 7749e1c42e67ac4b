/** What a question to the engine found; undefined: a limit came first, or the question could not be asked. */
export type Answer = boolean | undefined;

/** A part of a list that has a property, and whether it is proven that none of it can be left out. */
export interface MinimalPart<Entry> {
  readonly part: readonly Entry[];
  readonly minimal: boolean;
}

/** Entries up to which they are left out one by one from the start. */
const FEW = 16;

/**
 * A smallest part of a list that still has the property which all of it has: without any one entry it has not. By halves where the list
 * is long (QuickXplain: Junker, AAAI 2004), then a deletion filter (Chinneck, Feasibility and Infeasibility in Optimization, 2008), which
 * is repeated until it leaves nothing out: a property that comes back in a smaller part is no harm then.
 */
export async function minimalPart<Entry>(
  all: readonly Entry[],
  holds: (part: readonly Entry[]) => Promise<Answer>,
): Promise<MinimalPart<Entry>> {
  const sought = all.length > FEW ? await byHalves([], false, all, holds) : all;
  let part = sought.length < all.length && (await holds(inOrder(all, sought))) ? inOrder(all, sought) : all;
  for (;;) {
    const before = part;
    let sure = true;
    for (const entry of before) {
      const rest = part.filter((other) => other !== entry);
      const answer = await holds(rest);
      if (answer === undefined) sure = false;
      if (answer) part = rest;
    }
    if (part.length === before.length) return { part, minimal: sure };
  }
}

const inOrder = <Entry>(all: readonly Entry[], some: readonly Entry[]): readonly Entry[] =>
  all.filter((entry) => some.includes(entry));

/** What of `rest` is needed beside `given`; `grown`: entries have been added since `given` was last asked about. */
async function byHalves<Entry>(
  given: readonly Entry[],
  grown: boolean,
  rest: readonly Entry[],
  holds: (part: readonly Entry[]) => Promise<Answer>,
): Promise<readonly Entry[]> {
  if (grown && (await holds(given))) return [];
  if (rest.length <= 1) return rest;
  const middle = Math.ceil(rest.length / 2);
  const [first, second] = [rest.slice(0, middle), rest.slice(middle)];
  const ofSecond = await byHalves([...given, ...first], true, second, holds);
  const ofFirst = await byHalves([...given, ...ofSecond], ofSecond.length > 0, first, holds);
  return [...ofFirst, ...ofSecond];
}
