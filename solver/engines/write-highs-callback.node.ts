import { writeFile } from 'node:fs/promises';
import { HIGHS_CALLBACK } from './highs-callback.ts';

// Writes the module that Workers bundle: `npm run engine:callback`.
await writeFile(new URL('./highs-callback.wasm', import.meta.url), HIGHS_CALLBACK);
