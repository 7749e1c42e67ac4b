import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { parsePlan } from '../../../scenarios/wire/plan.ts';
import { askPlan } from '../../../src/services/ask-plan.ts';
import type { Job, JobDispatch, JobState, Store } from '../../../src/services/ports.ts';
import { type Act, scenarioThat } from '../../support/jobs/acts.ts';
import { parsed } from '../../support/plan-small.ts';

/** The terms on which jobs run here: short, so that the death of a worker is noticed soon. */
export const TERMS = { leaseFor: 1500, renewEvery: 200, pollEvery: 300, attempts: 3, concurrency: 2, retryAfter: 1 };

/** A place with a database and an adapter of the queue; what died is started anew, as by whoever runs it. */
export interface Workplace {
  readonly store: Store;
  readonly dispatch: JobDispatch;
  /** The workers die where they stand, as by kill −9, and others take their place. */
  readonly kill: () => Promise<void>;
  /** The workers shut down in good order. Absent: the runtime does not tell its workers. */
  readonly close?: () => Promise<void>;
}

const cancelled = async (store: Store, id: string): Promise<boolean> => {
  const stopped = await store.jobs.stop(id);
  return stopped.ok && stopped.value.state === 'cancelled';
};

const LOST: JobDispatch = { offer: async () => undefined };

/** What every adapter of the queue port must do. */
export function conformance(adapter: string, open: () => Promise<Workplace>, skips: { readonly close?: string } = {}) {
  async function shop() {
    const place = await open();
    const { store } = place;
    let asked = 0;
    const ask = async (act: Act, dispatch = place.dispatch): Promise<string> => {
      asked += 1;
      const scenario = await parsed(scenarioThat(act, asked));
      const sha256 = await scenarioSha256(scenario);
      const document = JSON.stringify(scenario);
      await store.scenarios.keep({ sha256, name: scenario.name, parent: null, patch: null, document });
      const answer = await askPlan({
        ctx: { store, dispatch, version: '1' },
        input: { scenario: sha256, settings: {} },
      });
      if (!answer.ok) throw new Error(answer.reason);
      return answer.job.id;
    };
    const until = async (id: string, holds: (job: Job) => boolean | Promise<boolean>): Promise<Job> => {
      for (const end = Date.now() + 30_000; ; await sleep(30)) {
        const job = await store.jobs.get(id);
        if (job !== undefined && (await holds(job))) return job;
        if (Date.now() > end) throw new Error(`${id} is ${job?.state} (${job?.fault})`);
      }
    };
    const ended = (id: string, state: JobState) => until(id, (job) => job.state === state);
    const hasBest = (id: string) => until(id, async () => (await store.jobs.best(id)) !== undefined);
    const news = async (id: string) =>
      (await store.jobs.events(id, 0, 1000)).map(({ event }) => (event as { readonly type: string }).type);
    const plans = async () => {
      const page = await store.plans.list({}, { limit: 50 });
      return page.ok ? page.value.items.length : Number.NaN;
    };
    return { ...place, ask, until, ended, hasBest, news, plans };
  }

  describe(`jobs ${adapter}`, () => {
    test('a job that is accepted is run once, and its plan is kept', async () => {
      const { ask, ended, news, plans, store } = await shop();
      const id = await ask('quick');
      expect(await ended(id, 'done')).toMatchObject({ attempts: 1, fault: null });
      const plan = parsePlan((await store.jobs.best(id)) ?? '');
      expect(plan.ok && plan.value.status).toBe('optimal');
      expect(await plans()).toBe(1);
      expect((await news(id)).filter((type) => type === 'started')).toHaveLength(1);
    });

    test('a job that is delivered several times has one result, and no event after its end', async () => {
      const { ask, dispatch, ended, news, plans } = await shop();
      const id = await ask('quick');
      await Promise.all([1, 2, 3].map(() => dispatch.offer(id)));
      await ended(id, 'done');
      const before = await news(id);
      await dispatch.offer(id);
      await sleep(2 * TERMS.pollEvery);
      expect(await ended(id, 'done')).toMatchObject({ attempts: 1 });
      expect([await news(id), await plans()]).toEqual([before, 1]);
    });

    test('a job whose worker dies in the middle is taken up by another when the lease is over', async () => {
      const { ask, hasBest, kill, until, ended, store, plans } = await shop();
      const id = await ask('slow');
      await hasBest(id);
      await kill();
      await until(id, ({ attempts, state }) => attempts === 2 && state === 'running');
      await store.jobs.stop(id);
      expect(await ended(id, 'stopped')).toMatchObject({ attempts: 2 });
      expect(await plans()).toBe(1);
    });

    test('a job whose wake is lost is run all the same', async () => {
      const { ask, ended } = await shop();
      expect(await ended(await ask('quick', LOST), 'done')).toMatchObject({ attempts: 1 });
    });

    test('a job that waits is cancelled when it is stopped, and nobody runs it', async () => {
      const { ask, store, ended, news, dispatch } = await shop();
      let id: string;
      // Whoever looks by itself may be quicker than the stop: then the next one.
      do id = await ask('quick', LOST);
      while (!(await cancelled(store, id)));
      await dispatch.offer(id);
      await sleep(2 * TERMS.pollEvery);
      expect(await ended(id, 'cancelled')).toMatchObject({ plan: null, attempts: 0 });
      expect(await news(id)).toEqual([]);
    });

    test('a job that runs ends with its best plan when it is stopped', async () => {
      const { ask, store, ended, hasBest, news } = await shop();
      const id = await ask('slow');
      await hasBest(id);
      expect(await store.jobs.stop(id)).toMatchObject({ ok: true, value: { state: 'running' } });
      const { plan } = await ended(id, 'stopped');
      expect(await store.plans.get(String(plan))).toMatchObject({ status: 'optimal' });
      expect(await news(id)).toEqual(expect.arrayContaining(['started', 'better', 'stopping']));
    });

    test('a job that kills its worker each time has failed in words, and the next one runs', async () => {
      const { ask, ended } = await shop();
      const deadly = await ask('deadly');
      const next = await ask('quick');
      expect(await ended(deadly, 'failed')).toMatchObject({ attempts: 3, fault: 'its workers ended before it did' });
      await ended(next, 'done');
    });

    test.skipIf(skips.close !== undefined)(
      `a job that runs is given back when its worker shuts down${skips.close ? ` (skipped: ${skips.close})` : ''}`,
      async () => {
        const { ask, hasBest, ended, close, store } = await shop();
        const id = await ask('slow');
        await hasBest(id);
        await close?.();
        expect(await ended(id, 'queued')).toMatchObject({ attempts: 0 });
        expect(await store.jobs.best(id)).toBeDefined();
      },
    );
  });
}
