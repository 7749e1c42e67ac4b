import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../scenarios/domain/input-problem.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { TINY_TEXTS, tinyFiles, tinyText } from '../support/tiny-files.ts';

async function accepted(files: ReadonlyMap<string, Uint8Array>): Promise<Scenario> {
  const checked = await readScenarioFolder(files);
  if (!checked.ok) throw new Error(checked.problems.map(describeProblem).join('\n'));
  return checked.value;
}

const hashOf = async (files: ReadonlyMap<string, Uint8Array>): Promise<string> => scenarioSha256(await accepted(files));

describe('a scenario folder', () => {
  it('is read with its rows in key order, identifiers as text and defaults filled in', async () => {
    const scenario = await accepted(tinyFiles());
    expect(scenario.items.map(({ item, kind }) => [item, kind])).toEqual([
      ['00123', 'buy'],
      ['BOOM', 'make'],
      ['CRANE', 'make'],
      ['FRAME', 'make'],
    ]);
    expect(scenario.bom[0]).toEqual({ parent: 'BOOM', item: '00123', quantity: 4, scrap: 0, priority: 0 });
    expect(scenario.routing[1]).toEqual({
      item: 'BOOM',
      process: 'welding',
      hoursPerUnit: 12,
      setupHours: 4,
      lotSize: 2,
    });
    expect(scenario.policy).toEqual({
      stock: 'allowed',
      backlog: 'lost',
      pastDue: 'pipeline',
      expandOnlyIfCovered: false,
      shortfallTolerance: 0,
    });
    expect(scenario.suppliers[0]?.tags).toEqual(['grid-1', 'steel']);
    expect(scenario).not.toHaveProperty('locale');
  });

  it('becomes a JSON document that is the same scenario, with the same hash', async () => {
    const scenario = await accepted(tinyFiles());
    const document: unknown = JSON.parse(JSON.stringify(scenario));
    const again = await parseScenarioDocument(document);
    expect(again).toEqual({ ok: true, value: scenario, warnings: expect.anything() });
    expect(again.ok && (await scenarioSha256(again.value))).toBe(await scenarioSha256(scenario));
  });

  it('may have decimal commas and semicolons, when it says so', async () => {
    const comma = Object.entries(TINY_TEXTS).map(([name, text]) => {
      if (name === 'scenario.yaml') return [name, `${text}locale: comma\n`];
      const quoted = text.replace(/"[^"]*"/g, (cell) => cell.replaceAll(',', '\u0000'));
      const lists = quoted.replace(/(^|,)([^,\n]*;[^,\n]*)(?=,|\n|$)/g, '$1"$2"');
      return [
        name,
        lists
          .replaceAll(',', ';')
          .replace(/(?<=\d)\.(?=\d)/g, ',')
          .replaceAll('\u0000', ','),
      ];
    });
    const folder = tinyFiles(Object.fromEntries(comma) as Record<string, string>);
    expect(await hashOf(folder)).toBe(await hashOf(tinyFiles()));
  });

  it('may have a byte order mark, other line endings, other cases of headers and blank lines', async () => {
    const marked = `\uFEFF${tinyText('items.csv', 'item,name,kind', 'ITEM , Name,KIND').replaceAll('\n', '\r\n')}\r\n,,,,,,,\r\n`;
    const old = tinyText('demand.csv').replaceAll('\n', '\r');
    const excel = `sep=,\n${tinyText('routing.csv')}`;
    const folder = tinyFiles({ 'items.csv': marked, 'demand.csv': old, 'routing.csv': excel });
    expect(await hashOf(folder)).toBe(await hashOf(tinyFiles()));
  });

  it('lists items that only the BOM knows, made where they have components or a routing and bought otherwise', async () => {
    const yaml = tinyText('scenario.yaml', 'holdingRate: 0.1, ', '').replace(/rules:[\s\S]*?(?=costs)/, '');
    const quotes = 'supplier,item,unitPrice,process\nS1,00123,2,welding\n';
    const scenario = await accepted(tinyFiles({ 'items.csv': null, 'scenario.yaml': yaml, 'quotes.csv': quotes }));
    expect(scenario.items.map(({ item, kind, leadTime }) => [item, kind, leadTime])).toEqual([
      ['00123', 'buy', 0],
      ['BOOM', 'make', 0],
      ['CRANE', 'make', 0],
      ['FRAME', 'make', 0],
    ]);
  });

  it('names rules without an id by what they say, whatever their note and the order of their keys', async () => {
    const ids = async (rule: string) => {
      const text = tinyText('scenario.yaml', '{ rule: source-count, min: 2, scope: { critical: true } }', rule);
      return (await accepted(tinyFiles({ 'scenario.yaml': text }))).rules.map(({ id }) => id);
    };
    const plain = await ids('{ rule: source-count, min: 2 }');
    expect(plain.at(-1)).toMatch(/^source-count-[0-9a-f]{8}$/);
    expect(await ids('{ min: 2, note: second source, strict: false, rule: source-count }')).toEqual(plain);
    expect(await ids('{ rule: source-count, min: 3 }')).not.toEqual(plain);
  });

  it('may head its columns with spaces or underscores, and leave empty rows and columns behind', async () => {
    const header = tinyText('items.csv').split('\n')[0]!;
    const spaced = tinyText('items.csv', header, 'Item,NAME,kind,Lead time,unit_value,critical,certificates,stock,,');
    const rows = spaced
      .trimEnd()
      .split('\n')
      .map((line, at) => (at === 0 ? line : `${line},,`));
    const folder = tinyFiles({ 'items.csv': `${[...rows, ',,,,,,,,,', ',,,'].join('\n')}\n` });
    expect(await hashOf(folder)).toBe(await hashOf(tinyFiles()));
  });

  it('may say yes and no in the words of a Dutch Excel', async () => {
    const items = tinyText('items.csv').replaceAll(',yes,', ',WAAR,').replaceAll(',no,', ',ONWAAR,');
    const incumbents = tinyText('incumbents.csv', 'true', 'Ja');
    expect(await hashOf(tinyFiles({ 'items.csv': items, 'incumbents.csv': incumbents }))).toBe(
      await hashOf(tinyFiles()),
    );
  });

  it('may leave out the bill of materials when items are wanted for themselves', async () => {
    const yaml = 'name: parts\ncalendar: { start: 2026-Q1, period: quarter, periods: 8 }\nprogrammes: []\n';
    const routing = 'item,process,hoursPerUnit\nBOOM,welding,12\n';
    const { demand } = await accepted(
      tinyFiles({ 'scenario.yaml': yaml, 'bom.csv': null, 'routing.csv': routing, 'quotes.csv': null }),
    );
    expect(demand).toHaveLength(2);
  });

  it('gets a warning, once a file, for columns and tables that are ignored', async () => {
    const files = tinyFiles({
      'items.csv': tinyText('items.csv', 'leadTime', 'leedTime'),
      'prices.csv': 'a,b\n',
      'README.md': '#',
    });
    const checked = await readScenarioFolder(files);
    expect(checked.ok && checked.warnings.map(describeProblem)).toEqual([
      'items.csv:1: ignored columns: leedTime (did you mean leadTime?)',
      expect.stringMatching(/^prices\.csv: this file is ignored/),
    ]);
  });
});

const shuffled = (name: string) =>
  fc.shuffledSubarray((TINY_TEXTS[name] ?? '').trim().split('\n').slice(1), { minLength: countOf(name) });
const countOf = (name: string): number => (TINY_TEXTS[name] ?? '').trim().split('\n').length - 1;
const TABLE_FILES = Object.keys(TINY_TEXTS).filter((name) => name.endsWith('.csv'));

describe('the hash of a scenario', () => {
  property.prop([fc.tuple(...TABLE_FILES.map(shuffled))], { numRuns: 20 })(
    'does not change when the rows of its tables are permuted',
    async (rows) => {
      const texts = TABLE_FILES.map((name, index) => {
        const header = TINY_TEXTS[name]!.split('\n', 1)[0]!;
        return [name, `${[header, ...rows[index]!].join('\n')}\n`];
      });
      expect(await hashOf(tinyFiles(Object.fromEntries(texts)))).toBe(await hashOf(tinyFiles()));
    },
  );

  it('changes when a quantity changes', async () => {
    const changed = tinyFiles({ 'bom.csv': tinyText('bom.csv', 'CRANE,FRAME,1', 'CRANE,FRAME,2') });
    expect(await hashOf(changed)).not.toBe(await hashOf(tinyFiles()));
  });
});

describe('junk', () => {
  const name = fc.constantFrom(...Object.keys(TINY_TEXTS));
  const junk = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
    fc
      .array(
        fc.constantFrom('"', ',', ';', '\n', '\r', '{', '[', '&a', '*a', ': ', '- ', 'S1', '\u0000', "'", '!!', '|'),
      )
      .map((parts) => new TextEncoder().encode(parts.join(''))),
  );
  property.prop([name, junk, fc.nat()], { numRuns: 100 })(
    'in any file, alone or in the middle of it, gives problems and never an exception',
    async (file, bytes, at) => {
      const whole = tinyFiles().get(file)!;
      const cut = at % (whole.length + 1);
      const spoiled = new Uint8Array([...whole.subarray(0, cut), ...bytes, ...whole.subarray(cut)]);
      for (const content of [bytes, spoiled]) {
        const checked = await readScenarioFolder(tinyFiles({ [file]: content }));
        expect(checked.ok || checked.problems.length > 0).toBe(true);
      }
    },
  );

  property.prop([fc.jsonValue()])('instead of a JSON document gives problems and never an exception', async (value) => {
    const checked = await parseScenarioDocument(value);
    expect(checked.ok).toBe(false);
  });

  property.prop([fc.constantFrom('bom', 'items', 'rules', 'programmes', 'costs', 'calendar'), fc.jsonValue()])(
    'in one part of a JSON document never gives an exception',
    async (key, value) => {
      const scenario = await accepted(tinyFiles());
      const checked = await parseScenarioDocument({ ...scenario, [key]: value });
      expect(checked.ok || checked.problems.length > 0).toBe(true);
    },
  );
});
