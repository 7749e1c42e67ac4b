import { expect } from 'vitest';
import { workplace } from './folder.ts';
import { type Circumstances, run } from './run.ts';

/** A folder to work in with the example `tiny` and its plan in `out`. */
export async function plannedTiny(circumstances: Circumstances = {}): Promise<string> {
  const cwd = await workplace();
  expect((await run(['plan', 'tiny', '--out', 'out'], { ...circumstances, cwd })).code).toBe(0);
  return cwd;
}
