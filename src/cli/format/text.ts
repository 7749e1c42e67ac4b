const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u{ff01}-\u{ff60}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence starts with a control character
const STYLE = /\u001b\[[0-9;]*m/g;

/**
 * Text of a stranger's file as one harmless line: control characters, line ends and direction marks, which could move
 * the cursor or hide what follows, become `�`.
 */
export const plain = (text: string): string => text.normalize('NFC').replace(CONTROL, '�');

const ASCII = /^[ -~]*$/;
const MOST_PER_CELL = 16;

const graphemes = (text: string): string[] => Array.from(SEGMENTS.segment(text), (part) => part.segment);
const cells = (grapheme: string): number => (WIDE.test(grapheme) ? 2 : 1);

/** Columns of a terminal that a text takes; colours take none, Chinese characters and emoji two. */
export function displayWidth(text: string): number {
  const bare = text.replace(STYLE, '');
  // Finding the graphemes is slow, and most text has one character each.
  return ASCII.test(bare) ? bare.length : graphemes(bare).reduce((sum, grapheme) => sum + cells(grapheme), 0);
}

/** The text, or its start and `…` so that it takes at most `width` columns. */
export function shorten(text: string, width: number): string {
  // However long the text, what can be shown lies within its first few characters for each column.
  const start = text.slice(0, width * MOST_PER_CELL);
  if (start.length === text.length && displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const grapheme of graphemes(start)) {
    used += cells(grapheme);
    if (used > width) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}

/** Filled up with spaces to `width` columns, on the right for `left` aligned text. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/** Spaces at which a line may end: not those within a figure and its unit, as in `€ 41.2 m` and `60 %`. */
const BREAKS = /(?<!€) (?!(?:m|bn|%|×)(?!\w))/;

/** Breaks a text at spaces into lines of at most `width` columns; a single longer word stands alone on its line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAKS)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The text wrapped with every line but the first indented by `indent` columns. */
export const hang = (text: string, width: number, indent: number): string[] =>
  wrap(text, width - indent).map((line, at) => (at === 0 ? line : ' '.repeat(indent) + line));
