import type { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { HeavyPort } from '../services/heavy.ts';
import type { HttpPorts } from '../services/ports.ts';
import { accessLog } from './access-log.ts';
import type { AppEnv } from './env.ts';
import { identify } from './identify.ts';
import { createMetrics } from './metrics.ts';
import { newApp } from './new-app.ts';
import { notFound } from './not-found.ts';
import { onError } from './on-error.ts';
import { openApiDocument } from './openapi.ts';
import { docsRoutes } from './routes/docs.ts';
import { healthRoutes } from './routes/health.ts';
import { jobNewsRoutes } from './routes/job-news.ts';
import { jobRoutes } from './routes/jobs.ts';
import { planSheetRoutes } from './routes/plan-sheets.ts';
import { planTableRoutes } from './routes/plan-tables.ts';
import { planVerificationRoutes } from './routes/plan-verification.ts';
import { planRoutes } from './routes/plans.ts';
import { registryRoutes } from './routes/registries.ts';
import { registryImportRoutes } from './routes/registry-import.ts';
import { registrySupplierRoute } from './routes/registry-supplier.ts';
import { registrySupplierRoutes } from './routes/registry-suppliers.ts';
import { registryTableRoutes } from './routes/registry-tables.ts';
import { curveRoutes } from './routes/robustness-curve.ts';
import { scenarioLineageRoutes } from './routes/scenario-lineage.ts';
import { scenarioWriteRoutes } from './routes/scenario-writes.ts';
import { scenarioRoutes } from './routes/scenarios.ts';
import { whatIfRoutes } from './routes/what-ifs.ts';

/** The routes of organisations: their type is what the typed client is made from. */
const versionOne = (ports: HttpPorts) =>
  newApp()
    .route('/', scenarioRoutes())
    .route('/', scenarioWriteRoutes())
    .route('/', scenarioLineageRoutes())
    .route('/', jobRoutes(ports))
    .route('/', jobNewsRoutes())
    .route('/', planRoutes())
    .route('/', planTableRoutes())
    .route('/', planSheetRoutes())
    .route('/', planVerificationRoutes())
    .route('/', whatIfRoutes())
    .route('/', curveRoutes())
    .route('/', registryRoutes())
    .route('/', registryImportRoutes())
    .route('/', registrySupplierRoutes())
    .route('/', registrySupplierRoute())
    .route('/', registryTableRoutes());

export type Api = ReturnType<typeof createApi>;

const createApi = (ports: HttpPorts) => newApp().route('/v1', versionOne(ports));

/** The HTTP service, the same at the edge and on Node. */
export function createApp(ports: HttpPorts & HeavyPort): OpenAPIHono<AppEnv> {
  const app = newApp();
  const metrics = createMetrics();
  app.use(accessLog(ports, metrics));
  app.use(async (context, next) => {
    context.set('limits', ports.limits);
    await next();
  });
  // That a host speaks TLS alone, and its subdomains with it, is for the proxy before it to say.
  app.use(secureHeaders({ strictTransportSecurity: false }));
  if (ports.limits.compress) {
    app.use(compress());
    // The compression would say so itself, but makes a stream of each text for it, also where nothing is compressed.
    app.use(async (context, next) => {
      await next();
      context.res.headers.append('vary', 'Accept-Encoding');
    });
  }
  app.use('/v1/*', identify(ports));
  app.use('/metrics', identify(ports));
  app.route('/', healthRoutes(ports, metrics));
  app.route('/', createApi(ports));
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  app.route('/', docsRoutes(openApiDocument(app, ports.version)));
  app.notFound(notFound(app));
  app.onError(onError(ports));
  return app;
}
