import canonicalize from 'canonicalize';
import { type Block, isBlock } from './block.ts';

const isPlain = (value: unknown): value is Block => isBlock(value) && !('toJSON' in value);

function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('canonical form: not a JSON value');
  return text;
}

const SURROGATE = /[\uD800-\uDFFF]/;

/** Numbers and texts are written by RFC 8785 as JSON.stringify writes them; what JSON has not is left to the library to refuse. */
function canonicalCell(value: unknown): string {
  if (typeof value === 'string' && !SURROGATE.test(value)) return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value === 0 ? 0 : value);
  return canonical(value);
}

/** Sorted keys, each as it is written in front of its value. */
type Keys = readonly (readonly [key: string, written: string])[];

/** Writes rows one after the other: rows of a table have few sets of keys, so that each set is sorted once. */
function rowWriter(): (row: Block) => string {
  const known = new Map<string, Keys>();
  let [last, lastKeys]: [readonly string[], Keys] = [[], []];
  const keysOf = (row: Block): Keys => {
    const names = Object.keys(row);
    if (names.length !== last.length || names.some((name, index) => name !== last[index]))
      [last, lastKeys] = [names, sortedKeys([...names])];
    return lastKeys;
  };
  const sortedKeys = (names: string[]): Keys => {
    const set = JSON.stringify(names);
    const before = known.get(set);
    if (before !== undefined) return before;
    const keys = names.sort().map((key) => [key, `${canonicalCell(key)}:`] as const);
    if (known.size < 1000) known.set(set, keys);
    return keys;
  };
  return (row) => {
    let text = '';
    for (const [key, written] of keysOf(row)) {
      const value = row[key];
      if (value !== undefined) text += `${text === '' ? '' : ','}${written}${canonicalCell(value)}`;
    }
    return `{${text}}`;
  };
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  const write = rowWriter();
  yield '[';
  for (let index = 0; index < list.length; index += 1) {
    const entry = list[index];
    yield `${index === 0 ? '' : ','}${isPlain(entry) ? write(entry) : canonical(entry ?? null)}`;
  }
  yield ']';
}

/**
 * The RFC 8785 form of a JSON value in pieces: a block of tables comes row by row, so that millions of rows are never one text.
 * Throws on NaN, infinities and lone surrogates, which JSON has not.
 */
export function* canonicalPieces(value: unknown): Generator<string> {
  if (!isPlain(value)) {
    yield canonical(value);
    return;
  }
  let first = true;
  yield '{';
  for (const key of Object.keys(value).sort()) {
    const entry = value[key];
    if (entry === undefined) continue;
    yield `${first ? '' : ','}${canonicalCell(key)}:`;
    first = false;
    if (Array.isArray(entry)) yield* listPieces(entry);
    else yield canonical(entry);
  }
  yield '}';
}
