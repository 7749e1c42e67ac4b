import { z } from '@hono/zod-openapi';
import type { Verification } from '../../services/verify-plan.ts';
import { refuseSource } from '../bodies.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { digest } from './plan-summary.ts';

const verification = z
  .object({
    holds: z.boolean().openapi({ description: 'True when there is no violation' }),
    violations: z.array(
      z.object({
        check: z.string().openapi({ description: 'Name of the check that found it' }),
        message: z.string(),
        rule: z.string().optional(),
        item: z.string().optional(),
        supplier: z.string().optional(),
        period: z.string().optional(),
        found: z.union([z.number(), z.string()]).optional(),
        expected: z.union([z.number(), z.string()]).optional(),
      }),
    ),
    rules: z
      .array(
        z.object({
          rule: z.string(),
          holds: z.boolean(),
          slack: z.number().nullable(),
          price: z.number().nullable(),
        }),
      )
      .openapi({ description: 'Every rule as recomputed from plan and scenario' }),
    claimed: z.array(z.string()).openapi({ description: 'What the plan claims and cannot be recomputed' }),
  })
  .openapi('Verification');

const show = ({ holds, violations, rules, claimed }: Verification) => ({
  ...{ holds, violations: [...violations], rules: [...rules], claimed: [...claimed] },
});

const judged = {
  200: { description: 'What holds and what does not', content: { 'application/json': { schema: verification } } },
};

const ofKept = guarded('plans:read', {
  ...{ method: 'get', path: '/plans/{digest}/verification', tags: ['Plans'] },
  summary: 'Re-checks a kept plan',
  description:
    'Recomputes every figure, aim and rule of the plan from its scenario, by code that has no part in making plans.',
  request: { params: z.strictObject({ digest }) },
  responses: { ...judged, ...refusals('not-found') },
});

const ofBody = guarded(
  'plans:read',
  {
    ...{ method: 'post', path: '/plans/verify', tags: ['Plans'] },
    summary: 'Re-checks a plan that is sent',
    description: 'Against the scenario that it names, which must be kept here. Nothing is kept of the plan.',
    request: {
      body: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Plan' } } } },
    },
    responses: {
      ...judged,
      ...refusals('malformed', 'bad-input'),
    },
  },
  'largeBody',
);

/** The re-check of plans. */
export const planVerificationRoutes = () =>
  newApp()
    .openapi(ofKept, async (context) => {
      const verified = await context.get('heavy').verifyKeptPlan(context.req.valid('param'));
      if (verified === undefined) return refuse(context, 'not-found', 'there is no such plan');
      return context.json(show(verified), 200);
    })
    .openapi(ofBody, async (context) => {
      const json = new Uint8Array(await context.req.arrayBuffer());
      const verified = await context.get('heavy').verifySentPlan({ json });
      return verified.ok ? context.json(show(verified.value), 200) : refuseSource(context, verified);
    });
