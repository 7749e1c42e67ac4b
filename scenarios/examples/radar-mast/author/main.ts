import { writeFileSync } from 'node:fs';
import { radarMastFiles } from './files.ts';

for (const [name, text] of radarMastFiles()) writeFileSync(new URL(`../${name}`, import.meta.url), text);
