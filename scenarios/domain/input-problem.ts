/** One thing that is wrong with the input, in words a careless user can act on. */
export interface InputProblem {
  /** Stable, e.g. `missing-column`, `unknown-reference`, `not-a-number`. */
  readonly code: string;
  /** File name within the folder, or `scenario` for a JSON document. */
  readonly file: string;
  /** 1-based line in the file. */
  readonly line?: number;
  /** Column header, or the key within scenario.yaml. */
  readonly column?: string;
  /** JSON pointer into the scenario document. */
  readonly pointer?: string;
  /** What is wrong. */
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
}

/** A problem of one row of a table, told by what stands in its columns; its line is found later. */
export interface RowProblem extends InputProblem {
  readonly row?: Readonly<Partial<Record<'supplier' | 'item', string>>>;
}

/** A value, or all the problems at once. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly InputProblem[] }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** `file:line: column: what is wrong, what was found, what is expected` */
export function describeProblem(problem: InputProblem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const parts = [problem.message];
  if (problem.found !== undefined) parts.push(`found ${problem.found}`);
  if (problem.expected !== undefined) parts.push(`expected ${problem.expected}`);
  return `${place}: ${problem.column === undefined ? '' : `${problem.column}: `}${parts.join(', ')}`;
}
