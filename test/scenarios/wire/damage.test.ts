import { describe, expect, it } from 'vitest';
import { describeProblem, type InputProblem } from '../../../scenarios/domain/input-problem.ts';
import { readScenarioFolder } from '../../../scenarios/read-scenario.ts';
import { TINY_TEXTS, tinyFiles, tinyText } from '../../support/tiny-files.ts';
import { type Damage, SETTINGS_DAMAGE, TABLE_DAMAGE } from './damage.ts';

async function problemsOf(changes: Record<string, string | Uint8Array | null>): Promise<readonly InputProblem[]> {
  const checked = await readScenarioFolder(tinyFiles(changes));
  return checked.ok ? [] : checked.problems;
}

const placeOf = ({ file, line, column, code }: InputProblem) => [file, line, column, code];
const wanted = ({ file, at }: Damage) => [file, ...at];
const spoiled = ({ file, piece, by }: Damage) => ({ [file]: tinyText(file, piece, by) });

describe.each(SETTINGS_DAMAGE)('scenario.yaml with $what', (damage) => {
  it('is refused at its line', async () => {
    expect((await problemsOf(spoiled(damage))).map(placeOf)).toContainEqual(wanted(damage));
  });
});

describe.each(TABLE_DAMAGE)('$file with $what', (damage) => {
  it('is refused at its line, and for nothing else', async () => {
    expect((await problemsOf(spoiled(damage))).map(placeOf)).toEqual([wanted(damage)]);
  });
});

describe('a folder with something wrong in every file', () => {
  const each = Object.keys(TINY_TEXTS).map((name) =>
    [...SETTINGS_DAMAGE, ...TABLE_DAMAGE].find((damage) => damage.file === name && damage.at[2] === SHOWN[name]),
  );

  it('is told all of it at once', async () => {
    const damages = each.filter((damage) => damage !== undefined);
    expect(damages).toHaveLength(Object.keys(TINY_TEXTS).length);
    const found = await problemsOf(Object.assign({}, ...damages.map(spoiled)));
    const places = found.map(placeOf);
    for (const damage of damages) expect(places).toContainEqual(wanted(damage));
    expect(places).toHaveLength(damages.length);
  });
});

/** One kind of damage for each file, from both stages of checking. */
const SHOWN: Readonly<Record<string, string>> = {
  'scenario.yaml': 'out-of-range',
  'bom.csv': 'out-of-range',
  'items.csv': 'unknown-word',
  'routing.csv': 'duplicate-row',
  'demand.csv': 'not-a-number',
  'suppliers.csv': 'half-coordinates',
  'capacity.csv': 'unknown-reference',
  'certificates.csv': 'unknown-word',
  'quotes.csv': 'missing-rate',
  'incumbents.csv': 'unknown-reference',
  'expansions.csv': 'not-implemented',
};

describe('the words of a problem', () => {
  const told = async (file: string, piece: string, by: string) =>
    (await problemsOf({ [file]: tinyText(file, piece, by) })).map(describeProblem);

  it('say the place, what is wrong, what was found and what is expected', async () => {
    expect(await told('scenario.yaml', 'max: 0.6', 'max: 1.4')).toEqual([
      'scenario.yaml:9: rules[1].max: share-cap: out of range, found 1.4, expected a number in (0, 1]',
    ]);
    expect(await told('quotes.csv', 'S1,BOOM', 'S1,123')).toEqual([
      'quotes.csv:2: item: unknown item, found "123", expected an item of items, bom, routing or demand (did you mean "00123"?)',
    ]);
    expect(await told('demand.csv', '2027-Q1', '2028-Q1')).toEqual([
      'demand.csv:3: period: outside the horizon, found "2028-Q1", expected a period from 2026-Q1 to 2027-Q4',
    ]);
    expect(await told('demand.csv', '2027-Q1,3', '2027-Q1,"1.234,5"')).toEqual([
      expect.stringContaining('write `locale: comma` in scenario.yaml'),
    ]);
  });

  it('name the other line of a row that stands twice', async () => {
    expect(await told('suppliers.csv', 'S3,Gamma', 'S2,Gamma')).toContainEqual(
      'suppliers.csv:4: supplier: the same supplier S2 as in line 3',
    );
  });

  it('name a circle in the bill of materials item by item', async () => {
    expect(await told('bom.csv', 'BOOM,00123,4', 'BOOM,CRANE,4')).toEqual([
      'bom.csv:2: item: the bill of materials contains itself: BOOM → CRANE → BOOM',
    ]);
  });

  it('name the rules that there are when one is unknown', async () => {
    expect(await told('scenario.yaml', 'rule: share-cap', 'rule: sharecaps')).toEqual([
      'scenario.yaml:9: rules[1].rule: unknown rule, found "sharecaps", expected ' +
        'source-count, share-cap, share-floor, member-count, lock or exclude (did you mean share-cap?)',
    ]);
  });
});

describe('a folder without a file that it needs', () => {
  it.each([
    ['scenario.yaml', 'scenario.yaml', 'missing-file'],
    ['bom.csv', 'bom.csv', 'missing-table'],
    ['suppliers.csv', 'suppliers.csv', 'missing-table'],
    ['capacity.csv', 'capacity.csv', 'missing-table'],
  ])('%s is told which', async (gone, file, code) => {
    const found = (await problemsOf({ [gone]: null })).map((problem) => [problem.file, problem.code]);
    expect(found).toContainEqual([file, code]);
  });

  it('may leave out the bill of materials when items are wanted for themselves', async () => {
    const yaml = 'name: parts\ncalendar: { start: 2026-Q1, period: quarter, periods: 8 }\nprogrammes: []\n';
    const routing = 'item,process,hoursPerUnit\nBOOM,welding,12\n';
    expect(
      await problemsOf({ 'scenario.yaml': yaml, 'bom.csv': null, 'routing.csv': routing, 'quotes.csv': null }),
    ).toEqual([]);
  });
});

describe('a file that is not UTF-8', () => {
  it('is refused with the line of its first bad byte', async () => {
    const latin = new Uint8Array([...new TextEncoder().encode('item,name\nBOOM,Hef'), 0xeb, 0x0a]);
    expect((await problemsOf({ 'items.csv': latin })).map(describeProblem)).toContainEqual(
      'items.csv:2: not UTF-8 text, found byte 0xEB at offset 18, expected UTF-8 (in Excel: save as "CSV UTF-8")',
    );
  });

  it('is recognised as UTF-16', async () => {
    const found = await problemsOf({ 'items.csv': new Uint8Array([0xff, 0xfe, 0x69, 0x00]) });
    expect(found.map(describeProblem)).toContainEqual(expect.stringContaining('items.csv:1: saved as UTF-16'));
  });
});
