import type { TableName } from '../domain/scenario.ts';
import type { DraftTables } from '../wire/draft.ts';
import { bare, nearWords } from '../wire/near-word.ts';

/** What rows and rules refer to by name. */
export type Kind = 'item' | 'supplier' | 'process';

/** The names of one kind, and whether there are any and every row of the tables that define them could be read so far as to have one. */
export interface Names {
  readonly names: ReadonlySet<string>;
  readonly whole: boolean;
  /** The known name or names that a name was most likely meant to be, as words of a question; undefined where none is near. */
  readonly near: (name: string) => string | undefined;
}

export type Known = Readonly<Record<Kind, Names>>;

type Sources = readonly (readonly [TableName, string])[];

/** A list of items is the reference for all other tables; without one, items are what the other tables speak of. */
const itemSources = (tables: DraftTables): Sources =>
  tables.items.stated
    ? [['items', 'item']]
    : [
        ['bom', 'parent'],
        ['bom', 'item'],
        ['routing', 'item'],
        ['demand', 'item'],
      ];

const SOURCES: Readonly<Record<Exclude<Kind, 'item'>, Sources>> = {
  supplier: [['suppliers', 'supplier']],
  process: [
    ['routing', 'process'],
    ['capacity', 'process'],
  ],
};

const fold = (name: string): string => bare(name).replace(/^0+(?=.)/, '');

/** Comparing with every known name takes time, and after so many the first ones tell enough. */
const MOST_QUESTIONS = 500;

/**
 * Finds a known name that differs only in case, punctuation, accents or leading zeros (which Excel likes to drop), or else those
 * with the fewest edits.
 */
function nearIn(names: ReadonlySet<string>): (name: string) => string | undefined {
  let folded: ReadonlyMap<string, string> | undefined;
  let questions = 0;
  return (name) => {
    folded ??= new Map([...names].map((known) => [fold(known), known]));
    const same = folded.get(fold(name));
    questions += 1;
    return same ?? (questions > MOST_QUESTIONS ? undefined : nearWords(name, names));
  };
}

function namesOf(tables: DraftTables, sources: Sources): Names {
  const names = new Set<string>();
  let nameless = false;
  for (const [table, column] of sources) {
    const { values, broken } = tables[table];
    for (const rows of [values, broken] as readonly (readonly object[])[])
      for (const row of rows) {
        const name = (row as Readonly<Record<string, unknown>>)[column];
        if (typeof name === 'string') names.add(name);
        else nameless = true;
      }
  }
  return {
    names,
    whole: !nameless && names.size > 0 && sources.every(([table]) => tables[table].whole),
    near: nearIn(names),
  };
}

/** Collects every name that the tables define; rows that broke another law count. */
export const knownNames = (tables: DraftTables): Known => ({
  item: namesOf(tables, itemSources(tables)),
  supplier: namesOf(tables, SOURCES.supplier),
  process: namesOf(tables, SOURCES.process),
});
