import { expect, test } from 'vitest';
import { bomStructure } from '../../../solver/checks/bom-structure.ts';
import { type BomStatement, scenario } from '../../support/scenario-builder.ts';

const structure = (bom: readonly BomStatement[], items: { item: string; kind: 'buy' | 'make' }[] = []) =>
  bomStructure(scenario({ bom, items }));

test('parents come before their components, however deep', () => {
  const { order } = structure([
    ['CRANE', 'PIN', 1],
    ['CRANE', 'BOOM', 1],
    ['BOOM', 'JIB', 1],
    ['JIB', 'PIN', 2],
  ]);
  expect(order).toEqual(['CRANE', 'BOOM', 'JIB', 'PIN']);
});

test('a fifth scrapped: two and a half used where two are needed', () => {
  const { usages } = structure([{ parent: 'BOOM', item: 'PLATE', quantity: 2, scrap: 0.2 }]);
  expect(usages('BOOM', 1)).toEqual([{ item: 'PLATE', gross: 2.5 }]);
});

test('a line counts in a quarter when it is effective on the last day', () => {
  const from = structure([{ parent: 'BOOM', item: 'PLATE', effectiveFrom: '2026-06-30' }]);
  expect([1, 2, 3].map((t) => from.usages('BOOM', t).length)).toEqual([0, 1, 1]);
  const to = structure([{ parent: 'BOOM', item: 'PLATE', effectiveTo: '2026-06-29' }]);
  expect([1, 2].map((t) => to.usages('BOOM', t).length)).toEqual([1, 0]);
  const until = structure([{ parent: 'BOOM', item: 'PLATE', effectiveTo: '2026-06-30' }]);
  expect([1, 2, 3].map((t) => until.usages('BOOM', t).length)).toEqual([1, 1, 0]);
});

test('before the start the lines of the first quarter count', () => {
  const { usages } = structure([
    { parent: 'BOOM', item: 'OLD', effectiveTo: '2025-12-31' },
    { parent: 'BOOM', item: 'NEW', effectiveFrom: '2026-01-01' },
  ]);
  expect(usages('BOOM', -1)).toEqual([{ item: 'NEW', gross: 1 }]);
});

test('of alternates the effective one with the lowest priority is used, of equals the first id', () => {
  const group = { parent: 'BOOM', alternateGroup: 'steel' };
  const { usages } = structure([
    { ...group, item: 'S355', priority: 2 },
    { ...group, item: 'S690', priority: 1, effectiveTo: '2026-03-31' },
    { ...group, item: 'S460', priority: 2 },
    { parent: 'BOOM', item: 'PIN' },
  ]);
  expect(usages('BOOM', 1).map(({ item }) => item)).toEqual(['PIN', 'S690']);
  expect(usages('BOOM', 2).map(({ item }) => item)).toEqual(['PIN', 'S355']);
});

test('what is bought as it is needs no components', () => {
  const { usages } = structure([['MOTOR', 'COIL', 3]], [{ item: 'MOTOR', kind: 'buy' }]);
  expect(usages('MOTOR', 1)).toEqual([]);
});

test('of several groups each gives one alternate, the lowest priority wherever it stands', () => {
  const { usages } = structure([
    { parent: 'BOOM', item: 'A-STEEL', alternateGroup: 'steel', priority: 3 },
    { parent: 'BOOM', item: 'B-STEEL', alternateGroup: 'steel', priority: 1 },
    { parent: 'BOOM', item: 'C-STEEL', alternateGroup: 'steel', priority: 2 },
    { parent: 'BOOM', item: 'A-PAINT', alternateGroup: 'paint', priority: 1 },
    { parent: 'BOOM', item: 'B-PAINT', alternateGroup: 'paint', priority: 2 },
  ]);
  const used = usages('BOOM', 1).map(({ item }) => item);
  expect(used.sort()).toEqual(['A-PAINT', 'B-STEEL']);
});

test('an item that stands twice is used twice; one without lines uses nothing', () => {
  const { usages } = structure([
    ['BOOM', 'PIN', 2],
    ['BOOM', 'PIN', 1],
  ]);
  expect(usages('BOOM', 1).map(({ gross }) => gross)).toEqual([2, 1]);
  expect(usages('PIN', 1)).toEqual([]);
  expect(usages('ANVIL', 1)).toEqual([]);
});

test('an item has components when any line has it as parent, effective or not', () => {
  const { hasComponents } = structure([{ parent: 'BOOM', item: 'PLATE', effectiveTo: '2020-12-31' }]);
  expect(['BOOM', 'PLATE', 'ANVIL'].map(hasComponents)).toEqual([true, false, false]);
});

test('items on a cycle have no place in the order, nor what is below them', () => {
  const { order } = structure([
    ['A', 'B', 1],
    ['B', 'A', 1],
    ['B', 'PIN', 1],
    ['CRANE', 'BOOM', 1],
  ]);
  expect(order).toEqual(['CRANE', 'BOOM']);
});

test('lead times add up along the longest path of what has components', () => {
  const { leadTimeBelow } = bomStructure(
    scenario({
      bom: [
        ['CRANE', 'BOOM', 1],
        ['CRANE', 'WINCH', 1],
        ['BOOM', 'JIB', 1],
        ['JIB', 'PLATE', 1],
        ['WINCH', 'MOTOR', 1],
      ],
      items: [
        { item: 'CRANE', leadTime: 1 },
        { item: 'BOOM', leadTime: 1 },
        { item: 'JIB', leadTime: 2 },
        { item: 'WINCH', leadTime: 2 },
        { item: 'PLATE', leadTime: 9 },
        { item: 'MOTOR', leadTime: 9 },
      ],
    }),
  );
  expect(['CRANE', 'BOOM', 'JIB', 'WINCH', 'PLATE', 'ANVIL'].map(leadTimeBelow)).toEqual([4, 3, 2, 2, 0, 0]);
});

test('the order of the lines does not matter to which alternate is used', () => {
  const group = { parent: 'BOOM', alternateGroup: 'steel' };
  const stated = scenario({
    bom: [
      { ...group, item: 'S235', priority: 2 },
      { ...group, item: 'S355', priority: 1 },
      { ...group, item: 'S460', priority: 1 },
    ],
  });
  for (const bom of [stated.bom, stated.bom.toReversed()]) {
    expect(bomStructure({ ...stated, bom }).usages('BOOM', 1)).toEqual([{ item: 'S355', gross: 1 }]);
  }
});
