import { fc, it as property } from '@fast-check/vitest';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { cellText, cellValue, parseNumber } from '../../../scenarios/wire/csv/cells.ts';
import { decodeText } from '../../../scenarios/wire/csv/decode-text.ts';
import { delimiterOf, eachRecord } from '../../../scenarios/wire/csv/records.ts';

const bytes = (...parts: number[]) => new Uint8Array(parts);

function readCsv(text: string) {
  const records: (readonly string[])[] = [];
  const lines: number[] = [];
  const fault = eachRecord(text, delimiterOf(text), (record, line) => {
    records.push(record);
    lines.push(line);
  });
  return fault === undefined ? { records, lines } : { records, lines, fault };
}

describe('a CSV text', () => {
  it('numbers its records by the line on which they start, also after quoted line breaks and blank lines', () => {
    const text = 'a,b\r\n"x\r\ny\nz",1\r\n\r\n , \r\n2,"q""q"\r\n';
    expect(readCsv(text)).toEqual({
      records: [
        ['a', 'b'],
        ['x\r\ny\nz', '1'],
        ['2', 'q"q'],
      ],
      lines: [1, 2, 7],
    });
  });

  it('gives the records before a quotation mark that is never closed, and the line on which it was opened', () => {
    const read = readCsv('a,b\n1,2\n"two\nlines","open\n4,5\n');
    expect(read.records).toHaveLength(2);
    expect(read.fault).toEqual({ kind: 'never-closed', line: 4, cell: '"open' });
  });

  it('blames the cell that was opened, not the next quoted cell in which that first shows', () => {
    expect(readCsv('a,b\n1,"open\n3,4\n5,"six, seven"\n').fault).toEqual({
      kind: 'never-closed',
      line: 2,
      cell: '"open',
    });
  });

  it.each([
    ['a,b\n1,Bolt 3" set\n', { kind: 'in-the-middle', line: 2, cell: 'Bolt 3" set' }],
    ['a,b\n1,"Bolt" 3\n', { kind: 'goes-on', line: 2, cell: '"Bolt" 3' }],
  ])('with a stray quotation mark (%j) names the cell', (text, fault) => {
    expect(readCsv(text).fault).toEqual(fault);
  });

  it('keeps its lines over many pieces, with quoted line breaks on their borders', () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => (at % 3 === 0 ? `${at},"x\ny ${at}"` : `${at},z`));
    const read = readCsv(['a,b', ...rows].join('\n'));
    expect(read.records).toHaveLength(40_001);
    expect(read.lines.at(-1)).toBe(1 + 40_000 + Math.floor(39_999 / 3));
    expect(read.records.at(-1)).toEqual(['39999', 'x\ny 39999']);
  });

  it('is delimited by what stands more often in its header outside quotes', () => {
    expect(delimiterOf('a;b;c\n1,2;3,4;5,6')).toBe(';');
    expect(delimiterOf('a,b\n1;2;3;4')).toBe(',');
    expect(delimiterOf('"a;b;c",d\n')).toBe(',');
    expect(delimiterOf('item')).toBe(',');
  });

  const cell = fc.string({ unit: fc.constantFrom('a', 'B', '0', '.', ';', ' ', 'é', "'"), maxLength: 4 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  property.prop([table, fc.constantFrom('\n', '\r\n', '\r')])(
    'without quotation marks is split as csv-parse splits it',
    (rows, lineBreak) => {
      const text = ['x,y', ...rows.map((row) => row.join(','))].join(lineBreak);
      const trimmed = (records: readonly (readonly string[])[]) => records.map((row) => row.map((one) => one.trim()));
      const theirs: string[][] = parse(text, { relax_column_count: true, record_delimiter: lineBreak });
      const filled = trimmed(theirs).filter((row) => row.some((one) => one !== ''));
      expect(trimmed(readCsv(text).records)).toEqual(filled);
    },
  );
});

describe('the bytes of a file', () => {
  it('lose their byte order mark', () => {
    expect(decodeText('t.csv', bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
  });

  it.each([
    ['an accent of another encoding', [0x61, 0x0a, 0xe9, 0x62], 'byte 0xE9 at offset 2', 2],
    ['a byte that never starts a character', [0x61, 0xff], 'byte 0xFF at offset 1', 1],
    ['a character cut off at the end', [0x61, 0x0a, 0x0a, 0xe2, 0x82], 'byte 0xE2 at offset 3', 3],
    ['a lone continuation after whole characters', [0xc3, 0xa9, 0x80], 'byte 0x80 at offset 2', 1],
  ])('are refused for %s', (_what, content, found, line) => {
    expect(decodeText('t.csv', bytes(...content))).toMatchObject({ code: 'not-utf-8', found, line });
  });
});

describe('a number', () => {
  it.each([
    ['1.5', 'point', 1.5],
    ['-.5', 'point', -0.5],
    ['1e3', 'point', 1000],
    ['1,5', 'point', undefined],
    ['1,234.5', 'point', undefined],
    ['1 000', 'point', undefined],
    ['0x10', 'point', undefined],
    ['Infinity', 'point', undefined],
    ['1e999', 'point', undefined],
    ['1,5', 'comma', 1.5],
    ['1.5', 'comma', undefined],
    ['1.234,5', 'comma', undefined],
    ['12', 'comma', 12],
  ] as const)('written %s under locale %s is %s', (text, locale, value) => {
    expect(parseNumber(text, locale)).toBe(value);
  });
});

describe('a cell', () => {
  it('loses spaces that do not break and characters without width', () => {
    expect(cellText('\u00A0EN\u00A09100\u200B ')).toBe('EN 9100');
  });

  it.each(['WAAR', 'ja', 'J', 'TRUE', 'yes', '1'])('%s is a yes', (word) => {
    expect(cellValue(word, 'flag', 'point')).toBe(true);
  });

  it.each(['ONWAAR', 'nee', 'FALSE', 'no', 'N', '0'])('%s is a no', (word) => {
    expect(cellValue(word, 'flag', 'point')).toBe(false);
  });
});

describe('a list in a cell', () => {
  it('is split at semicolons, blanks dropped', () => {
    expect(cellValue('ISO 9001 ; EN 1090-2;', 'list', 'point')).toEqual(['ISO 9001', 'EN 1090-2']);
  });
});
