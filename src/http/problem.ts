import { z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import type { InputProblem } from '../../scenarios/domain/input-problem.ts';
import type { AppEnv } from './env.ts';
import { PROBLEMS, type ProblemCode, type StatusOf } from './problems.ts';

/** One thing that is wrong with a body or a parameter. */
export const problemError = z.object({
  code: z.string(),
  message: z.string(),
  pointer: z.string().optional().openapi({ description: 'JSON pointer into the body', example: '/suppliers/3/region' }),
  parameter: z.string().optional().openapi({ description: 'Name of the parameter or header' }),
  file: z.string().optional().openapi({ description: 'File in a zip, or the name of the document' }),
  line: z.number().int().optional(),
  column: z.string().optional().openapi({ description: 'Column of a table, or key of a block' }),
  got: z.string().optional(),
  expected: z.string().optional(),
});

/** RFC 9457, with the same words as the command line. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ description: 'Where the kind of problem is explained' }),
    code: z.string().openapi({ description: 'Stable name of the kind of problem' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    advice: z.string(),
    requestId: z.string(),
    errors: z.array(problemError).optional().openapi({ description: 'All of them at once' }),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problemSchema>;
export type ProblemError = z.infer<typeof problemError>;

const TYPE = 'application/problem+json';

/** The responses of a route that may refuse with these codes, for its OpenAPI description. */
export function refusals<const Codes extends readonly ProblemCode[]>(...codes: Codes) {
  const statuses = new Map<number, string[]>();
  for (const code of codes) {
    const { status, title } = PROBLEMS[code];
    statuses.set(status, [...(statuses.get(status) ?? []), `${code}: ${title}`]);
  }
  const content = { [TYPE]: { schema: problemSchema } } as {
    readonly 'application/problem+json': { readonly schema: typeof problemSchema };
  };
  const described = [...statuses].map(([status, words]) => [status, { description: words.join('; '), content }]);
  return Object.fromEntries(described) as {
    readonly [Status in StatusOf<Codes[number]>]: { description: string; content: typeof content };
  };
}

/** The body of a problem. */
export function problemOf(
  code: ProblemCode,
  detail: string,
  requestId: string,
  errors?: readonly ProblemError[],
): Problem {
  const { status, title, advice } = PROBLEMS[code];
  return {
    type: `/problems/${code}`,
    code,
    title,
    status,
    detail,
    advice,
    requestId,
    ...(errors && { errors: [...errors] }),
  };
}

/** Answers a request with a problem. */
export function refuse<Code extends ProblemCode>(
  context: Context<AppEnv>,
  code: Code,
  detail: string,
  errors?: readonly ProblemError[],
) {
  const status = PROBLEMS[code].status as StatusOf<Code>;
  const body = problemOf(code, detail, context.get('requestId'), errors);
  return context.json(body, status, { 'content-type': TYPE }) as Response &
    TypedResponse<Problem, StatusOf<Code>, 'json'>;
}

/** Most problems that one answer tells. */
const MOST_TOLD = 200;

/** Answers with everything that is wrong with an input, in the words of the command line. */
export function refuseInput(context: Context<AppEnv>, problems: readonly InputProblem[]) {
  const more = problems.length > MOST_TOLD ? `, the first ${MOST_TOLD} of them below` : '';
  const detail = `${problems.length === 1 ? 'one problem' : `${problems.length} problems`}${more}`;
  return refuse(context, 'bad-input', detail, problems.slice(0, MOST_TOLD).map(toldAs));
}

/** A problem of an input as it is told over HTTP. */
export const toldAs = ({ found, ...problem }: InputProblem): ProblemError => ({
  ...problem,
  ...(found !== undefined && { got: found }),
});
