import { writeFileSync } from 'node:fs';
import { rampUpFiles } from './files.ts';

for (const [name, text] of rampUpFiles()) writeFileSync(new URL(`../${name}`, import.meta.url), text);
