import { fc, it as property } from '@fast-check/vitest';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../../scenarios/domain/input-problem.ts';
import { readScenarioFolder } from '../../../../scenarios/read-scenario.ts';
import { unzipFolder, ZIP_LIMITS } from '../../../../scenarios/wire/zip/unzip-folder.ts';
import { type HandmadeEntry, handmadeZip } from '../../../support/handmade-zip.ts';
import { tinyFiles } from '../../../support/tiny-files.ts';

const SETTINGS: HandmadeEntry = { name: 'scenario.yaml', text: 'name: tiny\n' };
const asText = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function namesIn(entries: readonly HandmadeEntry[]): readonly string[] {
  const unzipped = unzipFolder(handmadeZip(entries));
  if (!unzipped.ok) throw new Error(unzipped.problems.map(describeProblem).join('\n'));
  return [...unzipped.value.keys()];
}

function refusal(zip: Uint8Array, limits = ZIP_LIMITS): string {
  const unzipped = unzipFolder(zip, limits);
  return unzipped.ok ? 'accepted' : unzipped.problems.map((one) => `[${one.code}] ${describeProblem(one)}`).join('\n');
}

const refused = (...entries: readonly HandmadeEntry[]): string => refusal(handmadeZip(entries));

describe('a zipped scenario folder', () => {
  it('gives the scenario that the folder gives', async () => {
    const unzipped = unzipFolder(zipSync(Object.fromEntries(tinyFiles())));
    if (!unzipped.ok) throw new Error('the tiny zip was refused');
    expect(await readScenarioFolder(unzipped.value)).toEqual(await readScenarioFolder(tinyFiles()));
  });

  it('may be stored or deflated, with one folder around the files, slashed either way', () => {
    const entries = [
      { ...SETTINGS, name: 'crane/scenario.yaml', stored: true },
      { name: 'crane\\bom.csv', text: 'a' },
    ];
    const unzipped = unzipFolder(handmadeZip(entries));
    expect(unzipped).toMatchObject({ ok: true, warnings: [] });
    expect(unzipped.ok && [...unzipped.value].map(([name, bytes]) => [name, asText(bytes)])).toEqual([
      ['scenario.yaml', 'name: tiny\n'],
      ['bom.csv', 'a'],
    ]);
  });

  it('may hold what operating systems and Excel leave behind', () => {
    const added = ['__MACOSX/crane/._bom.csv', 'crane/.DS_Store', 'crane/', 'crane/Thumbs.db', 'crane/~$items.csv'];
    const entries = added.map((name) => ({ name, stored: true }));
    expect(namesIn([...entries, { ...SETTINGS, name: 'crane/scenario.yaml' }])).toEqual(['scenario.yaml']);
  });

  it('gives files that are not read without their bytes, so that they can be warned of', () => {
    const unzipped = unzipFolder(handmadeZip([SETTINGS, { name: 'Items.csv', text: 'item\n' }]));
    expect(unzipped.ok && unzipped.value.get('Items.csv')).toEqual(new Uint8Array());
  });

  it('warns of tables in further folders, which are ignored', () => {
    const unzipped = unzipFolder(handmadeZip([SETTINGS, { name: 'old/bom.csv', text: 'a' }, { name: 'notes/a.md' }]));
    expect(unzipped.ok && unzipped.warnings.map(describeProblem)).toEqual([
      'zip: files in folders are ignored: old/bom.csv, expected all files side by side, with or without one folder around them',
    ]);
  });
});

describe('a zip is refused', () => {
  it.each([
    ['that is text', new TextEncoder().encode('supplier,name\nS1,Alfa\n'), '[not-zip] zip: this is no zip file'],
    ['without a byte', new Uint8Array(), '[not-zip]'],
    ['that is cut off', handmadeZip([SETTINGS]).slice(0, -30), '[damaged-zip] zip: the list of files at the end'],
    ['that is an Excel workbook', handmadeZip([{ name: '[Content_Types].xml' }]), '[no-files] zip: an Excel workbook'],
    [
      'with files in two folders',
      handmadeZip([{ name: 'a/bom.csv' }, { name: 'b/bom.csv' }]),
      'found a/bom.csv, b/bom',
    ],
    ['with nothing in it', handmadeZip([]), '[no-files] zip: none of the files that are read, found no files'],
  ])('%s', (_what, zip, words) => {
    expect(refusal(zip)).toContain(words);
  });

  it.each([
    ['a name above the folder', { name: '../bom.csv' }, '[unsafe-name] zip: a file name that leads out of the folder'],
    [
      'a name above the folder within',
      { name: 'a/../../bom.csv' },
      'found "a/../../bom.csv", expected plain file names',
    ],
    ['an absolute name', { name: '/etc/bom.csv' }, '[unsafe-name]'],
    ['a drive', { name: 'C:\\bom.csv' }, '[unsafe-name]'],
    [
      'a password',
      { name: 'bom.csv', flags: 1 },
      '[encrypted-zip] bom.csv: this file is encrypted, expected a zip with',
    ],
    ['a link', { name: 'bom.csv', madeBy: 0x0314, attributes: 0xa1ff0000 }, '[not-a-file] bom.csv: a link'],
    ['LZMA', { name: 'bom.csv', method: 14 }, '[unknown-packing] bom.csv'],
    [
      'a wrong checksum',
      { name: 'bom.csv', text: 'a', crc: 1 },
      '[damaged-zip] bom.csv: the file is damaged in the zip',
    ],
    ['a wrong stored size', { name: 'bom.csv', text: 'a', stored: true, size: 2 }, '[damaged-zip] bom.csv'],
  ])('for %s', (_what, entry, words) => {
    expect(refused(SETTINGS, entry)).toContain(words);
  });

  it('for the same name twice, a folder around one of them or not, and for all else at once', () => {
    expect(refused(SETTINGS, SETTINGS, { name: '../x' }, { name: 'bom.csv', flags: 1 }).split('\n')).toEqual([
      '[duplicate-file] scenario.yaml: this file is twice in the zip, expected one of the two',
      '[unsafe-name] zip: a file name that leads out of the folder, found "../x", expected plain file names',
      '[encrypted-zip] bom.csv: this file is encrypted, expected a zip without a password',
    ]);
  });

  it('for its size, the number of its files or what it declares to expand to', () => {
    const limits = { mostBytes: 1_000, mostExpanded: 100, mostEntries: 3 };
    const large = handmadeZip([{ name: 'bom.csv', text: 'x'.repeat(101) }]);
    expect(refusal(large, limits)).toContain('too large when expanded, found 101 bytes, expected at most 100 bytes');
    expect(refusal(handmadeZip(Array(4).fill(SETTINGS)), limits)).toContain('[too-many-files]');
    expect(refusal(new Uint8Array(1_001), limits)).toContain('[too-large] zip: the zip is too large, found 1001 bytes');
  });

  it('for a bomb that declares to be small, without expanding it', () => {
    const bomb = handmadeZip([{ name: 'bom.csv', text: new Uint8Array(50_000_000), size: 1_000 }]);
    expect(bomb.length).toBeLessThan(100_000);
    const began = process.memoryUsage().arrayBuffers;
    expect(refusal(bomb)).toBe(
      '[damaged-zip] bom.csv: the file is damaged in the zip, expected a whole zip file: pack or upload it again',
    );
    expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(50_000_000);
  });

  it('for one that declares more than its bytes can hold, without reserving it', () => {
    expect(refused({ name: 'bom.csv', text: 'a', size: 190_000_000 })).toContain('[damaged-zip] bom.csv');
  });
});

const TINY_ZIP = zipSync(Object.fromEntries(tinyFiles()));

property.prop([
  fc.array(fc.tuple(fc.nat(TINY_ZIP.length - 1), fc.nat(255)), { maxLength: 4 }),
  fc.nat(TINY_ZIP.length),
])('a zip that is damaged anywhere is refused or gives the files as they were, and never throws', (changes, end) => {
  const damaged = TINY_ZIP.slice(0, changes.length > 2 ? end : undefined);
  for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte;
  const unzipped = unzipFolder(damaged);
  if (!unzipped.ok) return;
  const original = tinyFiles();
  for (const [name, bytes] of unzipped.value)
    if (bytes.length > 0 && original.has(name)) expect(asText(bytes)).toBe(asText(original.get(name)));
});

property.prop([fc.uint8Array({ maxLength: 300 })])('any bytes are answered with a value', (bytes) => {
  expect(unzipFolder(bytes).ok).toBe(false);
});
