import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The compiler leaves `./x.ts` in declarations, which nobody else's compiler finds: what stands there is `./x.d.ts`, named `./x.js`. */
const FOLDER = 'dist/types';

for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const path = join(FOLDER, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/((?:from |import\()(['"])\.{1,2}\/[^'"]+)\.ts\2/g, '$1.js$2'));
}
