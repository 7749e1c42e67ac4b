import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';

export type Example = 'tiny' | 'crane' | 'radar-mast';

/** The files of an example, from the directory that the bench runs in: a bundle does not lie where its source does. */
export function filesOf(example: Example): ReadonlyMap<string, Uint8Array> {
  const folder = `scenarios/examples/${example}`;
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv') || name === 'scenario.yaml');
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

export async function exampleOf(example: Example): Promise<Scenario> {
  const read = await readScenarioFolder(filesOf(example));
  if (!read.ok) throw new Error(`the example ${example} has problems`);
  return read.value;
}
