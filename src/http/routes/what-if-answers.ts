import type { Context, TypedResponse } from 'hono';
import type { JSONParsed } from 'hono/utils/types';
import type { WhatIfAnswer } from '../../services/what-if-answer.ts';
import type { AppEnv } from '../env.ts';
import { refusals, refuse } from '../problem.ts';

/** Seconds that somebody may wait for an answer: proxies give up soon after. */
export const LONGEST = 120;

/** What a question that is answered while the reader waits may be refused by. */
export const WHAT_IF_REFUSALS = refusals('not-found', 'no-plan', 'bad-input', 'unavailable');

/** A JSON text that its own schema has written. */
export const text = <Shown>(context: Context<AppEnv>, body: string) =>
  context.body(body, 200, { 'content-type': 'application/json' }) as unknown as Response &
    TypedResponse<JSONParsed<Shown>, 200, 'json'>;

/** Why there is no answer, as a problem. */
export function refused(context: Context<AppEnv>, { reason, message, pointer }: Extract<WhatIfAnswer, { ok: false }>) {
  if (reason === 'unknown') return refuse(context, 'not-found', message);
  if (reason === 'empty') return refuse(context, 'no-plan', message);
  if (reason === 'busy') return refuse(context, 'unavailable', message);
  const errors = pointer === undefined ? undefined : [{ code: 'invalid-value', message, pointer }];
  return refuse(context, 'bad-input', message, errors);
}
