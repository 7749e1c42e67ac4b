import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSingleSource } from './holmberg.ts';
import type { Instance } from './instance.ts';
import { MOST_PROFIT, ONE_SOURCE } from './literature.ts';
import { leastCost, readAssignments } from './or-library-assignments.ts';
import { readWarehouses } from './or-library-warehouses.ts';

/** A published problem with its published optimum, and where that is published. */
export interface Published {
  readonly instance: Instance;
  readonly optimum: number;
  readonly source: string;
}

const LITERATURE = 'literature';

/**
 * The problems of a benchmark folder whose optimum is known:
 *
 *   cflp/cap*.txt   OR-Library's warehouse problems: as they are (optima in cflp/known_optima.csv), and with one source
 *   sscflp/p*       single-source problems of Holmberg, Rönnqvist & Yuan (optima in sscflp/known_optima.csv)
 *   gap/gap*.txt    OR-Library's assignment problems
 *
 * A folder that is not there has none.
 */
export const publishedIn = (folder: string): readonly Published[] => [
  ...knownOptima(join(folder, 'cflp')).map((row) => {
    const text = readFileSync(join(folder, 'cflp', `${row.name}.txt`), 'utf8');
    const name = row.capacity === undefined ? row.name : `${row.name}-${row.capacity}`;
    return { instance: readWarehouses(name, text, row.capacity), optimum: row.optimum, source: row.source };
  }),
  ...filesIn(join(folder, 'cflp'), /^(cap\d+)\.txt$/).flatMap(({ name, text }) => {
    const optimum = ONE_SOURCE[name];
    if (optimum === undefined) return [];
    const instance = { ...readWarehouses(`${name}-one-source`, text), singleSource: true };
    return [{ instance, optimum, source: LITERATURE }];
  }),
  ...knownOptima(join(folder, 'sscflp')).map(({ name, optimum, source }) => ({
    instance: readSingleSource(name, readFileSync(join(folder, 'sscflp', name), 'utf8')),
    optimum,
    source,
  })),
  ...filesIn(join(folder, 'gap'), /^(gap\d+)\.txt$/).flatMap(({ name, text }) =>
    readAssignments(name, text).flatMap((profits, at) => {
      const most = MOST_PROFIT[name]?.[at];
      if (most === undefined) return [];
      const { problem, costOf } = leastCost(profits);
      return [{ instance: problem, optimum: costOf(most), source: LITERATURE }];
    }),
  ),
];

function filesIn(folder: string, pattern: RegExp): readonly { readonly name: string; readonly text: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const name = pattern.exec(file)?.[1];
      return name === undefined ? [] : [{ name, text: readFileSync(join(folder, file), 'utf8') }];
    });
}

interface KnownOptimum {
  readonly name: string;
  readonly capacity: number | undefined;
  readonly optimum: number;
  readonly source: string;
}

/** Rows of known_optima.csv: `instance,capacity_override,optimum`, where the second stands for the word `capacity` in the file. */
function knownOptima(folder: string): readonly KnownOptimum[] {
  const file = join(folder, 'known_optima.csv');
  if (!existsSync(file)) return [];
  const [header, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  if (!header!.startsWith('instance,capacity_override,optimum')) {
    throw new Error(`${file}: the header is "${header}", expected instance,capacity_override,optimum`);
  }
  return rows.map((row) => {
    const [name, capacity, optimum] = row.split(',');
    const override = capacity === '' ? undefined : Number(capacity);
    return { name: name!, capacity: override, optimum: Number(optimum), source: 'known_optima.csv' };
  });
}
