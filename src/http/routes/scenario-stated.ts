import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { InputProblem } from '../../../scenarios/domain/input-problem.ts';
import { TABLES } from '../../../scenarios/domain/scenario.ts';
import type { KeptScenario } from '../../services/keep-scenario.ts';
import type { AppEnv } from '../env.ts';
import { problemError, toldAs } from '../problem.ts';
import { linksOf, pathOf, scenarioLinks, sha256 } from './scenario-parts.ts';

const count = z.number().int();

/** What was understood of a scenario that was sent. */
const scenarioStated = z
  .object({
    sha256,
    name: z.string(),
    kept: z.boolean().openapi({ description: 'False: it was only validated' }),
    parent: z.string().nullable().openapi({ description: 'Hash of the scenario that it varies; null: stated in full' }),
    calendar: z.object({ start: z.string(), period: z.string(), periods: count }),
    products: z.array(z.string()).openapi({ description: 'Of the programmes' }),
    rules: count,
    rows: z
      .object(
        Object.fromEntries(TABLES.map((table) => [table, count])) as Record<(typeof TABLES)[number], typeof count>,
      )
      .openapi({ description: 'Of each table' }),
    warnings: z.array(problemError).openapi({ description: 'What was understood, but may be meant otherwise' }),
    links: scenarioLinks.nullable().openapi({ description: 'Null: nothing was kept' }),
  })
  .openapi('StatedScenario');

const content = { 'application/json': { schema: scenarioStated } };
const headers = { Location: { schema: { type: 'string' as const }, description: 'Path of the scenario' } };

/** The answers to who states a scenario. */
export const statedResponses = {
  200: { description: 'It was there already, or it was only validated', content },
  201: { description: 'The scenario is kept', headers, content },
};

/** Tells what was understood and, where it is kept, where. */
export async function answerStated(
  context: Context<AppEnv>,
  { sha256, name, added, parent, calendar, products, rules, rows }: KeptScenario,
  warnings: readonly InputProblem[],
) {
  const kept = added !== null;
  // A scenario that was there already keeps the parent that it had first.
  const first = added === false ? await context.get('store').scenarios.get(sha256) : undefined;
  const { start, period, periods } = calendar;
  const shown = {
    ...{ sha256, name, kept, rules },
    parent: first === undefined ? parent : first.parent,
    calendar: { start, period, periods },
    products: [...products],
    rows: { ...rows },
    warnings: warnings.map(toldAs),
    links: kept ? linksOf(sha256) : null,
  };
  if (kept) context.header('location', pathOf(sha256));
  return added === true ? context.json(shown, 201) : context.json(shown, 200);
}
