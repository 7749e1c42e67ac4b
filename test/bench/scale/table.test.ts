import { describe, expect, it } from 'vitest';
import type { Line } from './measure-line.ts';
import { bestOf, lineText } from './table.ts';

const planned = (short: number, cost: number): Line => ({
  ...{ first: 1, onePercent: 2, halfPercent: null, columns: 1234, drawing: 0, sets: 0, solving: 3, processor: 3 },
  ...{ verifying: 0, peakMb: 100, endMb: 100, status: 'feasible', cost, holds: true, notes: [] },
  aims: [
    { aim: 'shortfall', value: short, bound: 0, gap: 0 },
    { aim: 'cost', value: cost, bound: 900, gap: 0.1 },
  ],
});
const withoutPlan: Line = { ...planned(0, 0), status: 'unknown', aims: [], cost: null, holds: null };

describe('the lines of one size', () => {
  it('are compared with the cheapest of the plans that lack least', () => {
    const lines = [planned(5, 800), planned(0, 1010), planned(0, 1000), withoutPlan];
    const best = bestOf(lines);
    expect(best).toEqual({ short: 0, cost: 1000 });
    const above = lines.map((line) => lineText('1x1x1', 'any', line, best).split(' | ')[8]);
    expect(above).toEqual(['lacks more', '1.00 %', '0.00 %', 'no plan']);
  });

  it('say what was not reached, and how much is missing', () => {
    const text = lineText('1x1x1', 'any', planned(5, 800), bestOf([withoutPlan]));
    expect(text).toContain('| 1.0 | 2.0 | not reached |');
    expect(text).toContain('5.0 units short');
  });
});
