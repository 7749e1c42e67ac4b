import type { ClientResponse } from 'hono/client';
import type { SuccessStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problems.ts';

/** A service, and who asks. */
export interface Service {
  /** Without a path, e.g. `http://127.0.0.1:8470`. */
  readonly url: string;
  /** Absent: as the local organisation of this machine. */
  readonly token?: string;
  /** Instead of the one at hand, e.g. `app.request` of a service in the same process. */
  readonly fetch?: (input: string | URL | Request, init?: RequestInit) => Response | Promise<Response>;
}

/** Why the service did not do it. Nobody answered: `unreachable`; what answered is no service of Gilde: `foreign`; both with status 0. */
export interface ServiceProblem extends Omit<Problem, 'code'> {
  readonly code: ProblemCode | 'unreachable' | 'foreign';
}

/** What was asked for, or why not. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ServiceProblem };

/** What a request of the typed client is answered with when it goes well. */
type ValueOf<Answered> =
  Answered extends ClientResponse<infer Value, infer Status, 'json'>
    ? Status extends SuccessStatusCode
      ? Value
      : never
    : never;

/** The headers that say who asks. */
export const headersOf = ({ token }: Service): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

/** A request by its path, for bodies that have no schema. */
export const sent = async (
  service: Service,
  path: string,
  init: Omit<RequestInit, 'headers'> & { readonly headers: Record<string, string> },
): Promise<Response> =>
  (service.fetch ?? fetch)(new URL(path, service.url), {
    ...init,
    headers: { ...headersOf(service), ...init.headers },
  });

const nobody = (detail: string): ServiceProblem => ({
  ...{ type: 'about:blank', code: 'unreachable', title: 'No answer', status: 0, requestId: '' },
  ...{ detail, advice: 'See whether the service runs at this address.' },
});

/** What answered is something else. */
export const FOREIGN: ServiceProblem = {
  ...{ type: 'about:blank', code: 'foreign', title: 'Not a service of Gilde', status: 0, requestId: '' },
  ...{ detail: 'what answers there is no service of Gilde', advice: 'See whether the address is right.' },
};

/** What node and browsers say of a request that reached nobody; its reason stands in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host';
  return code === '' ? 'the connection failed' : `the connection failed: ${code}`;
}

const isProblem = (body: unknown): body is ServiceProblem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** The problem that a refused request tells. */
async function problemIn(response: Response): Promise<ServiceProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  return isProblem(body) ? body : FOREIGN;
}

async function read<Value>(
  request: Promise<unknown>,
  from: (response: Response) => Promise<Value>,
): Promise<Answer<Value>> {
  try {
    const response = (await request) as Response;
    if (!response.ok) return { ok: false, problem: await problemIn(response) };
    return { ok: true, value: await from(response) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problem: FOREIGN };
    if (error instanceof TypeError || (error instanceof Error && error.name === 'AbortError'))
      return { ok: false, problem: nobody(reasonOf(error)) };
    throw error;
  }
}

/** The value that a request was answered with, or the problem. Never throws for what the network or the service does. */
export function answerOf<Answered extends ClientResponse<unknown, number, 'json'>>(
  request: Promise<Answered>,
): Promise<Answer<ValueOf<Answered>>>;
export function answerOf<Value>(request: Promise<Response>): Promise<Answer<Value>>;
export function answerOf(request: Promise<unknown>): Promise<Answer<unknown>> {
  return read(request, (response) => response.json());
}

/** Like {@link answerOf}, with the answer as the text that it is: a plan byte for byte. */
export const textOf = (
  request: Promise<{ readonly ok: boolean; readonly text: () => Promise<string> }>,
): Promise<Answer<string>> => read(request, (response) => response.text());

/** The open answer itself, to be read as it comes, or the problem. */
export const openOf = (request: Promise<Response>): Promise<Answer<Response>> =>
  read(request, async (response) => response);
