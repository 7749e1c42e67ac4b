import { eq } from 'drizzle-orm';
import type { Database } from '../client.ts';
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
}

/** The organisations of a database. */
export const createOrganisationStore = (database: Database, surroundings: Surroundings): OrganisationStore => ({
  add: async (name) => {
    const organisation = { id: newId(surroundings, 'org'), name, createdAt: surroundings.now() };
    await database.insert(organisations).values(organisation);
    return organisation;
  },
  get: async (id) => (await database.select().from(organisations).where(eq(organisations.id, id)))[0],
});
