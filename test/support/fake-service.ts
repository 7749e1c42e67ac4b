import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { unzipSync } from 'fflate';
import { type Context, Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { serialisePlan } from '../../scenarios/wire/plan.ts';
import { problemOf } from '../../src/http/problem.ts';
import { planScenario } from '../../src/services/plan-scenario.ts';
import { readScenario } from '../../src/services/read-scenario.ts';
import { engineHere } from '../src/cli/support/run.ts';

/** What a faulty line does: the events of one connection, after which it ends as if cut. */
export interface Script {
  /** Events by connection, in the form of the stream; each line but the last breaks. */
  readonly lines?: readonly (readonly string[])[];
  /** The job as it ends. */
  readonly end?: { readonly state: string; readonly fault?: string | null };
  /** Refuses every request. */
  readonly refuse?: (context: Context) => Response | undefined;
}

/** A service in one process that answers as scripted, to test what a real one does seldom. Tells what it was asked. */
export async function fakeService({ lines = [[]], end = { state: 'done' }, refuse }: Script = {}) {
  const asked: string[] = [];
  const seen: string[] = [];
  let text = '';
  const app = new Hono();
  app.use(async (context, next) => {
    asked.push(`${context.req.method} ${context.req.path}`);
    return refuse?.(context) ?? next();
  });
  app.post('/v1/scenarios', async (context) => {
    const zip = context.req.header('content-type') === 'application/zip';
    const source = zip
      ? { files: new Map(Object.entries(unzipSync(new Uint8Array(await context.req.arrayBuffer())))) }
      : { document: await context.req.json() };
    const read = await readScenario({ input: source });
    if (!read.ok) return context.json(problemOf('bad-input', 'it does not hold', 'req_1'), 422);
    const engine = await engineHere('highs');
    const ctx = { engine, now: () => performance.now() };
    const { plan } = await planScenario({ ctx, input: read.value });
    text = serialisePlan(plan);
    return context.json({ sha256: read.value.sha256 }, 201);
  });
  app.post('/v1/jobs', (context) => context.json({ id: 'job_1', state: 'queued' }, 202));
  app.delete('/v1/jobs/job_1', (context) => context.json({ id: 'job_1' }, 202));
  app.get('/v1/jobs/job_1/plan', (context) => context.body(text));
  app.get('/v1/jobs/job_1/events', (context) => {
    const events = lines[seen.length] ?? [];
    seen.push(context.req.header('last-event-id') ?? '');
    const job = JSON.stringify({ id: 'job_1', fault: null, ...end });
    const last = seen.length < lines.length ? [] : [`event: end\ndata: ${job}\n\n`];
    return context.body([...events, ...last].join(''), 200, { 'content-type': 'text/event-stream' });
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, seen };
}

/** One event as the stream has it. */
export const streamed = (id: number, event: { readonly type: string }): string =>
  `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify({ at: '2026-01-01T00:00:00.000Z', ...event })}\n\n`;
