import { and, eq, getTableColumns, isNull, lt, or } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { newestFirst } from '../newest-first.ts';
import { type Answer, type Page, type PageWanted, pageOf } from '../page.ts';
import { apiTokens } from '../schema/api-tokens.ts';
import type { Scope } from '../scope.ts';
import { newId, newSecret, type Surroundings, sha256 } from '../surroundings.ts';

/** What is known of a token; the token itself is not. */
export interface ApiToken {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  /** Null: never. */
  readonly expiresAt: number | null;
  /** To the minute; null: not yet. */
  readonly lastUsedAt: number | null;
}

export interface ApiTokenStore {
  /** A new token; `secret` is told this once. */
  readonly issue: (
    wanted: Pick<ApiToken, 'name' | 'scopes' | 'expiresAt'>,
  ) => Promise<{ readonly token: ApiToken; readonly secret: string }>;
  readonly list: (wanted: PageWanted) => Promise<Answer<Page<ApiToken>, 'bad-cursor'>>;
  /** Ends a token at once; false: there is none of this id. */
  readonly revoke: (id: string) => Promise<boolean>;
}

const { sha256: _, ...shown } = getTableColumns(apiTokens);
const MINUTE = 60_000;

/** The tokens of an organisation. */
export function createApiTokenStore({ database, organisation, surroundings }: Scope): ApiTokenStore {
  const own = eq(apiTokens.organisation, organisation);
  const newest = newestFirst(apiTokens.createdAt, apiTokens.id);
  return {
    issue: async (wanted) => {
      const secret = newSecret(surroundings, 'gilde');
      const token = {
        ...{ id: newId(surroundings, 'tok'), organisation, name: wanted.name, scopes: wanted.scopes },
        ...{ createdAt: surroundings.now(), expiresAt: wanted.expiresAt, lastUsedAt: null },
      };
      await database.insert(apiTokens).values({ ...token, sha256: await sha256(secret) });
      return { token, secret };
    },
    list: (wanted) =>
      pageOf(
        'tokens',
        wanted,
        newest.like,
        (after, limit) =>
          database
            .select(shown)
            .from(apiTokens)
            .where(and(own, newest.after(after)))
            .orderBy(...newest.order)
            .limit(limit),
        (token) => [token.createdAt, token.id],
      ),
    revoke: async (id) => {
      const gone = await database
        .delete(apiTokens)
        .where(and(own, eq(apiTokens.id, id)))
        .returning({ id: apiTokens.id });
      return gone.length > 0;
    },
  };
}

/** The token that a secret belongs to, if it has not expired; its use is noted at most once a minute. This finds the organisation. */
export async function authenticate(
  database: Database,
  { now }: Pick<Surroundings, 'now'>,
  secret: string,
): Promise<ApiToken | undefined> {
  const [token] = await database
    .select(shown)
    .from(apiTokens)
    .where(eq(apiTokens.sha256, await sha256(secret)));
  const at = now();
  if (token === undefined || (token.expiresAt !== null && token.expiresAt <= at)) return undefined;
  if (token.lastUsedAt === null || token.lastUsedAt <= at - MINUTE)
    await database
      .update(apiTokens)
      .set({ lastUsedAt: at })
      .where(and(eq(apiTokens.id, token.id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, at))));
  return token;
}
