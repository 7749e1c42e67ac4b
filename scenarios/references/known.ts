import type { TableName } from '../domain/scenario.ts';
import type { DraftTables } from '../wire/draft.ts';

/** What rows and rules refer to by name. */
export type Kind = 'item' | 'supplier' | 'process';

/** The names of one kind, and whether every row of the tables that define them could be read so far as to have one. */
export interface Names {
  readonly names: ReadonlySet<string>;
  readonly whole: boolean;
  /** Names by what is left of them when case, punctuation and leading zeros are dropped. */
  readonly folded: () => ReadonlyMap<string, string>;
}

export type Known = Readonly<Record<Kind, Names>>;

const SOURCES: Readonly<Record<Kind, readonly (readonly [TableName, string])[]>> = {
  item: [
    ['items', 'item'],
    ['bom', 'parent'],
    ['bom', 'item'],
    ['routing', 'item'],
    ['demand', 'item'],
  ],
  supplier: [['suppliers', 'supplier']],
  process: [
    ['routing', 'process'],
    ['capacity', 'process'],
  ],
};

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');

/** A known name that differs only in case, punctuation, accents or leading zeros (which Excel likes to drop). */
export const nearName = (known: Names, name: string): string | undefined => known.folded().get(fold(name));

function namesOf(tables: DraftTables, kind: Kind): Names {
  const names = new Set<string>();
  let nameless = false;
  for (const [table, column] of SOURCES[kind]) {
    const { values, broken } = tables[table];
    for (const rows of [values, broken] as readonly (readonly object[])[])
      for (const row of rows) {
        const name = (row as Readonly<Record<string, unknown>>)[column];
        if (typeof name === 'string') names.add(name);
        else nameless = true;
      }
  }
  let folded: Map<string, string> | undefined;
  return {
    names,
    whole: !nameless && SOURCES[kind].every(([table]) => tables[table].whole),
    folded: () => {
      folded ??= new Map([...names].map((name) => [fold(name), name]));
      return folded;
    },
  };
}

/** Collects every name that the tables define; rows that broke another law count. */
export const knownNames = (tables: DraftTables): Known => ({
  item: namesOf(tables, 'item'),
  supplier: namesOf(tables, 'supplier'),
  process: namesOf(tables, 'process'),
});
