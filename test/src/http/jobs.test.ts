import { expect, test } from 'vitest';
import { pack } from '../../../db/pack.ts';
import { createJobQueue } from '../../../db/repositories/job-queue.ts';
import { readyPlan } from '../../../db/repositories/plan-row.ts';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import { serviceOfTests } from '../../support/service.ts';
import { planNamed } from '../../support/storage-samples.ts';

const SHA = 'a1'.repeat(32);
const DIGEST = 'd1'.repeat(32);
const TERMS = { leaseFor: 10_000, attempts: 3 };

/** A service with one organisation that has a scenario, and the worker's side of its jobs. */
async function yard() {
  const service = await serviceOfTests();
  const werf = await service.organisation('Werf');
  await werf.store.scenarios.keep({ sha256: SHA, name: 'crane', parent: null, patch: null, document: '{}' });
  const queue = createJobQueue(service.database, service.surroundings);
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    werf.ask('/v1/jobs', {
      ...{ method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { ...service, werf, queue, post };
}

test('a plan that is asked for is a job that waits, and a worker is told', async () => {
  const { post, offered, werf } = await yard();
  const answer = await post({ scenario: SHA, settings: { gap: 0.02 } });
  expect(answer.status).toBe(202);
  const job = await answer.json();
  expect(job).toMatchObject({ state: 'queued', scenario: SHA, settings: { gap: 0.02 }, plan: null });
  expect(answer.headers.get('location')).toBe(`/v1/jobs/${job.id}`);
  expect(offered).toEqual([job.id]);
  expect(await (await werf.ask(`/v1/jobs/${job.id}`)).json()).toEqual(job);
});

test('only the settings that were stated replace those of the scenario', async () => {
  const { post } = await yard();
  expect((await (await post({ scenario: SHA, settings: { seed: 7 } })).json()).settings).toEqual({ seed: 7 });
  expect((await (await post({ scenario: SHA })).json()).settings).toEqual({});
});

test('the same question is one job', async () => {
  const { post } = await yard();
  const first = await (await post({ scenario: SHA })).json();
  expect((await (await post({ scenario: SHA, settings: {} })).json()).id).toBe(first.id);
  expect((await (await post({ scenario: SHA, settings: { gap: 0.5 } })).json()).id).not.toBe(first.id);
});

test('a strategy may be asked for, and makes it another question', async () => {
  const { post } = await yard();
  const first = await (await post({ scenario: SHA })).json();
  const named = await (await post({ scenario: SHA, settings: { strategy: 'monolithic' } })).json();
  expect(named).toMatchObject({ settings: { strategy: 'monolithic' } });
  expect(named.id).not.toBe(first.id);
});

test('a scenario that is not there cannot be planned', async () => {
  const { post } = await yard();
  expect((await post({ scenario: 'ff'.repeat(32) })).status).toBe(404);
});

test.each([
  ['no JSON', '{', 400, 'malformed', undefined],
  ['nothing', {}, 422, 'bad-input', '/scenario'],
  ['an unknown field', { scenario: SHA, setings: {} }, 422, 'bad-input', '/setings'],
  ['a gap beyond its law', { scenario: SHA, settings: { gap: -1 } }, 422, 'bad-input', '/settings/gap'],
  ['an unknown strategy', { scenario: SHA, settings: { strategy: 'guess' } }, 422, 'bad-input', '/settings/strategy'],
])('%s is refused with the place', async (_, body, status, code, pointer) => {
  const { post, offered } = await yard();
  const answer = await post(body);
  expect(answer.status).toBe(status);
  const problem = await answer.json();
  expect(problem.code).toBe(code);
  expect(problem.errors?.[0]?.pointer).toBe(pointer);
  expect(offered).toEqual([]);
});

test('an unknown setting is refused with those that are known', async () => {
  const { post } = await yard();
  const answer = await post({ scenario: SHA, settings: { timelimit: 5, colour: 'red' } });
  expect(answer.status).toBe(422);
  const expected = 'gap, timeLimit, workLimit, engine, seed or strategy';
  expect((await answer.json()).errors).toEqual([
    {
      ...{ code: 'unknown-field', message: 'not known here; did you mean timeLimit?' },
      ...{ pointer: '/settings/timelimit', expected },
    },
    { ...{ code: 'unknown-field', message: 'not known here' }, ...{ pointer: '/settings/colour', expected } },
  ]);
});

test('a job that waits tells how many are before it', async () => {
  const { post, queue, werf, clock, organisation } = await yard();
  const ids: string[] = [];
  for (const seed of [1, 2, 3]) {
    clock.now += 1;
    const { id, ahead } = await (await post({ scenario: SHA, settings: { seed } })).json();
    expect(ahead).toBe(ids.length);
    ids.push(id);
  }
  const aheadOf = async (id: string) => (await (await werf.ask(`/v1/jobs/${id}`)).json()).ahead;
  await queue.claim(TERMS);
  expect(await Promise.all(ids.map(aheadOf))).toEqual([null, 0, 1]);
  await werf.ask(`/v1/jobs/${ids[1]}`, { method: 'DELETE' });
  expect(await Promise.all(ids.map(aheadOf))).toEqual([null, null, 0]);
  const { items } = await (await werf.ask('/v1/jobs')).json();
  expect(items.map(({ ahead }: { ahead: number | null }) => ahead)).toEqual([0, null, null]);
  const other = await organisation('Elders');
  await other.store.scenarios.keep({ sha256: SHA, name: 'crane', parent: null, patch: null, document: '{}' });
  clock.now += 1;
  const body = JSON.stringify({ scenario: SHA });
  const theirs = await other.ask('/v1/jobs', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  expect((await theirs.json()).ahead).toBe(1);
});

test('a body of another kind is refused by its kind', async () => {
  const { post } = await yard();
  expect((await post('scenario=1', { 'content-type': 'text/plain' })).status).toBe(415);
});

test('the events of a job are told as a stream that goes on where it was cut, and end with the job', async () => {
  const { post, queue, werf } = await yard();
  const { id } = await (await post({ scenario: SHA })).json();
  const claimed = (await queue.claim(TERMS))!;
  await queue.report(claimed, { type: 'started', attempt: 1 });
  await queue.report(claimed, { type: 'progress', aim: 'cost', bound: 10 });
  const following = werf.ask(`/v1/jobs/${id}/events`, {
    headers: { accept: 'text/event-stream', 'last-event-id': '1' },
  });
  await queue.report(claimed, { type: 'better', status: 'feasible' });
  const plan = planNamed(DIGEST, SHA);
  await queue.finish(claimed, await readyPlan({ plan, text: serialisePlan(plan) }));
  const text = await (await following).text();
  const told = [...text.matchAll(/^event: (\w+)$/gm)].map(([, kind]) => kind);
  expect(told).toEqual(['progress', 'better', 'end']);
  expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, number]) => number)).toEqual(['2', '3', '3']);
  expect(text).toContain(`"plan":"${DIGEST}"`);
});

test('the events can be asked for without a stream', async () => {
  const { post, queue, werf } = await yard();
  const { id } = await (await post({ scenario: SHA })).json();
  const claimed = (await queue.claim(TERMS))!;
  for (const attempt of [1, 2, 3]) await queue.report(claimed, { type: 'started', attempt });
  const answer = await (await werf.ask(`/v1/jobs/${id}/events?after=1`)).json();
  expect(
    answer.items.map(({ sequence, attempt }: { sequence: number; attempt: number }) => [sequence, attempt]),
  ).toEqual([
    [2, 2],
    [3, 3],
  ]);
  expect(answer).toMatchObject({ hasMore: false, job: { id, state: 'running' } });
});

test('the time-line of a job has what improved since it was last taken up, and ends with its plan', async () => {
  const { post, queue, werf } = await yard();
  const { id } = await (await post({ scenario: SHA })).json();
  const rows = async () => {
    const { items } = await (await werf.ask(`/v1/jobs/${id}/timeline`)).json();
    return items.map(({ aim, kind, value, gap }: Record<string, unknown>) => `${aim} ${kind} ${value} ${gap}`);
  };
  expect(await rows()).toEqual([]);
  const claimed = (await queue.claim(TERMS))!;
  const progress = { type: 'progress', aim: 'cost', stage: 'search', gap: null };
  const told = [
    { type: 'started', attempt: 1 },
    { ...progress, incumbent: 5, bound: 1, seconds: 1 },
    { type: 'started', attempt: 2 },
    { type: 'better', status: 'feasible', seconds: 2, aims: [{ aim: 'cost', value: 4000, bound: 900, gap: 0.1 }] },
    { ...progress, incumbent: 2000, bound: 900, seconds: 3 },
    { ...progress, incumbent: 2500, bound: 800, seconds: 4 },
  ];
  for (const event of told) await queue.report(claimed, event);
  const soFar = ['cost plan 4000 0.775', 'cost bound 900 0.775', 'cost plan 2000 0.55'];
  expect(await rows()).toEqual(soFar);
  const plan = planNamed(DIGEST, SHA);
  await queue.finish(claimed, await readyPlan({ plan, text: serialisePlan(plan) }));
  expect(await rows()).toEqual([...soFar, 'shortfall plan 0 0', 'cost plan 1000 0.01', 'cost bound 990 0.01']);
});

test('the best plan so far is there before the job ends', async () => {
  const { post, queue, werf } = await yard();
  const { id } = await (await post({ scenario: SHA })).json();
  expect(await (await werf.ask(`/v1/jobs/${id}/plan`)).json()).toMatchObject({ code: 'no-plan-yet' });
  const claimed = (await queue.claim(TERMS))!;
  await queue.keepBest(claimed, await pack('{"best":1}'));
  const soFar = await werf.ask(`/v1/jobs/${id}/plan`);
  expect([soFar.headers.get('gilde-plan'), await soFar.text()]).toEqual(['best-so-far', '{"best":1}']);
  const plan = planNamed(DIGEST, SHA);
  await queue.finish(claimed, await readyPlan({ plan, text: serialisePlan(plan) }));
  const final = await werf.ask(`/v1/jobs/${id}/plan`);
  expect([final.headers.get('gilde-plan'), await final.text()]).toEqual(['final', serialisePlan(plan)]);
  const kept = await werf.ask(`/v1/plans/${DIGEST}`);
  expect([kept.headers.get('etag'), await kept.text()]).toEqual([`"${DIGEST}"`, serialisePlan(plan)]);
  const again = await werf.ask(`/v1/plans/${DIGEST}`, { headers: { 'if-none-match': `"${DIGEST}"` } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('a job that waits is cancelled, one that runs is asked to end, one that ended is gone', async () => {
  const { post, queue, werf } = await yard();
  const end = (id: string) => werf.ask(`/v1/jobs/${id}`, { method: 'DELETE' });
  const waiting = await (await post({ scenario: SHA })).json();
  const cancelled = await end(waiting.id);
  expect([cancelled.status, (await cancelled.json()).state]).toEqual([200, 'cancelled']);
  const running = await (await post({ scenario: SHA, settings: { seed: 2 } })).json();
  await queue.claim(TERMS);
  const asked = await end(running.id);
  expect([asked.status, (await asked.json()).stopRequested]).toEqual([202, true]);
  const late = await end(waiting.id);
  expect([late.status, (await late.json()).code]).toEqual([410, 'finished']);
});

test('jobs of another organisation are not there', async () => {
  const { post, organisation } = await yard();
  const { id } = await (await post({ scenario: SHA })).json();
  const other = await organisation('Elders');
  for (const [path, method] of [
    [`/v1/jobs/${id}`, 'GET'],
    [`/v1/jobs/${id}`, 'DELETE'],
    [`/v1/jobs/${id}/events`, 'GET'],
    [`/v1/jobs/${id}/plan`, 'GET'],
  ] as const)
    expect((await other.ask(path, { method })).status, `${method} ${path}`).toBe(404);
  expect((await (await other.ask('/v1/jobs')).json()).items).toEqual([]);
});

test('a request with a key is carried out once, and refused when the key comes with another one', async () => {
  const { post, offered } = await yard();
  const key = { 'idempotency-key': 'monday-1' };
  const first = await post({ scenario: SHA }, key);
  const again = await post({ scenario: SHA }, key);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect([again.status, again.headers.get('location')]).toEqual([202, first.headers.get('location')]);
  expect(await again.json()).toEqual(await first.json());
  expect(offered).toHaveLength(1);
  expect(await (await post({ scenario: SHA, settings: { seed: 9 } }, key)).json()).toMatchObject({
    code: 'key-reused',
  });
});
