import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TABLES } from '../../../scenarios/domain/scenario.ts';
import { OUTPUT_FILES } from '../format/output-files.ts';
import type { Refusal } from './exit.ts';
import type { Io } from './io.ts';
import { MOST_BYTES, readRegularFile, tooLarge, unreadable } from './read-bytes.ts';

/** The files of a scenario folder; others are not read. */
const SCENARIO_FILES: readonly string[] = ['scenario.yaml', ...TABLES.map((table) => `${table}.csv`)];

/** Names that the reader warns of, so that a misspelt table is not silently left out; they are not opened. */
const LOOKS_LIKE_INPUT = /\.(?:csv|tsv|txt|xlsx?|xlsm|ods)$|^scenario\.ya?ml$/i;

type Folder = { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> } | Refusal;

/** The bytes of a scenario folder's files, 512 MB at most in all. */
export async function readFolder(io: Io, path: string): Promise<Folder> {
  try {
    const names = (await readdir(resolve(io.cwd, path))).sort();
    const known = names.filter((name) => SCENARIO_FILES.includes(name));
    const sizes = await Promise.all(known.map(async (name) => (await stat(resolve(io.cwd, path, name))).size));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total > MOST_BYTES) return tooLarge(path, total);
    const files = new Map<string, Uint8Array>();
    for (const name of known) {
      const read = await readRegularFile(io, join(path, name));
      if (!read.ok) return read;
      files.set(name, read.bytes);
    }
    const strange = names.filter((name) => LOOKS_LIKE_INPUT.test(name) && !OUTPUT_FILES.includes(name));
    for (const name of strange) if (!files.has(name)) files.set(name, new Uint8Array());
    return { ok: true, files };
  } catch (error) {
    return unreadable(path, error);
  }
}
