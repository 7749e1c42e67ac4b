import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { InputProblem } from '../../../scenarios/domain/input-problem.ts';
import { readTable } from '../../../scenarios/wire/csv/read-table.ts';
import { itemRow } from '../../../scenarios/wire/tables/items.ts';

function read(text: string) {
  const problems: InputProblem[] = [];
  const table = readTable(
    'items',
    new TextEncoder().encode(text),
    undefined,
    (problem) => problems.push(problem),
    () => {},
  );
  return { ...table, problems };
}

const HEADER = 'item,leadTime,unitValue,critical,certificates,securityLevel,kind';

describe('a row of a table', () => {
  const cell = fc.constantFrom(
    '',
    ' ',
    '1',
    '0',
    '1.5',
    '-2',
    'A',
    '00123',
    'yes',
    'WAAR',
    'x;y',
    'TBB1',
    'make',
    '#N/A',
    '1E+05',
    '\u00A0',
  );
  const record = fc.array(cell, { minLength: 6, maxLength: 8 });

  property.prop([fc.array(record, { maxLength: 8 })])('is read or told of, never lost', (records) => {
    const filled = records.filter((one) => one.some((text) => text.trim() !== ''));
    const { values, at, broken, problems } = read([HEADER, ...filled.map((one) => one.join(','))].join('\n'));
    expect(values.length + broken.length).toBe(filled.length);
    const told = new Set(problems.map(({ line }) => line));
    filled.forEach((_, index) => {
      expect(at.includes(index + 2)).toBe(!told.has(index + 2));
    });
  });

  it('may leave out empty cells at its end, as Excel does, and nothing is said', () => {
    const { values, problems } = read(`${HEADER},\nBOOM,2,10.5\n00123\nFRAME,1,5,,\n`);
    expect(problems).toEqual([]);
    expect(values).toEqual([
      itemRow.parse({ item: 'BOOM', leadTime: 2, unitValue: 10.5 }),
      itemRow.parse({ item: '00123' }),
      itemRow.parse({ item: 'FRAME', leadTime: 1, unitValue: 5 }),
    ]);
  });

  it('is told of with its number of cells where one that is needed is left out, or a cell is too many', () => {
    const { problems } = read(`leadTime,unitValue,item\n2,10.5\n1,5,FRAME,\n`);
    expect(problems.map(({ line, message, found, expected }) => [line, message, found, expected])).toEqual([
      [
        2,
        'wrong number of cells',
        '2',
        '3, as in the header (cells can be left out only at the end and where they may be empty)',
      ],
      [3, 'wrong number of cells', '4', '3, as in the header (empty cells at the end count too)'],
    ]);
  });

  it('has the values and defaults that its schema gives', () => {
    const { values } = read(`${HEADER}\nBOOM,2,10.5,ja,ISO 9001;EN 9100,TBB2,make\n00123,,,,,,\n`);
    const stated = { item: 'BOOM', leadTime: 2, unitValue: 10.5, critical: true };
    const more = { certificates: ['ISO 9001', 'EN 9100'], securityLevel: 'TBB2', kind: 'make' };
    expect(values).toEqual([itemRow.parse({ ...stated, ...more }), itemRow.parse({ item: '00123' })]);
  });
});

describe('a number in a file separated by semicolons without a locale', () => {
  const semicolons = (cells: string) => read(`${HEADER.replaceAll(',', ';')}\n${cells}\n`);

  it.each(['1.200', '12.500', '-1.200'])('%s is refused, as it can be a thousand times as much', (number) => {
    expect(semicolons(`A;0;${number};;;;`).problems[0]?.code).toBe(
      number.startsWith('-') ? 'out-of-range' : 'ambiguous-number',
    );
  });

  it.each([
    ['0.125', 0.125],
    ['1.25', 1.25],
    ['1234.567', 1234.567],
  ])('%s can only be read in one way', (number, value) => {
    expect(semicolons(`A;0;${number};;;;`).values[0]?.unitValue).toBe(value);
  });
});

describe('problems of one kind in one column', () => {
  it('are told one by one up to two hundred', async () => {
    const { readScenarioFolder } = await import('../../../scenarios/read-scenario.ts');
    const bytes = new TextEncoder().encode(`item,leadTime\n${'A,x\n'.repeat(1000)}`);
    const checked = await readScenarioFolder(new Map([['items.csv', bytes]]));
    const told = checked.ok ? [] : checked.problems.filter(({ file }) => file === 'items.csv');
    expect(told).toHaveLength(201);
    expect(told.at(-1)?.message).toBe('and 800 more problems of this kind (not-a-number)');
  });
});
