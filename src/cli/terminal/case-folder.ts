import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CaseResult } from '../../../scenarios/domain/sweep.ts';
import { caseResult } from '../../../scenarios/wire/sweep/case-schema.ts';
import type { CaseStore } from '../../services/batch/run-batch.ts';
import type { Io } from './io.ts';
import { writeFolder } from './write-folder.ts';

/** A folder could not be written. */
export class UnwritableFolder extends Error {}

/** Results of cases as files of a folder: `cases/KEY.json`, and `plans/KEY.json` where plans are wanted too. What cannot be read is solved again. */
export function caseFolder(io: Pick<Io, 'cwd'>, folder: string, withPlans: boolean): CaseStore {
  const results = join(folder, 'cases');
  return {
    async kept() {
      const known = new Map<string, CaseResult>();
      const names = await readdir(resolve(io.cwd, results)).catch(() => []);
      const plans = new Set(withPlans ? await readdir(resolve(io.cwd, folder, 'plans')).catch(() => []) : []);
      for (const name of names) {
        const key = /^([0-9a-f]{64})\.json$/.exec(name)?.[1];
        if (key === undefined) continue;
        const text = await readFile(resolve(io.cwd, results, name), 'utf8').catch(() => '');
        const result = resultIn(text);
        const isWhole = result?.key === key && (!withPlans || result.digest === null || plans.has(name));
        if (result && isWhole) known.set(key, result);
      }
      return known;
    },
    async keep(result, plan) {
      const name = `${result.key}.json`;
      const written =
        withPlans && plan !== null ? await writeFolder(io, join(folder, 'plans'), new Map([[name, plan]])) : undefined;
      const last =
        written?.ok === false
          ? written
          : await writeFolder(io, results, new Map([[name, `${JSON.stringify(result)}\n`]]));
      if (!last.ok) throw new UnwritableFolder(last.message);
    },
  };
}

/** The result in a file, or undefined where it is none. */
function resultIn(text: string): CaseResult | undefined {
  try {
    const parsed = caseResult.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
