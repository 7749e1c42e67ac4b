import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { InputProblem } from '../../../scenarios/domain/input-problem.ts';
import type { ImportedRegistry } from '../../services/import-registry.ts';
import type { AppEnv } from '../env.ts';
import { problemError, toldAs } from '../problem.ts';
import { versionTag } from '../versions.ts';
import { etagHeader, registryId } from './registry-parts.ts';

const count = z.number().int();

const imported = z
  .object({
    id: registryId.nullable().openapi({ description: 'Null: only validated, and it is not there yet' }),
    version: count.nullable(),
    ...{ suppliers: count, capacity: count, certificates: count, expansions: count },
    warnings: z.array(problemError).openapi({ description: 'What was understood, but may be meant otherwise' }),
  })
  .openapi('ImportedRegistry');

const content = { 'application/json': { schema: imported } };
const location = { Location: { schema: { type: 'string' as const }, description: 'Path of the registry' } };

/** The answers to who imports a registry, by what happened. */
export const importedResponses = {
  validated: { description: 'It was only validated', content },
  made: { description: 'The registry is made', headers: { ...etagHeader, ...location }, content },
  replaced: { description: 'They are replaced, or only validated', headers: etagHeader, content },
};

/** What was understood of a registry that was sent, with its version where it is kept. */
export function showImported(context: Context<AppEnv>, value: ImportedRegistry, warnings: readonly InputProblem[]) {
  if (value.version !== null) context.header('etag', versionTag(value.version));
  return { ...value, warnings: warnings.map(toldAs) };
}
