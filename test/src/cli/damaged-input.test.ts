import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workplace } from './support/folder.ts';
import { run } from './support/run.ts';

type Damage = (text: string) => string | Uint8Array;

const swap =
  (from: string | RegExp, to: string): Damage =>
  (text) => {
    const damaged = text.replace(from, to);
    if (damaged === text) throw new Error(`the example holds no ${from} to damage`);
    return damaged;
  };
const addLine =
  (line: string): Damage =>
  (text) =>
    `${text.trimEnd()}\n${line}\n`;

/** file, what happened to it, and the place that has to be named. */
const DAMAGES: readonly (readonly [file: string, what: string, damage: Damage, place: RegExp])[] = [
  ['scenario.yaml', 'a key is misspelt', swap('eligibility:', 'eligability:'), /^scenario\.yaml:\d+: .*eligability/m],
  ['scenario.yaml', 'an unclosed brace', swap('policy: {', 'policy: {{'), /^scenario\.yaml:\d+: /m],
  ['scenario.yaml', 'a share above 1', swap('max: 0.6', 'max: 1.6'), /^scenario\.yaml:12: .*1\.6/m],
  [
    'scenario.yaml',
    'a rule that is not available yet',
    swap('rule: share-cap, max: 0.6', 'rule: labour'),
    /^scenario\.yaml:12: .*labour/m,
  ],
  ['scenario.yaml', 'a period of another grain', swap('start: 2026-Q1', 'start: 2026-01'), /^scenario\.yaml:3: /m],
  ['bom.csv', 'a quantity that is no number', swap('UNIT,FRAME,1', 'UNIT,FRAME,one'), /^bom\.csv:2: quantity: .*one/m],
  ['bom.csv', 'a cycle', addLine('BRACKET,UNIT,1'), /^bom\.csv:?\d*: .*BRACKET/m],
  [
    'items.csv',
    'an unknown kind',
    swap('FRAME,Welded frame,make', 'FRAME,Welded frame,forge'),
    /^items\.csv:3: kind: .*forge/m,
  ],
  ['items.csv', 'the same item twice', addLine('FRAME,Again,make,,,,,,'), /^items\.csv:5: /m],
  ['routing.csv', 'a missing column', swap('hoursPerUnit', 'hours'), /^routing\.csv:1: hoursPerUnit: /m],
  [
    'routing.csv',
    'negative hours',
    swap('FRAME,welding,9', 'FRAME,welding,-9'),
    /^routing\.csv:2: hoursPerUnit: .*-9/m,
  ],
  [
    'suppliers.csv',
    'a latitude beyond the pole',
    swap('52.266', '152.266'),
    /^suppliers\.csv:2: latitude: .*152\.266/m,
  ],
  ['suppliers.csv', 'an open quote', swap('Supplier 3', '"Supplier 3'), /^suppliers\.csv:\d+: .*quote/m],
  [
    'capacity.csv',
    'a supplier that does not exist',
    swap('S4,milling', 'S9,milling'),
    /^capacity\.csv:6: supplier: .*S9/m,
  ],
  ['capacity.csv', 'no rows and no header', () => '', /^capacity\.csv:?\d*: /m],
  [
    'certificates.csv',
    'a day that does not exist',
    swap('2028-12-31', '2028-02-31'),
    /^certificates\.csv:2: validUntil: .*2028-02-31/m,
  ],
  [
    'certificates.csv',
    'bytes that are no UTF-8',
    () => new Uint8Array([0x73, 0xff, 0xfe, 0x0a]),
    /^certificates\.csv:?\d*: /m,
  ],
  ['quotes.csv', 'a cell too many', swap('S5,BRACKET,110,400', 'S5,BRACKET,110,400,x'), /^quotes\.csv:2: /m],
  ['incumbents.csv', 'neither true nor false', swap('20,true', '20,maybe'), /^incumbents\.csv:3: qualified: .*maybe/m],
];

test.each(DAMAGES)('%s with %s is refused with file and line', async (file, _what, damage, place) => {
  const cwd = await workplace({ [file]: damage });
  const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd, engine: () => Promise.reject(new Error('asked')) });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(place);
  expect(ran.stderr).toMatch(/^error: \d+ problems? in tiny, so nothing was done$/m);
  expect(ran.stderr).toMatch(/^hint: /m);
  expect(ran.stderr).not.toMatch(/^ +at /m);
  expect(ran.stdout).toBe('');
  expect(existsSync(join(cwd, 'out'))).toBe(false);
});

test.each(['scenario.yaml', 'suppliers.csv', 'capacity.csv'])('a folder without %s is told so', async (file) => {
  const cwd = await workplace();
  await rm(join(cwd, 'tiny', file));
  const ran = await run(['plan', 'tiny'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(new RegExp(`^${file.replace('.', '\\.')}: .*missing`, 'm'));
});

test('problems of several files are told at once, the first fifty in full', async () => {
  const rows = Array.from({ length: 80 }, (_, at) => `S${at + 10},milling,-1,`).join('\n');
  const cwd = await workplace({
    'capacity.csv': addLine(rows),
    'bom.csv': swap('UNIT,FRAME,1', 'UNIT,FRAME,0'),
  });
  const ran = await run(['plan', 'tiny'], { cwd });
  expect(ran.stderr).toMatch(/^bom\.csv:2: quantity: /m);
  expect(ran.stderr.split('\n').filter((line) => /^[a-z]+\.(csv|yaml):/.test(line))).toHaveLength(50);
  expect(ran.stderr).toMatch(/^… and \d+ more problems$/m);
});

test('a table with a misspelt name is not left out in silence', async () => {
  const cwd = await workplace();
  await writeFile(join(cwd, 'tiny/quote.csv'), 'supplier,item,unitPrice\n');
  const ran = await run(['plan', 'tiny'], { cwd });
  expect(ran.code).toBe(0);
  expect(ran.stderr).toMatch(/^warning: quote\.csv: this file is ignored; did you mean quotes\.csv\?/m);
});

test('a folder in the place of a table is not read as one', async () => {
  const cwd = await workplace();
  await mkdir(join(cwd, 'tiny/expansions.csv'));
  const ran = await run(['plan', 'tiny'], { cwd });
  expect(ran).toMatchObject({ code: 2, stderr: 'error: cannot read tiny/expansions.csv: it is not a file\n' });
});
