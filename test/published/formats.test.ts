import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { publishedIn } from '../support/published/benchmark-folder.ts';
import { readSingleSource } from '../support/published/holmberg.ts';
import { leastCost, readAssignments } from '../support/published/or-library-assignments.ts';
import { readWarehouses } from '../support/published/or-library-warehouses.ts';
import { scenarioTexts } from '../support/published/scenario-texts.ts';

const CAP = ' 2 3 \n 10 700. \n 20 0. \n 4 \n 8.0 6.0 \n 5 \n 20.0 \n 2.5 \n 10 \n 1 2\n';
const HOLMBERG = '2 3\n10 700\n20 0\n 4. 5. 10.\n 8. 20. 1.\n 6. 2.5 2.\n';
const GAP = '2\n2 3\n5 6 7\n4 8 9\n1 2 3\n3 2 1\n4 5\n1 1\n10\n3\n3\n';

const location = {
  warehouses: [
    { capacity: 10, openingCost: 700 },
    { capacity: 20, openingCost: 0 },
  ],
  customers: [
    { demand: 4, costs: [8, 6] },
    { demand: 5, costs: [20, 2.5] },
    { demand: 10, costs: [1, 2] },
  ],
};

describe('formats of published problems', () => {
  test('OR-Library lists the costs of a customer over the warehouses, Holmberg those of a warehouse over the customers', () => {
    expect(readWarehouses('cap', CAP)).toMatchObject({ ...location, singleSource: false });
    expect(readSingleSource('p', HOLMBERG)).toMatchObject({ ...location, singleSource: true });
  });

  test('an optimum at the end of a single-source file is not read as data', () => {
    expect(readSingleSource('p', `${HOLMBERG}720.5\n`)).toEqual(readSingleSource('p', HOLMBERG));
  });

  test('the word capacity stands for the capacity of the problem meant', () => {
    const text = CAP.replace('10 700.', 'capacity 700.');
    expect(readWarehouses('capa', text, 8000).warehouses[0]).toEqual({ capacity: 8000, openingCost: 700 });
    expect(() => readWarehouses('capa', text)).toThrow('capa: value 3 is "capacity", a number is expected');
  });

  test('a file of another format is refused', () => {
    expect(() => readWarehouses('cap', CAP.replace(' 1 2\n', ''))).toThrow('cap ends after 13 numbers');
    expect(() => readWarehouses('cap', `${CAP} 9`)).toThrow('cap goes on after the 15 numbers expected');
    expect(() => readAssignments('gap', '0.5')).toThrow('gap: value 1 is 0.5, a count is expected');
  });

  test('the problems of an assignment file are numbered, and most profit becomes least cost', () => {
    const [first, second] = readAssignments('gap', GAP);
    expect(second).toMatchObject({ name: 'gap-2', costs: [[10]], hours: [[3]], capacities: [3] });
    const { problem, costOf } = leastCost(first!);
    expect(problem).toMatchObject({
      costs: [
        [4, 3, 2],
        [5, 1, 0],
      ],
      hours: [
        [1, 2, 3],
        [3, 2, 1],
      ],
      capacities: [4, 5],
    });
    // Jobs 1 and 2 to agent 1, job 3 to agent 2: profit 5 + 6 + 9.
    expect(costOf(20)).toBe(4 + 3 + 0);
  });
});

describe('a published problem as a scenario folder', () => {
  test('a warehouse is a supplier with its fixed cost as onboarding, a customer an item at a price for the unit', () => {
    const texts = scenarioTexts(readWarehouses('cap', CAP));
    expect(texts['suppliers.csv']).toBe('supplier,onboardingCost\nW001,700\nW002,0\n');
    expect(texts['capacity.csv']).toContain('W001,service,10\n');
    expect(texts['demand.csv']).toContain('C0002,2026,5\n');
    expect(texts['quotes.csv']).toContain('W001,C0002,4,1,service\nW002,C0002,0.5,1,service\n');
    expect(texts['scenario.yaml']).not.toContain('source-count');
  });

  test('a job is one unit that takes its hours, from one source', () => {
    const texts = scenarioTexts(readAssignments('gap', GAP)[0]!);
    expect(texts['demand.csv']).toContain('C0003,2026,1\n');
    expect(texts['quotes.csv']).toContain('W001,C0003,7,3,service\n');
    expect(texts['scenario.yaml']).toContain('rule: source-count, max: 1');
  });

  test('a customer without demand has no price for a unit', () => {
    expect(() => scenarioTexts(readWarehouses('cap', CAP.replace(' 5 \n', ' 0 \n')))).toThrow('customer 2 wants 0');
  });
});

describe('a benchmark folder', () => {
  test('holds the problems whose optimum is known, from its own tables or the literature', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gilde-benchmarks-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const write = async (path: string, text: string) => {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
    };
    await write('cflp/known_optima.csv', 'instance,capacity_override,optimum\ncap61,,24.5\ncapa,30,20\n');
    await write('cflp/cap61.txt', CAP);
    await write('cflp/capa.txt', CAP.replace('20 0.', 'capacity 0.'));
    await write('sscflp/known_optima.csv', 'instance,capacity_override,optimum\np1,,24.5\n');
    await write('sscflp/p1', HOLMBERG);
    await write('gap/gap1.txt', GAP);
    const found = publishedIn(folder).map(({ instance, optimum }) => [instance.name, optimum]);
    // gap1: 3 jobs × highest profit 9 less the published 336; 1 × 10 less 327.
    expect(found).toEqual([
      ['cap61', 24.5],
      ['capa-30', 20],
      ['cap61-one-source', 932615.8],
      ['p1', 24.5],
      ['gap1-1', 27 - 336],
      ['gap1-2', 10 - 327],
    ]);
  });

  test('that is not there holds none', () => {
    expect(publishedIn('/nowhere')).toEqual([]);
  });
});
