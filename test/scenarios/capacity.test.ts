import { describe, expect, it } from 'vitest';
import { capacityOf } from '../../scenarios/capacity.ts';
import { type CapacityStatement, scenario } from '../support/scenario-builder.ts';

const hours = (capacity: readonly CapacityStatement[], supplier = 'S1', process = 'welding') => {
  const offered = capacityOf(scenario({ periods: 4, capacity }));
  return [0, 1, 2, 3, 4, 5].map((t) => offered(supplier, process, t));
};
const row = (hoursPerPeriod: number, period?: string) => ({
  supplier: 'S1',
  process: 'welding',
  hoursPerPeriod,
  ...(period === undefined ? {} : { period }),
});

describe('hours that a supplier offers', () => {
  it('hold in every period of the horizon, and in none outside it', () => {
    expect(hours([['S1', 'welding', 400]])).toEqual([0, 400, 400, 400, 400, 0]);
  });

  it('are none before the period from which they are stated', () => {
    expect(hours([row(400, '2026-Q3')])).toEqual([0, 0, 0, 400, 400, 0]);
  });

  it('change at each row and hold until the next, in whatever order the rows come', () => {
    expect(hours([row(0, '2026-Q4'), row(600, '2026-Q2'), row(400)])).toEqual([0, 400, 600, 600, 0, 0]);
  });

  it('stated from a period before the start hold from the start', () => {
    expect(hours([row(300, '2025-Q3'), row(500, '2026-Q2')])).toEqual([0, 300, 500, 500, 500, 0]);
  });

  it('stated only for after the horizon are none in it', () => {
    expect(hours([row(400, '2027-Q1')])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('are none for another process and another supplier', () => {
    expect(hours([['S1', 'welding', 400]], 'S1', 'milling')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(hours([['S1', 'welding', 400]], 'S2')).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
