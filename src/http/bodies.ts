import type { Context } from 'hono';
import type { InputProblem } from '../../scenarios/domain/input-problem.ts';
import { readJson } from '../../scenarios/wire/json/read-json.ts';
import type { Refused } from '../services/keep-scenario.ts';
import type { RequestSource } from '../services/open-source.ts';
import type { AppEnv } from './env.ts';
import { refuse, refuseInput, toldAs } from './problem.ts';
import { mediaTypeOf } from './typed.ts';

/** The value of a JSON body that our own readers check, or how it is refused: with the line and column of what cannot be read. */
export async function jsonBody(context: Context<AppEnv>, name: string) {
  const read = readJson(new Uint8Array(await context.req.arrayBuffer()), name);
  if (read.ok) return { ok: true, value: read.value } as const;
  return { ok: false, refusal: refuseMalformed(context, read.problems) } as const;
}

/** Refuses a text that is no JSON. */
function refuseMalformed(context: Context<AppEnv>, problems: readonly InputProblem[]) {
  const detail = problems.map(({ line, message }) => (line === undefined ? message : `line ${line}: ${message}`));
  return refuse(context, 'malformed', detail.join('; '), problems.map(toldAs));
}

/** A body that is a JSON document or a zipped folder, as the services take it. */
export async function sourceBody(context: Context<AppEnv>): Promise<RequestSource> {
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  return mediaTypeOf(context) === 'application/zip' ? { zip: bytes } : { json: bytes };
}

/** Refuses what a service could not take of such a body. */
export const refuseSource = (context: Context<AppEnv>, { problems, malformed }: Refused) =>
  malformed ? refuseMalformed(context, problems) : refuseInput(context, problems);
