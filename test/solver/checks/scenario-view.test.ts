import { describe, expect, test } from 'vitest';
import { scenarioView } from '../../../solver/checks/scenario-view.ts';
import { scenario } from '../../support/scenario-builder.ts';
import { craneYard } from './crane-yard.ts';
import { weldingShop } from './judge.ts';

const required = (item: string) => [...scenarioView(craneYard)!.packages.get(item)!.required.subarray(1)];

describe('the crane yard at full demand, by hand', () => {
  test('asks for cranes 4 5 6 6 and so on for two quarters', () => {
    const { demand, end } = scenarioView(craneYard)!;
    expect([...demand[0]!.required]).toEqual([0, 4, 5, 6, 6, 6, 6]);
    expect(end).toBe(6);
  });

  test('needs booms a quarter before, and winches also as spares', () => {
    expect(required('BOOM')).toEqual([5, 6, 6, 6]);
    expect(required('WINCH')).toEqual([10, 15, 12, 12]);
    expect(required('MOTOR')).toEqual([10, 15, 12, 12]);
  });

  test('awards booms, winches and quoted motors, not what is bought or assembled freely', () => {
    expect([...scenarioView(craneYard)!.packages.keys()]).toEqual(['BOOM', 'MOTOR', 'WINCH']);
  });

  test('left its first parts to the pipeline: plates two quarters before the booms’ cranes', () => {
    expect(scenarioView(craneYard)!.pastDue).toEqual([
      { item: 'BOOM', period: 0, quantity: 4 },
      { item: 'MOTOR', period: 0, quantity: 8 },
      { item: 'PIN', period: 0, quantity: 16 },
      { item: 'PLATE', period: -1, quantity: 10 },
      { item: 'PLATE', period: 0, quantity: 12.5 },
      { item: 'WINCH', period: 0, quantity: 8 },
    ]);
  });
});

test('with `pastDue: first-period` the first quarter has it all', () => {
  const { packages, pastDue } = scenarioView({
    ...craneYard,
    policy: { ...craneYard.policy, pastDue: 'first-period' },
  })!;
  expect([...packages.get('BOOM')!.required.subarray(1)]).toEqual([9, 6, 6, 6]);
  expect([...packages.get('MOTOR')!.required.subarray(1)]).toEqual([18, 15, 12, 12]);
  expect(pastDue).toEqual([]);
});

test('labels and indexes reach from the earliest past due need to the end of the continuation', () => {
  const { indexOf, label } = scenarioView(craneYard)!;
  expect(['2025-Q3', '2026-Q1', '2026-Q4', '2027-Q2'].map(indexOf)).toEqual([-1, 1, 4, 6]);
  expect([indexOf('2025-Q2'), indexOf('2027-Q3'), indexOf('2026')]).toEqual([undefined, undefined, undefined]);
  expect([label(-1), label(6)]).toEqual(['2025-Q3', '2027-Q2']);
});

test('an item without requirement is no work package', () => {
  const shop = weldingShop({
    routing: [
      ['BOOM', 'welding', 10],
      ['SPARE', 'welding', 10],
    ],
  });
  expect([...scenarioView(shop)!.packages.keys()]).toEqual(['BOOM']);
});

test('a bill of materials with a cycle cannot be read', () => {
  expect(
    scenarioView(
      scenario({
        bom: [
          ['A', 'B', 1],
          ['B', 'A', 1],
        ],
      }),
    ),
  ).toBeUndefined();
});
