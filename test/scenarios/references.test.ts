import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../scenarios/domain/input-problem.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { tinyFiles, tinyText } from '../support/tiny-files.ts';

type Changes = Record<string, string | null>;

async function warningsOf(changes: Changes): Promise<string[]> {
  const checked = await readScenarioFolder(tinyFiles(changes));
  if (!checked.ok) throw new Error(checked.problems.map(describeProblem).join('\n'));
  return checked.warnings.map(describeProblem);
}

async function problemsOf(changes: Changes): Promise<string[]> {
  const checked = await readScenarioFolder(tinyFiles(changes));
  return checked.ok ? [] : checked.problems.map(describeProblem);
}

const changed = (file: string, piece: string, by: string): Changes => ({ [file]: tinyText(file, piece, by) });

describe('what is legal but most likely forgotten', () => {
  it('a certificate that no supplier holds is a warning', async () => {
    expect(await warningsOf(changed('items.csv', '3000,no,', '3000,no,AQAP 2110'))).toEqual([
      'items.csv:4: certificates: no supplier holds or can obtain AQAP 2110, which FRAME requires',
    ]);
  });

  it('a process that no supplier offers is a warning', async () => {
    expect(await warningsOf(changed('routing.csv', 'FRAME,welding', 'FRAME,casting'))).toEqual([
      'routing.csv:4: process: no supplier offers the process casting',
    ]);
  });

  it('hours of a process that is almost one in use are a warning, those of another process are not', async () => {
    const capacity = tinyText('capacity.csv');
    const line = capacity.trimEnd().split('\n').length + 1;
    const supplier = capacity.split('\n')[1]!.split(',')[0];
    const header = capacity.split('\n')[0]!.split(',');
    const row = (process: string) =>
      `${header.map((name) => ({ supplier, process, hoursPerPeriod: '10' })[name] ?? '').join(',')}\n`;
    const warned = await warningsOf({ 'capacity.csv': `${capacity}${row('weldng')}${row('composites')}` });
    expect(warned).toEqual([`capacity.csv:${line}: process: no routing or quote uses weldng; did you mean welding?`]);
  });

  it('without a list of items, an item that stands in routing but not in the bill of materials is a warning', async () => {
    const changes = {
      'items.csv': null,
      ...changed('scenario.yaml', 'holdingRate: 0.1, ', ''),
      ...changed('routing.csv', 'FRAME,welding,8,,\n', 'FRAME,welding,8,,\nFRAM,welding,8,,\n00123,welding,1,,\n'),
    };
    expect(await warningsOf(changes)).toEqual([
      'routing.csv:5: item: FRAM does not stand in the bill of materials; did you mean FRAME?',
    ]);
  });

  it('a place of delivery for what is bought without a quote is a warning', async () => {
    const items = tinyText('items.csv')
      .replace('stock\n', 'stock,deliverTo\n')
      .replace(/,(\d)\n/g, ',$1,\n')
      .replace(/(00123.*)\n/, '$1BOOM\n');
    expect(await warningsOf({ 'items.csv': items })).toEqual([
      'items.csv:5: deliverTo: nobody ships 00123: it is bought without a quote, so deliverTo means nothing',
    ]);
  });

  it('a Dutch supplier outside the Netherlands is a warning', async () => {
    expect(await warningsOf(changed('suppliers.csv', '51.9,5.9', '5.9,51.9'))).toEqual([
      'suppliers.csv:2: latitude: the place of S1 is not in the Netherlands, though its country is NL; ' +
        'latitude and longitude swapped?, found 5.9, 51.9',
    ]);
    expect(await warningsOf(changed('suppliers.csv', '51.9,5.9', '51.9,59'))).toEqual([
      'suppliers.csv:2: latitude: the place of S1 is not in the Netherlands, though its country is NL, found 51.9, 59',
    ]);
  });

  it('a number that may have a point for thousands is a warning, unless its column has other decimals', async () => {
    expect(await warningsOf(changed('capacity.csv', '2000', '2.000'))).toEqual([
      'capacity.csv:2: hoursPerPeriod: 2.000 is read as 2; write 2000 if that is meant',
    ]);
    const mixed = tinyText('capacity.csv', '2000', '2.000').replace('1500', '1500.5');
    expect(await warningsOf({ 'capacity.csv': mixed })).toEqual([]);
    expect(await warningsOf(changed('suppliers.csv', '51.9', '51.980'))).toEqual([]);
  });

  it('a process spelt in two ways is one, with a warning of what it is read as', async () => {
    const changes = {
      ...changed('capacity.csv', 'S3,welding', 'S3,Welding'),
      ...changed('certificates.csv', 'S2,EN 1090-2,obtainable,welding', 'S2,EN 1090-2,obtainable,WELD-ING;Milling'),
      ...changed('scenario.yaml', 'scope: { critical: true }', 'scope: { critical: true, process: Mil ling }'),
    };
    const plain = await readScenarioFolder(
      tinyFiles({
        ...changed('certificates.csv', 'S2,EN 1090-2,obtainable,welding', 'S2,EN 1090-2,obtainable,milling;welding'),
        ...changed('scenario.yaml', 'scope: { critical: true }', 'scope: { critical: true, process: milling }'),
      }),
    );
    const checked = await readScenarioFolder(tinyFiles(changes));
    expect(checked.ok && checked.warnings.map(describeProblem)).toEqual([
      'capacity.csv:7: process: Welding is read as welding',
      'certificates.csv:5: scope: Milling is read as milling',
      'certificates.csv:5: scope: WELD-ING is read as welding',
      'scenario.yaml:8: rules[0].scope.process: Mil ling is read as milling',
    ]);
    expect(checked.ok && plain.ok && checked.value).toEqual(plain.ok && plain.value);
  });

  it('hyphens between digits tell processes apart', async () => {
    const capacity = `${tinyText('capacity.csv')}S3,mill 1-2,10,,\nS3,mill 12,10,,\n`;
    const checked = await readScenarioFolder(tinyFiles({ 'capacity.csv': capacity }));
    expect(checked.ok && checked.warnings.filter(({ code }) => code === 'process-spelling')).toEqual([]);
  });

  it('a certificate spelt in two ways is one, with a warning of what it is read as', async () => {
    const items = tinyText('items.csv', 'ISO 9001;EN 1090-2', 'ISO9001;NEN-EN 1090-2');
    const checked = await readScenarioFolder(tinyFiles({ 'items.csv': items }));
    const plain = await readScenarioFolder(tinyFiles());
    expect(checked.ok && checked.warnings.map(describeProblem)).toEqual([
      'items.csv:3: certificates: ISO9001 is read as ISO 9001',
      'items.csv:3: certificates: NEN-EN 1090-2 is read as EN 1090-2',
    ]);
    expect(checked.ok && checked.value).toEqual(plain.ok && plain.value);
  });

  it('a certificate that is almost one which an item requires is a warning', async () => {
    expect(await warningsOf(changed('certificates.csv', 'S2,ISO 9001,held', 'S2,ISO 90011,held'))).toEqual([
      'certificates.csv:4: certificate: no item requires ISO 90011; did you mean ISO 9001?',
    ]);
  });

  it('a certificate of a class that is named almost as a known one is a warning with the spelling that is known', async () => {
    const named = (name: string) => ({
      'items.csv': tinyText('items.csv', 'ISO 9001;EN 1090-2', `ISO 9001;${name}`),
      'certificates.csv': tinyText('certificates.csv').replaceAll('EN 1090-2', name),
    });
    const of = async (name: string) => warningsOf(named(name));
    expect(await of('EN 1090 EXC2')).toEqual([
      'items.csv:3: certificates: EN 1090 EXC2 counts as EN 1090-2 EXC2, as the standard writes it',
    ]);
    expect(await of('EN1090 EXC2')).toEqual([
      'items.csv:3: certificates: EN1090 EXC2 is no certificate that is known and counts as one of its own; did you mean EN 1090-2 EXC2?',
    ]);
    expect(await of('ISO 3834-2 class B')).toEqual([
      'items.csv:3: certificates: ISO 3834-2 class B is no certificate that is known and counts as one of its own; did you mean ISO 3834-2?',
    ]);
    // What is known, whatever its case and year, and what is like nothing that is known.
    for (const name of ['EN 1090-2 EXC2', 'en 1090-2:2018', 'ISO 3834-2', 'Welding 7'])
      expect(await of(name)).toEqual([]);
  });

  it('a certificate that ended before the plan starts is a warning', async () => {
    expect(await warningsOf(changed('certificates.csv', '2028-06-30,yes', '2025-06-30,no'))).toEqual([
      'certificates.csv:2: validUntil: ISO 9001 ends before the plan starts in 2026-Q1, so it never counts, found 2025-06-30',
    ]);
  });

  it('a supplier without capacity is a warning', async () => {
    expect(await warningsOf(changed('capacity.csv', 'S3,welding,1000,,\n', ''))).toEqual([
      'suppliers.csv: suppliers without capacity, which can get no work: S3',
    ]);
  });

  it('components of a bought item are a warning', async () => {
    expect(await warningsOf(changed('items.csv', 'Frame,make', 'Frame,buy'))).toEqual([
      expect.stringMatching(/^bom\.csv:\d: parent: FRAME is bought \(kind buy\)/),
    ]);
  });

  it('a scope in which there is no supplier is a warning', async () => {
    expect(await warningsOf(changed('scenario.yaml', 'critical: true', 'region: FR, category: [B]'))).toEqual([
      'scenario.yaml:8: rules[0].scope.region: no supplier is in region FR',
      'scenario.yaml:8: rules[0].scope.category: no supplier is of category B',
    ]);
  });

  it('the cost of a certificate that is held is a warning', async () => {
    const text = tinyText('certificates.csv', 'S2,ISO 9001,held,,,,,', 'S2,ISO 9001,held,,,,,500');
    expect(await warningsOf({ 'certificates.csv': text })).toEqual([
      'certificates.csv:4: cost: ISO 9001 is held, so its cost means nothing',
    ]);
  });
});

describe('the same component twice in one parent', () => {
  const bom = (...lines: string[]) => ({
    'bom.csv': [
      'parent,item,quantity,alternateGroup,priority,effectiveFrom,effectiveTo',
      'CRANE,BOOM,2,,,,',
      ...lines,
    ].join('\n'),
  });

  it('is allowed in alternates of different groups', async () => {
    expect(await problemsOf(bom('CRANE,FRAME,1,steel,1,,', 'CRANE,FRAME,1,cast,2,,'))).toEqual([]);
  });

  it('is allowed one after the other, but not on the same day', async () => {
    const first = 'CRANE,FRAME,1,,,,2026-06-30';
    expect(await problemsOf(bom(first, 'CRANE,FRAME,2,,,2026-07-01,'))).toEqual([]);
    expect(await problemsOf(bom('CRANE,FRAME,2,,,2026-06-30,', first))).toEqual([
      'bom.csv:4: parent: the same parent CRANE and item FRAME at the same time as in line 3, expected one of the two rows',
    ]);
  });

  it('is found also where a line without an end lies before two that do not meet', async () => {
    expect(
      await problemsOf(
        bom('CRANE,FRAME,1,,,,', 'CRANE,FRAME,2,,,2026-01-01,2026-02-01', 'CRANE,FRAME,3,,,2027-01-01,'),
      ),
    ).toHaveLength(2);
  });
});

describe('what is not planned yet', () => {
  it.each([
    ['- { rule: survive-outage }', '- { rule: learning, model: crawford, rate: 0.9, floor: 0.5 }'],
    ['- { rule: learning, model: wright, rate: 0.9, floor: 0.5 }', '- { rule: survive-outage, serviceLevel: 0.8 }'],
  ])('is refused by name: outages and hours that fall, %s beside %s', async (first, second) => {
    const problems = await problemsOf(changed('scenario.yaml', 'rules:\n', `rules:\n  ${first}\n  ${second}\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('the two are not planned together yet');
  });

  it('leaves facts about firms alone that only such rules would use', async () => {
    const text = 'supplier,hourlyRate,surge,turnover,employees,outageProbability,timeToRecover,rampRate,defenceHeads\n';
    const rows = ['S1', 'S2', 'S3'].map((supplier) => `${supplier},80,0.2,1000000,12,0.02,2,0.3,4`).join('\n');
    expect(await problemsOf({ 'suppliers.csv': text + rows })).toEqual([]);
  });
});

describe('what shows when the bill of materials is exploded', () => {
  it('a pair without a price is told at the supplier', async () => {
    const problems = await problemsOf(changed('suppliers.csv', ',5000,1,78,', ',5000,1,,'));
    expect(problems).toEqual([expect.stringMatching(/^suppliers\.csv:4: hourlyRate: .*S3/)]);
  });

  it('safety stock is refused where nothing may be stocked', async () => {
    const items = tinyText('items.csv', 'certificates,stock', 'certificates,safetyStock');
    const yaml = tinyText('scenario.yaml', 'costs:', 'policy: { stock: none }\ncosts:');
    expect(await problemsOf({ 'items.csv': items, 'scenario.yaml': yaml })).toEqual([
      expect.stringMatching(/^items\.csv:4: safetyStock: FRAME .*policy\.stock is none/),
    ]);
  });
});

describe('a phantom', () => {
  it('has no routing, quotes, incumbents or demand', async () => {
    const text = tinyText('items.csv', 'Boom,make,1,4000', 'Boom,phantom,0,4000');
    expect((await problemsOf({ 'items.csv': text })).sort()).toEqual([
      expect.stringMatching(/^demand\.csv:2: item: BOOM is a phantom/),
      expect.stringMatching(/^demand\.csv:3: item: BOOM is a phantom/),
      expect.stringMatching(/^incumbents\.csv:2: item: BOOM is a phantom/),
      expect.stringMatching(/^quotes\.csv:2: item: BOOM is a phantom/),
      expect.stringMatching(/^routing\.csv:2: item: BOOM is a phantom/),
      expect.stringMatching(/^routing\.csv:3: item: BOOM is a phantom/),
    ]);
  });
});

describe('a table that cannot be read', () => {
  it('does not make everything unknown that it would have named', async () => {
    const problems = await problemsOf(changed('suppliers.csv', 'S1,Alfa', 'S1,"Alfa'));
    expect(problems).toEqual([
      expect.stringMatching(/^suppliers\.csv:2: a quoted cell is opened here and never closed/),
    ]);
  });

  it('with a nameless row does not make that row’s references unknown', async () => {
    expect(await problemsOf(changed('suppliers.csv', 'S3,Gamma', ',Gamma'))).toEqual([
      'suppliers.csv:4: supplier: no value, expected a text',
    ]);
  });
});
