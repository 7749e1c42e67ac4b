import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './env.ts';

const ABOUT = `Plans consortia of suppliers for a bill of materials: which firms together, who makes what and when.

Ask for a plan in three steps: POST a scenario (GET /v1/demo/scenario is one to copy), POST a job for it, follow its events or read the
job until it has ended; then read the plan. Scenarios and plans are named by their content and never change.

Every refusal is an RFC 9457 problem with a stable \`code\`. Unknown parameters are refused. A POST with an Idempotency-Key is carried
out once. Within /v1 there are only additions: new routes, new optional parameters, new fields in answers, new problem codes.`;

/** The OpenAPI 3.1 document of the service, from the same schemas that read its requests. */
export const openApiDocument = (app: OpenAPIHono<AppEnv>, version: string) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Gilde',
      version,
      description: ABOUT,
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    security: [{ token: [] }],
    tags: [
      { name: 'Scenarios', description: 'What a planner states before anything is solved' },
      { name: 'Jobs', description: 'Solves that were asked for' },
      { name: 'Plans', description: 'What came of them, verified' },
      { name: 'Registries', description: 'Suppliers that scenarios draw from' },
    ],
  });
