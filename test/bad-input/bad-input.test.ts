import { existsSync } from 'node:fs';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { emptyFolder } from '../src/cli/support/folder.ts';
import { run } from '../src/cli/support/run.ts';
import { tinyFiles } from '../support/tiny-files.ts';
import { type Folder, tinyFolder } from './kind.ts';
import { type Document, documentKinds, notJson } from './kinds/document.ts';
import { excelKinds } from './kinds/excel.ts';
import { fileKinds } from './kinds/files.ts';
import { settingsKinds } from './kinds/settings.ts';
import { tableKinds } from './kinds/tables.ts';

const kinds = [...fileKinds, ...settingsKinds, ...tableKinds, ...excelKinds];

/** What the command line says of an input that it has to refuse without a trace. */
async function refusal(cwd: string, scenario: string, stdin = ''): Promise<string> {
  const engine = () => Promise.reject(new Error('the engine was asked'));
  const ran = await run(['plan', scenario, '--out', 'out'], { cwd, stdin, engine });
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toMatch(/^error: /);
  expect(ran.stderr).not.toMatch(/^ +at |Error:|undefined|\[object/m);
  expect(existsSync(join(cwd, 'out'))).toBe(false);
  return ran.stderr;
}

async function written(folder: Folder): Promise<string> {
  const cwd = await emptyFolder();
  await mkdir(join(cwd, 'tiny'));
  for (const [name, content] of folder) await writeFile(join(cwd, 'tiny', name), content);
  return cwd;
}

/** The lines of a refusal that say what is wrong, each with the code of its problem. */
function withCodes(stderr: string, codes: readonly string[]): string[] {
  const lines = stderr.trimEnd().split('\n').slice(1);
  return lines
    .map((line, at) => (at < codes.length ? `[${codes[at]}] ${line}` : line))
    .filter((line) => !/^hint: correct/.test(line));
}

async function tinyDocument(): Promise<Document> {
  const checked = await readScenarioFolder(tinyFiles());
  if (!checked.ok) throw new Error('the tiny folder is no longer valid');
  return JSON.parse(JSON.stringify(checked.value)) as Document;
}

test('there are at least seventy kinds, each told apart by its words', () => {
  const words = [...kinds, ...documentKinds].map(({ what }) => what);
  expect(words.length).toBeGreaterThanOrEqual(70);
  expect(kinds.map(({ what }) => what).filter((what, at, all) => all.indexOf(what) !== at)).toEqual([]);
});

describe('a folder with bad input is refused', () => {
  test.each(kinds)('$what', async ({ damage }) => {
    const folder = damage(tinyFolder);
    const encoder = new TextEncoder();
    const bytes = [...folder].map(
      ([name, content]) => [name, typeof content === 'string' ? encoder.encode(content) : content] as const,
    );
    const checked = await readScenarioFolder(new Map(bytes));
    const codes = checked.ok ? [] : checked.problems.map(({ code }) => code);
    const told = await refusal(await written(folder), 'tiny');
    expect(told).toMatch(new RegExp(`^error: ${codes.length} problems? in tiny, so nothing was done\n`));
    expect(withCodes(told, codes)).toMatchSnapshot();
  });
});

describe('a JSON document with bad input is refused', () => {
  test.each(documentKinds)('$what', async ({ damage }) => {
    const text = JSON.stringify(damage(await tinyDocument())) ?? 'null';
    const checked = await parseScenarioDocument(JSON.parse(text));
    const problems = checked.ok ? [] : checked.problems;
    for (const { pointer, line } of problems) expect([typeof pointer, line]).toEqual(['string', undefined]);
    const told = await refusal(await emptyFolder(), '-', text);
    expect(
      withCodes(
        told,
        problems.map(({ code }) => code),
      ),
    ).toMatchSnapshot();
  });

  test.each(Object.entries(notJson))('%s', async (_what, text) => {
    expect(await refusal(await emptyFolder(), '-', text)).toMatchSnapshot();
  });
});

describe('a path that is no scenario is refused', () => {
  test('a folder of more than 512 MB', async () => {
    const cwd = await written(tinyFolder);
    await truncate(join(cwd, 'tiny/quotes.csv'), 513 * 1024 * 1024);
    expect(await refusal(cwd, 'tiny')).toMatchSnapshot();
  });

  test('a JSON document of more than 512 MB', async () => {
    const cwd = await written(tinyFolder);
    await writeFile(join(cwd, 'tiny.json'), '');
    await truncate(join(cwd, 'tiny.json'), 513 * 1024 * 1024);
    expect(await refusal(cwd, 'tiny.json')).toMatchSnapshot();
  });

  test.each(['nothing', 'tiny/scenario.yaml', 'tiny/bom.csv', ''])('%j', async (path) => {
    expect(await refusal(await written(tinyFolder), path)).toMatchSnapshot();
  });

  test('a folder in which there is nothing', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'tiny'));
    expect(await refusal(cwd, 'tiny')).toMatchSnapshot();
  });
});
