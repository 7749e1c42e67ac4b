import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { canonicalSha256 } from '../../../scenarios/wire/hash.ts';
import { unzipFolder } from '../../../scenarios/wire/zip/unzip-folder.ts';
import { createScenario } from '../../../src/services/create-scenario.ts';
import { editSupplier } from '../../../src/services/edit-supplier.ts';
import { importRegistry } from '../../../src/services/import-registry.ts';
import { patchScenario } from '../../../src/services/patch-scenario.ts';
import { registryTables } from '../../../src/services/registry-tables.ts';
import { removeSupplier } from '../../../src/services/remove-supplier.ts';
import { scenarioLineage } from '../../../src/services/scenario-lineage.ts';
import { embedded, storeOf, surroundingsOf } from '../../support/storage.ts';
import { firm } from '../../support/storage-samples.ts';
import { tinyFiles } from '../../support/tiny-files.ts';

const OWN = ['suppliers.csv', 'capacity.csv', 'certificates.csv', 'expansions.csv'];
const zipOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => zipSync(Object.fromEntries(files));
const without = (names: readonly string[]) => new Map([...tinyFiles()].filter(([name]) => !names.includes(name)));

const context = async () => ({
  store: (await storeOf(await embedded(), 'Org', surroundingsOf('input').surroundings)).store,
});

async function tinyIn(ctx: Awaited<ReturnType<typeof context>>) {
  const created = await createScenario({ ctx, input: { source: { zip: zipOf(tinyFiles()) } } });
  if (!created.ok) throw new Error(JSON.stringify(created));
  return created.value;
}

describe('a scenario that is created', () => {
  it('is kept once, as the document of which its hash is taken', async () => {
    const ctx = await context();
    const tiny = await tinyIn(ctx);
    expect(tiny).toMatchObject({
      name: 'tiny',
      added: true,
      parent: null,
      products: ['CRANE'],
      rows: { suppliers: 3 },
    });
    const text = await ctx.store.scenarios.document(tiny.sha256);
    expect(await canonicalSha256(JSON.parse(text ?? ''))).toBe(tiny.sha256);
    const again = await createScenario({ ctx, input: { source: { json: new TextEncoder().encode(text) } } });
    expect(again).toMatchObject({ ok: true, value: { sha256: tiny.sha256, added: false } });
  });

  it('is only validated where that is asked, and refused whole with any problem', async () => {
    const ctx = await context();
    const checked = await createScenario({ ctx, input: { source: { files: tinyFiles() }, validateOnly: true } });
    expect(checked).toMatchObject({ ok: true, value: { added: null } });
    const source = { files: tinyFiles({ 'items.csv': 'item\n\n' }) };
    expect((await createScenario({ ctx, input: { source } })).ok).toBe(false);
    expect(await ctx.store.scenarios.list({ limit: 5 })).toMatchObject({ value: { items: [] } });
  });

  it('may take its suppliers from a registry', async () => {
    const ctx = await context();
    const imported = await importRegistry({ ctx, input: { source: { files: tinyFiles() }, to: { name: 'Firms' } } });
    const id = imported.ok ? (imported.value.id ?? '') : '';
    const input = { source: { zip: zipOf(without(OWN)) }, registry: id };
    expect(await createScenario({ ctx, input })).toMatchObject({ value: { sha256: (await tinyIn(ctx)).sha256 } });
    expect(await createScenario({ ctx, input: { ...input, registry: 'reg_none' } })).toEqual({
      ok: false,
      reason: 'no-registry',
    });
  });
});

describe('a what-if', () => {
  it('is kept with its parent and patch, and knows its lineage', async () => {
    const ctx = await context();
    const { sha256: parent } = await tinyIn(ctx);
    const patch = [{ op: 'replace', path: '/programmes/0/demand/multiplier', value: 4 }];
    const child = await patchScenario({ ctx, input: { parent, patch } });
    if (!child.ok) throw new Error(JSON.stringify(child));
    const lineage = await scenarioLineage({ ctx, input: { sha256: child.value.sha256 } });
    expect(lineage?.chain.map((one) => [one.sha256, one.patch])).toEqual([
      [child.value.sha256, patch],
      [parent, null],
    ]);
    expect(lineage?.whole).toBe(true);
    expect(await scenarioLineage({ ctx, input: { sha256: child.value.sha256, most: 1 } })).toMatchObject({
      whole: false,
    });
    expect(await patchScenario({ ctx, input: { parent: 'none', patch } })).toEqual({
      ok: false,
      reason: 'no-scenario',
    });
  });

  it('is refused at the patch, or at the scenario', async () => {
    const ctx = await context();
    const { sha256: parent } = await tinyIn(ctx);
    const refused = async (path: string) =>
      patchScenario({ ctx, input: { parent, patch: [{ op: 'replace', path, value: -1 }] } });
    expect(await refused('/nothing')).toMatchObject({ problems: [{ file: 'patch', pointer: '/0/path' }] });
    expect(await refused('/costs/holdingRate')).toMatchObject({
      problems: [{ file: 'scenario', pointer: '/costs/holdingRate' }],
    });
  });
});

describe('a registry', () => {
  it('that is exported is the import that gives it again', async () => {
    const ctx = await context();
    const imported = await importRegistry({
      ctx,
      input: { source: { zip: zipOf(tinyFiles()) }, to: { name: 'Firms' } },
    });
    expect(imported).toMatchObject({ ok: true, value: { version: 2, suppliers: 3, capacity: 6, certificates: 4 } });
    const id = imported.ok ? (imported.value.id ?? '') : '';
    const tables = await registryTables({ ctx, input: { registry: id } });
    const files = new Map([...(tables?.files ?? [])].map(([name, text]) => [name, new TextEncoder().encode(text)]));
    const before = await ctx.store.suppliers.all(id);
    const again = await importRegistry({
      ctx,
      input: { source: { files }, to: { id, version: tables?.version ?? 0 } },
    });
    expect(again).toMatchObject({ ok: true, value: { id, version: 3 } });
    expect((await ctx.store.suppliers.all(id))?.entries).toEqual(before?.entries);
    const stale = await importRegistry({ ctx, input: { source: { files }, to: { id, version: 2 } } });
    expect(stale).toEqual({ ok: false, reason: 'conflict' });
    const taken = await importRegistry({ ctx, input: { source: { files }, to: { name: 'Firms' } } });
    expect(taken).toEqual({ ok: false, reason: 'name-taken' });
  });

  it('is imported in one step: a store that fails after it has lost nothing of it', async () => {
    const { store } = await context();
    const down = async () => Promise.reject(new Error('the database is gone'));
    const failing = { ...store, suppliers: { ...store.suppliers, replaceAll: down } };
    const input = { source: { files: tinyFiles() }, to: { name: 'Firms' } };
    const imported = await importRegistry({ ctx: { store: failing }, input });
    expect(imported).toMatchObject({ ok: true, value: { suppliers: 3 } });
    const there = await store.suppliers.all(imported.ok ? (imported.value.id ?? '') : '');
    expect(there?.entries).toHaveLength(3);
  });

  it('has suppliers that are added, changed and removed one by one', async () => {
    const ctx = await context();
    const added = await ctx.store.registries.add('Firms');
    const registry = added.ok ? added.value.id : '';
    const put = await editSupplier({ ctx, input: { registry, supplier: 'S1', document: firm('S1'), version: null } });
    expect(put).toMatchObject({ ok: true, value: { entry: firm('S1') } });
    const version = put.ok ? (put.value.version ?? 0) : 0;
    const other = await editSupplier({ ctx, input: { registry, supplier: 'S2', document: firm('S1'), version } });
    expect(other).toMatchObject({ problems: [{ code: 'other-supplier', pointer: '/supplier/supplier' }] });
    expect(await removeSupplier({ ctx, input: { registry, supplier: 'S1', version: version - 1 } })).toMatchObject({
      reason: 'conflict',
    });
    expect(await removeSupplier({ ctx, input: { registry, supplier: 'S1', version } })).toMatchObject({ ok: true });
  });
});

it('a zip that is none is refused by the service too', () => {
  expect(unzipFolder(new Uint8Array(3))).toMatchObject({
    ok: false,
    problems: [{ code: 'not-zip' }],
  });
});
