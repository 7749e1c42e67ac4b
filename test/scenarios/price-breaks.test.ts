import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../scenarios/domain/input-problem.ts';
import { eligibility } from '../../scenarios/eligibility.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { planningProblem } from '../../solver/problem.ts';
import { tinyFiles } from '../support/tiny-files.ts';

const HEADER =
  'supplier,item,unitPrice,currency,maximumQuantity,qualificationCost,fromQuantity,minimumOrder,hoursPerUnit';
const FIRST = 'S1,BOOM,1500,USD,500,2500,,,';

const read = (...rows: string[]) =>
  readScenarioFolder(tinyFiles({ 'quotes.csv': `${[HEADER, ...rows].join('\n')}\n` }));

async function problemsOf(...rows: string[]): Promise<string[]> {
  const checked = await read(...rows);
  return checked.ok ? [] : checked.problems.map(describeProblem);
}

describe('price breaks are read', () => {
  test('from further rows in any order, whose other columns are empty or agree', async () => {
    const checked = await read('S1,BOOM,1000,USD,,,200,,', FIRST, 'S1,BOOM,1200,USD,500,2500,100,,');
    if (!checked.ok) throw new Error(checked.problems.map(describeProblem).join('\n'));
    const { packages } = planningProblem(checked.value);
    const pair = eligibility(checked.value, packages).pairs.find(
      ({ supplier, item }) => `${supplier} ${item}` === 'S1 BOOM',
    )!;
    const rate = checked.value.costs.currencies['USD']!;
    expect(pair.unitCost).toBeCloseTo(1500 * rate, 9);
    expect(pair.breaks).toEqual([
      { from: 100, unitCost: 1200 * rate },
      { from: 200, unitCost: 1000 * rate },
    ]);
    expect(pair.maximumQuantity).toBe(500);
  });

  test('a price that the quote never reaches is told', async () => {
    const checked = await read(FIRST, 'S1,BOOM,1000,USD,,,500,,');
    expect(checked.ok && checked.warnings.map(describeProblem)).toEqual([
      'quotes.csv:3: fromQuantity: the price from 500 units on is never reached: S1 makes at most 500 BOOM',
    ]);
  });
});

describe('price breaks are refused', () => {
  test('without a price for the first unit', async () => {
    expect(await problemsOf('S1,BOOM,1500,USD,500,2500,100,,')).toEqual([
      'quotes.csv:2: fromQuantity: no row says what the first 100 units of BOOM cost at S1, found 100, expected a row with fromQuantity 0 or empty for the same supplier and item',
    ]);
  });

  test('twice from the same unit on, be it 0 and nothing', async () => {
    expect(await problemsOf(FIRST, 'S1,BOOM,1400,USD,500,2500,0,,')).toEqual([
      'quotes.csv:3: supplier: the same supplier S1, item BOOM and first unit as in line 2, expected one of the two rows',
    ]);
    expect(await problemsOf(FIRST, 'S1,BOOM,1400,USD,,,100,,', 'S1,BOOM,1300,USD,,,100,,')).toEqual([
      'quotes.csv:4: supplier: the same supplier S1, item BOOM, fromQuantity 100 as in line 3, expected one of the two rows',
    ]);
  });

  test('where they contradict the first row, each column by itself', async () => {
    expect(await problemsOf(FIRST, 'S1,BOOM,1400,,400,10,100,5,')).toEqual([
      'quotes.csv:3: minimumOrder: a price break of S1 for BOOM has to agree with the quote in line 2, found 5, expected nothing',
      'quotes.csv:3: maximumQuantity: a price break of S1 for BOOM has to agree with the quote in line 2, found 400, expected nothing or 500',
      'quotes.csv:3: qualificationCost: a price break of S1 for BOOM has to agree with the quote in line 2, found 10, expected nothing or 2500',
      'quotes.csv:3: currency: a price break of S1 for BOOM is in another currency than the quote in line 2, found "EUR", expected USD',
    ]);
  });
});
