import type { InputProblem } from '../../domain/input-problem.ts';
import { type Block, isBlock } from '../block.ts';
import { shown } from '../issue-problems.ts';
import { anyOf, nearWord } from '../near-word.ts';
import { type Path, pathText, pointerOf, type Report } from '../places.ts';

/** One operation of a JSON Patch (RFC 6902); pointers are split and unescaped. */
export type Operation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: readonly string[]; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: readonly string[] }
  | { readonly op: 'move' | 'copy'; readonly path: readonly string[]; readonly from: readonly string[] };

const OPS = ['add', 'remove', 'replace', 'move', 'copy', 'test'] as const;
const WITH_VALUE: readonly unknown[] = ['add', 'replace', 'test'];
const WITH_FROM: readonly unknown[] = ['move', 'copy'];

/** Keys by which the prototypes of JavaScript are reached. No key of a scenario is called so. */
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** The place of a problem within a patch. */
export const inPatch = (path: Path): Pick<InputProblem, 'file' | 'column' | 'pointer'> =>
  path.length === 0
    ? { file: 'patch', pointer: '' }
    : { file: 'patch', column: pathText(path), pointer: pointerOf(path) };

/** The parts of a JSON pointer (RFC 6901), or undefined and a problem. */
function readPointer(raw: Block, key: 'path' | 'from', at: number, problem: Report): readonly string[] | undefined {
  const stated = Object.hasOwn(raw, key) ? raw[key] : undefined;
  const refuse = (code: string, message: string, expected: string): undefined => {
    problem({
      ...inPatch([at, key]),
      code,
      message,
      ...(stated === undefined ? {} : { found: shown(stated) }),
      expected,
    });
  };
  if (stated === undefined)
    return refuse('missing-value', `no ${key}`, `a JSON pointer into the scenario, like /suppliers/0/hourlyRate`);
  if (typeof stated !== 'string' || !/^(?:\/(?:[^~/]|~[01])*)*$/.test(stated))
    return refuse('bad-pointer', 'not a JSON pointer', 'keys and indexes after a / each, with ~1 for / and ~0 for ~');
  if (stated === '')
    return refuse('whole-document', 'the whole scenario', 'a part of it; another scenario is stated in full');
  const parts = stated
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (parts.some((part) => FORBIDDEN.includes(part)))
    return refuse('forbidden-key', `a key that no scenario has`, `none of ${FORBIDDEN.join(', ')}`);
  return parts;
}

function opProblem(op: unknown, at: number): InputProblem {
  const near = typeof op === 'string' ? nearWord(op, OPS) : undefined;
  const expected = anyOf(OPS) + (near === undefined ? '' : ` (did you mean ${near}?)`);
  const place = inPatch([at, 'op']);
  if (op === undefined) return { ...place, code: 'missing-value', message: 'no op', expected };
  return { ...place, code: 'unknown-word', message: 'not an operation of JSON Patch', found: shown(op), expected };
}

/** Reads one operation; undefined, and every problem of it, where it is none. Other keys than it needs are ignored, as RFC 6902 says. */
export function readOperation(raw: unknown, at: number, problem: Report): Operation | undefined {
  if (!isBlock(raw)) {
    const expected = 'an operation, like { "op": "replace", "path": "/name", "value": "Variant" }';
    problem({ ...inPatch([at]), code: 'not-a-block', message: 'not a block', found: shown(raw), expected });
    return undefined;
  }
  const op = OPS.find((known) => Object.hasOwn(raw, 'op') && known === raw['op']);
  if (op === undefined) problem(opProblem(Object.hasOwn(raw, 'op') ? raw['op'] : undefined, at));
  const path = readPointer(raw, 'path', at, problem);
  const from = WITH_FROM.includes(op) ? readPointer(raw, 'from', at, problem) : undefined;
  const lacksValue = WITH_VALUE.includes(op) && !Object.hasOwn(raw, 'value');
  if (lacksValue)
    problem({
      ...inPatch([at, 'value']),
      code: 'missing-value',
      message: `${op} needs a value`,
      expected: 'a JSON value',
    });
  if (op === undefined || path === undefined || lacksValue) return undefined;
  if (op === 'move' || op === 'copy') return from === undefined ? undefined : { op, path, from };
  return op === 'remove' ? { op, path } : { op, path, value: raw['value'] };
}
