import type { Context } from 'hono';
import { readJson } from '../../scenarios/wire/json/read-json.ts';
import type { AppEnv } from './env.ts';
import { refuse, toldAs } from './problem.ts';
import { mediaTypeOf } from './typed.ts';

/** The value of a JSON body that our own readers check, or how it is refused: with the line and column of what cannot be read. */
export async function jsonBody(context: Context<AppEnv>, name: string) {
  const read = readJson(new Uint8Array(await context.req.arrayBuffer()), name);
  if (read.ok) return { ok: true, value: read.value } as const;
  const detail = read.problems.map(({ line, message }) => (line === undefined ? message : `line ${line}: ${message}`));
  return { ok: false, refusal: refuse(context, 'malformed', detail.join('; '), read.problems.map(toldAs)) } as const;
}

/** A body that is a JSON document or a zipped folder, as the services take it; or how it is refused. */
export async function sourceBody(context: Context<AppEnv>, name: string) {
  if (mediaTypeOf(context) === 'application/zip')
    return { ok: true, source: { zip: new Uint8Array(await context.req.arrayBuffer()) } } as const;
  const json = await jsonBody(context, name);
  return json.ok ? ({ ok: true, source: { document: json.value } } as const) : json;
}
