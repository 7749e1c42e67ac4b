import { fc, it as property } from '@fast-check/vitest';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { cellValue, parseNumber } from '../../../scenarios/wire/csv/cells.ts';
import { decodeText } from '../../../scenarios/wire/csv/decode-text.ts';
import { delimiterOf, readCsv } from '../../../scenarios/wire/csv/read-csv.ts';

const bytes = (...parts: number[]) => new Uint8Array(parts);

describe('a CSV text', () => {
  it('numbers its records by the line on which they start, also after quoted line breaks and blank lines', () => {
    const text = 'a,b\r\n"x\r\ny\nz",1\r\n\r\n , \r\n2,"q""q"\r\n';
    expect(readCsv('t.csv', text)).toEqual({
      records: [
        ['a', 'b'],
        ['x\r\ny\nz', '1'],
        ['2', 'q"q'],
      ],
      lines: [1, 2, 7],
    });
  });

  it('gives the records before a quotation mark that is never closed, and the line on which that record starts', () => {
    const read = readCsv('t.csv', 'a,b\n1,2\n3,"open\n4,5\n');
    expect(read.records).toHaveLength(2);
    expect(read.problem).toMatchObject({ code: 'not-csv', line: 3, message: 'a quoted cell is never closed' });
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
      expect(trimmed(readCsv('t.csv', text).records)).toEqual(filled);
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

describe('a list in a cell', () => {
  it('is split at semicolons, blanks dropped', () => {
    expect(cellValue('ISO 9001 ; EN 1090-2;', 'list', 'point')).toEqual(['ISO 9001', 'EN 1090-2']);
  });
});
