import { z } from '@hono/zod-openapi';
import { envelopeSchema } from '../../../scenarios/wire/envelope-schema.ts';
import { explanationSchema } from '../../../scenarios/wire/explanation-schema.ts';
import { outagesAsked, robustnessSchema } from '../../../scenarios/wire/robustness-schema.ts';
import { simulationSchema, simulationTerms } from '../../../scenarios/wire/simulation-schema.ts';
import { stressAsked, stressSchema } from '../../../scenarios/wire/stress-schema.ts';
import type { Questions } from '../../services/explain-plan.ts';
import { answerOf, bodyOf } from '../json-schema.ts';
import { newApp } from '../new-app.ts';
import { guarded } from '../route.ts';
import { digest } from './plan-summary.ts';
import { LONGEST, refused, text, WHAT_IF_REFUSALS } from './what-if-answers.ts';

const seconds = z
  .number()
  .min(1)
  .max(LONGEST)
  .default(30)
  .openapi({ description: 'For all what-ifs together; what is not known by then is told as such' });

const firm = (description: string) => z.string().min(1).max(200).openapi({ description, example: 'S054' });
const questions = z.strictObject({
  conflict: z.literal(true).exactOptional().openapi({ description: 'Why there is no plan, or why it is short' }),
  rules: z.literal(true).exactOptional().openapi({ description: 'What each rule costs, and an hour is worth' }),
  nextEuro: z.literal(true).exactOptional().openapi({ description: 'The next-best euro' }),
  whyNot: firm('A supplier that makes nothing: why, and what would bring it in').exactOptional(),
  why: z
    .union([z.literal(true), firm('A member')])
    .exactOptional()
    .openapi({ description: 'What the plan loses without a member, or (true) without each' }),
});

const explanationWanted = z.strictObject({
  questions: questions.default({}).openapi({ description: 'Nothing: all of them but whyNot' }),
  seconds,
  workLimit: z.number().int().min(1).max(1e12).exactOptional().openapi({
    description: 'Branch-and-bound nodes of each aim of each what-if; absent: as the plan was made',
  }),
});

const envelopeWanted = z.strictObject({
  seconds,
  multiples: z
    .array(z.number().positive().max(1e6))
    .max(100)
    .exactOptional()
    .openapi({ description: 'Whose earliest period is told, beside those that programmes state; default 2, 3 and 4' }),
});

const robustnessWanted = z.strictObject({
  terms: outagesAsked.default({}).openapi({
    description:
      'What is absent is as the scenario\u2019s first rule `survive-outage` states, else as its `robustness` says; what is stated holds for all suppliers, else their own figures do',
  }),
  seconds: z.number().min(1).max(LONGEST).default(60).openapi({ description: 'For all outages together' }),
});

const stressWanted = z.strictObject({
  terms: stressAsked.default({}).openapi({
    description:
      'What is absent is as the scenario\u2019s first rule `survive-outage` states, else as its `robustness` says; `target` is its service level unless stated, domains are supplier and region',
  }),
  seconds: z.number().min(1).max(LONGEST).default(60).openapi({ description: 'For all kinds of domain together' }),
});

const simulationWanted = simulationTerms.extend({
  multiples: z
    .array(z.number().positive().max(1e6))
    .max(100)
    .exactOptional()
    .openapi({ description: 'Multiples of the baseline whose probabilities are told; default 2, 3 and 4' }),
  compare: z
    .string()
    .exactOptional()
    .openapi({ description: 'Digest of another plan of the same scenario, to be run in the same futures' }),
});

const NAMES: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...new Set(
      [explanationWanted, envelopeWanted, robustnessWanted, stressWanted, simulationWanted].flatMap(({ shape }) =>
        Object.keys(shape),
      ),
    ),
  ],
  terms: [...new Set([...Object.keys(outagesAsked.shape), ...Object.keys(stressAsked.shape)])],
  questions: Object.keys(questions.shape),
};

const explain = guarded('plans:solve', {
  ...{ method: 'post', path: '/plans/{digest}/explanation', tags: ['Plans'] },
  summary: 'Why a plan is as it is, and what would change it',
  description:
    'What `gilde explain --json` prints: each statement is a what-if that was solved again. It is answered within `seconds`, and kept nowhere; an ' +
    '`Idempotency-Key` gives the same answer again. For longer explanations use the command line.',
  request: {
    params: z.strictObject({ digest }),
    body: bodyOf(explanationWanted, 'ExplanationWanted'),
  },
  responses: {
    200: answerOf('The explanation', explanationSchema, 'Explanation'),
    ...WHAT_IF_REFUSALS,
  },
});

const envelope = guarded('plans:solve', {
  ...{ method: 'post', path: '/scenarios/{sha256}/envelope', tags: ['Scenarios'] },
  summary: 'How fast production can be ramped up at most',
  description:
    'What `gilde envelope --json` prints: for each period the largest multiple of the baseline from then on, with its bound and what holds it back.',
  request: {
    params: z.strictObject({ sha256: z.string() }),
    body: bodyOf(envelopeWanted, 'EnvelopeWanted'),
  },
  responses: {
    200: answerOf('The envelope', envelopeSchema, 'Envelope'),
    ...WHAT_IF_REFUSALS,
  },
});

const robustness = guarded('plans:solve', {
  ...{ method: 'post', path: '/plans/{digest}/robustness', tags: ['Plans'] },
  summary: 'How a plan stands against outages',
  description:
    'What `gilde robustness --json` prints: for each firm, group, region or tag that can fail, how long deliveries keep to the service level without ' +
    'it, what is lost where it is worst, who takes over, and what would have to be in reserve; how concentrated the plan is, and what one cause takes ' +
    'together. Nothing is kept of it.',
  request: {
    params: z.strictObject({ digest }),
    body: bodyOf(robustnessWanted, 'RobustnessWanted'),
  },
  responses: {
    200: answerOf('The assessment', robustnessSchema, 'Robustness'),
    ...WHAT_IF_REFUSALS,
  },
});

const stress = guarded('plans:solve', {
  ...{ method: 'post', path: '/plans/{digest}/stress', tags: ['Plans'] },
  summary: 'How many have to be lost at once for a plan to break',
  description:
    'What `gilde stress --json` prints: the smallest set of firms, regions, groups or tags whose loss at the same time leaves less than the target of what ' +
    'the plan delivers, when, what is left then, and whether it is proven that no smaller set does. What is open when `seconds` are up is told with ' +
    'bounds. Nothing is kept of it.',
  request: {
    params: z.strictObject({ digest }),
    body: bodyOf(stressWanted, 'StressWanted'),
  },
  responses: {
    200: answerOf('The stress test', stressSchema, 'Stress'),
    ...WHAT_IF_REFUSALS,
  },
});

const simulation = guarded('plans:solve', {
  ...{ method: 'post', path: '/plans/{digest}/simulation', tags: ['Plans'] },
  summary: 'How a plan fares when firms drop out and demand varies',
  description:
    'What `gilde simulate --json` prints: the plan run in drawn futures, with intervals. Nothing is solved, and it is kept nowhere; the same seed ' +
    'gives the same answer again.',
  request: {
    params: z.strictObject({ digest }),
    body: bodyOf(simulationWanted, 'SimulationWanted'),
  },
  responses: {
    200: answerOf('The simulation', simulationSchema, 'Simulation'),
    ...WHAT_IF_REFUSALS,
  },
});

/** Questions about plans and scenarios that are answered by solving, while the reader waits. */
export const whatIfRoutes = () =>
  newApp((path) => NAMES[path.join('/')] ?? [])
    .openapi(explain, async (context) => {
      const { digest } = context.req.valid('param');
      const { questions: asked, ...limits } = context.req.valid('json');
      const answer = await context.get('heavy').explainKept({ digest, questions: asked as Questions, ...limits });
      return answer.ok ? text<z.infer<typeof explanationSchema>>(context, answer.text) : refused(context, answer);
    })
    .openapi(robustness, async (context) => {
      const { digest } = context.req.valid('param');
      const { terms, seconds: within } = context.req.valid('json');
      const answer = await context.get('heavy').robustnessKept({ digest, terms, seconds: within });
      return answer.ok ? text<z.infer<typeof robustnessSchema>>(context, answer.text) : refused(context, answer);
    })
    .openapi(stress, async (context) => {
      const { digest } = context.req.valid('param');
      const { terms, seconds: within } = context.req.valid('json');
      const answer = await context.get('heavy').stressKept({ digest, terms, seconds: within });
      return answer.ok ? text<z.infer<typeof stressSchema>>(context, answer.text) : refused(context, answer);
    })
    .openapi(envelope, async (context) => {
      const { sha256 } = context.req.valid('param');
      const answer = await context.get('heavy').envelopeKept({ sha256, ...context.req.valid('json') });
      return answer.ok ? text<z.infer<typeof envelopeSchema>>(context, answer.text) : refused(context, answer);
    })
    .openapi(simulation, async (context) => {
      const { digest } = context.req.valid('param');
      const { multiples, compare, ...terms } = context.req.valid('json');
      const asked = { digest, terms, ...(multiples && { multiples }), ...(compare !== undefined && { compare }) };
      const answer = await context.get('heavy').simulateKept(asked);
      return answer.ok ? text<z.infer<typeof simulationSchema>>(context, answer.text) : refused(context, answer);
    });
