import type { HttpPorts } from '../../services/ports.ts';
import { allow } from '../identify.ts';
import type { Metrics } from '../metrics.ts';
import { newApp } from '../new-app.ts';
import { refuse } from '../problem.ts';
import { isProblemCode, PROBLEMS } from '../problems.ts';

/** Whether the process is up, whether it can work, and what it did; nothing of an organisation. */
export function healthRoutes({ version, ready, faultWords }: HttpPorts, metrics: Metrics) {
  const app = newApp();
  app.get('/healthz', (context) => context.json({ status: 'ok', version }));
  app.get('/readyz', async (context) => {
    try {
      if (await ready()) return context.json({ status: 'ready', version });
    } catch (error) {
      return refuse(context, 'unavailable', faultWords(error) ?? 'the service cannot work yet');
    }
    return refuse(context, 'unavailable', 'the service is starting or ending');
  });
  app.get('/problems', (context) => context.json(PROBLEMS));
  app.get('/problems/:code', (context) => {
    const code = context.req.param('code');
    return isProblemCode(code)
      ? context.json({ code, ...PROBLEMS[code] })
      : refuse(context, 'not-found', 'there is no such problem');
  });
  app.get('/metrics', allow('metrics:read'), (context) => context.text(metrics.text()));
  return app;
}
