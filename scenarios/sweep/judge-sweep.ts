import type { Sweep } from '../domain/sweep.ts';
import { shown } from '../wire/issue-problems.ts';
import type { Path, Place, Report } from '../wire/places.ts';
import { countCases, MOST_CASES } from './cases.ts';
import { labelsOf } from './labels.ts';

/** Reports what does not fit together: names, values and design, and how many cases that would be. */
export function judgeSweep(sweep: Sweep, place: (path: Path) => Place, report: Report): void {
  const { axes, design } = sweep;
  const names = new Map<string, number>();
  axes.forEach((axis, number) => {
    const first = names.get(axis.name);
    const at = place(['axes', number, 'name']);
    if (first !== undefined)
      report({
        ...at,
        ...{
          code: 'duplicate',
          message: 'two axes of one name',
          found: shown(axis.name),
          expected: 'a name of its own',
        },
      });
    names.set(axis.name, number);
    const isInterval = 'values' in axis && 'from' in axis.values;
    if (isInterval && design.kind !== 'latin-hypercube')
      report({
        ...place(['axes', number, 'values']),
        ...{ code: 'not-here', message: `a ${design.kind} has no values from an interval` },
        expected: 'design: latin-hypercube, or a list of values or range(first, last, step)',
      });
    if (!isInterval && labelsOf(axis).length === 0)
      report({
        ...place(['axes', number]),
        ...{ code: 'out-of-range', message: 'an axis without cases', expected: 'at least one' },
      });
  });
  const lengths = axes.map((axis) => labelsOf(axis).length);
  const odd = lengths.findIndex((length) => length !== lengths[0]);
  if (design.kind === 'list' && odd >= 0)
    report({
      ...place(['axes', odd]),
      ...{ code: 'out-of-range', message: 'a list with axes of several lengths', found: `${lengths[odd]} values` },
      expected: `${lengths[0]}, as the first axis has; or design: grid`,
    });
  const count = countCases(sweep);
  if (count > MOST_CASES)
    report({
      ...place(['axes']),
      ...{ code: 'too-large', message: 'too many cases', found: String(count), expected: `at most ${MOST_CASES}` },
    });
}
