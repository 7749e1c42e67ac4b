import type { JsonFault } from './json-fault.ts';

const MOST_SHOWN = 60;

/** A fault of a JSON text in words for its writer. */
export interface ExplainedFault {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** What most likely is wrong there. */
  readonly advice: string;
  /** The line as it is written, cut where it is long; empty where nothing stands in it. */
  readonly shown: string;
}

function syntaxAdvice(text: string, offset: number): string {
  if (text.trim() === '') return 'the file is empty';
  const [char = '', before = ''] = [text[offset], text.slice(0, offset).trimEnd().at(-1)];
  if (offset >= text.trimEnd().length) return 'the text ends before all { [ and " are closed';
  if (before === ',' && /[}\]]/.test(char)) return 'a comma before the closing bracket';
  if (/[NI-]/.test(char)) return 'a number that JSON cannot write';
  if (/[\n\r\t]/.test(char)) return 'a line break in a text: is its closing " missing?';
  if (char === '\\') return 'a \\ that is not doubled';
  if (/[a-z_']/i.test(char)) return 'a key or text without double quotation marks';
  return 'a comma, colon or quotation mark is missing or too many';
}

function advice(text: string, { kind, offset, key }: JsonFault): string {
  if (kind === 'too-deep') return 'nested deeper than can be read';
  return kind === 'syntax' ? syntaxAdvice(text, offset) : `the key ${JSON.stringify(key)} stands twice in one block`;
}

/** Line, column and meaning of a fault that was found in a text. */
export function explainFault(text: string, fault: JsonFault): ExplainedFault {
  const start = Math.max(text.lastIndexOf('\n', fault.offset - 1), text.lastIndexOf('\r', fault.offset - 1)) + 1;
  const line = /[^\r\n]*/.exec(text.slice(start, start + 10 * MOST_SHOWN))![0].trim();
  return {
    line: text.slice(0, start).split(/\r\n|\n|\r/).length,
    column: fault.offset - start + 1,
    advice: advice(text, fault),
    shown: line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line,
  };
}
