import type { Axis, AxisValue, Patch, Sweep, SweepCase } from '../domain/sweep.ts';
import { labelsOf } from './labels.ts';
import { latinHypercube } from './latin-hypercube.ts';

/** A sweep may have so many cases. */
export const MOST_CASES = 10_000;

/** How many cases a sweep has. */
export function countCases({ design, axes }: Sweep): number {
  if (design.kind === 'latin-hypercube') return design.samples;
  const lengths = axes.map((axis) => labelsOf(axis).length);
  if (design.kind === 'list') return lengths[0] ?? 0;
  return lengths.reduce((product, length) => product * length, 1);
}

/** The cases of a sweep in the order of its design: of a grid the last axis changes first. */
export function casesOf(sweep: Sweep): readonly SweepCase[] {
  const { design, axes } = sweep;
  const count = countCases(sweep);
  if (design.kind === 'latin-hypercube') return asCases(axes, latinHypercube(axes, design), count);
  const labels = axes.map(labelsOf);
  if (design.kind === 'list') return asCases(axes, labels, count);
  let repeats = count;
  const columns = labels.map((own) => {
    repeats /= own.length;
    const each = repeats;
    return Array.from({ length: count }, (_, at) => own[Math.floor(at / each) % own.length]!);
  });
  return asCases(axes, columns, count);
}

/** One case for each place in the columns, which stand beside each other. */
function asCases(
  axes: readonly Axis[],
  columns: readonly (readonly AxisValue[])[],
  count: number,
): readonly SweepCase[] {
  return Array.from({ length: count }, (_, at) => {
    const values = axes.map(({ name }, axis) => [name, columns[axis]![at]!] as const);
    const patch = axes.flatMap((axis, number) => patchOf(axis, columns[number]![at]!));
    return { number: at + 1, values: Object.fromEntries(values), patch };
  });
}

/** What a value of an axis does to the document: `add` puts in what is not there and replaces what is (RFC 6902, 4.1). */
const patchOf = (axis: Axis, value: AxisValue): Patch =>
  'cases' in axis
    ? axis.cases.get(String(value))!
    : [{ op: isEntry(axis.path) ? 'replace' : 'add', path: axis.path, value }];

/** Whether a path ends in an entry of a list, where `add` would put in one more before it. */
const isEntry = (path: string): boolean => /\/\d+$/.test(path);
