import type { Checked } from '../../scenarios/domain/input-problem.ts';
import { type JsonLimits, readJson } from '../../scenarios/wire/json/read-json.ts';
import { unzipFolder, type ZipLimits } from '../../scenarios/wire/zip/unzip-folder.ts';
import type { Refused } from './keep-scenario.ts';
import type { ScenarioSource } from './read-scenario.ts';

/** What a scenario or a registry is read from: files, a JSON value, the bytes of a zipped folder, or the bytes of a JSON text. */
export type RequestSource = ScenarioSource | { readonly zip: Uint8Array } | { readonly json: Uint8Array };

/** What a request may be at most; what is absent has the defaults of each reader. */
export interface SourceLimits {
  readonly zip?: ZipLimits;
  readonly json?: JsonLimits;
  /** Of each table; absent: {@link REQUEST_ROWS}. */
  readonly mostRows?: number;
}

/** Rows of one table in a request: what a service reads in a few seconds. */
export const REQUEST_ROWS = 200_000;

/** What was opened; or every problem, `malformed` where a JSON text is none. */
type Opened = Extract<Checked<ScenarioSource>, { ok: true }> | Refused;

/** Unpacks a zip or parses a JSON text, of which problems call the file `name`; files and values are given as they are. */
export function openSource(source: RequestSource, name: string, limits: SourceLimits = {}): Opened {
  if ('zip' in source) {
    const unzipped = unzipFolder(source.zip, limits.zip);
    return unzipped.ok ? { ...unzipped, value: { files: unzipped.value } } : unzipped;
  }
  if (!('json' in source)) return { ok: true, value: source, warnings: [] };
  const read = readJson(source.json, name, limits.json);
  return read.ok ? { ...read, value: { document: read.value } } : { ...read, malformed: true };
}
