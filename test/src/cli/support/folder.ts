import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const TINY = new URL('../../../../scenarios/examples/tiny', import.meta.url).pathname;

/** An empty folder that goes away with the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gilde-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder to work in that holds a copy of the example `tiny`, with some of its files rewritten. */
export async function workplace(
  change: Readonly<Record<string, (text: string) => string | Uint8Array>> = {},
): Promise<string> {
  const folder = await emptyFolder();
  await cp(TINY, join(folder, 'tiny'), { recursive: true });
  for (const [name, rewrite] of Object.entries(change)) {
    const path = join(folder, 'tiny', name);
    await writeFile(path, rewrite(await readFile(path, 'utf8')));
  }
  return folder;
}

/** Everything below a folder by name, with its text. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at]!]));
}
