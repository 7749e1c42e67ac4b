import { expect, test } from 'vitest';
import { scenarioView } from '../../../solver/checks/scenario-view.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

/** Ten cranes in each of two quarters, and what goes into them. */
const view = (more: Statement) =>
  scenarioView(
    scenario({
      periods: 2,
      programmes: [{ product: 'CRANE' }],
      demand: [
        ['CRANE', '2026-Q1', 10],
        ['CRANE', '2026-Q2', 10],
      ],
      ...more,
    }),
  )!;
const packages = (more: Statement) => [...view(more).packages.keys()];

test('a work package is made, with a routing or a quote, or bought with a quote', () => {
  const bom = ['BOLT', 'BOOM', 'HOSE', 'MOTOR'].map((item) => ['CRANE', item, 1] as const);
  const items = [
    { item: 'HOSE', kind: 'make' as const },
    { item: 'BOLT', unitValue: 1 },
  ];
  const routing = [['BOOM', 'welding', 1]] as const;
  const quotes = ['HOSE', 'MOTOR'].map((item) => ({ supplier: 'S1', item, unitPrice: 9 }));
  expect(packages({ bom, items, routing, quotes })).toEqual(['BOOM', 'HOSE', 'MOTOR']);
});

test('what is bought is no work package by its routing alone, nor is a kit on paper by a quote', () => {
  const bom = [
    ['CRANE', 'KIT', 1],
    ['KIT', 'MOTOR', 1],
  ] as const;
  const items = [
    { item: 'KIT', kind: 'phantom' as const },
    { item: 'MOTOR', kind: 'buy' as const, unitValue: 9 },
  ];
  expect(packages({ bom, items, routing: [['MOTOR', 'winding', 1]] })).toEqual([]);
  expect(packages({ bom, items, quotes: [{ supplier: 'S1', item: 'KIT', unitPrice: 9 }] })).toEqual([]);
});

test('what is only needed before the start is no work package but past due', () => {
  const slow = view({
    demand: [['CRANE', '2026-Q1', 10]],
    bom: [
      { parent: 'CRANE', item: 'BOOM', effectiveTo: '2026-03-31' },
      { parent: 'CRANE', item: 'JIB', effectiveFrom: '2026-04-01' },
    ],
    items: [{ item: 'CRANE', leadTime: 1 }],
    routing: [['BOOM', 'welding', 1]],
  });
  expect(slow.packages.size).toBe(0);
  expect(slow.pastDue).toEqual([{ item: 'BOOM', period: 0, quantity: 10 }]);
});

test('the requirement of each quarter and their sum', () => {
  const { packages: found } = view({
    demand: [
      ['CRANE', '2026-Q1', 10],
      ['CRANE', '2026-Q2', 4],
      ['BOOM', '2026-Q2', 1],
    ],
    bom: [['CRANE', 'BOOM', 2]],
    routing: [['BOOM', 'welding', 1]],
  });
  const boom = found.get('BOOM')!;
  expect([...boom.required]).toEqual([0, 20, 9]);
  expect(boom.total).toBe(29);
  expect(boom.steps.map(({ process }) => process)).toEqual(['welding']);
});
