import { type Hook, OpenAPIHono } from '@hono/zod-openapi';
import { anyOf, nearWord } from '../../scenarios/wire/near-word.ts';
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

/** What is wrong with a key that is not known: which one may be meant, and what would be known. */
function unknownKey(key: string, known: readonly string[]) {
  const near = nearWord(key, known);
  const message = near === undefined ? 'not known here' : `not known here; did you mean ${near}?`;
  return { message, ...(known.length > 0 && { expected: anyOf(known) }) };
}

type Refuse = Hook<unknown, AppEnv, string, Response | undefined>;

/**
 * Answers a request whose parameters or small JSON body do not fit their schema. `knownAt` tells the names that may stand in the block
 * of a body at a path; none: they are not told.
 */
const refuseInvalid =
  (knownAt: (path: Path) => readonly string[]): Refuse =>
  (result, context) => {
    if (result.success) return undefined;
    const errors = result.error.issues.flatMap((issue): ProblemError[] => {
      const code = CODES[issue.code] ?? 'invalid-value';
      const place = (path: Path) =>
        result.target === 'json' ? { pointer: pointerOf(path) } : { parameter: path.join('.') };
      const path = issue.path as Path;
      if (issue.code !== 'unrecognized_keys') return [{ code, message: plainly(issue.message), ...place(path) }];
      const known = result.target === 'json' ? knownAt(path) : [];
      return issue.keys.map((key) => ({ code, ...unknownKey(key, known), ...place([...path, key]) }));
    });
    if (result.target === 'json')
      return refuse(context, 'bad-input', 'the body does not have the form that is read here', errors);
    return refuse(
      context,
      'bad-request',
      `a ${IN_REQUEST[result.target] ?? 'part of the request'} is not right`,
      errors,
    );
  };

/** An app, or a part of one, whose routes refuse what does not fit in the one form of problems. `knownAt` as above. */
export const newApp = (knownAt: (path: Path) => readonly string[] = () => []) =>
  new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid(knownAt) });
