/**
 * Writes the made-up problems and has CBC prove their optima: `npx tsx test/published/author/generate.ts`, with `cbc` on the path
 * (Debian: coinor-cbc).
 */
import { writeFileSync } from 'node:fs';
import { GENERATED_FOLDER, generatedFiles } from '../../support/published/generated.ts';
import { solveWithCbc } from '../../support/published/solve-with-cbc.ts';

const optima = generatedFiles.flatMap(({ problems }) =>
  problems().map((problem) => [problem.name, solveWithCbc(problem)] as const),
);
for (const { file, text } of generatedFiles) writeFileSync(new URL(file, GENERATED_FOLDER), text());
writeFileSync(new URL('optima.json', GENERATED_FOLDER), `${JSON.stringify(Object.fromEntries(optima), null, 2)}\n`);
