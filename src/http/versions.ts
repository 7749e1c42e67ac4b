import type { Context, TypedResponse } from 'hono';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';
import { names } from './unchanging.ts';

/** The ETag of something that changes: of its version. */
export const versionTag = (version: number): string => `"v${version}"`;

/** Answers with the state of something that changes, or that the reader has it already. */
export function versioned<Shown extends object>(
  context: Context<AppEnv>,
  version: number,
  shown: Shown,
): Response & TypedResponse<Shown, 200, 'json'> {
  const tag = versionTag(version);
  context.header('etag', tag);
  context.header('cache-control', 'private, no-cache');
  const known = names(context.req.header('if-none-match'), tag);
  const response: Response = known ? context.body(null, 304) : context.json(shown as object, 200);
  return response as Response & TypedResponse<Shown, 200, 'json'>;
}

/** A proxy that compresses answers marks their tags as weak. */
const TAG = /^(?:W\/)?"v(\d{1,15})"$/;

/** Any ETag, of whatever service; several of them fit no version either. */
const QUOTED = /^(?:W\/)?".*"$/;
/** Letters of a header that an answer repeats. */
const MOST_SHOWN = 80;

/** No version has this number. */
const NONE = -1;

/**
 * Which version a change is meant for, by If-Match; null: for something that must not be there yet, by `If-None-Match: *`. Undefined
 * where the request says neither, by `If-Match: *` that any will do, or something that is no tag. A tag that is none of ours fits no
 * version.
 */
export function versionMeant(context: Context<AppEnv>): number | null | undefined {
  const stated = context.req.header('if-match')?.trim();
  if (stated === '*') return undefined;
  if (stated !== undefined && !QUOTED.test(stated)) return undefined;
  if (stated !== undefined) return Number(TAG.exec(stated)?.[1] ?? NONE);
  return context.req.header('if-none-match')?.trim() === '*' ? null : undefined;
}

/** Refuses a change that does not say what it changes, or whose If-Match is no ETag. */
export function refuseUnversioned(context: Context<AppEnv>) {
  const stated = context.req.header('if-match')?.trim() ?? '*';
  if (stated === '*') return refuse(context, 'version-needed', 'the request has no If-Match with a version');
  const message = 'must be the ETag as it was read, with its double quotes, like "v2"';
  return refuse(context, 'bad-request', `If-Match ${message}`, [
    { code: 'malformed', parameter: 'If-Match', message, got: stated.slice(0, MOST_SHOWN) },
  ]);
}

/** Refuses a change of what somebody else has changed since it was read. */
export const refuseChanged = (context: Context<AppEnv>) =>
  refuse(context, 'changed', 'somebody else changed it since, or it is there already');
