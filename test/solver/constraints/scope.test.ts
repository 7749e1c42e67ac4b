import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../scenarios/domain/rule.ts';
import { pairsInScope, periodsInScope, supplierInScope, volumeWithin } from '../../../solver/constraints/scope.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { processShops } from '../../support/process-shops.ts';

const works = () => planningProblem(processShops());

/** Each package in scope with the firms in scope that can make it. */
function sources(scope: Scope | undefined): Readonly<Record<string, readonly string[]>> {
  const problem = works();
  return Object.fromEntries(
    pairsInScope(scope, problem).map(({ workPackage, pairs }) => [
      workPackage.item.item,
      pairs.map((pair) => problem.pairs[pair]!.supplier),
    ]),
  );
}

describe('packages in scope', () => {
  test('all of them where no scope is stated', () => {
    const everything = { FRAME: ['S1', 'S2'], GEAR: ['S2'], HOOK: [], HOSE: ['S3'] };
    expect(sources(undefined)).toEqual(everything);
    expect(sources({})).toEqual(everything);
  });

  test('the items that are named', () =>
    expect(sources({ items: ['GEAR', 'HOSE'] })).toEqual({ GEAR: ['S2'], HOSE: ['S3'] }));

  test('critical items, or those that are not', () => {
    expect(sources({ critical: true })).toEqual({ FRAME: ['S1', 'S2'] });
    expect(sources({ critical: false })).toEqual({ GEAR: ['S2'], HOOK: [], HOSE: ['S3'] });
  });

  test('only what is both named and critical, where both are stated', () =>
    expect(sources({ items: ['GEAR'], critical: true })).toEqual({}));

  test('every item whose routing has the process, beside other processes', () => {
    expect(sources({ process: 'milling' })).toEqual({ FRAME: ['S1', 'S2'], GEAR: ['S2'] });
    expect(sources({ process: 'welding' })).toEqual({ FRAME: ['S1', 'S2'] });
  });

  test('an item without a routing, by the process that its quote names', () =>
    expect(sources({ process: 'moulding' })).toEqual({ HOSE: ['S3'] }));

  test('an item that nobody can make, by its routing', () =>
    expect(sources({ process: 'forging' })).toEqual({ HOOK: [] }));

  test('nothing for a process that nothing needs', () => expect(sources({ process: 'painting' })).toEqual({}));
});

describe('firms in scope', () => {
  test('those that are named; a package stays in scope without any of them', () => {
    expect(sources({ suppliers: ['S1'] })).toEqual({ FRAME: ['S1'], GEAR: [], HOOK: [], HOSE: [] });
    expect(sources({ suppliers: ['S1', 'S3'], process: 'milling' })).toEqual({ FRAME: ['S1'], GEAR: [] });
  });

  const firm = (row: { readonly category?: 'A' | 'B'; readonly region?: string }) => ({
    supplier: 'S1',
    onboardingCost: 0,
    onboardingPeriods: 0,
    qualificationPeriods: 0,
    tags: [],
    ...row,
  });

  test('by name, category and start of the region, all that is stated', () => {
    const local = firm({ category: 'A', region: 'NL321' });
    expect(supplierInScope(undefined, local)).toBe(true);
    expect(supplierInScope({ suppliers: ['S1', 'S2'] }, local)).toBe(true);
    expect(supplierInScope({ suppliers: ['S2'] }, local)).toBe(false);
    expect(supplierInScope({ category: ['A', 'B'] }, local)).toBe(true);
    expect(supplierInScope({ category: ['B'] }, local)).toBe(false);
    expect(supplierInScope({ region: 'NL32' }, local)).toBe(true);
    expect(supplierInScope({ region: '321' }, local)).toBe(false);
    expect(supplierInScope({ suppliers: ['S2'], category: ['A'], region: 'NL' }, local)).toBe(false);
  });

  test('a firm without a category or region is in no stated one', () => {
    expect(supplierInScope({ category: ['A', 'B', 'C', 'D'] }, firm({}))).toBe(false);
    expect(supplierInScope({ region: 'NL' }, firm({}))).toBe(false);
    expect(supplierInScope({ region: 'S' }, firm({}))).toBe(false);
  });
});

describe('quarters in scope', () => {
  test('from and to are both included; the horizon ends what is left open', () => {
    expect(periodsInScope(undefined, works())).toEqual({ from: 1, to: 4 });
    expect(periodsInScope({ from: '2026-Q2' }, works())).toEqual({ from: 2, to: 4 });
    expect(periodsInScope({ to: '2026-Q3' }, works())).toEqual({ from: 1, to: 3 });
    expect(periodsInScope({ from: '2026-Q2', to: '2026-Q2' }, works())).toEqual({ from: 2, to: 2 });
  });

  test('volume of the quarters from first to last', () => {
    const volumes = Float64Array.of(0, 1, 10, 100, 1000);
    expect(volumeWithin(volumes, { from: 2, to: 3 })).toBe(110);
    expect(volumeWithin(volumes, { from: 4, to: 4 })).toBe(1000);
    expect(volumeWithin(volumes, { from: 3, to: 2 })).toBe(0);
  });
});
