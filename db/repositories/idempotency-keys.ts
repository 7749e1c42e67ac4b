import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { idempotencyKeys } from '../schema/idempotency-keys.ts';
import type { Scope } from '../scope.ts';

/** What a request was answered: an HTTP status and a body. */
export interface KeptResponse {
  readonly status: number;
  readonly response: string;
}

/** fresh: answer it; kept: it was answered so; in-progress: the first one is being answered; other-body: the key is taken. */
export type Begun =
  | { readonly is: 'fresh' }
  | ({ readonly is: 'kept' } & KeptResponse)
  | { readonly is: 'in-progress' }
  | { readonly is: 'other-body' };

/** What requests with an Idempotency-Key were answered. */
export interface IdempotencyStore {
  /** `patience`: milliseconds after which a first request without an answer counts as lost. */
  readonly begin: (key: string, bodySha256: string, patience: number) => Promise<Begun>;
  readonly finish: (key: string, kept: KeptResponse) => Promise<void>;
  /** Gives the key of a request back that has no answer to keep, so that it may be sent again; an answer that is kept stays. */
  readonly forget: (key: string) => Promise<void>;
}

/** The keys of an organisation. */
export function createIdempotencyStore({ database, organisation, surroundings }: Scope): IdempotencyStore {
  const of = (key: string) => and(eq(idempotencyKeys.organisation, organisation), eq(idempotencyKeys.key, key));
  return {
    begin: async (key, bodySha256, patience) => {
      const at = surroundings.now();
      const [fresh, [standing]] = await database.batch([
        database
          .insert(idempotencyKeys)
          .values({ organisation, key, bodySha256, createdAt: at })
          .onConflictDoUpdate({
            target: [idempotencyKeys.organisation, idempotencyKeys.key],
            set: { createdAt: at },
            setWhere: sql`${isNull(idempotencyKeys.status)} and ${eq(idempotencyKeys.bodySha256, bodySha256)}
              and ${idempotencyKeys.createdAt} <= ${at - patience}`,
          })
          .returning({ key: idempotencyKeys.key }),
        database.select().from(idempotencyKeys).where(of(key)),
      ]);
      if (fresh.length > 0 || standing === undefined) return { is: 'fresh' };
      if (standing.bodySha256 !== bodySha256) return { is: 'other-body' };
      const { status, response } = standing;
      return status === null || response === null ? { is: 'in-progress' } : { is: 'kept', status, response };
    },
    finish: async (key, { status, response }) => {
      await database.update(idempotencyKeys).set({ status, response }).where(of(key));
    },
    forget: async (key) => {
      await database.delete(idempotencyKeys).where(and(of(key), isNull(idempotencyKeys.status)));
    },
  };
}

/** Forgets the keys of all organisations that are older than an instant; answers with their number. */
export async function forgetIdempotencyKeys(database: Database, before: number): Promise<number> {
  const gone = await database.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
  return gone.rowsAffected;
}
