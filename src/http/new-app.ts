import { type Hook, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './env.ts';
import { type ProblemError, refuse } from './problem.ts';

const IN_REQUEST: Readonly<Record<string, string>> = {
  query: 'parameter',
  param: 'part of the path',
  header: 'header',
};

/** Answers a request whose parameters or small JSON body do not fit their schema. */
const refuseInvalid: Hook<unknown, AppEnv, string, Response | undefined> = (result, context) => {
  if (result.success) return undefined;
  const errors = result.error.issues.flatMap((issue): ProblemError[] => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const known = issue.code === 'unrecognized_keys' ? 'not known here' : issue.message;
    return paths.map((path) => {
      const place =
        result.target === 'json'
          ? { pointer: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') }
          : { parameter: path.join('.') };
      return { code: issue.code.replaceAll('_', '-'), message: known, ...place };
    });
  });
  if (result.target === 'json')
    return refuse(context, 'bad-input', 'the body does not have the form that is read here', errors);
  return refuse(context, 'bad-request', `a ${IN_REQUEST[result.target] ?? 'part of the request'} is not right`, errors);
};

/** An app, or a part of one, whose routes refuse what does not fit in the one form of problems. */
export const newApp = () => new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
