import type { Context } from 'hono';
import type { Checked } from '../../scenarios/domain/input-problem.ts';
import { readJson } from '../../scenarios/wire/json/read-json.ts';
import type { AppEnv } from './env.ts';
import { refuse, toldAs } from './problem.ts';

/** A body that our own readers check: its media type and bytes. */
export interface Body<Type extends string> {
  readonly ok: true;
  readonly type: Type;
  readonly bytes: Uint8Array;
}

/** The body of a request, if it has one of the media types; else how it is refused. */
export async function bodyOf<const Type extends string>(context: Context<AppEnv>, types: readonly Type[]) {
  const stated = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  const type = types.find((known) => known === stated);
  if (type === undefined) {
    const found = stated === undefined ? 'there is no Content-Type' : `Content-Type is ${stated}`;
    return { ok: false, refusal: refuse(context, 'unsupported-type', `${found}, not ${types.join(' or ')}`) } as const;
  }
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  return { ok: true, type, bytes } satisfies Body<Type>;
}

/** The value of a JSON body, or how it is refused: with the line and column of what cannot be read. */
export function jsonOf(context: Context<AppEnv>, bytes: Uint8Array, name = 'body') {
  const read: Checked<unknown> = readJson(bytes, name);
  if (read.ok) return { ok: true, value: read.value } as const;
  const detail = read.problems.map(({ line, message }) => (line === undefined ? message : `line ${line}: ${message}`));
  return { ok: false, refusal: refuse(context, 'malformed', detail.join('; '), read.problems.map(toldAs)) } as const;
}
