import { CsvError, parse } from 'csv-parse/sync';
import { type QuoteFault, quoteFault } from './quote-fault.ts';

export type Delimiter = ',' | ';';

/** Takes each record that is not blank, with the line on which it starts. */
export type Visit = (record: readonly string[], line: number) => void;

const LINE_BREAK = /\r\n|\n|\r/;
const LONGEST_RECORD = 1_000_000;
const BLOCK = 100_000;

/** Excel's own first line `sep=;`, which is not a record. */
const SEPARATOR_LINE = /^sep=[,;](?:\r\n|\n|\r)/i;

/** The delimiter that stands more often in the header line, outside quotes; a tie is a comma. */
export function delimiterOf(text: string): Delimiter {
  const body = text.replace(SEPARATOR_LINE, '');
  const header = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(body)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

function quotesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

/** Pieces of a text that end with a line and outside quotes: those without a quotation mark can simply be split. */
function* blocks(text: string): Generator<string> {
  const lineBreak = text.includes('\n') ? '\n' : '\r';
  const endOfLine = (at: number): number => {
    const found = text.indexOf(lineBreak, at);
    return found < 0 ? text.length : found + 1;
  };
  const anyQuotes = text.includes('"');
  for (let from = 0; from < text.length; ) {
    let end = endOfLine(from + BLOCK);
    let quotes = anyQuotes ? quotesIn(text, from, end) : 0;
    while (quotes % 2 === 1 && end < text.length && end - from < BLOCK + 2 * LONGEST_RECORD) {
      const next = endOfLine(end);
      quotes += quotesIn(text, end, next);
      end = next;
    }
    yield text.slice(from, end);
    from = end;
  }
}

function quotedRecords(text: string, delimiter: Delimiter, to?: number): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    trim: true,
    max_record_size: LONGEST_RECORD,
    ...(to === undefined ? {} : { to }),
  });
}

function quotedBlock(text: string, delimiter: Delimiter): [records: string[][], fault?: QuoteFault] {
  try {
    return [quotedRecords(text, delimiter)];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const before = typeof error['records'] === 'number' ? error['records'] : 0;
    return [before > 0 ? quotedRecords(text, delimiter, before) : [], quoteFault(text, delimiter)];
  }
}

const isFilled = (record: readonly string[]): boolean => record.some((cell) => cell.trim() !== '');

/** Visits the records of a block and gives the number of the line after it. */
function visitAll(records: Iterable<readonly string[]>, quoted: boolean, first: number, visit: Visit): number {
  let line = first;
  for (const record of records) {
    if (isFilled(record)) visit(record, line);
    line += 1;
    if (quoted) for (const cell of record) if (/[\r\n]/.test(cell)) line += cell.split(LINE_BREAK).length - 1;
  }
  return line;
}

/**
 * Visits the records of a CSV text (RFC 4180; any line ending), the header first. Gives the fault in its quotation marks that ended
 * the reading, if any. Never throws, and never holds more than a piece of the text as records.
 */
export function eachRecord(text: string, delimiter: Delimiter, visit: Visit): QuoteFault | undefined {
  const separator = SEPARATOR_LINE.exec(text)?.[0] ?? '';
  let line = separator === '' ? 1 : 2;
  for (const block of blocks(text.slice(separator.length))) {
    if (block.includes('"')) {
      const [records, fault] = quotedBlock(block, delimiter);
      const start = line;
      line = visitAll(records, true, line, visit);
      if (fault !== undefined) return { ...fault, line: start + fault.line - 1 };
      continue;
    }
    const lines = block.includes('\r') ? block.split(LINE_BREAK) : block.split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const one of lines) {
      const record = one.split(delimiter);
      if (isFilled(record)) visit(record, line);
      line += 1;
    }
  }
  return undefined;
}
