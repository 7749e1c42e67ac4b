import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../scenarios/domain/rule.ts';
import { scenarioView } from '../../../solver/checks/scenario-view.ts';
import { packagesIn, pairsIn, periodsIn, rulesOf, sumOver, suppliersIn } from '../../../solver/checks/scope.ts';
import { processShops } from '../../support/process-shops.ts';
import { scenario } from '../../support/scenario-builder.ts';

const shops = scenarioView(processShops())!;
const packages = (scope: Scope | undefined) => packagesIn(scope, shops).map(({ item }) => item.item);
const firms = (scope: Scope | undefined) => [...suppliersIn(scope, shops)];

describe('packages in scope', () => {
  test('all of them where no scope is stated', () => {
    expect(packages(undefined)).toEqual(['FRAME', 'GEAR', 'HOOK', 'HOSE']);
    expect(packages({})).toEqual(['FRAME', 'GEAR', 'HOOK', 'HOSE']);
  });

  test('the items that are named', () => expect(packages({ items: ['GEAR', 'HOSE'] })).toEqual(['GEAR', 'HOSE']));

  test('critical items, or those that are not', () => {
    expect(packages({ critical: true })).toEqual(['FRAME']);
    expect(packages({ critical: false })).toEqual(['GEAR', 'HOOK', 'HOSE']);
    expect(packages({ items: ['GEAR'], critical: true })).toEqual([]);
  });

  test('with the process in their routing, beside other processes', () => {
    expect(packages({ process: 'milling' })).toEqual(['FRAME', 'GEAR']);
    expect(packages({ process: 'welding' })).toEqual(['FRAME']);
  });

  test('with the process in the hours of a quote, where there is no routing', () =>
    expect(packages({ process: 'moulding' })).toEqual(['HOSE']));

  test('with the process in the routing of what nobody can make', () =>
    expect(packages({ process: 'forging' })).toEqual(['HOOK']));

  test('none for a process that nothing needs', () => expect(packages({ process: 'painting' })).toEqual([]));
});

describe('firms in scope', () => {
  test('all of them where no scope is stated', () => {
    expect(firms(undefined)).toEqual(['S1', 'S2', 'S3']);
    expect(firms({ items: ['FRAME'] })).toEqual(['S1', 'S2', 'S3']);
  });

  test('by name', () => expect(firms({ suppliers: ['S1', 'S3', 'S9'] })).toEqual(['S1', 'S3']));

  test('by category; one without is in none', () => {
    expect(firms({ category: ['A', 'B'] })).toEqual(['S1']);
    expect(firms({ category: ['A', 'B', 'C', 'D'] })).toEqual(['S1', 'S2']);
  });

  test('by the start of the region; one without is in none', () => {
    expect(firms({ region: 'NL32' })).toEqual(['S1']);
    expect(firms({ region: 'NL' })).toEqual(['S1', 'S2']);
    expect(firms({ region: '321' })).toEqual([]);
  });

  test('by all that is stated', () => {
    expect(firms({ suppliers: ['S1', 'S2'], category: ['C'], region: 'NL' })).toEqual(['S2']);
    expect(firms({ suppliers: ['S1'], category: ['C'] })).toEqual([]);
  });
});

describe('work in scope', () => {
  const speaksOf = (scope: Scope, supplier: string, item: string) => pairsIn(scope, shops)(supplier, item);

  test('is that of a firm in scope', () => {
    expect(speaksOf({ suppliers: ['S1'] }, 'S1', 'FRAME')).toBe(true);
    expect(speaksOf({ suppliers: ['S1'] }, 'S2', 'FRAME')).toBe(false);
  });

  test('takes hours of the process in scope', () => {
    expect(speaksOf({ process: 'welding' }, 'S2', 'FRAME')).toBe(true);
    expect(speaksOf({ process: 'welding' }, 'S2', 'GEAR')).toBe(false);
    expect(speaksOf({ process: 'moulding' }, 'S3', 'HOSE')).toBe(true);
    expect(speaksOf({ process: 'milling' }, 'S3', 'HOSE')).toBe(false);
  });

  test('of a firm that is not eligible goes by the routing, and without one by nothing', () => {
    expect(speaksOf({ process: 'milling' }, 'S1', 'GEAR')).toBe(true);
    expect(speaksOf({ process: 'welding' }, 'S1', 'GEAR')).toBe(false);
    expect(speaksOf({ process: 'moulding' }, 'S1', 'HOSE')).toBe(false);
    expect(speaksOf({ process: 'moulding' }, 'S1', 'LADDER')).toBe(false);
    expect(speaksOf({}, 'S1', 'LADDER')).toBe(true);
  });
});

describe('quarters in scope', () => {
  test('from and to are both included; the horizon ends what is left open', () => {
    expect(periodsIn(undefined, shops)).toEqual([1, 4]);
    expect(periodsIn({ from: '2026-Q2' }, shops)).toEqual([2, 4]);
    expect(periodsIn({ to: '2026-Q3' }, shops)).toEqual([1, 3]);
    expect(periodsIn({ from: '2026-Q3', to: '2026-Q3' }, shops)).toEqual([3, 3]);
  });

  test('never more than the horizon', () => {
    expect(periodsIn({ from: '2025-Q3', to: '2027-Q3' }, shops)).toEqual([1, 4]);
    expect(periodsIn({ from: 'soon', to: 'later' }, shops)).toEqual([1, 4]);
  });

  test('units of the quarters from first to last; none of what is never made', () => {
    const units = Float64Array.of(0, 1, 10, 100, 1000);
    expect(sumOver(units, [2, 3])).toBe(110);
    expect(sumOver(units, [4, 4])).toBe(1000);
    expect(sumOver(units, [3, 2])).toBe(0);
    expect(sumOver(undefined, [1, 4])).toBe(0);
  });
});

test('rules of one kind, in the order stated', () => {
  const ruled = scenario({
    rules: [
      { rule: 'member-count', id: 'a', max: 3 },
      { rule: 'source-count', id: 'b', min: 1 },
      { rule: 'member-count', id: 'c', min: 1 },
    ],
  });
  expect(rulesOf(ruled, 'member-count').map(({ id }) => id)).toEqual(['a', 'c']);
  expect(rulesOf(ruled, 'lock')).toEqual([]);
});
