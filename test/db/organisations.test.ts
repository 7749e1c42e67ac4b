import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../db/client.ts';
import { createJobQueue } from '../../db/repositories/job-queue.ts';
import { createOrganisationStore } from '../../db/repositories/organisations.ts';
import type { Store } from '../../src/services/ports.ts';
import { runs, seedOf } from '../support/plan-small.ts';
import { embedded, storeOf, surroundingsOf } from '../support/storage.ts';
import { firm, planNamed } from '../support/storage-samples.ts';

const PAGE = { limit: 50 };
const SECRET = 'confidential';
const plan = (digest: string) => ({ plan: planNamed(digest, SECRET), text: SECRET });
const scenario = { sha256: SECRET, name: SECRET, parent: null, patch: null, document: SECRET };

/** All that another organisation can ask for with the names of what is not its own, and what it must be told. */
const attempts = (store: Store, theirs: Awaited<ReturnType<typeof furnished>>['names']) =>
  ({
    'tokens.issue': [() => store.tokens.issue({ name: 'mine', scopes: [], expiresAt: null }), expect.anything()],
    'tokens.list': [() => store.tokens.list(PAGE), expect.anything()],
    'tokens.revoke': [() => store.tokens.revoke(theirs.token), false],
    'registries.add': [() => store.registries.add('mine'), expect.anything()],
    'registries.addWith': [() => store.registries.addWith('ours', [firm('S1')]), expect.anything()],
    'registries.get': [() => store.registries.get(theirs.registry), undefined],
    'registries.list': [() => store.registries.list(PAGE), expect.anything()],
    'suppliers.get': [() => store.suppliers.get(theirs.registry, 'S1'), undefined],
    'suppliers.list': [
      () => store.suppliers.list(theirs.registry, {}, PAGE),
      { ok: true, value: { items: [], next: null } },
    ],
    'suppliers.all': [() => store.suppliers.all(theirs.registry), undefined],
    'suppliers.replaceAll': [() => store.suppliers.replaceAll(theirs.registry, [firm('S2')], 2), NOT_FOUND],
    'suppliers.put': [() => store.suppliers.put(theirs.registry, firm('S1'), 2), NOT_FOUND],
    'suppliers.remove': [() => store.suppliers.remove(theirs.registry, 'S1', 2), NOT_FOUND],
    'scenarios.keep': [
      () => store.scenarios.keep({ ...scenario, sha256: 'x', parent: SECRET, patch: [] }),
      { ok: false, reason: 'no-parent' },
    ],
    'scenarios.get': [() => store.scenarios.get(SECRET), undefined],
    'scenarios.document': [() => store.scenarios.document(SECRET), undefined],
    'scenarios.list': [() => store.scenarios.list(PAGE), { ok: true, value: { items: [], next: null } }],
    'plans.keep': [() => store.plans.keep(plan('p2')), { ok: false, reason: 'no-scenario' }],
    'plans.get': [() => store.plans.get('p1'), undefined],
    'plans.text': [() => store.plans.text('p1'), undefined],
    'plans.list': [() => store.plans.list({ scenario: SECRET }, PAGE), { ok: true, value: { items: [], next: null } }],
    'jobs.add': [
      () => store.jobs.add({ scenario: SECRET, settings: {}, resultKey: 'k1' }),
      { ok: false, reason: 'no-scenario' },
    ],
    'jobs.get': [() => store.jobs.get(theirs.job), undefined],
    'jobs.list': [() => store.jobs.list(PAGE), { ok: true, value: { items: [], next: null } }],
    'jobs.stop': [() => store.jobs.stop(theirs.job), NOT_FOUND],
    'jobs.best': [() => store.jobs.best(theirs.job), undefined],
    'jobs.events': [() => store.jobs.events(theirs.job, 0, 50), []],
    'idempotency.begin': [() => store.idempotency.begin('key', 'their body', 0), { is: 'fresh' }],
    'idempotency.finish': [() => store.idempotency.finish('key', { status: 200, response: 'mine' }), undefined],
    'idempotency.forget': [() => store.idempotency.forget('key'), undefined],
  }) satisfies Record<string, readonly [() => Promise<unknown>, unknown]>;

const NOT_FOUND = { ok: false, reason: 'not-found' } as const;

/** A database with an organisation that has one of everything, all of it named by a secret, and one that has nothing. */
async function furnished() {
  const database = await embedded();
  const { surroundings } = surroundingsOf('organisations');
  const { store, organisation } = await storeOf(database, SECRET, surroundings);
  const { token } = await store.tokens.issue({ name: SECRET, scopes: [SECRET], expiresAt: null });
  const registry = await store.registries.add(SECRET);
  if (!registry.ok) throw new Error('no registry');
  await store.suppliers.put(registry.value.id, firm('S1', { name: SECRET }), null);
  await store.scenarios.keep(scenario);
  await store.plans.keep(plan('p1'));
  const job = await store.jobs.add({ scenario: SECRET, settings: {}, resultKey: 'k1' });
  if (!job.ok) throw new Error('no job');
  const queue = createJobQueue(database, surroundings);
  const claimed = await queue.claim({ leaseFor: 1000, attempts: 1 });
  if (claimed === undefined) throw new Error('nothing to claim');
  await queue.report(claimed, SECRET);
  await queue.keepBest(claimed, SECRET);
  await store.idempotency.begin('key', 'body', 0);
  await store.idempotency.finish('key', { status: 200, response: SECRET });
  const names = { token: token.id, registry: registry.value.id, job: job.value.job.id };
  const { store: stranger } = await storeOf(database, 'Damen', surroundings);
  return { database, organisation: organisation.id, names, stranger, surroundings };
}

/** Every row of an organisation, in every table. */
async function rowsOf(database: Database, organisation: string): Promise<string> {
  const tables = await database.all<{ name: string }>(
    sql`select name from sqlite_master m where type = 'table'
      and exists (select 1 from pragma_table_info(m.name) where name = 'organisation') order by name`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      database.all(sql`select * from ${sql.identifier(name)} where organisation = ${organisation} order by 1, 2`),
    ),
  );
  for (const [at, { name }] of tables.entries())
    if (rows[at]?.length === 0) throw new Error(`nothing of the organisation stands in ${name}`);
  return JSON.stringify(rows);
}

describe('of another organisation', () => {
  test('every method of the store is tried below', async () => {
    const { stranger, names } = await furnished();
    const methods = Object.entries(stranger).flatMap(([noun, store]) =>
      Object.keys(store).map((verb) => `${noun}.${verb}`),
    );
    expect(Object.keys(attempts(stranger, names)).toSorted()).toEqual(methods.toSorted());
  });

  test('nothing is told and nothing changes, whatever is asked and in whatever order', async () => {
    const { database, organisation, names, stranger } = await furnished();
    const tries = attempts(stranger, names);
    const before = await rowsOf(database, organisation);
    const order = fc.shuffledSubarray(Object.keys(tries) as (keyof typeof tries)[], { minLength: 1 });
    const property = fc.asyncProperty(order, async (asked) => {
      await database.run(sql`delete from idempotency_keys where organisation <> ${organisation}`);
      for (const name of asked) {
        const [ask, told] = tries[name];
        const answer = await ask();
        expect(JSON.stringify(answer) ?? '', name).not.toContain(SECRET);
        if (name !== 'idempotency.begin') expect(answer, name).toEqual(told);
      }
      expect(await rowsOf(database, organisation)).toBe(before);
    });
    await fc.assert(property, { numRuns: runs(25), seed: seedOf() });
  });

  test('the same request key means something else', async () => {
    const { names, stranger } = await furnished();
    const [begin, told] = attempts(stranger, names)['idempotency.begin'];
    expect(await begin()).toEqual(told);
  });

  test('the same names may be used: scenarios, plans and registries of two organisations do not meet', async () => {
    const { database, organisation, stranger } = await furnished();
    const before = await rowsOf(database, organisation);
    expect(await stranger.registries.add(SECRET)).toMatchObject({ ok: true });
    expect(await stranger.scenarios.keep({ ...scenario, document: 'theirs' })).toMatchObject({
      value: { added: true },
    });
    expect(await stranger.plans.keep({ ...plan('p1'), text: 'theirs' })).toMatchObject({ value: { added: true } });
    expect(await stranger.scenarios.document(SECRET)).toBe('theirs');
    const job = await stranger.jobs.add({ scenario: SECRET, settings: {}, resultKey: 'k1' });
    expect(job).toMatchObject({ value: { added: true } });
    expect(await rowsOf(database, organisation)).toBe(before);
  });

  test('an organisation is found by its id', async () => {
    const { database, organisation, surroundings } = await furnished();
    const organisations = createOrganisationStore(database, surroundings);
    expect(await organisations.get(organisation)).toMatchObject({ id: organisation, name: SECRET });
    expect(await organisations.get('org_none')).toBeUndefined();
  });
});
