import { type Hook, OpenAPIHono } from '@hono/zod-openapi';
import { type Path, pointerOf } from '../../scenarios/wire/places.ts';
import type { AppEnv } from './env.ts';
import { type ProblemError, refuse } from './problem.ts';

const IN_REQUEST: Readonly<Record<string, string>> = {
  query: 'parameter',
  param: 'part of the path',
  header: 'header',
};

const CODES: Readonly<Record<string, string>> = {
  unrecognized_keys: 'unknown-field',
  invalid_type: 'invalid-type',
  too_big: 'out-of-range',
  too_small: 'out-of-range',
};

/** The words of the schema library for what has no words of its own. */
function plainly(message: string): string {
  const [, wanted, got] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
  if (wanted === undefined) return message;
  return got === 'undefined' ? `is missing: a ${wanted} is expected` : `must be one ${wanted}, got ${got}`;
}

/** Answers a request whose parameters or small JSON body do not fit their schema. */
const refuseInvalid: Hook<unknown, AppEnv, string, Response | undefined> = (result, context) => {
  if (result.success) return undefined;
  const errors = result.error.issues.flatMap((issue): ProblemError[] => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const message = issue.code === 'unrecognized_keys' ? 'not known here' : plainly(issue.message);
    return paths.map((path) => {
      const place = result.target === 'json' ? { pointer: pointerOf(path as Path) } : { parameter: path.join('.') };
      return { code: CODES[issue.code] ?? 'invalid-value', message, ...place };
    });
  });
  if (result.target === 'json')
    return refuse(context, 'bad-input', 'the body does not have the form that is read here', errors);
  return refuse(context, 'bad-request', `a ${IN_REQUEST[result.target] ?? 'part of the request'} is not right`, errors);
};

/** An app, or a part of one, whose routes refuse what does not fit in the one form of problems. */
export const newApp = () => new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
