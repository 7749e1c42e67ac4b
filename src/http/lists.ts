import { z } from '@hono/zod-openapi';

/** Most entries of one page. */
const MOST = 200;
const LIMIT_LAW = `a whole number from 1 to ${MOST}`;

/** The parameters of every list. */
export const listQuery = {
  limit: z
    .string()
    .regex(/^\d{1,3}$/, LIMIT_LAW)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= MOST, LIMIT_LAW)
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: MOST, default: 50, description: 'Most entries of one page' }),
  cursor: z
    .string()
    .max(2000, 'at most 2000 characters')
    .optional()
    .openapi({ description: '`next` of the page before; opaque, and of this list alone' }),
};

/** Which page of the store's list is asked for. */
export const pageWanted = ({ limit = 50, cursor }: { limit?: number | undefined; cursor?: string | undefined }) => ({
  limit,
  ...(cursor !== undefined && { cursor }),
});

/** One page of a list. */
export const pageOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({
    items: z.array(entry),
    hasMore: z.boolean(),
    next: z.string().nullable().openapi({ description: '`cursor` of the next page; null: this is the last' }),
  });

/** A page of the store as it is answered. */
export const shownPage = <Row, Shown>(
  page: { readonly items: readonly Row[]; readonly next: string | null },
  show: (row: Row) => Shown,
) => ({ items: page.items.map(show), hasMore: page.next !== null, next: page.next });

/** What to answer to a cursor that was not made for the list. */
export const BAD_CURSOR = 'cursor must be `next` of a page of this very list';

/** An instant as it is answered: ISO 8601, UTC. */
export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
export const instantSchema = z.string().openapi({ format: 'date-time' });
