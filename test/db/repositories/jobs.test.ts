import { describe, expect, test } from 'vitest';
import { pack } from '../../../db/pack.ts';
import { createJobQueue } from '../../../db/repositories/job-queue.ts';
import { readyPlan } from '../../../db/repositories/plan-row.ts';
import type { JobQueue } from '../../../src/services/ports.ts';
import { PLACES, storeOf, surroundingsOf } from '../../support/storage.ts';
import { planNamed } from '../../support/storage-samples.ts';

const TERMS = { leaseFor: 30_000, attempts: 3 };
const planOf = (digest: string) => readyPlan({ plan: planNamed(digest, 'a1'), text: `${digest}\n` });

describe.each(PLACES)('jobs %s', (_, open) => {
  async function shop() {
    const { clock, surroundings } = surroundingsOf('jobs');
    const database = await open();
    const { store, organisation } = await storeOf(database, 'Werf', surroundings);
    await store.scenarios.keep({ sha256: 'a1', name: 'crane', parent: null, patch: null, document: '{}' });
    const queue: JobQueue = createJobQueue(database, surroundings);
    const ask = async (resultKey: string) => {
      const added = await store.jobs.add({ scenario: 'a1', settings: { gap: 0.02 }, resultKey });
      if (!added.ok) throw new Error(added.reason);
      return added.value;
    };
    const claimed = async () => {
      const job = await queue.claim(TERMS);
      if (job === undefined) throw new Error('nothing to claim');
      return job;
    };
    return { clock, store, organisation, queue, ask, claimed };
  }

  test('wait in the order in which they were asked for, each given to one worker', async () => {
    const { clock, ask, queue } = await shop();
    const ids = [];
    for (const key of ['k1', 'k2', 'k3']) {
      ids.push((await ask(key)).job.id);
      clock.now += 1;
    }
    const taken = await Promise.all([queue.claim(TERMS), queue.claim(TERMS), queue.claim(TERMS), queue.claim(TERMS)]);
    expect(taken.map((claimed) => claimed?.job.id).filter((id) => id !== undefined)).toEqual(ids);
    expect(taken[0]?.job).toMatchObject({ state: 'running', attempts: 1, settings: { gap: 0.02 }, scenario: 'a1' });
  });

  test('asked for twice are one job, until it has failed or was cancelled', async () => {
    const { ask, claimed, queue, store } = await shop();
    const first = await ask('k1');
    expect(await ask('k1')).toEqual({ job: first.job, added: false });
    await queue.fail(await claimed(), 'no memory left');
    const second = await ask('k1');
    expect(second).toMatchObject({ added: true, job: { state: 'queued' } });
    await store.jobs.stop(second.job.id);
    expect(await ask('k1')).toMatchObject({ added: true });
    expect(await store.jobs.get(first.job.id)).toMatchObject({ state: 'failed', fault: 'no memory left', plan: null });
  });

  test('of a scenario that is not there are refused', async () => {
    const { store } = await shop();
    const added = await store.jobs.add({ scenario: 'b2', settings: {}, resultKey: 'k1' });
    expect(added).toEqual({ ok: false, reason: 'no-scenario' });
  });

  test('delivered twice have one result: who lost the lease can neither finish, fail, report nor renew', async () => {
    const { clock, ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    const slow = await claimed();
    expect(await queue.claim(TERMS)).toBeUndefined();
    clock.now += TERMS.leaseFor;
    const quick = await claimed();
    expect(quick.job).toMatchObject({ id: job.id, attempts: 2 });
    expect(await queue.finish(slow, await planOf('slow'))).toBe(false);
    expect(await queue.finish(quick, await planOf('quick'))).toBe(true);
    expect(await queue.finish(quick, await planOf('quicker'))).toBe(false);
    expect(await queue.fail(slow, 'late')).toBe(false);
    expect(await queue.report(slow, { bound: 1 })).toBe(false);
    expect(await queue.renew(slow, 1000)).toBeUndefined();
    expect(await store.jobs.get(job.id)).toMatchObject({ state: 'done', plan: 'quick', fault: null });
    const plans = await store.plans.list({}, { limit: 9 });
    expect(plans.ok && plans.value.items.map(({ digest }) => digest)).toEqual(['quick']);
    expect(await store.plans.text('quick')).toBe('quick\n');
  });

  test('whose lease ran out while nobody else took it up are lost to their worker too', async () => {
    const { clock, ask, claimed, queue } = await shop();
    await ask('k1');
    const late = await claimed();
    clock.now += TERMS.leaseFor;
    expect(await queue.finish(late, await planOf('late'))).toBe(false);
  });

  test('keep their lease while their worker renews it', async () => {
    const { clock, ask, claimed, queue } = await shop();
    await ask('k1');
    const worker = await claimed();
    for (let beat = 0; beat < 5; beat++) {
      clock.now += TERMS.leaseFor - 1;
      expect(await queue.renew(worker, TERMS.leaseFor)).toMatchObject({ state: 'running', attempts: 1 });
      expect(await queue.claim(TERMS)).toBeUndefined();
    }
  });

  test('whose workers keep dying fail after the attempts that are allowed', async () => {
    const { clock, ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    for (let attempt = 1; attempt <= TERMS.attempts; attempt++) {
      expect((await claimed()).job.attempts).toBe(attempt);
      clock.now += TERMS.leaseFor;
    }
    expect(await queue.claim(TERMS)).toBeUndefined();
    expect(await store.jobs.get(job.id)).toMatchObject({ state: 'failed', fault: 'its workers ended before it did' });
  });

  test('that wait are cancelled at once; those that run are asked to end and keep their best plan', async () => {
    const { ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    expect(await store.jobs.stop(job.id)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(await queue.claim(TERMS)).toBeUndefined();
    const { job: second } = await ask('k2');
    const worker = await claimed();
    expect(await store.jobs.stop(second.id)).toMatchObject({ ok: true, value: { state: 'running' } });
    expect(await queue.renew(worker, 1000)).toMatchObject({ stopRequested: true });
    expect(await queue.finish(worker, await planOf('best'))).toBe(true);
    expect(await store.jobs.stop(second.id)).toEqual({ ok: false, reason: 'finished' });
    expect(await store.jobs.stop('job_none')).toEqual({ ok: false, reason: 'not-found' });
  });

  test('show their best plan so far, and when they are done their plan alone', async () => {
    const { clock, ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    const worker = await claimed();
    expect(await store.jobs.best(job.id)).toBeUndefined();
    expect([
      await queue.keepBest(worker, await pack('first')),
      await queue.keepBest(worker, await pack('second Ω')),
    ]).toEqual([true, true]);
    expect(await store.jobs.best(job.id)).toBe('second Ω');
    clock.now += TERMS.leaseFor;
    expect(await queue.keepBest(worker, await pack('late'))).toBe(false);
    expect(await queue.finish(worker, await planOf('late'))).toBe(false);
    expect(await store.jobs.best(job.id)).toBe('second Ω');
    expect(await queue.finish(await claimed(), await planOf('last'))).toBe(true);
    expect(await store.jobs.best(job.id)).toBe('last\n');
    expect(await store.jobs.best('job_none')).toBeUndefined();
  });

  test('that fail leave their best plan to be read', async () => {
    const { ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    const worker = await claimed();
    await queue.keepBest(worker, await pack('so far'));
    await queue.fail(worker, 'no memory left');
    expect(await store.jobs.best(job.id)).toBe('so far');
  });

  test('that were interrupted have stopped with their plan, and are solved again when they are asked for again', async () => {
    const { ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    const early = { ...(await planOf('early')), interrupted: true };
    expect(await queue.finish(await claimed(), early)).toBe(true);
    expect(await store.jobs.get(job.id)).toMatchObject({ state: 'stopped', plan: 'early' });
    expect(await store.jobs.stop(job.id)).toEqual({ ok: false, reason: 'finished' });
    expect(await ask('k1')).toMatchObject({ added: true, job: { state: 'queued' } });
  });

  test('are claimed by their id where one is named, and that one alone', async () => {
    const { clock, ask, queue, store } = await shop();
    const { job: first } = await ask('k1');
    const { job: second } = await ask('k2');
    expect((await queue.claim({ ...TERMS, job: second.id }))?.job.id).toBe(second.id);
    expect(await queue.claim({ ...TERMS, job: second.id })).toBeUndefined();
    await queue.claim({ ...TERMS, attempts: 1 });
    clock.now += TERMS.leaseFor;
    expect(await queue.claim({ leaseFor: 1, attempts: 1, job: second.id })).toBeUndefined();
    expect(await store.jobs.get(first.id)).toMatchObject({ state: 'running' });
    expect(await store.jobs.get(second.id)).toMatchObject({ state: 'failed' });
  });

  test('that their worker gives back wait again at once, as if nobody had taken them up', async () => {
    const { clock, ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    const worker = await claimed();
    expect(await queue.release(worker)).toBe(true);
    expect(await store.jobs.get(job.id)).toMatchObject({ state: 'queued', attempts: 0 });
    expect([await queue.release(worker), await queue.report(worker, {})]).toEqual([false, false]);
    await claimed();
    clock.now += TERMS.leaseFor;
    expect((await claimed()).job.attempts).toBe(2);
    expect(await queue.release(worker)).toBe(false);
  });

  test('that nobody has are known: those that wait, for how long, and those whose lease ran out', async () => {
    const { clock, ask, queue } = await shop();
    const ids = [];
    for (const key of ['k1', 'k2', 'k3']) {
      ids.push((await ask(key)).job.id);
      clock.now += 1;
    }
    await queue.claim({ ...TERMS, job: String(ids[1]) });
    expect(await queue.waiting(9)).toEqual([ids[0], ids[2]]);
    expect(await queue.waiting(9, 2)).toEqual([ids[0]]);
    expect(await queue.waiting(1)).toEqual([ids[0]]);
    clock.now += TERMS.leaseFor;
    expect(await queue.waiting(9)).toEqual(ids);
  });

  test('that nobody has can be given up with words; those that are worked on cannot', async () => {
    const { clock, ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    await claimed();
    expect(await queue.giveUp(job.id, 'undeliverable')).toBe(false);
    clock.now += TERMS.leaseFor;
    expect([await queue.giveUp(job.id, 'undeliverable'), await queue.giveUp(job.id, 'twice')]).toEqual([true, false]);
    expect(await store.jobs.get(job.id)).toMatchObject({ state: 'failed', fault: 'undeliverable' });
  });

  test('report events that are numbered from 1, and a reader goes on after the last one it saw', async () => {
    const { clock, ask, claimed, queue, store } = await shop();
    const { job } = await ask('k1');
    const worker = await claimed();
    const reported = [10, 20, 30].map((bound) => queue.report(worker, { aim: 'cost', bound }));
    expect(await Promise.all(reported)).toEqual([true, true, true]);
    const { now } = clock;
    expect(await store.jobs.events(job.id, 1, 10)).toEqual([
      { sequence: 2, at: now, event: { aim: 'cost', bound: 20 } },
      { sequence: 3, at: now, event: { aim: 'cost', bound: 30 } },
    ]);
    expect(await store.jobs.events(job.id, 0, 1)).toHaveLength(1);
    expect(await store.jobs.events(job.id, 3, 10)).toEqual([]);
  });

  test('are listed newest first', async () => {
    const { clock, ask, store } = await shop();
    for (const key of ['k1', 'k2', 'k3']) {
      await ask(key);
      clock.now += 1;
    }
    const first = await store.jobs.list({ limit: 2 });
    const second = await store.jobs.list({ limit: 2, cursor: String(first.ok && first.value.next) });
    const keys = [first, second].map((page) => page.ok && page.value.items.map(({ resultKey }) => resultKey));
    expect(keys).toEqual([['k3', 'k2'], ['k1']]);
  });
});
