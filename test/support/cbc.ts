import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mpsText } from '../../solver/export/mps.ts';
import { mpsNames } from '../../solver/export/mps-names.ts';
import { type LinearModel, objectiveAt } from '../../solver/model/linear-model.ts';

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

// CBC 2.10.8 with its preprocessing calls −15.5 optimal for a model of six columns whose relaxation is whole at −17.5.
const UNPROCESSED = ['-preprocess', 'off'];
const ENTIRELY = ['-ratioGap', '0', '-allowableGap', '0'];
const EXACT = [...UNPROCESSED, ...ENTIRELY, '-integerTolerance', '1e-9', '-primalTolerance', '1e-9'];

/** Solves MPS text to the end, or only its relaxation; rejects when CBC cannot be run or says nothing. */
export async function solveByCbc(mps: string, only: 'all' | 'relaxation' = 'all', seconds = 60): Promise<CbcAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'gilde-cbc-'));
  try {
    const [model, solution] = [join(folder, 'model.mps'), join(folder, 'solution.txt')];
    await writeFile(model, mps);
    const solve = only === 'all' ? ['-solve'] : ['-initialSolve'];
    await run([model, '-seconds', String(seconds), ...EXACT, ...solve, '-solution', solution]);
    return answerOf(await readFile(solution, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What CBC knows of a model when it stops. */
export interface CbcSearch {
  /** Of its best solution. */
  readonly value: number;
  /** Its own proof: no point is below it. */
  readonly bound: number;
}

/**
 * Gives CBC the whole-number columns of a point, by their names in the exported MPS, and has it find the rest by itself: the value of
 * the solution that it makes of them, with its bound from the relaxation. A start that breaks a row is mended or passed over: the
 * value is then another one than the point's.
 */
export const completedByCbc = (model: LinearModel, values: Float64Array): Promise<CbcSearch> =>
  startCbc(model, values, ['-heuristics', 'off', '-maxSolutions', '1']);

/** Has CBC search on from a point for some seconds of processor time. */
export const searchedByCbc = (model: LinearModel, values: Float64Array, seconds: number): Promise<CbcSearch> =>
  startCbc(model, values, [...ENTIRELY, '-seconds', String(seconds)]);

async function startCbc(model: LinearModel, values: Float64Array, limits: readonly string[]): Promise<CbcSearch> {
  const folder = await mkdtemp(join(tmpdir(), 'gilde-cbc-'));
  try {
    const [file, start] = [join(folder, 'model.mps'), join(folder, 'start.txt')];
    await writeFile(file, mpsText(model, 'started'));
    await writeFile(start, startText(model, values));
    return searchOf(await run([file, ...UNPROCESSED, ...limits, '-mipstart', start, '-solve']));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A solution file: its objective, then index, name and value of each column. */
function startText(model: LinearModel, values: Float64Array): string {
  const columns = mpsNames(model.columns).map((name, column) => `${column} ${name} ${values[column]}`);
  return `${[`Feasible - objective value ${objectiveAt(model, values)}`, ...columns].join('\n')}\n`;
}

/** What `cbc` prints. */
const run = (argv: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile('cbc', argv, { maxBuffer: 64 * 2 ** 20 }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });

/** The end of what is printed; `Lower bound:` is only there where the search was stopped. */
function searchOf(told: string): CbcSearch {
  const figure = (name: string) => new RegExp(`^${name}: +(\\S+)`, 'm').exec(told)?.[1];
  const value = figure('Objective value');
  if (value === undefined) throw new Error(`cbc said ${told.slice(-400)}`);
  return { value: Number(value), bound: Number(figure('Lower bound') ?? value) };
}

/** The first line of a solution file, e.g. `Optimal - objective value 70130.00000000`. */
function answerOf(text: string): CbcAnswer {
  const found = /^(.*?) - objective value (\S+)/.exec(text);
  if (found === null) throw new Error(`cbc said ${text.slice(0, 200)}`);
  const [, status = '', value = ''] = found;
  if (status === 'Optimal') return { status: 'optimal', value: Number(value) };
  return { status: /infeasible/i.test(status) ? 'infeasible' : 'other', value: Number(value) };
}
