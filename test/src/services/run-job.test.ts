import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '../../../db/pack.ts';
import { drain, first, planOf, shop, stage, TERMS } from '../../support/jobs/run-job-shop.ts';
import { runs, seedOf } from '../../support/plan-small.ts';
import { planNamed } from '../../support/storage-samples.ts';

describe('running a job', () => {
  test('tells a new stage at once, and within a stage only news, at most one in half a second', async () => {
    const place = await shop();
    const { id, hooks, end, ended } = await first(place);
    for (const bound of [1, 1, 2, 3]) hooks().progress({ ...stage, incumbent: 9, bound });
    await drain();
    expect(await place.news(id)).toEqual([
      { type: 'started', attempt: 1 },
      { type: 'progress', ...stage, incumbent: 9, bound: 1 },
    ]);
    await place.wait(500);
    hooks().progress({ ...stage, incumbent: 9, bound: 4 });
    hooks().progress({ ...stage, stage: 'schedule', incumbent: 9, bound: 4 });
    await drain();
    end(await planOf('p1'));
    expect(await ended).toBe('finished');
    const told = (await place.news(id)).slice(2) as { readonly stage: string; readonly bound: number }[];
    expect(told.map((event) => [event.stage, event.bound])).toEqual([
      ['search', 3],
      ['search', 4],
      ['schedule', 4],
    ]);
  });

  test('keeps the best plan so far where it can be read, and tells its aims', async () => {
    const place = await shop();
    const { id, hooks, end, ended } = await first(place);
    const { aims } = planNamed('p0', 'a1');
    hooks().better({ status: 'feasible', aims, seconds: 3, document: await pack('so far') });
    await drain();
    expect(await place.store.jobs.best(id)).toBe('so far');
    expect((await place.news(id)).at(-1)).toEqual({ type: 'better', status: 'feasible', aims, seconds: 3 });
    end(await planOf('p1'));
    await ended;
    expect(await place.store.jobs.best(id)).toBe('p1\n');
  });

  test('is stopped within a second, and ends as stopped with its best plan', async () => {
    const place = await shop();
    const { id, hooks, end, ended } = await first(place);
    await place.store.jobs.stop(id);
    expect(hooks().stop.aborted).toBe(false);
    await place.wait(TERMS.renewEvery);
    expect([hooks().stop.aborted, hooks().abandon.aborted]).toEqual([true, false]);
    end(await planOf('p1', 'interrupt'));
    expect(await ended).toBe('finished');
    expect(await place.store.jobs.get(id)).toMatchObject({ state: 'stopped', plan: 'p1' });
    expect((await place.news(id)).at(-1)).toEqual({ type: 'stopping' });
  });

  test('of a what-if starts from the newest plan of the nearest ancestor that has one, and tells so', async () => {
    const place = await shop();
    const { store } = place;
    const keep = (sha256: string, parent: string) =>
      store.scenarios.keep({ sha256, name: 'crane', parent, patch: [], document: '{}' });
    await keep('b2', 'a1');
    await keep('c3', 'b2');
    const plan = async (digest: string, scenario: string, status: 'optimal' | 'infeasible' = 'optimal') => {
      await store.plans.keep({ plan: { ...planNamed(digest, scenario), status }, text: `plan ${digest}` });
      await place.wait(1);
    };
    const parentOf = async (scenario: string) => {
      const worker = await place.deliver(await place.ask(scenario));
      worker?.hooks().from?.('d1');
      worker?.end(await planOf('x'));
      await worker?.ended;
      return worker?.parent();
    };
    expect(await parentOf('c3')).toBeUndefined();
    await plan('p1', 'a1');
    await plan('p2', 'a1');
    await plan('p3', 'a1', 'infeasible');
    await plan('p4', 'c3');
    expect(await parentOf('a1')).toBeUndefined();
    expect(await parentOf('b2')).toBe('plan p2');
    expect(await parentOf('c3')).toBe('plan p2');
    await plan('p5', 'b2');
    const id = await place.ask('c3');
    const worker = await place.deliver(id);
    expect(worker?.parent()).toBe('plan p5');
    worker?.hooks().from?.('p5');
    await drain();
    expect((await place.news(id)).at(-1)).toEqual({ type: 'from', plan: 'p5' });
  });

  test('goes on without a plan to start from where none can be had', async () => {
    const place = await shop({ plans: { list: () => Promise.reject(new Error('away')), text: async () => undefined } });
    await place.store.scenarios.keep({ sha256: 'b2', name: 'crane', parent: 'a1', patch: [], document: '{}' });
    const worker = await place.deliver(await place.ask('b2'));
    worker?.end(await planOf('p1'));
    expect([await worker?.ended, worker?.parent()]).toEqual(['finished', undefined]);
  });

  test('that is to stop, and whose worker dies, goes on from the plan that was kept', async () => {
    const place = await shop();
    const { id, hooks, left } = await first(place);
    hooks().better({ status: 'feasible', aims: [], seconds: 3, document: await pack('so far') });
    await drain();
    expect(left()).toBeUndefined();
    await place.store.jobs.stop(id);
    await place.wait(TERMS.leaseFor);
    const next = await place.deliver(id);
    expect([next?.left(), next?.hooks().stop.aborted]).toEqual(['so far', true]);
    next?.end(await planOf('p1', 'interrupt'));
    expect(await next?.ended).toBe('finished');
    expect(await place.store.jobs.get(id)).toMatchObject({ state: 'stopped', plan: 'p1', attempts: 2 });
  });

  test('that broke off has failed, in words and without a trace of the code', async () => {
    const place = await shop();
    const { id, end, ended } = await first(place);
    end(new Error('wasm trap\n    at solve (highs.js:1:1)'));
    expect(await ended).toBe('failed');
    const { fault, state } = (await place.store.jobs.get(id)) ?? {};
    expect([state, fault]).toEqual(['failed', expect.stringMatching(/^the solve broke off \(wasm trap\): [^\n]*$/)]);
  });

  test('that fails says what the solver said', async () => {
    const place = await shop();
    const { id, end, ended } = await first(place);
    end({ ok: false, fault: 'needs more memory than 96 MiB' });
    expect(await ended).toBe('failed');
    expect(await place.store.jobs.get(id)).toMatchObject({ state: 'failed', fault: 'needs more memory than 96 MiB' });
  });

  test('keeps the lease for as long as it runs', async () => {
    const place = await shop();
    const { id, end, ended } = await first(place);
    for (let second = 0; second < 40; second++) await place.wait(1000);
    expect(await place.deliver(id)).toBeUndefined();
    end(await planOf('p1'));
    expect(await ended).toBe('finished');
  });

  test('whose worker shuts down waits again, and its solve is given up', async () => {
    const place = await shop();
    const { id, shutdown, hooks, ended } = await first(place);
    shutdown.abort();
    expect(await ended).toBe('released');
    expect(hooks().abandon.aborted).toBe(true);
    expect(await place.store.jobs.get(id)).toMatchObject({ state: 'queued', attempts: 0 });
  });

  test('has one result and no event after its end, whatever happens in whatever order', {
    timeout: 60_000,
  }, async () => {
    const place = await shop();
    const step = fc.oneof(
      fc.constant({ is: 'deliver' } as const),
      fc.record({ is: fc.constant('wait' as const), milliseconds: fc.constantFrom(400, 1000, 30_000) }),
      fc.constant({ is: 'stop' } as const),
      fc.record({ is: fc.constantFrom('end', 'break', 'shutdown', 'progress', 'better'), worker: fc.nat(3) }),
    );
    const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const id = await place.ask();
      const workers: NonNullable<Awaited<ReturnType<typeof place.deliver>>>[] = [];
      const deliver = async () => {
        const worker = await place.deliver(id);
        if (worker) workers.push(worker);
      };
      let after: readonly unknown[] | undefined;
      const look = async () => {
        const { state } = (await place.store.jobs.get(id)) ?? {};
        if (state === 'queued' || state === 'running') return;
        const events = await place.news(id);
        after ??= events;
        expect(events).toEqual(after);
      };
      for (const [at, now] of steps.entries()) {
        const worker = 'worker' in now ? workers[now.worker] : undefined;
        if (now.is === 'deliver') await deliver();
        else if (now.is === 'wait') await place.wait(now.milliseconds);
        else if (now.is === 'stop') await place.store.jobs.stop(id);
        else if (now.is === 'end') worker?.end(await planOf(`${id} ${at}`));
        else if (now.is === 'break') worker?.end(new Error('broken'));
        else if (now.is === 'shutdown') worker?.shutdown.abort();
        else if (now.is === 'progress') worker?.hooks()?.progress({ ...stage, incumbent: null, bound: at });
        else worker?.hooks()?.better({ status: 'feasible', aims: [], seconds: 3, document: await pack(`${at}`) });
        await drain();
        await look();
      }
      await place.wait(TERMS.leaseFor);
      await place.wait(TERMS.renewEvery);
      await deliver();
      for (const [at, worker] of workers.entries()) worker.end(await planOf(`${id} last ${at}`));
      const ends = await Promise.all(workers.map(({ ended }) => ended));
      await look();
      const { state, plan } = (await place.store.jobs.get(id)) ?? {};
      const results = ends.filter((end) => end === 'finished' || end === 'failed');
      expect(results).toHaveLength(state === 'cancelled' ? 0 : 1);
      const page = await place.store.plans.list({}, { limit: 1000 });
      const kept = page.ok ? page.value.items.filter(({ digest }) => digest.startsWith(id)) : [];
      expect(kept.map(({ digest }) => digest)).toEqual(state === 'done' ? [plan] : []);
    });
    await fc.assert(property, { numRuns: runs(15), seed: seedOf() });
  });
});
