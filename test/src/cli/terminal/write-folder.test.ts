import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type OpenFile, writeFolder } from '../../../../src/cli/terminal/write-folder.ts';
import { contents, emptyFolder } from '../support/folder.ts';

const FILES = new Map([
  ['run.json', 'new run'],
  ['plan.json', 'new plan'],
]);

/** Opens files that fail as a full disk does, from the second one on. */
function fullDisk(step: 'writeFile' | 'sync'): OpenFile {
  let opened = 0;
  return async (path, flags) => {
    const file = await open(path, flags);
    opened += 1;
    if (opened === 1) return file;
    const fail = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' }));
    return {
      writeFile: file.writeFile.bind(file),
      sync: file.sync.bind(file),
      close: file.close.bind(file),
      [step]: fail,
    };
  };
}

describe('writing a plan into a folder', () => {
  test('makes the folder and leaves nothing but the files', async () => {
    const cwd = await emptyFolder();
    expect(await writeFolder({ cwd }, 'a/b', FILES)).toEqual({ ok: true });
    expect(await contents(join(cwd, 'a/b'))).toEqual({ 'plan.json': 'new plan', 'run.json': 'new run' });
  });

  test('makes the folders that names have in them', async () => {
    const cwd = await emptyFolder();
    const files = new Map([
      ['1-cheapest/plan.json', 'a plan'],
      ['proposals.csv', 'a table'],
    ]);
    expect(await writeFolder({ cwd }, 'out', files)).toEqual({ ok: true });
    expect((await readdir(join(cwd, 'out'))).sort()).toEqual(['1-cheapest', 'proposals.csv']);
    expect(await contents(join(cwd, 'out/1-cheapest'))).toEqual({ 'plan.json': 'a plan' });
  });

  test('a disk that is full leaves no folder of a name behind', async () => {
    const cwd = await emptyFolder();
    const files = new Map([
      ['1-cheapest/run.json', 'a run'],
      ['1-cheapest/plan.json', 'a plan'],
    ]);
    expect((await writeFolder({ cwd }, 'out', files, fullDisk('sync'))).ok).toBe(false);
    expect(await readdir(cwd)).toEqual([]);
  });

  test.each(['writeFile', 'sync'] as const)(
    'a disk that is full at %s leaves the files of an earlier run as they were',
    async (step) => {
      const cwd = await emptyFolder();
      await mkdir(join(cwd, 'out'));
      for (const name of FILES.keys()) await writeFile(join(cwd, 'out', name), 'earlier');
      expect(await writeFolder({ cwd }, 'out', FILES, fullDisk(step))).toEqual({
        ok: false,
        message: 'cannot write out/plan.json: no space left on device',
      });
      expect(await contents(join(cwd, 'out'))).toEqual({ 'plan.json': 'earlier', 'run.json': 'earlier' });
    },
  );

  test('a disk that is full leaves no new folder behind', async () => {
    const cwd = await emptyFolder();
    expect((await writeFolder({ cwd }, 'out', FILES, fullDisk('writeFile'))).ok).toBe(false);
    expect(await contents(cwd)).toEqual({});
  });

  test('a failure that is not of the operating system is not told as one', async () => {
    const cwd = await emptyFolder();
    const broken: OpenFile = () => Promise.reject(new TypeError('a bug'));
    await expect(writeFolder({ cwd }, 'out', FILES, broken)).rejects.toThrow('a bug');
  });
});
