import { writeFileSync } from 'node:fs';
import { craneFiles } from './files.ts';

for (const [name, text] of craneFiles()) writeFileSync(new URL(`../${name}`, import.meta.url), text);
