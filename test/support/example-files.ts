import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of an example scenario. */
export function exampleFiles(name: 'tiny' | 'crane' | 'radar-mast'): ReadonlyMap<string, Uint8Array> {
  const folder = new URL(`../../scenarios/examples/${name}`, import.meta.url).pathname;
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv') || file === 'scenario.yaml');
  return new Map(files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]));
}
