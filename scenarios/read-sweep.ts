import type { Checked } from './domain/input-problem.ts';
import { judgeSweep } from './sweep/judge-sweep.ts';
import { isBlock } from './wire/block.ts';
import { shown } from './wire/issue-problems.ts';
import { type Path, type Place, placesIn } from './wire/places.ts';
import { problemList } from './wire/report.ts';
import { readSweep, type StatedSweep } from './wire/sweep/read-sweep.ts';
import { readYaml } from './wire/yaml/read-yaml.ts';

export type { StatedSweep } from './wire/sweep/read-sweep.ts';

type Raw = Parameters<typeof readSweep>[0];

function checked(raw: Raw | undefined, place: (path: Path) => Place, problems: ReturnType<typeof problemList>) {
  const value = raw && readSweep(raw, place, problems.report);
  if (value) judgeSweep(value.sweep, place, problems.report);
  const found = problems.all();
  return value && found.length === 0
    ? { ok: true as const, value, warnings: [] }
    : { ok: false as const, problems: found };
}

/** Reads a sweep from the text of a YAML file, or every problem at once with its line. Never throws. */
export function readSweepFile(file: string, text: string): Checked<StatedSweep> {
  const problems = problemList();
  const yaml = readYaml(file, text, problems.report);
  return checked(yaml.value, yaml.place, problems);
}

/** The same from a JSON value, which problems call `file`, with pointers. */
export function parseSweep(raw: unknown, file = 'sweep'): Checked<StatedSweep> {
  const problems = problemList();
  const { setting } = placesIn(file);
  if (isBlock(raw)) return checked(raw, setting, problems);
  const expected = 'a block with axes';
  return {
    ok: false,
    problems: [{ ...setting([]), code: 'not-a-block', message: 'not a sweep', found: shown(raw), expected }],
  };
}
