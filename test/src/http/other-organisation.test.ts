import { expect, test } from 'vitest';
import { createJobQueue } from '../../../db/repositories/job-queue.ts';
import { readyPlan } from '../../../db/repositories/plan-row.ts';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import { DEMO_SCENARIO } from '../../../src/http/demo.ts';
import { serviceOfTests } from '../../support/service.ts';
import { planNamed } from '../../support/storage-samples.ts';

const DIGEST = 'd1'.repeat(32);
/** Routes that answer everybody alike: there is nothing of an organisation in them. */
const FOR_ALL = ['/v1/demo/scenario'];

/** An organisation that has one of everything, and the parts of paths that name it. */
async function ownerOf(service: Awaited<ReturnType<typeof serviceOfTests>>) {
  const owner = await service.organisation('Werf');
  const json = { 'content-type': 'application/json' };
  const post = async (path: string, body: unknown) => {
    const answer = await owner.ask(path, { method: 'POST', body: JSON.stringify(body), headers: json });
    expect(answer.status).toBeLessThan(300);
    return answer.json();
  };
  const { suppliers, capacity, certificates } = DEMO_SCENARIO as Record<string, unknown>;
  const { sha256 } = await post('/v1/scenarios', DEMO_SCENARIO);
  const registry = await post('/v1/registries?name=ours', { suppliers, capacity, certificates });
  const job = await post('/v1/jobs', { scenario: sha256 });
  const queue = createJobQueue(service.database, service.surroundings);
  const claimed = await queue.claim({ leaseFor: 1000, attempts: 3 });
  const plan = planNamed(DIGEST, sha256);
  await queue.finish(claimed!, await readyPlan({ plan, text: serialisePlan(plan) }));
  const supplier = (suppliers as { supplier: string }[])[0]!.supplier;
  return { ...owner, parts: { sha256, registry: registry.id, supplier, id: job.id, digest: DIGEST } };
}

test('no route of the description tells or changes anything of another organisation', async () => {
  const service = await serviceOfTests();
  const owner = await ownerOf(service);
  const other = await service.organisation('Elders');
  const parts: Readonly<Record<string, string>> = { ...owner.parts, file: 'suppliers.csv' };
  const document = await (await service.app.request('/openapi.json')).json();
  const before = JSON.stringify(await everything(owner));
  let named = 0;
  for (const [path, operations] of Object.entries<Record<string, { requestBody?: { content: object } }>>(
    document.paths,
  )) {
    if (!path.startsWith('/v1/') || FOR_ALL.includes(path)) continue;
    const file = path.startsWith('/v1/plans') ? 'awards.csv' : parts['file']!;
    const at = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => (part === 'file' ? file : parts[part])!);
    for (const [method, { requestBody }] of Object.entries(operations)) {
      const [kind = 'application/json'] = Object.keys(requestBody?.content ?? {});
      const init = {
        method: method.toUpperCase(),
        ...(requestBody && {
          body: kind.endsWith('patch+json') ? '[{"op":"add","path":"/name","value":"x"}]' : bodyFor(path, owner.parts),
        }),
        headers: { 'content-type': kind, 'if-match': '"v2"' },
      };
      const answer = await other.ask(at, init);
      const text = await answer.text();
      if (path.includes('{')) {
        expect(answer.status, `${method} ${path}: ${text}`).toBe(404);
        // The path is a real one: its owner is answered.
        if (method === 'get') expect((await owner.ask(at)).status, path).toBe(200);
        named += 1;
      } else for (const part of [owner.parts.registry, owner.parts.id, DIGEST]) expect(text).not.toContain(part);
    }
  }
  expect(named).toBeGreaterThan(12);
  expect(JSON.stringify(await everything(owner))).toBe(before);
});

/** A body that the route would take from its owner. */
const bodyFor = (path: string, { sha256, supplier }: { sha256: string; supplier: string }): string => {
  const { suppliers, capacity, certificates } = DEMO_SCENARIO as unknown as Record<string, { supplier: string }[]>;
  if (/(explanation|envelope|robustness|robustness-curve|stress|simulation)$/.test(path)) return '{}';
  if (path === '/v1/jobs') return JSON.stringify({ scenario: sha256 });
  if (!path.includes('{supplier}')) return JSON.stringify({ suppliers, capacity, certificates });
  const own = (rows: { supplier: string }[] = []) => rows.filter((row) => row.supplier === supplier);
  const rows = { capacity: own(capacity), certificates: own(certificates), expansions: [] };
  return JSON.stringify({ supplier: own(suppliers)[0], ...rows });
};

/** All that an organisation has, as its lists tell it. */
const everything = ({ ask, parts }: Awaited<ReturnType<typeof ownerOf>>) =>
  Promise.all(
    ['/v1/scenarios', '/v1/jobs', '/v1/plans', '/v1/registries', `/v1/registries/${parts.registry}/suppliers`].map(
      async (path) => (await ask(path)).json(),
    ),
  );
