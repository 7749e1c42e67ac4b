import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What CBC says of a model. */
export interface CbcAnswer {
  readonly status: 'optimal' | 'infeasible' | 'other';
  readonly value: number;
}

/**
 * True when CBC (Debian: coinor-cbc), a solver that shares nothing with Gilde's engines, can be run. Where it is missing the reason
 * is printed, and with GILDE_CBC=required (as in .ci/run) it is a failure.
 */
export function hasCbc(): boolean {
  try {
    execFileSync('cbc', ['-quit'], { stdio: 'ignore' });
    return true;
  } catch {
    const reason = 'cbc is not installed (Debian: apt-get install coinor-cbc); tests that compare with it are skipped';
    if (process.env['GILDE_CBC'] === 'required') throw new Error(reason);
    console.warn(reason);
    return false;
  }
}

/** Solves MPS text to the end, or only its relaxation; rejects when CBC cannot be run or says nothing. */
export async function solveByCbc(mps: string, only: 'all' | 'relaxation' = 'all', seconds = 60): Promise<CbcAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'gilde-cbc-'));
  try {
    const [model, solution] = [join(folder, 'model.mps'), join(folder, 'solution.txt')];
    await writeFile(model, mps);
    // CBC 2.10.8 with its preprocessing calls −15.5 optimal for a model of six columns whose relaxation is whole at −17.5.
    const exact = [
      '-preprocess',
      'off',
      '-ratioGap',
      '0',
      '-allowableGap',
      '0',
      '-integerTolerance',
      '1e-9',
      '-primalTolerance',
      '1e-9',
    ];
    const solve = only === 'all' ? ['-solve'] : ['-initialSolve'];
    await run([model, '-seconds', String(seconds), ...exact, ...solve, '-solution', solution]);
    return answerOf(await readFile(solution, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const run = (argv: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile('cbc', argv, { maxBuffer: 64 * 2 ** 20 }, (error) => (error ? reject(error) : resolve()));
  });

/** The first line of a solution file, e.g. `Optimal - objective value 70130.00000000`. */
function answerOf(text: string): CbcAnswer {
  const found = /^(.*?) - objective value (\S+)/.exec(text);
  if (found === null) throw new Error(`cbc said ${text.slice(0, 200)}`);
  const [, status = '', value = ''] = found;
  if (status === 'Optimal') return { status: 'optimal', value: Number(value) };
  return { status: /infeasible/i.test(status) ? 'infeasible' : 'other', value: Number(value) };
}
