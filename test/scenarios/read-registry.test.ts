import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Checked, describeProblem, type InputProblem } from '../../scenarios/domain/input-problem.ts';
import type { RegistryEntry } from '../../scenarios/domain/registry.ts';
import { parseRegistryDocument, parseRegistryEntry } from '../../scenarios/parse-registry.ts';
import { readRegistryFolder } from '../../scenarios/read-registry.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { registryCsv } from '../../scenarios/wire/registry/registry-csv.ts';
import { firm } from '../support/storage-samples.ts';
import { tinyFiles, tinyText } from '../support/tiny-files.ts';

const OWN = ['suppliers.csv', 'capacity.csv', 'certificates.csv', 'expansions.csv'];

/** The registry's files of the tiny folder, some replaced or taken away. */
const registryFiles = (changes: Parameters<typeof tinyFiles>[0] = {}): Map<string, Uint8Array> =>
  new Map([...tinyFiles(changes)].filter(([name]) => OWN.includes(name) || name in changes));

function accepted<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(checked.problems.map(describeProblem).join('\n'));
  return checked.value;
}

const words = (checked: Checked<unknown>): string[] =>
  (checked.ok ? checked.warnings : checked.problems).map((one) => `[${one.code}] ${describeProblem(one)}`);

const bytesOf = (texts: ReadonlyMap<string, string>): Map<string, Uint8Array> =>
  new Map([...texts].map(([name, text]) => [name, new TextEncoder().encode(text)]));

const tiny = accepted(readRegistryFolder(registryFiles()));

describe('a registry of files', () => {
  it('gives an entry for each supplier, with its rows', () => {
    expect(
      tiny.map(({ supplier, capacity, certificates }) => [supplier.supplier, capacity.length, certificates.length]),
    ).toEqual([
      ['S1', 2, 2],
      ['S2', 3, 2],
      ['S3', 1, 0],
    ]);
    expect(tiny[0]?.capacity[0]).toEqual({ supplier: 'S1', process: 'milling', hoursPerPeriod: 800, hourlyRate: 90 });
  });

  it('is told every problem of every file in the words of a scenario', () => {
    const changes = {
      'suppliers.csv': tinyText('suppliers.csv', '51.9,5.9', '51.9,195'),
      'capacity.csv': tinyText('capacity.csv', 'S3,welding', 'S9,welding').replace('2027-Q1', '2027-Q5'),
      'certificates.csv': tinyText('certificates.csv', 'S1,EN 1090-2,held', 'S1,ISO 9001,held'),
      'expansions.csv': 'supplier,process,option,hoursPerPeriod,capex\nS8,welding,robot,400,many\n',
    };
    const files = registryFiles(changes);
    expect(words(readRegistryFolder(files)).sort()).toMatchInlineSnapshot(`
      [
        "[duplicate-row] certificates.csv:3: supplier: the same supplier S1, certificate ISO 9001, status held as in line 2, expected one of the two rows",
        "[not-a-number] expansions.csv:2: capex: not a number, found "many", expected a plain number without units or words",
        "[out-of-range] suppliers.csv:2: longitude: out of range, found 195, expected a number from -180 to 180",
        "[unknown-reference] capacity.csv:7: supplier: unknown supplier, found "S9", expected a supplier of the table suppliers",
        "[wrong-period] capacity.csv:6: period: not a period, found "2027-Q5", expected a quarter like 2027-Q3, a month like 2027-03 or a year like 2027",
      ]
    `);
    const scenario = tinyFiles({ ...changes, 'expansions.csv': null });
    return readScenarioFolder(scenario).then((checked) => {
      const same = words(checked).filter((line) => /suppliers.csv|certificates.csv:3|capacity.csv:7/.test(line));
      expect(same.length).toBeGreaterThan(2);
      for (const line of same) expect(words(readRegistryFolder(files))).toContain(line);
    });
  });

  it('ignores tables of scenarios with a warning, and takes expansions', () => {
    const added = {
      'quotes.csv': 'x',
      'expansions.csv': 'supplier,process,option,hoursPerPeriod,capex\nS1,welding,robot,400,9\n',
    };
    const checked = readRegistryFolder(registryFiles(added));
    expect(words(checked)).toEqual([
      '[ignored-file] quotes.csv: this file is ignored, expected suppliers.csv, capacity.csv, certificates.csv, expansions.csv',
    ]);
    expect(accepted(checked)[0]?.expansions).toMatchObject([{ option: 'robot', capex: 9, leadTime: 0, maximum: 1 }]);
  });

  it('reads numbers as its locale says, stated with the request or beside it', () => {
    const comma = registryFiles({
      'suppliers.csv': 'supplier\nS1\n',
      'certificates.csv': null,
      'capacity.csv': 'supplier;process;hoursPerPeriod\nS1;welding;12,5\n',
    });
    expect(words(readRegistryFolder(comma))[0]).toContain(
      '[not-a-number] capacity.csv:2: hoursPerPeriod: not a number',
    );
    expect(accepted(readRegistryFolder(comma, { locale: 'comma' }))[0]?.capacity[0]?.hoursPerPeriod).toBe(12.5);
    comma.set('scenario.yaml', new TextEncoder().encode('locale: comma\n'));
    expect(accepted(readRegistryFolder(comma))[0]?.capacity[0]?.hoursPerPeriod).toBe(12.5);
  });

  it('warns of a certificate for a process that nobody offers, which a scenario may still need', () => {
    const text = tinyText('certificates.csv', 'EN 1090-2,held,welding', 'EN 1090-2,held,weldng');
    const checked = readRegistryFolder(registryFiles({ 'certificates.csv': text }));
    expect(checked.ok).toBe(true);
    expect(words(checked)[0]).toContain('unknown process, found "weldng", expected a process');
  });

  it('needs suppliers, and not more rows than are read', () => {
    expect(words(readRegistryFolder(new Map()))).toEqual([
      '[missing-table] suppliers.csv: this file is missing: a registry is its suppliers, expected a table with the column supplier',
    ]);
    expect(words(readRegistryFolder(registryFiles({ 'suppliers.csv': 'supplier\n' })))[0]).toContain(
      '[empty-table] suppl',
    );
    expect(words(readRegistryFolder(registryFiles(), { mostRows: 5 }))).toEqual([
      '[too-many-rows] capacity.csv: too many rows, found 6, expected at most 5',
    ]);
  });
});

describe('a registry as JSON', () => {
  const rows = {
    suppliers: tiny.map(({ supplier }) => supplier),
    capacity: tiny.flatMap(({ capacity }) => capacity),
    certificates: tiny.flatMap(({ certificates }) => certificates),
  };

  it('gives the entries that the files give', () => {
    expect(accepted(parseRegistryDocument(JSON.parse(JSON.stringify(rows))))).toEqual(tiny);
  });

  it('is refused with pointers', () => {
    const wrong = { ...rows, quotes: [], capacity: [{ supplier: 'S1', process: 'welding', hoursPerPeriod: -1 }] };
    const checked = parseRegistryDocument(wrong);
    expect(checked.ok ? [] : checked.problems.map(({ file, pointer, code }) => [file, pointer, code])).toEqual([
      ['registry', '/quotes', 'unknown-key'],
      ['registry', '/capacity/0/hoursPerPeriod', 'out-of-range'],
    ]);
    expect(words(parseRegistryDocument([]))).toEqual([
      expect.stringContaining('[not-a-block] registry: the document: not a'),
    ]);
    expect(words(parseRegistryDocument({ suppliers: rows.suppliers }, 2))[0]).toContain('found 3, expected at most 2');
  });
});

describe('one supplier as JSON', () => {
  const entry = JSON.parse(JSON.stringify(firm('S1'))) as RegistryEntry;
  const pointers = (document: unknown): (readonly (string | undefined)[])[] => {
    const checked = parseRegistryEntry(document);
    return checked.ok ? [] : checked.problems.map(({ file, pointer, code }: InputProblem) => [file, pointer, code]);
  };

  it('is the entry, whose rows need not repeat the supplier', () => {
    expect(accepted(parseRegistryEntry(entry))).toEqual(firm('S1'));
    const bare = { supplier: entry.supplier, capacity: [{ process: 'milling', hoursPerPeriod: 3 }] };
    expect(accepted(parseRegistryEntry(bare)).capacity).toEqual([
      { supplier: 'S1', process: 'milling', hoursPerPeriod: 3 },
    ]);
  });

  it('is refused with pointers into it', () => {
    expect(pointers({ ...entry, supplier: { ...entry.supplier, latitude: 95 } })).toEqual([
      ['supplier', '/supplier/latitude', 'out-of-range'],
    ]);
    expect(
      pointers({ ...entry, capacity: [{ process: 'x' }, { supplier: 'S2', process: 'x', hoursPerPeriod: 1 }] }),
    ).toEqual([
      ['supplier', '/capacity/0/hoursPerPeriod', 'missing-value'],
      ['supplier', '/capacity/1/supplier', 'unknown-reference'],
    ]);
    expect(pointers({ ...entry, quotes: [] })).toEqual([['supplier', '/quotes', 'unknown-key']]);
    expect(pointers({})).toEqual([['supplier', '/supplier/supplier', 'missing-value']]);
    expect(pointers({ supplier: 'S1' })).toEqual([['supplier', '/supplier', 'not-a-block']]);
    expect(pointers({ supplier: { supplier: 'S1', tags: [1] } })).toEqual([
      ['supplier', '/supplier/tags/0', 'not-text'],
    ]);
  });
});

describe('a scenario with a registry', () => {
  const scenarioFiles = (changes: Parameters<typeof tinyFiles>[0] = {}) =>
    new Map([...tinyFiles(changes)].filter(([name]) => !OWN.includes(name) || name in changes));

  it('is the scenario that states these suppliers itself', async () => {
    const joined = accepted(await readScenarioFolder(scenarioFiles(), { registry: tiny }));
    expect(joined).toEqual(accepted(await readScenarioFolder(tinyFiles())));
  });

  it('may not state any of its tables', async () => {
    const checked = await readScenarioFolder(scenarioFiles({ 'capacity.csv': tinyText('capacity.csv') }), {
      registry: tiny,
    });
    expect(words(checked)).toEqual([
      '[stated-twice] capacity.csv: the capacity come from the registry, expected not this table, or no registry',
    ]);
  });

  it('is told of a row that does not fit by registry and supplier', async () => {
    const odd = tiny.map((entry) => ({
      ...entry,
      capacity: entry.capacity.map((row) => ({ ...row, period: '2026-05' })),
    }));
    const checked = await readScenarioFolder(scenarioFiles(), { registry: odd });
    expect(words(checked)).toContain(
      '[wrong-period] registry: capacity[S1].period: not a quarter, found "2026-05", expected a quarter like 2027-Q3',
    );
    expect(checked.ok ? [] : checked.problems.map(({ pointer }) => pointer)).toContain('/S2/capacity/2/period');
  });
});

const NAMES = ['Alfa', 'B & C', 'Comma, Inc', 'say "hi"', "d'Or", 'é-firma', '00123', 'two\nlines'];
const entries = fc
  .record({
    from: fc.nat(7),
    texts: fc.array(fc.constantFrom(...NAMES), { minLength: 7, maxLength: 7 }),
    hours: fc.nat(1e6),
  })
  .map(({ from, texts, hours }) =>
    NAMES.slice(0, 7 - (from % 7)).map((supplier, at) => ({ supplier, text: texts[at] ?? '', hours: hours / 7 + at })),
  )
  .map((rows) =>
    rows.map(({ supplier, text, hours }): RegistryEntry => {
      const base = firm(supplier, { name: text });
      const option = { supplier, process: 'welding', option: 'robot', hoursPerPeriod: hours, capex: hours };
      return {
        supplier: { ...base.supplier, latitude: 52.25, longitude: 5.125 },
        capacity: [{ supplier, process: 'welding', hoursPerPeriod: hours }],
        certificates: base.certificates.map((row) => ({ ...row, scope: ['welding'], validUntil: '2028-06-30' })),
        expansions: [{ ...option, leadTime: 1, maximum: 2 }],
      };
    }),
  );

property.prop([entries], { numRuns: 60 })('a registry written as CSV is read as it was', (written) => {
  const sorted = [...written].sort((a, b) => (a.supplier.supplier < b.supplier.supplier ? -1 : 1));
  expect(accepted(readRegistryFolder(bytesOf(registryCsv(written))))).toEqual(sorted);
});

property.prop([
  fc.dictionary(
    fc.constantFrom(...OWN, 'scenario.yaml', 'x.csv'),
    fc.oneof(
      fc.uint8Array(),
      fc.string().map((text) => new TextEncoder().encode(`supplier,process\n${text}`)),
    ),
  ),
])('files of any bytes are answered with a value', (files) => {
  expect(typeof readRegistryFolder(new Map(Object.entries(files))).ok).toBe('boolean');
});

const anyBlock = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom('supplier', 'suppliers', 'capacity', 'certificates'), fc.jsonValue()),
);

property.prop([anyBlock])('any JSON value is answered with a value', (value) => {
  expect(typeof parseRegistryDocument(value).ok).toBe('boolean');
  expect(typeof parseRegistryEntry(value).ok).toBe('boolean');
});
