import { z } from '@hono/zod-openapi';
import { curveAsked, curveSchema } from '../../../scenarios/wire/curve-schema.ts';
import { answerOf, bodyOf } from '../json-schema.ts';
import { newApp } from '../new-app.ts';
import { guarded } from '../route.ts';
import { LONGEST, refused, text, WHAT_IF_REFUSALS } from './what-if-answers.ts';

const curveWanted = z.strictObject({
  terms: curveAsked.default({}).openapi({
    description:
      'What is absent is as the scenario\u2019s own rule `survive-outage` states, else as its `robustness` says; `levels` are the service levels of ' +
      'the rungs of one loss (0.5, 0.7, 0.8 and 0.9), `two: false` leaves two losses out',
  }),
  seconds: z.number().min(1).max(LONGEST).default(60).openapi({ description: 'For the solves of all rungs together' }),
  gap: z.number().min(0).lt(1).exactOptional().openapi({
    description: 'Wanted relative gap of each aim of each rung; absent: as the scenario says',
  }),
});

const curve = guarded('plans:solve', {
  ...{ method: 'post', path: '/scenarios/{sha256}/robustness-curve', tags: ['Scenarios'] },
  summary: 'What robustness costs',
  description:
    'What `gilde curve --json` prints: the scenario planned to survive nothing, the loss of any one firm at rising service levels, and of any two; ' +
    'for each what it costs beyond the cheapest, with bounds, and how its plan stands against one yardstick. The plans are kept nowhere.',
  request: {
    params: z.strictObject({ sha256: z.string() }),
    body: bodyOf(curveWanted, 'RobustnessCurveWanted'),
  },
  responses: {
    200: answerOf('The curve', curveSchema, 'RobustnessCurve'),
    ...WHAT_IF_REFUSALS,
  },
});

const NAMES: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(curveWanted.shape),
  terms: Object.keys(curveAsked.shape),
};

/** The curve of cost and resilience, solved while the reader waits. */
export const curveRoutes = () =>
  newApp((path) => NAMES[path.join('/')] ?? []).openapi(curve, async (context) => {
    const { sha256 } = context.req.valid('param');
    const { terms, seconds, gap } = context.req.valid('json');
    const asked = { sha256, asked: terms, seconds, ...(gap !== undefined && { gap }) };
    const answer = await context.get('heavy').curveKept(asked);
    return answer.ok ? text<z.infer<typeof curveSchema>>(context, answer.text) : refused(context, answer);
  });
