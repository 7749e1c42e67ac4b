import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { backupDatabase } from '../../db/backup.node.ts';
import { fileUrl } from '../../db/file-copy.node.ts';
import { createStore } from '../../db/store.ts';
import { seedOf } from '../support/plan-small.ts';
import { databaseAt, newFile, storeOf, surroundingsOf, waitingOfTests } from '../support/storage.ts';
import { bundleWriter, startWriter } from '../support/storage-child.ts';
import { firm } from '../support/storage-samples.ts';

beforeAll(bundleWriter);

/** A registry with one supplier in a file of its own. */
async function registryInFile() {
  const url = fileUrl(await newFile());
  const database = await databaseAt({ url });
  const { surroundings } = surroundingsOf('processes');
  const { store, organisation } = await storeOf(database, 'Werf', surroundings);
  const added = await store.registries.add('welders');
  if (!added.ok) throw new Error('no registry');
  const registry = added.value.id;
  await store.suppliers.put(registry, firm('S1'), null);
  return { database, store, registry, of: [url, organisation.id, registry] as const };
}

const sound = async ({ database }: Awaited<ReturnType<typeof registryInFile>>) =>
  (await database.values<[string]>(sql`pragma integrity_check`)).map((row) => row[0]);

/** Numbers of the imports that the suppliers of the registry come from, and how many suppliers there are. */
async function imports({ store, registry }: Awaited<ReturnType<typeof registryInFile>>) {
  const all = await store.suppliers.all(registry);
  const entries = all?.entries ?? [];
  return { from: [...new Set(entries.map(({ supplier }) => Number(supplier.name)))], size: entries.length };
}

const limited = ((): string | undefined => {
  try {
    execFileSync('prlimit', ['--fsize=1000000', 'true']);
    return undefined;
  } catch {
    return 'prlimit is not there, so that no disk can be made full';
  }
})();

describe('a database in a file that several processes write to', { timeout: 180_000 }, () => {
  test('loses no update of two writers: what one read before the other wrote is refused', async () => {
    const shared = await registryInFile();
    const cost = async () => (await shared.store.suppliers.get(shared.registry, 'S1'))?.entry.supplier.onboardingCost;
    const before = (await cost()) ?? Number.NaN;
    const writers = [1, 2].map(() => startWriter(['count', ...shared.of, '60']));
    await Promise.all(writers.map(({ ended }) => ended));
    expect(await cost()).toBe(before + 120);
    expect(writers.map(({ lines }) => lines.join())).toEqual([
      expect.stringMatching(/^\d+ conflicts$/),
      expect.stringMatching(/^\d+ conflicts$/),
    ]);
    expect((await shared.store.registries.get(shared.registry))?.version).toBe(122);
  });

  test('keeps what it promised, and no half of anything, when a writer is killed at any point', async () => {
    const shared = await registryInFile();
    let [promised, random] = [0, seedOf()];
    for (let round = 0; round < 20; round++) {
      const writer = startWriter(['replace', ...shared.of, String(promised + 1)]);
      await writer.firstLine;
      random = (random * 48271) % 2147483647;
      await sleep(random % 120);
      writer.process.kill('SIGKILL');
      await writer.ended;
      promised = Number(writer.lines.at(-1));
      const { from, size } = await imports(shared);
      expect({ from: from.length, size }).toEqual({ from: 1, size: 300 });
      // The last import may have reached the disk without its writer having lived to say so.
      expect([promised, promised + 1]).toContain(from[0]);
      promised = from[0] ?? Number.NaN;
    }
    expect(await sound(shared)).toEqual(['ok']);
  });

  test('is copied as it stands at one instant while another process writes', async () => {
    const shared = await registryInFile();
    const writer = startWriter(['replace', ...shared.of, '1']);
    await writer.firstLine;
    for (const name of ['one.db', 'two.db', 'three.db']) {
      const copy = await newFile(name);
      const copied = await backupDatabase(fileURLToPath(shared.of[0]), copy, waitingOfTests);
      expect(copied).toMatchObject({ ok: true });
      const { surroundings } = surroundingsOf('copy');
      const store = createStore(await databaseAt({ url: fileUrl(copy) }), shared.of[1], surroundings);
      const { from, size } = await imports({ ...shared, store });
      expect({ from: from.length, size }).toEqual({ from: 1, size: 300 });
    }
    writer.process.kill('SIGKILL');
    await writer.ended;
    expect(writer.lines.length).toBeGreaterThan(1);
  });

  test.skipIf(limited !== undefined)(
    `keeps what it promised when the disk is full, and goes on when there is space again${limited ? ` (skipped: ${limited})` : ''}`,
    async () => {
      const shared = await registryInFile();
      const writer = startWriter(['replace', ...shared.of, '1'], ['prlimit', '--fsize=2500000']);
      await writer.ended;
      const promised = Number(writer.lines.at(-2));
      expect(writer.lines.at(-1)).toMatch(/^fault: (no space left for|the device of) the database/);
      expect(await imports(shared)).toEqual({ from: [promised], size: 300 });
      expect(await sound(shared)).toEqual(['ok']);
      const next = startWriter(['replace', ...shared.of, String(promised + 1)]);
      await next.firstLine;
      next.process.kill('SIGKILL');
      await next.ended;
      expect((await imports(shared)).from[0]).toBeGreaterThan(promised);
    },
  );
});
