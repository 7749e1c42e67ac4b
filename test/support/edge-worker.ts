import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Miniflare } from 'miniflare';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');

/** A Worker as it would be deployed, in workerd. */
export interface EdgeWorker {
  /** The text of a good answer; throws the text of any other. */
  readonly ask: (path: string, body?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Bundles an entry with wrangler and the settings of wrangler.toml, as for a deployment, and runs what would be uploaded. */
export async function startEdgeWorker(entry: string): Promise<EdgeWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'gilde-edge-'));
  const args = [wrangler, 'deploy', entry, '--dry-run', '--minify', '--outdir', folder];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  const worker = new Miniflare({
    modules: await modulesIn(folder),
    modulesRoot: folder,
    compatibilityDate: await date(),
  });
  await worker.ready;
  return {
    async ask(path, body) {
      const answer = await worker.dispatchFetch(`http://gilde.test${path}`, { method: 'POST', body: body ?? '' });
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return text;
    },
    async close() {
      await worker.dispose();
      await rm(folder, { recursive: true });
    },
  };
}

/** The modules of a bundle, the one that handles requests first. */
async function modulesIn(folder: string) {
  const files = (await readdir(folder)).filter((file) => !/\.(map|md)$/.test(file));
  const modules = files.map(async (file) => ({
    type: file.endsWith('.js') ? ('ESModule' as const) : ('CompiledWasm' as const),
    path: join(folder, file),
    contents: await readFile(join(folder, file)),
  }));
  return (await Promise.all(modules)).sort((a, b) => Number(b.type === 'ESModule') - Number(a.type === 'ESModule'));
}

/** The compatibility date of wrangler.toml. */
async function date(): Promise<string> {
  const settings = await readFile(join(root, 'wrangler.toml'), 'utf8');
  return /^compatibility_date = "(.+)"$/m.exec(settings)![1]!;
}
