import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { type ApiToken, authenticate } from './repositories/api-tokens.ts';
import { forgetIdempotencyKeys } from './repositories/idempotency-keys.ts';
import { createJobQueue, type JobQueue } from './repositories/job-queue.ts';
import { createOrganisationStore, type OrganisationStore } from './repositories/organisations.ts';
import { createStore, type Store } from './store.ts';
import type { Surroundings } from './surroundings.ts';

/** All that is in an open database, by who may see it: organisation by organisation, and what serves all of them. */
export interface Contents {
  readonly organisations: OrganisationStore;
  readonly storeOf: (organisation: string) => Store;
  /** The token that a secret belongs to, if it has not expired. */
  readonly authenticate: (secret: string) => Promise<ApiToken | undefined>;
  readonly queue: JobQueue;
  /** Forgets request keys that were kept for so many milliseconds. */
  readonly forgetKeys: (keptFor: number) => Promise<number>;
  /** Settles when the database answers; throws what it refuses. */
  readonly reached: () => Promise<void>;
  readonly close: () => void;
}

/** The contents of a database whose tables are there. */
export const contentsOf = (database: Database, surroundings: Surroundings): Contents => ({
  organisations: createOrganisationStore(database, surroundings),
  storeOf: (organisation) => createStore(database, organisation, surroundings),
  authenticate: (secret) => authenticate(database, surroundings, secret),
  queue: createJobQueue(database, surroundings),
  forgetKeys: (keptFor) => forgetIdempotencyKeys(database, surroundings.now() - keptFor),
  reached: async () => void (await database.run(sql`select 1 from organisations limit 1`)),
  close: database.close,
});
