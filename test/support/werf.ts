import { expect } from 'vitest';
import { engineOfTests } from './highs.ts';
import { serviceOfTests } from './service.ts';
import { keepTiny } from './tiny-planned.ts';

/** What a service needs to solve while somebody waits. */
const solving = { engines: [engineOfTests], now: () => performance.now() };

/** An organisation that keeps the example `tiny` with its plan, and how it asks a service that solves, unless `ports` say otherwise. */
export async function werf(ports: Parameters<typeof serviceOfTests>[0] = { solving }) {
  const { organisation } = await serviceOfTests(ports);
  const { ask, store } = await organisation('Werf');
  const kept = await keepTiny(store);
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const init = { method: 'POST', body: JSON.stringify(body) };
    const answer = await ask(path, { ...init, headers: { 'content-type': 'application/json', ...headers } });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return { ...kept, post };
}

/** That a body was refused, and where in it the first mistake is. */
export const expectRefused = ({ status, text }: { readonly status: number; readonly text: string }, pointer: string) =>
  expect([status, (JSON.parse(text) as { errors: { pointer: string }[] }).errors[0]!.pointer]).toEqual([422, pointer]);
