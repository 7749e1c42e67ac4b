/*
 * Where the tokens of JSON (RFC 8259) end. Plain loops over character codes: texts have up to twenty million characters, and a pattern
 * that repeats over a long string can exhaust the stack of its engine.
 */

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The offset after the number at an offset; the offset itself where none stands there. */
export const numberEnd = (text: string, at: number): number => endOf(NUMBER, text, at);

/** The offset after true, false or null; the offset itself where none stands there. */
export const wordEnd = (text: string, at: number): number => endOf(WORD, text, at);

/** The offset of the first character that is no white space. */
export function spaceEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || (code >= 9 && code <= 13); code = text.charCodeAt(at)) {
    if (code === 11 || code === 12) break;
    at += 1;
  }
  return at;
}

const [QUOTE, BACKSLASH] = [34, 92];

/** The offset after the string that opens at an offset; where it is not `whole`, the offset of what cannot stand in it. */
export function stringEnd(text: string, open: number): { readonly end: number; readonly whole: boolean } {
  for (let at = open + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return { end: at + 1, whole: true };
    if (code === BACKSLASH) {
      const end = endOf(ESCAPE, text, at);
      if (end === at) return { end: at, whole: false };
      at = end;
    } else if (code < 32) return { end: at, whole: false };
    else at += 1;
  }
  return { end: text.length, whole: false };
}
