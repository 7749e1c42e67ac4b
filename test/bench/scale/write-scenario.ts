import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { scaleScenario } from './scenario.ts';
import { sizeNamed } from './size.ts';

/** `write SIZE FILE.json`: a generated scenario as a document that `gilde` reads. */
export function writeScenario([size = '', file]: readonly string[]): void {
  if (!file?.endsWith('.json')) throw new Error('say which size, and a file that ends in .json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(scaleScenario(sizeNamed(size)), null, 1)}\n`);
  process.stdout.write(`Wrote ${file}\n`);
}
