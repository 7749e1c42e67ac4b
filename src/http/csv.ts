import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { AppEnv } from './env.ts';

/** A table in comma-separated values, with its header line. */
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** The content of a response in comma-separated values, for its OpenAPI description. */
export const csvContent = (example: string) => ({ 'text/csv': { schema: { type: 'string' as const }, example } });

/** Whether the client would rather have a list as a table; caches are told that the answer depends on it. */
export const wantsCsv = (context: Context<AppEnv>): boolean => {
  context.header('vary', 'Accept', { append: true });
  const supports = ['application/json', 'text/csv'];
  return accepts(context, { header: 'Accept', supports, default: 'application/json' }) === 'text/csv';
};

/** A page of a list as a table; the header Link names the next page. */
export function csvPage(context: Context<AppEnv>, text: string, next: string | null): Response {
  if (next !== null) {
    const { pathname, searchParams } = new URL(context.req.url);
    searchParams.set('cursor', next);
    context.header('link', `<${pathname}?${searchParams}>; rel="next"`);
  }
  return context.body(text, 200, { 'content-type': CSV_TYPE });
}
