import { openDatabase } from '../../db/client.ts';
import { createOrganisationStore } from '../../db/repositories/organisations.ts';
import { createStore } from '../../db/store.ts';
import { firm } from '../support/storage-samples.ts';

const waiting = {
  now: Date.now,
  chance: Math.random,
  sleep: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
  patience: 1000,
};
const surroundings = { now: Date.now, randomBytes: (size: number) => crypto.getRandomValues(new Uint8Array(size)) };

/**
 * A Worker that keeps the text of each request as a scenario, reads it back from the database and answers with it; beside it
 * it adds two registries of one name, the first with a supplier too many.
 */
export default {
  async fetch(request: Request, place: { readonly url: string; readonly token: string }): Promise<Response> {
    const database = await openDatabase(place, waiting);
    const { id } = await createOrganisationStore(database, surroundings).add('at the edge');
    const { scenarios, registries, suppliers } = createStore(database, id, surroundings);
    const scenario = { sha256: 'a1', name: 'crane', parent: null, patch: null, document: await request.text() };
    const kept = await scenarios.keep(scenario);
    const buffer = 'Buffer' in globalThis ? 'there' : 'none';
    const twice = await registries.addWith('welders', [firm('S1'), firm('S1')]).catch(() => ({ ok: false }) as const);
    const added = await registries.addWith('welders', [firm('S1'), firm('S2')]);
    const there = added.ok ? await suppliers.all(added.value.id) : undefined;
    const filled = `${twice.ok} ${there?.entries.map(({ supplier }) => supplier.supplier)}`;
    return new Response(await scenarios.document('a1'), { headers: { kept: String(kept.ok), buffer, filled } });
  },
};
