import { describe, expect, it } from 'vitest';
import type { InputProblem } from '../../scenarios/domain/input-problem.ts';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { tinyFiles } from '../support/tiny-files.ts';

type Document = Record<string, unknown>;

async function tinyDocument(): Promise<Document> {
  const checked = await readScenarioFolder(tinyFiles());
  if (!checked.ok) throw new Error('the tiny folder is no longer valid');
  return JSON.parse(JSON.stringify(checked.value)) as Document;
}

async function problemsOf(change: (document: Document) => Document): Promise<readonly InputProblem[]> {
  const checked = await parseScenarioDocument(change(await tinyDocument()));
  return checked.ok ? [] : checked.problems;
}

const withRow = (document: Document, table: string, index: number, change: object): Document => ({
  ...document,
  [table]: (document[table] as object[]).map((row, at) => (at === index ? { ...row, ...change } : row)),
});

describe('a JSON document', () => {
  it('with a wrong value is refused at its JSON pointer', async () => {
    expect(await problemsOf((document) => withRow(document, 'suppliers', 1, { latitude: 95 }))).toEqual([
      {
        code: 'out-of-range',
        file: 'scenario',
        column: 'suppliers[1].latitude',
        pointer: '/suppliers/1/latitude',
        message: 'out of range',
        found: '95',
        expected: 'a number from -90 to 90',
      },
    ]);
  });

  it('with an unknown key in a row is told the key that was meant', async () => {
    const [problem] = await problemsOf((document) => withRow(document, 'quotes', 0, { unitprice: 3 }));
    expect(problem).toMatchObject({ code: 'unknown-key', pointer: '/quotes/0/unitprice' });
    expect(problem?.message).toContain('did you mean unitPrice?');
  });

  it('with a number for an identifier is refused, not converted', async () => {
    const problems = await problemsOf((document) => withRow(document, 'items', 0, { item: 123 }));
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'not-text', pointer: '/items/0/item', found: '123' }),
    );
  });

  it('with half a surrogate pair in a name is refused: it has no canonical form', async () => {
    const problems = await problemsOf((document) => withRow(document, 'suppliers', 0, { name: 'Al\uD800fa' }));
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([['malformed', '/suppliers/0/name']]);
  });

  it('has no locale: its numbers are numbers', async () => {
    expect(await problemsOf((document) => ({ ...document, locale: 'comma' }))).toEqual([
      expect.objectContaining({ code: 'unknown-key', pointer: '/locale' }),
    ]);
  });

  it('in another order of rows and rules is told the pointers of the order it came in', async () => {
    const problems = await problemsOf((document) => {
      const quotes = [{ supplier: 'S9', item: 'BOOM', unitPrice: 1 }, ...(document['quotes'] as object[])];
      return { ...document, quotes };
    });
    expect(problems).toEqual([expect.objectContaining({ code: 'unknown-reference', pointer: '/quotes/0/supplier' })]);
  });

  it('with an unpriced pair is refused at the row that should state the price', async () => {
    const problems = await problemsOf((document) => ({
      ...document,
      suppliers: (document['suppliers'] as object[])
        .map((row) => ({ ...row, hourlyRate: undefined }))
        .map(withoutAbsent),
    }));
    expect(problems.length).toBeGreaterThan(0);
    for (const { file, pointer } of problems) {
      expect(file).toBe('scenario');
      expect(pointer).toMatch(/^\/(suppliers|capacity|quotes)\/\d/);
    }
  });

  it.each([null, undefined, 7, 'x', [], [[]]])('that is %j is refused', async (document) => {
    expect((await parseScenarioDocument(document)).ok).toBe(false);
  });
});

const withoutAbsent = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
