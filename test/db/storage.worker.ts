import { openDatabase } from '../../db/client.ts';
import { createOrganisationStore } from '../../db/repositories/organisations.ts';
import { createStore } from '../../db/store.ts';

const waiting = {
  now: Date.now,
  chance: Math.random,
  sleep: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
  patience: 1000,
};
const surroundings = { now: Date.now, randomBytes: (size: number) => crypto.getRandomValues(new Uint8Array(size)) };

/** A Worker that keeps the text of each request as a scenario, reads it back from the database and answers with it. */
export default {
  async fetch(request: Request, place: { readonly url: string; readonly token: string }): Promise<Response> {
    const database = await openDatabase(place, waiting);
    const { id } = await createOrganisationStore(database, surroundings).add('at the edge');
    const { scenarios } = createStore(database, id, surroundings);
    const scenario = { sha256: 'a1', name: 'crane', parent: null, patch: null, document: await request.text() };
    const kept = await scenarios.keep(scenario);
    const buffer = 'Buffer' in globalThis ? 'there' : 'none';
    return new Response(await scenarios.document('a1'), { headers: { kept: String(kept.ok), buffer } });
  },
};
