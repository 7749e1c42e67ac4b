/** Which part of a list is wanted. */
export interface PageWanted {
  /** At least 1. */
  readonly limit: number;
  /** `next` of the page before; absent: the first page. */
  readonly cursor?: string;
}

/** A part of a list. What is added while a reader pages through shifts nothing: nothing is shown twice or skipped. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; null: this is the last page. */
  readonly next: string | null;
}

/** A value, or why there is none. */
export type Answer<T, Reason extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

/** The sort key of the last row of a page, by which the next one goes on. */
export type Mark = readonly (string | number)[];

const encode = (list: string, mark: Mark): string => {
  const bytes = new TextEncoder().encode(JSON.stringify([list, ...mark]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
};

function decode(list: string, cursor: string): unknown[] | undefined {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const [of, ...mark]: unknown[] = JSON.parse(new TextDecoder().decode(bytes));
    return of === list ? mark : undefined;
  } catch {
    return undefined;
  }
}

const fits = (mark: readonly unknown[], like: Mark): mark is Mark =>
  mark.length === like.length && mark.every((part, at) => typeof part === typeof like[at]);

/**
 * One page of the list named `list`: `read` takes the mark to go on after (undefined: from the start) and how many rows are wanted.
 * `like` shows the types of a mark; a cursor that was not made for this list is refused.
 */
export async function pageOf<T>(
  list: string,
  wanted: PageWanted,
  like: Mark,
  read: (after: Mark | undefined, limit: number) => Promise<readonly T[]>,
  markOf: (row: T) => Mark,
): Promise<Answer<Page<T>, 'bad-cursor'>> {
  const after = wanted.cursor === undefined ? undefined : decode(list, wanted.cursor);
  if (wanted.cursor !== undefined && (after === undefined || !fits(after, like)))
    return { ok: false, reason: 'bad-cursor' };
  const rows = await read(after as Mark | undefined, wanted.limit + 1);
  const items = rows.slice(0, wanted.limit);
  const last = items.at(-1);
  const next = rows.length > wanted.limit && last !== undefined ? encode(list, markOf(last)) : null;
  return { ok: true, value: { items, next } };
}
