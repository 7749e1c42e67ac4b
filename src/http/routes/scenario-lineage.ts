import { z } from '@hono/zod-openapi';
import { scenarioLineage } from '../../services/scenario-lineage.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { NO_SCENARIO, scenarioRead, sha256, showRead } from './scenario-parts.ts';

const lineage = z
  .object({
    chain: z.array(scenarioRead).openapi({ description: 'The scenario itself, then its parent, and so on' }),
    whole: z.boolean().openapi({ description: 'False: the chain goes on from the parent of the last one' }),
  })
  .openapi('Lineage');

const read = guarded('scenarios:read', {
  ...{ method: 'get', path: '/scenarios/{sha256}/lineage', tags: ['Scenarios'] },
  summary: 'Where a scenario comes from',
  description: 'Each what-if with its JSON Patch, back to the scenario that was stated in full; at most 100 of them.',
  request: { params: z.strictObject({ sha256 }) },
  responses: {
    200: { description: 'The chain', content: { 'application/json': { schema: lineage } } },
    ...refusals('not-found'),
  },
});

/** Where scenarios come from. */
export const scenarioLineageRoutes = () =>
  newApp().openapi(read, async (context) => {
    const input = context.req.valid('param');
    const found = await scenarioLineage({ ctx: { store: context.get('store') }, input });
    if (found === undefined) return refuse(context, 'not-found', NO_SCENARIO);
    return context.json({ chain: found.chain.map(showRead), whole: found.whole }, 200);
  });
