import { describe, expect, test } from 'vitest';
import { csv } from '../../../../src/cli/format/csv.ts';
import { duration, euro, oneDecimal, percent, times, whole } from '../../../../src/cli/format/number.ts';
import { bar } from '../../../../src/cli/format/ramp-up.ts';
import { table } from '../../../../src/cli/format/table.ts';
import { displayWidth, plain, shorten, wrap } from '../../../../src/cli/format/text.ts';

describe('figures in prose', () => {
  test.each([
    [41_234_567, '€ 41.2 m'],
    [999_600, '€ 1 m'],
    [999_400, '€ 999,000'],
    [1_234_000_000, '€ 1.23 bn'],
    [40_000, '€ 40,000'],
    [0, '€ 0'],
  ])('%d euro is %s', (value, words) => expect(euro(value)).toBe(words));

  test('three significant digits at most', () => {
    expect(percent(0.0060049)).toBe('0.6 %');
    expect(percent(0.98249)).toBe('98.2 %');
    expect(times(3.4996)).toBe('3.5×');
  });

  test('a negative zero is written as zero', () => {
    expect(whole(-0.2)).toBe('0');
    expect(oneDecimal(-0.04)).toBe('0.0');
  });

  test.each([
    [0.4171, '0.42 s'],
    [60, '60 s'],
    [300, '5 min'],
    [320.4, '5 min 20 s'],
  ])('%d seconds are %s', (seconds, words) => expect(duration(seconds)).toBe(words));
});

describe('text in columns', () => {
  test('accents, combining marks, Chinese characters and emoji take the columns that a terminal gives them', () => {
    expect(displayWidth('Zu\u0308rich')).toBe(6);
    expect(displayWidth('焊接')).toBe(4);
    expect(displayWidth('🏭')).toBe(2);
  });

  test('a cut never splits a character and shows that it was cut', () => {
    expect(shorten('Lasbedrijf De Waal', 11)).toBe('Lasbedrijf…');
    expect(shorten('焊接工厂', 6)).toBe('焊接…');
    expect(shorten('exact', 5)).toBe('exact');
  });

  test('marks that reverse the direction of writing are made visible', () => {
    expect(plain('abc\u202Egpj.exe')).toBe('abc�gpj.exe');
  });

  test('a table that is too wide shrinks its widest shrinkable column first and keeps figures whole', () => {
    const columns = [
      { header: 'Name', cell: (row: string) => row, least: 6 },
      { header: 'Spend €', cell: () => '12,345,678', align: 'right' as const },
    ];
    expect(table(columns, ['Metaalwerken Van den Berg'], 24)).toEqual([
      'Name             Spend €',
      'Metaalwerke…  12,345,678',
    ]);
    expect(table(columns, ['Metaalwerken Van den Berg'], 10)).toEqual(['Name       Spend €', 'Metaa…  12,345,678']);
  });

  test('a line never ends between a figure and its unit', () => {
    expect(wrap('it costs € 41.2 m; within 0.6 % of it', 15)).toEqual([
      'it costs',
      '€ 41.2 m;',
      'within 0.6 % of',
      'it',
    ]);
  });

  test('a column that may be left out is, before any other is cut below its least', () => {
    const columns = [
      { header: 'Name', cell: (row: string) => row, least: 6 },
      { header: 'Place', cell: () => 'Hengelo', optional: true },
      { header: 'Spend €', cell: () => '12,345', align: 'right' as const },
    ];
    expect(table(columns, ['De Waal'], 24)).toEqual(['Name    Place    Spend €', 'De Wa…  Hengelo   12,345']);
    expect(table(columns, ['De Waal'], 20)).toEqual(['Name     Spend €', 'De Waal   12,345']);
  });

  test('a bar is drawn to an eighth of a column', () => {
    expect(bar(1, 1, 4)).toBe('████');
    expect(bar(0.53, 1, 4)).toBe('██▏');
    expect(bar(0, 0, 4)).toBe('');
  });
});

test('a table in CSV quotes what has to be quoted and leaves null empty', () => {
  expect(
    csv(
      ['supplier', 'name', 'spend'],
      [
        ['00123', 'De Waal, "Staal"', null],
        [' A', 'x\ny', 1.5],
      ],
    ),
  ).toBe('supplier,name,spend\n00123,"De Waal, ""Staal""",\n" A","x\ny",1.5\n');
});
