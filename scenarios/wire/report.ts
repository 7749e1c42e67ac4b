import type { InputProblem } from '../domain/input-problem.ts';
import type { Report } from './places.ts';

/** How many problems of one kind in one column are told one by one. */
const MOST_ALIKE = 200;

/** Problems as they are found; beyond a number of the same kind in the same column they are only counted. */
export interface ProblemList {
  readonly report: Report;
  /** What was reported, and a last problem for each kind of which there were more. */
  readonly all: () => readonly InputProblem[];
}

/** An empty list of problems. */
export function problemList(): ProblemList {
  const kept: InputProblem[] = [];
  const counts = new Map<string, { readonly like: InputProblem; count: number }>();
  const report: Report = (problem) => {
    const column = problem.column?.replace(/\[[^\]]*\]/g, '[]');
    const kind = `${problem.file}\n${column ?? ''}\n${problem.code}`;
    const known = counts.get(kind) ?? { like: problem, count: 0 };
    counts.set(kind, known);
    known.count += 1;
    if (known.count <= MOST_ALIKE) kept.push(problem);
  };
  const rest = (): InputProblem[] =>
    [...counts.values()]
      .filter(({ count }) => count > MOST_ALIKE)
      .map(({ like: { file, column, code }, count }) => {
        const message = `and ${count - MOST_ALIKE} more problems of this kind (${code})`;
        return { code: 'more-problems', file, ...(column === undefined ? {} : { column }), message };
      });
  return { report, all: () => [...kept, ...rest()] };
}
