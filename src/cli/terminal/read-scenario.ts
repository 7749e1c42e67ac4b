import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { InputProblem } from '../../../scenarios/domain/input-problem.ts';
import { explainFault } from '../../../scenarios/wire/json/explain-fault.ts';
import { jsonFault } from '../../../scenarios/wire/json/json-fault.ts';
import { readScenario, type ScenarioSource, type StatedScenario } from '../../services/read-scenario.ts';
import { count } from '../format/number.ts';
import type { Refusal } from './exit.ts';
import type { Io } from './io.ts';
import { readText, unreadable } from './read-bytes.ts';
import { readFolder } from './read-folder.ts';

/** A checked scenario and where it came from. */
export interface FoundScenario {
  readonly ok: true;
  readonly stated: StatedScenario;
  /** As it was read, to be sent on. */
  readonly source: ScenarioSource;
  readonly warnings: readonly InputProblem[];
  /** Absolute path; null for stdin. */
  readonly path: string | null;
}

const HINT =
  'a scenario is a folder with scenario.yaml, suppliers.csv, capacity.csv and items.csv or bom.csv, or a .json file';

interface Source {
  readonly ok: true;
  readonly source: ScenarioSource;
  /** What problems of a JSON document call their file. */
  readonly document?: string;
}

async function sourceAt(io: Io, path: string): Promise<Source | Refusal> {
  if (path === '') return { ok: false, message: 'the name of the scenario is empty', hint: HINT };
  if (path === '-') return documentAt(io, path);
  try {
    const found = await stat(resolve(io.cwd, path));
    if (!found.isDirectory()) return path.endsWith('.json') ? documentAt(io, path) : notAScenario(path);
  } catch (error) {
    return { ...unreadable(path, error), hint: HINT };
  }
  const folder = await readFolder(io, path);
  if (!folder.ok) return folder;
  if (![...folder.files.values()].some((bytes) => bytes.length > 0))
    return { ok: false, message: `${path} holds no file of a scenario`, hint: HINT };
  return { ok: true, source: { files: folder.files } };
}

const notAScenario = (path: string): Refusal => ({
  ok: false,
  message: `${path} is a file, but neither a scenario folder nor a .json document`,
  hint: path.endsWith('.yaml') ? 'name the folder in which it stands' : HINT,
});

async function documentAt(io: Io, path: string): Promise<Source | Refusal> {
  const read = await readText(io, path);
  if (!read.ok) return read;
  const name = path === '-' ? 'stdin' : path;
  try {
    return { ok: true, source: { document: JSON.parse(read.text) }, document: name };
  } catch {
    return { ok: false, message: `${name} is ${notJson(read.text)}` };
  }
}

function notJson(text: string): string {
  const fault = jsonFault(text, Number.POSITIVE_INFINITY);
  if (fault === undefined) return 'not JSON';
  const { line, column, advice, shown } = explainFault(text, fault);
  return `not JSON at line ${line}, column ${column}: ${advice}${shown === '' ? '' : ` (${shown})`}`;
}

/** Reads the scenario that an argument names: a folder, a .json file, or a JSON document on stdin for `-`. */
export async function readScenarioArgument(io: Io, path: string): Promise<FoundScenario | Refusal> {
  const found = await sourceAt(io, path);
  if (!found.ok) return found;
  const named = (problem: InputProblem): InputProblem => ({ ...problem, file: found.document ?? problem.file });
  const checked = await readScenario({ input: found.source });
  if (!checked.ok) {
    const message = `${count(checked.problems.length, 'problem')} in ${found.document ?? path}, so nothing was done`;
    const hint = 'correct the lines above and run the same command again';
    return { ok: false, message, problems: checked.problems.map(named), hint };
  }
  return {
    ok: true,
    stated: checked.value,
    source: found.source,
    warnings: checked.warnings.map(named),
    path: path === '-' ? null : resolve(io.cwd, path),
  };
}
