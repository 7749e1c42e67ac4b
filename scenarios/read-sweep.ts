import type { Checked } from './domain/input-problem.ts';
import { isBlock } from './wire/block.ts';
import { shown } from './wire/issue-problems.ts';
import { placesIn } from './wire/places.ts';
import { problemList } from './wire/report.ts';
import { readSweep, type StatedSweep } from './wire/sweep/read-sweep.ts';
import { readYaml } from './wire/yaml/read-yaml.ts';

export type { StatedSweep } from './wire/sweep/read-sweep.ts';

/** Reads a sweep from the text of a YAML file, or every problem at once with its line. Never throws. */
export function readSweepFile(file: string, text: string): Checked<StatedSweep> {
  const problems = problemList();
  const yaml = readYaml(file, text, problems.report);
  const value = yaml.value && readSweep(yaml.value, yaml.place, problems.report);
  return value ? { ok: true, value, warnings: [] } : { ok: false, problems: problems.all() };
}

/** The same from a JSON value, its problems with pointers. */
export function parseSweep(raw: unknown): Checked<StatedSweep> {
  const problems = problemList();
  const places = placesIn('sweep');
  if (!isBlock(raw)) {
    const expected = 'a block with axes';
    const problem = { ...places.setting([]), code: 'not-a-block', message: 'not a sweep', found: shown(raw), expected };
    return { ok: false, problems: [problem] };
  }
  const value = readSweep(raw, places.setting, problems.report);
  return value ? { ok: true, value, warnings: [] } : { ok: false, problems: problems.all() };
}
