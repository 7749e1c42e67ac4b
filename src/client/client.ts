import { hc } from 'hono/client';
import type { Api } from '../http/app.ts';
import { type Answer, answerOf, headersOf, type Service, sent } from './answer.ts';

export { type Answer, answerOf, type Service, type ServiceProblem, textOf } from './answer.ts';
export { type FollowedJob, followJob, type JobEvent, type Watch } from './follow-job.ts';

/** The routes of a service, typed by what it reads and answers: `client.v1.plans.$get({ query: {} })`. */
export type Client = ReturnType<typeof hc<Api>>;

/** The client of a service. */
export const createClient = (service: Service): Client =>
  hc<Api>(service.url, { headers: headersOf(service), ...(service.fetch && { fetch: service.fetch }) });

/** A scenario as it is sent: the JSON document, or a zip of the folder. */
export type ScenarioSent = { readonly document: unknown } | { readonly zip: Uint8Array<ArrayBuffer> };

/** Keeps a scenario in the service; its hash names it from then on. Sent twice it is the same one. */
export const sendScenario = (service: Service, scenario: ScenarioSent): Promise<Answer<{ readonly sha256: string }>> =>
  answerOf(
    sent(service, '/v1/scenarios', {
      method: 'POST',
      ...('zip' in scenario
        ? { body: scenario.zip, headers: { 'content-type': 'application/zip' } }
        : { body: JSON.stringify(scenario.document), headers: { 'content-type': 'application/json' } }),
    }),
  );
