import { Hono } from 'hono';

/** The HTTP service, the same at the edge and on Node. It answers whether it is up; `version` is the release that runs. */
export function createApp(version: string): Hono {
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok', version }));
  return app;
}
