import { applyPatch, type Operation as JsonPatchOperation } from 'rfc6902';
import type { Checked, InputProblem } from './domain/input-problem.ts';
import { shown } from './wire/issue-problems.ts';
import { find, isNowhere, type Nowhere, valueAt } from './wire/patch/find.ts';
import { jsonSize } from './wire/patch/json-size.ts';
import { inPatch, type Operation, readOperation } from './wire/patch/operation.ts';
import { sameJson } from './wire/patch/same-json.ts';
import { pointerOf } from './wire/places.ts';
import { problemList } from './wire/report.ts';

/** What a what-if may be at most. */
export interface PatchLimits {
  readonly mostOperations: number;
  /** JSON values that the operations put in or copy, together. */
  readonly mostValues: number;
  /** Characters of texts and keys in these. */
  readonly mostCharacters: number;
  /** Levels of one value. */
  readonly mostDepth: number;
}

/** For a request: 1,000 operations with a million values (a table of a hundred thousand rows) of 20 million characters. */
export const PATCH_LIMITS: PatchLimits = {
  mostOperations: 1_000,
  mostValues: 1_000_000,
  mostCharacters: 20_000_000,
  mostDepth: 20,
};

/** The operations of a patch, or every problem of each. */
function readOperations(patch: unknown, { mostOperations }: PatchLimits): Checked<readonly Operation[]> {
  const refuse = (problem: InputProblem): Checked<never> => ({ ok: false, problems: [problem] });
  const expected = 'a list of operations, like [{ "op": "replace", "path": "/name", "value": "Variant" }]';
  if (!Array.isArray(patch))
    return refuse({ ...inPatch([]), code: 'not-a-list', message: 'not a JSON Patch', found: shown(patch), expected });
  if (patch.length > mostOperations) {
    const limit = `at most ${mostOperations}; replace whole tables, or state the scenario in full`;
    const [code, message] = ['too-large', 'too many operations'];
    return refuse({ ...inPatch([]), code, message, found: String(patch.length), expected: limit });
  }
  const problems = problemList();
  const operations = patch.map((raw: unknown, at) => readOperation(raw, at, problems.report));
  const found = problems.all();
  if (found.length > 0) return { ok: false, problems: found };
  return { ok: true, value: operations.filter((one) => one !== undefined), warnings: [] };
}

/** Counts what operations put in, and tells which one is beyond the limits: copies of copies grow without end. */
function sizeWatch(limits: PatchLimits) {
  let [values, characters] = [0, 0];
  return (value: unknown, at: number, key: 'value' | 'from'): InputProblem | undefined => {
    const size = jsonSize(value, limits.mostValues - values);
    values += size.values;
    characters += size.characters;
    const refuse = (code: string, message: string, expected: string) => ({
      ...inPatch([at, key]),
      ...{ code, message, expected },
    });
    if (size.hasProto) return refuse('forbidden-key', 'a key that no scenario has', 'no key __proto__');
    if (size.depth > limits.mostDepth)
      return refuse('too-deep', 'nested deeper than can be read', `at most ${limits.mostDepth} levels`);
    if (values <= limits.mostValues && characters <= limits.mostCharacters) return undefined;
    const most = `at most ${limits.mostValues} values and ${limits.mostCharacters} characters in all`;
    return refuse('too-large', 'the operations put in too much', most);
  };
}

const nowhere = (at: number, key: 'path' | 'from', { message, expected }: Nowhere): InputProblem => ({
  ...inPatch([at, key]),
  ...{ code: 'no-such-place', message, expected },
});

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  path.length > start.length && start.every((part, index) => part === path[index]);

/** An operation by what it comes down to; a move has taken the value away by then. */
type Step = Exclude<Operation, { readonly from: readonly string[] }>;

/**
 * Copy and move as adding what stands at their source (RFC 6902, 4.4 and 4.5). A move takes it away first, so that what the target's
 * path means is judged without it.
 */
function stepOf(document: unknown, operation: Operation, at: number): Step | InputProblem {
  if (!('from' in operation)) return operation;
  const { op, from, path } = operation;
  const source = find(document, from, true);
  if (isNowhere(source)) return nowhere(at, 'from', source);
  if (op === 'move' && startsWith(path, from))
    return nowhere(at, 'path', { message: 'a value cannot be moved into itself', expected: 'a place outside of it' });
  const value = valueAt(source);
  if (op === 'move') change(document, { op: 'remove', path: from });
  return { op: 'add', path, value };
}

/** Why a step cannot be done on the document as it is by then; undefined: it can. */
function fault(document: unknown, step: Step, at: number): InputProblem | undefined {
  const target = find(document, step.path, step.op !== 'add');
  if (isNowhere(target)) {
    const isNew = step.op === 'replace' && !isNowhere(find(document, step.path, false));
    const hint = isNew ? '; to put in what is not there yet, op add' : '';
    return nowhere(at, 'path', { ...target, expected: target.expected + hint });
  }
  if (step.op !== 'test' || sameJson(valueAt(target), step.value)) return undefined;
  const message = `the test fails at ${pointerOf(step.path)}`;
  const [found, expected] = [shown(valueAt(target)), shown(step.value)];
  return { ...inPatch([at, 'value']), code: 'failed-test', message, found, expected };
}

/** Does a step that was found good. Tests change nothing: the library compares lists in time that grows with their length squared. */
function change(document: unknown, step: Step): void {
  if (step.op === 'test') return;
  const operation: JsonPatchOperation = { ...step, path: pointerOf(step.path) };
  const [refused] = applyPatch(document, [operation]);
  if (refused)
    throw new Error(`applyScenarioPatch: ${step.op} at ${operation.path} was found good, but ${refused.message}`);
}

/**
 * Applies a JSON Patch (RFC 6902) to a document, which is not changed: the patched document; or every operation that is none; or the
 * first one that cannot be done, with its pointer into the patch (file `patch`). Later ones depend on it, so they are not judged.
 */
export function applyScenarioPatch(document: unknown, patch: unknown, limits = PATCH_LIMITS): Checked<unknown> {
  const read = readOperations(patch, limits);
  if (!read.ok) return read;
  const patched: unknown = structuredClone(document);
  const tooMuch = sizeWatch(limits);
  for (const [at, operation] of read.value.entries()) {
    const step = stepOf(patched, operation, at);
    if ('code' in step) return { ok: false, problems: [step] };
    const isOwn = operation.op !== 'move' && step.op !== 'remove';
    const large = isOwn ? tooMuch(step.value, at, 'from' in operation ? 'from' : 'value') : undefined;
    const problem = large ?? fault(patched, step, at);
    if (problem !== undefined) return { ok: false, problems: [problem] };
    change(patched, step);
  }
  return { ok: true, value: patched, warnings: [] };
}
