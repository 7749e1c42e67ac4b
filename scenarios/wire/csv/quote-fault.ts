/** What is wrong with the quotation marks of a CSV text, and the line on which the cell in question was opened. */
export interface QuoteFault {
  readonly kind: 'never-closed' | 'goes-on' | 'in-the-middle';
  /** 1-based within the text. */
  readonly line: number;
  /** The start of the cell as it is written. */
  readonly cell: string;
}

const isBreak = (char: string): boolean => char === '\n' || char === '\r';

/** Position of the mark that closes the quoted cell opened at `open`, or -1; doubled marks are part of the cell. */
function closingMark(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

const linesIn = (text: string): number => text.split(/\r\n|\n|\r/).length;

/** The first fault in the quotation marks of a text whose first record starts at its beginning; without any, the start is blamed. */
export function quoteFault(text: string, delimiter: string): QuoteFault {
  const fault = (kind: QuoteFault['kind'], at: number): QuoteFault => ({
    kind,
    line: linesIn(text.slice(0, at)),
    cell: text.slice(at, at + 40).split(/[\r\n]/, 1)[0]!,
  });
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (char === delimiter || isBreak(char)) start = at + 1;
    if (char !== '"') continue;
    if (text.slice(start, at).trim() !== '') return fault('in-the-middle', start);
    const close = closingMark(text, at);
    if (close < 0) return fault('never-closed', at);
    const after = /^[^\S\r\n]*/.exec(text.slice(close + 1, close + 100))?.[0].length ?? 0;
    const next = text[close + 1 + after] ?? '\n';
    const across = /[\r\n]/.test(text.slice(at, close));
    if (next !== delimiter && !isBreak(next)) return fault(across ? 'never-closed' : 'goes-on', at);
    at = close;
  }
  return fault('in-the-middle', 0);
}
