import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Sweep } from '../../../scenarios/domain/sweep.ts';
import { parseSweep, readSweepFile } from '../../../scenarios/read-sweep.ts';
import { readTypedValues, VALUES_LAW } from '../../../scenarios/wire/sweep/values.ts';
import { count } from '../format/number.ts';
import type { Refusal } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { readText } from '../terminal/read-bytes.ts';
import { numberOf } from './outage-options.ts';
import type { SolveOptions } from './solve-options.ts';

/** The options of `gilde batch` as they are typed. */
export interface BatchOptions extends SolveOptions {
  readonly set?: readonly string[];
  readonly design?: string;
  readonly samples?: string;
  readonly draw?: string;
  readonly metrics?: string;
  readonly threads?: string;
  readonly cold?: boolean;
  readonly plans?: boolean;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

/** What is to be varied, and which scenario. */
export interface AskedSweep {
  readonly ok: true;
  readonly sweep: Sweep;
  /** As `gilde plan` takes it. */
  readonly scenario: string;
}

const isSweepFile = (argument: string): boolean => /\.ya?ml$/i.test(argument);

/** The sweep that an argument names, or that the options state of a scenario; everything that is wrong with it at once. */
export async function askedSweep(io: Io, argument: string, options: BatchOptions): Promise<AskedSweep | Refusal> {
  const own = [options.design, options.samples, options.draw, options.metrics].some((option) => option !== undefined);
  if (!isSweepFile(argument)) return statedSweep(argument, options);
  if (options.set !== undefined || own)
    return {
      ok: false,
      message: `${argument} states its axes and its design itself`,
      hint: 'leave -S, --design, --samples, --draw and --metrics out',
    };
  const read = await readText(io, argument);
  if (!read.ok) return read;
  const parsed = readSweepFile(argument, read.text);
  if (!parsed.ok) {
    const { problems } = parsed;
    return { ok: false, message: `${argument} is no sweep: ${count(problems.length, 'problem')}`, problems };
  }
  const { sweep, scenario } = parsed.value;
  if (scenario === undefined)
    return { ok: false, message: `${argument} names no scenario`, hint: 'scenario: a folder or a .json file' };
  return { ok: true, sweep, scenario: await besides(io, argument, scenario) };
}

/** A scenario as a sweep file names it: beside the file where it is there, else from where the command runs. */
async function besides(io: Io, file: string, scenario: string): Promise<string> {
  if (isAbsolute(scenario)) return scenario;
  const near = join(dirname(file), scenario);
  const isThere = await stat(resolve(io.cwd, near)).then(
    () => true,
    () => false,
  );
  return isThere ? near : scenario;
}

/** `/programmes/0/demand/multiplier=2,3,4`, each an axis of its own that is named by its path. */
function statedSweep(
  scenario: string,
  { set = [], design, samples, draw, metrics }: BatchOptions,
): AskedSweep | Refusal {
  const hint = '-S /programmes/0/demand/multiplier=2,3,4';
  if (set.length === 0)
    return { ok: false, message: 'nothing is varied: name a sweep.yaml, or state an axis with -S', hint };
  const axes: unknown[] = [];
  for (const text of set) {
    const at = text.indexOf('=');
    const [path, written] = [text.slice(0, at), text.slice(at + 1)];
    const values = at > 0 ? readTypedValues(written) : undefined;
    if (values === undefined) {
      const expected = at > 0 ? VALUES_LAW : 'a path, = and its values';
      return { ok: false, message: `-S must be ${expected}, got ${text}`, hint };
    }
    axes.push({ name: path, path, values: 'from' in values ? `between(${values.from}, ${values.to})` : values });
  }
  const raw = {
    ...{ axes, ...(design !== undefined && { design }) },
    ...(samples !== undefined && { samples: numberOf(samples) }),
    ...(draw !== undefined && { seed: numberOf(draw) }),
    ...(metrics !== undefined && { metrics: metrics.split(',').map((name) => name.trim()) }),
  };
  const parsed = parseSweep(raw, 'options');
  if (parsed.ok) return { ok: true, sweep: parsed.value.sweep, scenario };
  return { ok: false, message: `no sweep: ${count(parsed.problems.length, 'problem')}`, problems: parsed.problems };
}
