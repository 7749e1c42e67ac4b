import { describeProblem, type InputProblem } from '../../../scenarios/domain/input-problem.ts';
import { count } from '../format/number.ts';
import { plain, shorten } from '../format/text.ts';
import type { Io } from './io.ts';
import { paintOf } from './paint.ts';

/** Exit codes of every command. */
export const EXIT = {
  /** Also when a limit or Ctrl-C ended a solve that has a plan. */
  done: 0,
  verificationFailed: 1,
  /** Bad input or usage. */
  refused: 2,
  infeasible: 3,
  /** A limit was reached without a plan. */
  undecided: 4,
  bug: 70,
  interrupted: 130,
} as const;

/** Why a command cannot do what was asked, and what to do about it. */
export interface Refusal {
  readonly ok: false;
  readonly message: string;
  readonly problems?: readonly InputProblem[];
  readonly hint?: string;
}

const MOST_PROBLEMS = 50;
const MOST_COLUMNS = 400;

/** `file:line: column: …`; a problem of a JSON document has a pointer into it instead of a line and column. */
function problemLine(problem: InputProblem): string {
  const place = problem.line === undefined ? (problem.column ?? problem.pointer) : problem.column;
  return shorten(plain(describeProblem(place === undefined ? problem : { ...problem, column: place })), MOST_COLUMNS);
}

/** The first fifty problems, one a line, and how many more there are. */
function problemLines(problems: readonly InputProblem[]): string[] {
  const rest = problems.length - MOST_PROBLEMS;
  const shown = problems.slice(0, MOST_PROBLEMS).map(problemLine);
  return rest > 0 ? [...shown, `… and ${count(rest, 'more problem')}`] : shown;
}

export const printLines = (output: Io['stdout'], lines: readonly string[]): void => {
  if (lines.length > 0) output.write(`${lines.join('\n')}\n`);
};

/** Says on stderr why nothing was done and how to go on. */
export function refuse(io: Io, refusal: Refusal): typeof EXIT.refused {
  const paint = paintOf(io, io.stderr);
  const hint = refusal.hint === undefined ? [] : [`${paint.bold('hint:')} ${refusal.hint}`];
  printLines(io.stderr, [
    `${paint.red('error:')} ${plain(refusal.message)}`,
    ...problemLines(refusal.problems ?? []),
    ...hint,
  ]);
  return EXIT.refused;
}

/** Says on stderr what was ignored or doubtful in the input. */
export function warn(io: Io, warnings: readonly InputProblem[]): void {
  const paint = paintOf(io, io.stderr);
  printLines(
    io.stderr,
    problemLines(warnings).map((line) => `${paint.yellow('warning:')} ${line}`),
  );
}
