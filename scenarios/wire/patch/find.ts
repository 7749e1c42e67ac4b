import { nearWord } from '../near-word.ts';
import { pointerOf } from '../places.ts';

/** A place in a document: the block or list that it is in, and its key there. */
export type Spot =
  | { readonly in: 'block'; readonly block: Readonly<Record<string, unknown>>; readonly key: string }
  | { readonly in: 'list'; readonly list: readonly unknown[]; readonly index: number };

/** Why a pointer leads nowhere, and what would. */
export interface Nowhere {
  readonly message: string;
  readonly expected: string;
}

type Found = Spot | Nowhere;

export const isNowhere = (found: Found): found is Nowhere => 'message' in found;

/** The key as it stands in a block, and others in words. */
function knownKeys(block: object, key: string): string {
  const keys = Object.keys(block);
  const near = nearWord(key, keys);
  const some = keys.length > 30 ? `${keys.slice(0, 30).join(', ')}, …` : keys.join(', ');
  return `${some === '' ? 'no key' : some}${near === undefined ? '' : ` (did you mean ${near}?)`}`;
}

const place = (parts: readonly string[]): string => (parts.length === 0 ? 'the scenario' : pointerOf(parts));

/** The spot of the last part within what the parts before it lead to. */
function spotIn(parent: unknown, path: readonly string[]): Found {
  const [key = '', before] = [path.at(-1), path.slice(0, -1)];
  if (Array.isArray(parent)) {
    if (key === '-') return { in: 'list', list: parent, index: parent.length };
    const index = /^(?:0|[1-9]\d{0,14})$/.test(key) ? Number(key) : Number.NaN;
    if (index <= parent.length) return { in: 'list', list: parent, index };
    const range = parent.length === 0 ? 'it is empty' : `0 to ${parent.length - 1}`;
    const message = Number.isNaN(index)
      ? `${place(before)} is a list, and ${key} is no index`
      : `${place(before)} ends before ${key}`;
    return { message, expected: `an index: ${range}, or - to add at the end` };
  }
  if (typeof parent === 'object' && parent !== null)
    return { in: 'block', block: parent as Readonly<Record<string, unknown>>, key };
  return { message: `${place(before)} is a single value`, expected: 'the path to end there' };
}

const isThere = (spot: Spot): boolean =>
  spot.in === 'list' ? spot.index < spot.list.length : Object.hasOwn(spot.block, spot.key);

/** What stands at a spot; undefined where nothing does. */
export function valueAt(spot: Spot): unknown {
  if (!isThere(spot)) return undefined;
  return spot.in === 'list' ? spot.list[spot.index] : spot.block[spot.key];
}

/**
 * Follows a path of keys and indexes through own properties only. `mustExist`: something has to stand at its end; otherwise the end
 * may be a new key, or the index after the last one of a list.
 */
export function find(document: unknown, path: readonly string[], mustExist: boolean): Found {
  let value = document;
  for (let length = 1; ; length += 1) {
    const parts = path.slice(0, length);
    const spot = spotIn(value, parts);
    if (isNowhere(spot)) return spot;
    if (length === path.length && (!mustExist || isThere(spot))) return spot;
    if (!isThere(spot)) {
      const before = place(parts.slice(0, -1));
      if (spot.in === 'list')
        return {
          message: `${before} ends before ${parts.at(-1)}`,
          expected: `an index from 0 to ${spot.list.length - 1}`,
        };
      return { message: `${before} has no key ${spot.key}`, expected: knownKeys(spot.block, spot.key) };
    }
    value = valueAt(spot);
  }
}
