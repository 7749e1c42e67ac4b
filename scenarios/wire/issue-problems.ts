import type { z } from 'zod';
import type { InputProblem } from '../domain/input-problem.ts';
import { anyOf, nearWord } from './near-word.ts';
import type { Path, Place } from './places.ts';

type Issue = z.core.$ZodIssue;

/** A value as a reader recognises it in a message. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a block of keys and values';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** The value at a path, or undefined. */
function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

const WRONG_TYPE: Readonly<Record<string, readonly [code: string, message: string]>> = {
  number: ['not-a-number', 'not a number'],
  int: ['not-a-number', 'not a whole number'],
  string: ['not-text', 'not text'],
  boolean: ['not-a-flag', 'not a yes or no'],
  array: ['not-a-list', 'not a list'],
};

function codeAndMessage(issue: Issue, found: unknown): readonly [code: string, message: string] {
  if (found === undefined) return ['missing-value', 'no value'];
  if (issue.code === 'invalid_type') return WRONG_TYPE[issue.expected] ?? ['not-a-block', 'not a block'];
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    if (found === '' || (typeof found === 'string' && found.trim() === '')) return ['missing-value', 'no value'];
    if (Array.isArray(found)) return ['out-of-range', 'an empty list'];
    return ['out-of-range', typeof found === 'number' ? 'out of range' : 'wrong length'];
  }
  if (issue.code === 'invalid_value') return ['unknown-word', 'not a known word'];
  return ['malformed', 'not understood'];
}

function keyProblems(issue: z.core.$ZodIssueUnrecognizedKeys, known: Iterable<string>): Omit<InputProblem, 'file'>[] {
  const words = [...known];
  const expected = words.length === 0 ? {} : { expected: anyOf(words) };
  return issue.keys.map((key) => {
    const near = nearWord(key, words);
    const comma = /^\d+$/.test(key) ? '; a decimal comma? write 0.6, not 0,6' : '';
    const hint = near === undefined ? comma : `; did you mean ${near}?`;
    return { code: 'unknown-key', message: `unknown key ${shown(key)}${hint}`, ...expected };
  });
}

/** A key that is none of its kind, such as a currency in words. */
function keyProblem(issue: z.core.$ZodIssueInvalidKey, path: Path, place: (path: Path) => Place, spoken: string) {
  const expected = issue.issues[0]?.message ?? issue.message;
  return { ...place(path), code: 'malformed', message: `${spoken}not understood`, found: shown(path.at(-1)), expected };
}

/**
 * The problems that a schema's issues amount to: each with its place, what was found in the raw value and the law of
 * the schema. `known` gives the keys that may stand at a path, `spoken` the text to put before each message.
 */
export function problemsOf(
  issues: readonly Issue[],
  raw: unknown,
  place: (path: Path) => Place,
  known: (path: Path) => Iterable<string>,
  spoken = '',
): InputProblem[] {
  return issues.flatMap((issue): InputProblem[] => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys') {
      const keys = keyProblems(issue, known(path));
      return keys.map((problem, index) => ({
        ...place([...path, issue.keys[index]!]),
        ...problem,
        message: spoken + problem.message,
      }));
    }
    if (issue.code === 'invalid_key') return [keyProblem(issue, path, place, spoken)];
    const found = valueAt(raw, path);
    const [code, message] = codeAndMessage(issue, found);
    const expected = code === 'not-a-block' ? 'a block of keys and values' : issue.message;
    const problem = { ...place(path), code, message: spoken + message, expected };
    return [found === undefined ? problem : { ...problem, found: shown(found) }];
  });
}
