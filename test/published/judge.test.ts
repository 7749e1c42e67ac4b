import { describe, expect, test } from 'vitest';
import { judge } from '../support/published/judge.ts';
import { lpText } from '../support/published/lp-text.ts';
import { readAssignments } from '../support/published/or-library-assignments.ts';
import { readWarehouses } from '../support/published/or-library-warehouses.ts';

const cap = readWarehouses('cap', '2 2  10 700  20 50  4  8 6  10  1 2');
const gap = readAssignments('gap', '1  2 2  5 6  4 8  1 2  3 2  2 5')[0]!;
const made = (...rows: readonly (readonly [supplier: string, item: string, quantity: number])[]) => ({
  production: rows.map(([supplier, item, quantity]) => ({ supplier, item, quantity, period: '2026', unitCost: 0 })),
});

describe('a plan judged by the published figures', () => {
  test('costs the warehouses that it opens and the share of each customer that they serve', () => {
    const plan = made(['W001', 'C0002', 5], ['W002', 'C0001', 4], ['W002', 'C0002', 5]);
    expect(judge(cap, plan)).toEqual({ cost: 700 + 50 + 0.5 * 1 + 6 + 0.5 * 2, faults: [] });
    expect(judge({ ...cap, singleSource: true }, plan).faults).toEqual(['C0002 has 2 sources']);
  });

  test('is at fault where a customer is not served or a warehouse gives more than it has', () => {
    expect(judge(cap, made(['W001', 'C0001', 4], ['W001', 'C0002', 10])).faults).toEqual(['W001 gives 14 of 10']);
    expect(judge(cap, made(['W002', 'C0002', 10])).faults).toEqual(['C0001 is served to 0']);
  });

  test('is at fault where an agent works longer than it can or a job is shared', () => {
    expect(judge(gap, made(['W001', 'C0001', 1], ['W002', 'C0002', 1]))).toEqual({ cost: 13, faults: [] });
    expect(judge(gap, made(['W001', 'C0001', 1], ['W001', 'C0002', 1])).faults).toEqual(['W001 gives 3 of 2']);
    const shared = made(['W001', 'C0001', 0.5], ['W002', 'C0001', 0.5], ['W002', 'C0002', 1]);
    expect(judge(gap, shared).faults).toEqual(['C0001 has 2 sources']);
  });
});

describe('the model for CBC', () => {
  test('of a location problem opens whole warehouses and, with one source, serves whole customers', () => {
    expect(lpText(cap)).toBe(`Minimize
 cost: + 700 y_1 + 50 y_2 + 8 x_1_1 + 1 x_1_2 + 6 x_2_1 + 2 x_2_2
Subject To
 r1: + 1 x_1_1 + 1 x_2_1 = 1
 r2: + 1 x_1_2 + 1 x_2_2 = 1
 r3: + 4 x_1_1 + 10 x_1_2 - 10 y_1 <= 0
 r4: + 4 x_2_1 + 10 x_2_2 - 20 y_2 <= 0
 r5: + 1 x_1_1 - 1 y_1 <= 0
 r6: + 1 x_1_2 - 1 y_1 <= 0
 r7: + 1 x_2_1 - 1 y_2 <= 0
 r8: + 1 x_2_2 - 1 y_2 <= 0
Binary
 y_1
 y_2
End
`);
    expect(lpText({ ...cap, singleSource: true })).toContain('Binary\n y_1\n y_2\n x_1_1\n');
  });

  test('of an assignment problem gives every job to one agent within its hours', () => {
    expect(lpText(gap)).toBe(`Minimize
 cost: + 5 x_1_1 + 6 x_1_2 + 4 x_2_1 + 8 x_2_2
Subject To
 r1: + 1 x_1_1 + 1 x_2_1 = 1
 r2: + 1 x_1_2 + 1 x_2_2 = 1
 r3: + 1 x_1_1 + 2 x_1_2 <= 2
 r4: + 3 x_2_1 + 2 x_2_2 <= 5
Binary
 x_1_1
 x_1_2
 x_2_1
 x_2_2
End
`);
  });
});
