import { eq } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { newestFirst } from '../newest-first.ts';
import { type Answer, type Page, type PageWanted, pageOf } from '../page.ts';
import { organisations } from '../schema/organisations.ts';
import { newId, type Surroundings } from '../surroundings.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

/** Who may have data here. For whoever runs the service: not tied to an organisation. */
export interface OrganisationStore {
  readonly add: (name: string) => Promise<Organisation>;
  readonly get: (id: string) => Promise<Organisation | undefined>;
  /** Newest first. */
  readonly list: (wanted: PageWanted) => Promise<Answer<Page<Organisation>, 'bad-cursor'>>;
  /** The one organisation of a laptop, made where it is not there yet. */
  readonly local: () => Promise<Organisation>;
}

/** A fixed id, so that two services that start at once make one organisation. */
const LOCAL = 'org_local';

/** The organisations of a database. */
export function createOrganisationStore(database: Database, surroundings: Surroundings): OrganisationStore {
  const newest = newestFirst(organisations.createdAt, organisations.id);
  const one = (id: string) => database.select().from(organisations).where(eq(organisations.id, id));
  return {
    add: async (name) => {
      const organisation = { id: newId(surroundings, 'org'), name, createdAt: surroundings.now() };
      await database.insert(organisations).values(organisation);
      return organisation;
    },
    get: async (id) => (await one(id))[0],
    list: (wanted) =>
      pageOf(
        'organisations',
        wanted,
        newest.like,
        (after, limit) =>
          database
            .select()
            .from(organisations)
            .where(newest.after(after))
            .orderBy(...newest.order)
            .limit(limit),
        (organisation) => [organisation.createdAt, organisation.id],
      ),
    local: async () => {
      const [, [organisation]] = await database.batch([
        database
          .insert(organisations)
          .values({ id: LOCAL, name: 'local', createdAt: surroundings.now() })
          .onConflictDoNothing(),
        one(LOCAL),
      ]);
      return organisation!;
    },
  };
}
