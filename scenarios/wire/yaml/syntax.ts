import {
  type Document,
  type ErrorCode,
  isCollection,
  isScalar,
  type LineCounter,
  visit,
  type YAMLParseError,
} from 'yaml';
import type { Report } from '../places.ts';

type Words = readonly [message: string, expected: string];

const INDENT: Words = [
  'the indentation is broken',
  'entries of one block to start in the same column, indented with spaces',
];
const NESTED: Words = [
  'a key where a value is expected',
  'one key: value a line, indented like its neighbours; a text with a colon in it in quotation marks',
];
const COLON: Words = ['a key or value that cannot be understood', 'key: value, with a space after the colon'];
const NO_SPACE: Words = ['no space after the colon', 'key: value'];
const BRACKET: Words = [
  'a bracket, brace or quotation mark is missing',
  'one closing ] } or quotation mark for each that is opened',
];
const QUOTE: Words = ['a text that has to be quoted', 'texts with : # { } [ ] & * ! | > % @ in quotation marks'];
const ADVANCED: Words = ['a YAML feature that settings do not need', 'plain keys and values'];

/** Message and expectation for parts within parts within parts. */
export const NESTING: Words = ['nested deeper than can be read', 'a few levels of indentation'];

/** What the parser's errors mean to someone who writes settings. */
const WORDS: Readonly<Record<ErrorCode, Words>> = {
  ALIAS_PROPS: ADVANCED,
  BAD_ALIAS: QUOTE,
  BAD_COLLECTION_TYPE: ADVANCED,
  BAD_DIRECTIVE: QUOTE,
  BAD_DQ_ESCAPE: ['an unknown \\ in a quoted text', "single quotation marks ('C:\\x'), or \\\\ for one \\"],
  BAD_INDENT: INDENT,
  BAD_PROP_ORDER: ADVANCED,
  BAD_SCALAR_START: QUOTE,
  BLOCK_AS_IMPLICIT_KEY: NESTED,
  BLOCK_IN_FLOW: BRACKET,
  DUPLICATE_KEY: ['a key stands twice in one block', 'each key once'],
  IMPOSSIBLE: COLON,
  KEY_OVER_1024_CHARS: COLON,
  MISSING_CHAR: BRACKET,
  MULTILINE_IMPLICIT_KEY: NESTED,
  MULTIPLE_ANCHORS: ADVANCED,
  MULTIPLE_DOCS: ['a second document starts (a line with ---)', 'one document'],
  MULTIPLE_TAGS: ADVANCED,
  NON_STRING_KEY: ['a key that is not text', 'key: value'],
  RESOURCE_EXHAUSTION: NESTING,
  TAB_AS_INDENT: ['a line is indented with a tab', 'spaces'],
  TAG_RESOLVE_FAILED: ADVANCED,
  UNEXPECTED_TOKEN: COLON,
};

const lineShown = (line: string): string => (line.length > 80 ? `\`${line.slice(0, 77)}…\`` : `\`${line}\``);

/** Start of the innermost bracket, brace or quoted text that is open at an offset. */
function openedAt(document: Document, offset: number): number | undefined {
  let opened: number | undefined;
  visit(document, {
    Node: (_key, node) => {
      const open = (isCollection(node) && node.flow) || (isScalar(node) && /^QUOTE/.test(node.type ?? ''));
      const [start, , end] = node.range ?? [0, 0, -1];
      if (open && start <= offset && offset <= end) opened = start;
    },
  });
  return opened;
}

/** The words for an error, and the offset to which they apply: what is never closed is shown where it was opened. */
function placed(document: Document, { code, message, pos }: YAMLParseError): readonly [Words, number] {
  const isOpen = code === 'MISSING_CHAR' || /^Flow/.test(message);
  if (!isOpen) return [WORDS[code], pos[0]];
  return [BRACKET, openedAt(document, pos[0]) ?? pos[0]];
}

/** Reports the syntax errors of a YAML text, the first of each line, with line and column (of the text, counted from 1). */
export function reportSyntax(
  document: Document,
  file: string,
  text: string,
  lines: LineCounter,
  problem: Report,
): void {
  const seen = new Set<number>();
  for (const error of document.errors) {
    const [words, offset] = placed(document, error);
    const { line, col } = lines.linePos(offset);
    if (seen.has(line)) continue;
    seen.add(line);
    const written = text.split(/\r\n|\n|\r/, line)[line - 1]?.trim() ?? '';
    const [message, expected] = /^[\w-]+:[^\s:]/.test(written) ? NO_SPACE : words;
    const found = written === '' ? {} : { found: lineShown(written) };
    problem({ code: 'not-yaml', file, line, column: `column ${col}`, message, ...found, expected });
  }
}

/** Reports the offset of a YAML text at which it is nested too deep. */
export function reportNesting(offset: number, file: string, text: string, problem: Report): void {
  const lines = text.split(/\r\n|\n|\r/);
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  const [message, expected] = NESTING;
  const column = `column ${before.at(-1)!.length + 1}`;
  const found = lineShown(lines[before.length - 1]!.trim());
  problem({ code: 'not-yaml', file, line: before.length, column, message, found, expected });
}

/** Reports the first alias (*name) whose anchor (&name) is not there: most likely a text that should be quoted. */
export function reportAlias(name: string, file: string, text: string, problem: Report): void {
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines.findIndex((one) => one.includes(`*${name}`));
  const found = line < 0 ? {} : { line: line + 1, found: lineShown(lines[line]!.trim()) };
  const message = 'a text that starts with * is not quoted';
  problem({ code: 'not-yaml', file, message, ...found, expected: 'quotation marks around the text' });
}
