import { mkdir, writeFile } from 'node:fs/promises';
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
