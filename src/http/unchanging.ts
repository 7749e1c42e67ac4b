import type { Context, TypedResponse } from 'hono';
import type { AppEnv } from './env.ts';

/** Whether a header like If-None-Match names a tag. */
export const names = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((stated) => [tag, `W/${tag}`, '*'].includes(stated.trim())) ?? false;

/**
 * Answers with a text that is named by its content: a reader who has it already is told so. `Shown` says what a JSON text holds; it was
 * checked when it was kept.
 */
export function unchanging<Shown>(context: Context<AppEnv>, name: string, text: string, type = 'application/json') {
  const tag = `"${name}"`;
  const headers = { etag: tag, 'cache-control': 'private, max-age=31536000, immutable' };
  const known = names(context.req.header('if-none-match'), tag);
  const response = known
    ? context.body(null, 304, headers)
    : context.body(text, 200, { ...headers, 'content-type': type });
  return response as Response as Response & TypedResponse<Shown, 200, 'json'>;
}
