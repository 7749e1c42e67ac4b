import { numberEnd, spaceEnd, stringEnd, wordEnd } from './tokens.ts';

/** Why a text is refused as JSON, and the offset at which it is. */
export interface JsonFault {
  readonly kind: 'syntax' | 'too-deep' | 'duplicate-key';
  readonly offset: number;
  /** Of a duplicate key. */
  readonly key?: string;
}

/** A list that is open, or a block with the keys seen in it. */
type Open = { readonly close: ']' } | { readonly close: '}'; readonly keys: Set<string> };

/** What may come next; `first`: or the end of a block or list that was just opened; `next`: a comma or the end. */
type Wanted = 'value' | 'first-value' | 'key' | 'first-key' | 'next';

/** The key that opens at an offset, and the offset after its colon; or the fault. */
function keyAt(text: string, at: number, keys: Set<string>): JsonFault | number {
  if (text[at] !== '"') return { kind: 'syntax', offset: at };
  const { end, whole } = stringEnd(text, at);
  if (!whole) return { kind: 'syntax', offset: end };
  const written = text.slice(at + 1, end - 1);
  const key = written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
  if (keys.has(key)) return { kind: 'duplicate-key', offset: at, key };
  keys.add(key);
  const colon = spaceEnd(text, end);
  return text[colon] === ':' ? colon + 1 : { kind: 'syntax', offset: colon };
}

/** The offset after the text, number or word that opens at an offset; or the fault. */
function scalarEnd(text: string, at: number): JsonFault | number {
  if (text[at] === '"') {
    const { end, whole } = stringEnd(text, at);
    return whole ? end : { kind: 'syntax', offset: end };
  }
  const end = Math.max(numberEnd(text, at), wordEnd(text, at));
  return end > at ? end : { kind: 'syntax', offset: at };
}

/**
 * The first fault of a text by RFC 8259, or a block or list more than `mostDepth` levels deep, or a key that stands twice in one block
 * (of which JSON.parse silently keeps the last). Undefined: none of these. Needs no stack, however deep the text.
 */
export function jsonFault(text: string, mostDepth: number): JsonFault | undefined {
  const open: Open[] = [];
  let wanted: Wanted = 'value';
  for (let at = spaceEnd(text, 0); at < text.length; at = spaceEnd(text, at)) {
    const char = text[at]!;
    const top = open.at(-1);
    if (char === top?.close && wanted !== 'value' && wanted !== 'key') {
      open.pop();
      wanted = 'next';
      at += 1;
    } else if (wanted === 'next') {
      if (char !== ',' || top === undefined) return { kind: 'syntax', offset: at };
      wanted = top.close === '}' ? 'key' : 'value';
      at += 1;
    } else if (top?.close === '}' && (wanted === 'key' || wanted === 'first-key')) {
      const end = keyAt(text, at, top.keys);
      if (typeof end !== 'number') return end;
      wanted = 'value';
      at = end;
    } else if (char === '{' || char === '[') {
      if (open.length >= mostDepth) return { kind: 'too-deep', offset: at };
      open.push(char === '{' ? { close: '}', keys: new Set() } : { close: ']' });
      wanted = char === '{' ? 'first-key' : 'first-value';
      at += 1;
    } else {
      const end = scalarEnd(text, at);
      if (typeof end !== 'number') return end;
      wanted = 'next';
      at = end;
    }
  }
  return wanted === 'next' && open.length === 0 ? undefined : { kind: 'syntax', offset: text.trimEnd().length };
}
