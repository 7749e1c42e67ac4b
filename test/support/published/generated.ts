import { readFileSync } from 'node:fs';
import { generateAssignment, generateLocation } from './generate.ts';
import { readSingleSource } from './holmberg.ts';
import type { Assignment, FacilityLocation, Instance } from './instance.ts';
import { readAssignments } from './or-library-assignments.ts';
import { readWarehouses } from './or-library-warehouses.ts';
import type { Proven } from './solve-with-cbc.ts';
import { writeAssignments, writeSingleSource, writeWarehouses } from './write-instance.ts';

/** Where the made-up problems and their optima are kept. */
export const GENERATED_FOLDER = new URL('../../published/instances/', import.meta.url);

interface GeneratedFile {
  readonly file: string;
  readonly problems: () => readonly Instance[];
  readonly text: () => string;
  readonly read: (text: string) => readonly Instance[];
}

const location = (warehouses: number, customers: number, ratio: number, singleSource: boolean): GeneratedFile => {
  const name = `${singleSource ? 'single-source' : 'splittable'}-${warehouses}x${customers}`;
  const problem = (): FacilityLocation => generateLocation(name, { warehouses, customers, ratio }, singleSource);
  return {
    file: `${name}.txt`,
    problems: () => [problem()],
    text: () => (singleSource ? writeSingleSource : writeWarehouses)(problem()),
    read: (text) => [singleSource ? readSingleSource(name, text) : readWarehouses(name, text)],
  };
};

const assignments = (type: 'C' | 'D', sizes: readonly (readonly [agents: number, jobs: number])[]): GeneratedFile => {
  const name = `assignment-${type.toLowerCase()}`;
  const problems = (): readonly Assignment[] =>
    sizes.map(([agents, jobs], at) => generateAssignment(`${name}-${at + 1}`, { agents, jobs, type }));
  return {
    file: `${name}.txt`,
    problems,
    text: () => writeAssignments(problems()),
    read: (text) => readAssignments(name, text),
  };
};

/** The made-up problems, each file in the format of the published problems of its kind. */
export const generatedFiles: readonly GeneratedFile[] = [
  location(6, 15, 2, false),
  location(12, 30, 2, false),
  location(25, 60, 3, false),
  location(5, 12, 2.5, true),
  location(8, 20, 2.5, true),
  location(12, 30, 3, true),
  assignments('C', [
    [4, 12],
    [5, 20],
    [8, 32],
  ]),
  assignments('D', [
    [4, 12],
    [5, 20],
    [5, 25],
  ]),
];

/** The text of a kept file. */
export const keptText = (file: string): string => readFileSync(new URL(file, GENERATED_FOLDER), 'utf8');

/** The kept optima by name of the problem. */
export const keptOptima = (): Readonly<Record<string, Proven>> => JSON.parse(keptText('optima.json'));
