import { describe, expect, it } from 'vitest';
import { eligibilityOf } from '../../support/explosion.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

/** A boom: 2 hours of milling at 60, 5 hours of welding (set-up 8 hours for a lot of 4) at the supplier's 50, material 100. */
const BOOM: Statement = {
  demand: [['BOOM', '2027-Q4', 10]],
  items: [{ item: 'BOOM', materialCost: 100 }],
  routing: [['BOOM', 'milling', 2], { item: 'BOOM', process: 'welding', hoursPerUnit: 5, setupHours: 8, lotSize: 4 }],
  suppliers: [{ supplier: 'S1', hourlyRate: 50 }],
  capacity: [{ supplier: 'S1', process: 'milling', hoursPerPeriod: 100, hourlyRate: 60 }, ['S1', 'welding', 100]],
};
const quote = { supplier: 'S1', item: 'BOOM', unitPrice: 700 };
const eligible = (statement: Statement) => eligibilityOf(scenario(statement));
const pair = (statement: Statement) => eligible(statement).pairs[0];

describe('the price of a unit', () => {
  it('is hours, set-up spread over the lot, at the rate of the process, else of the supplier, plus material', () => {
    expect(pair(BOOM)?.hours).toEqual([
      { process: 'milling', hours: 2 },
      { process: 'welding', hours: 7 },
    ]);
    expect(pair(BOOM)?.unitCost).toBe(2 * 60 + 7 * 50 + 100);
  });

  it('is the quote where there is one, material included', () => {
    expect(pair({ ...BOOM, quotes: [quote] })?.unitCost).toBe(700);
  });

  it('is converted where the quote is in another currency', () => {
    const costs = { currencies: { USD: 0.92 } };
    expect(pair({ ...BOOM, costs, quotes: [{ ...quote, currency: 'USD' }] })?.unitCost).toBeCloseTo(644, 10);
    expect(pair({ ...BOOM, quotes: [{ ...quote, currency: 'EUR' }] })?.unitCost).toBe(700);
  });

  it('is a problem where the currency has no rate', () => {
    const { pairs, problems } = eligible({ ...BOOM, quotes: [{ ...quote, currency: 'toString' }] });
    expect(pairs).toEqual([]);
    expect(problems).toMatchObject([{ code: 'missing-currency-rate', file: 'quotes.csv', column: 'currency' }]);
  });

  it('is a problem where there is neither quote nor rate, once for a process however many items need it', () => {
    const { pairs, problems } = eligible({
      ...BOOM,
      suppliers: [{ supplier: 'S1', hourlyRate: null }],
      demand: [...(BOOM.demand ?? []), ['JIB', '2027-Q4', 1]],
      routing: [...(BOOM.routing ?? []), ['JIB', 'welding', 1]],
    });
    expect(pairs).toEqual([]);
    expect(problems).toEqual([
      {
        code: 'missing-price',
        file: 'suppliers.csv',
        column: 'hourlyRate',
        message: 'S1 can make BOOM and 1 more but has no price: no quote and no hourlyRate for welding',
      },
    ]);
  });

  it('is not missed of a supplier that is not eligible', () => {
    const statement: Statement = {
      ...BOOM,
      capacity: [['S1', 'welding', 100]],
      suppliers: [{ supplier: 'S1', hourlyRate: null }],
    };
    expect(eligible(statement).problems).toEqual([]);
  });

  it('cannot change over time yet, which is said', () => {
    const later = { supplier: 'S1', process: 'milling', hoursPerPeriod: 100, period: '2027-Q1' };
    const capacity = [...(BOOM.capacity ?? []), { ...later, hourlyRate: 65 }];
    expect(eligible({ ...BOOM, capacity }).problems).toMatchObject([{ code: 'not-implemented', file: 'capacity.csv' }]);
    expect(eligible({ ...BOOM, capacity: [...(BOOM.capacity ?? []), later] }).problems).toEqual([]);
  });
});

describe('the hours of a unit', () => {
  it('quoted replace those of their process, not its set-up', () => {
    const quotes = [{ ...quote, process: 'welding', hoursPerUnit: 3 }];
    expect(pair({ ...BOOM, quotes })?.hours).toEqual([
      { process: 'milling', hours: 2 },
      { process: 'welding', hours: 5 },
    ]);
  });

  it('quoted without a process are those of the only one', () => {
    const routing = [['BOOM', 'welding', 5]] as const;
    const quotes = [{ ...quote, hoursPerUnit: 3 }];
    expect(pair({ ...BOOM, routing, quotes })?.hours).toEqual([{ process: 'welding', hours: 3 }]);
  });

  it('quoted without a process where there are several are a problem', () => {
    const { pairs, problems } = eligible({ ...BOOM, quotes: [{ ...quote, hoursPerUnit: 3 }] });
    expect(pairs).toEqual([]);
    expect(problems).toMatchObject([{ code: 'process-not-stated', file: 'quotes.csv' }]);
  });

  it('quoted for a process that the item does not need are a problem', () => {
    const { problems } = eligible({ ...BOOM, quotes: [{ ...quote, process: 'casting', hoursPerUnit: 3 }] });
    expect(problems).toMatchObject([{ code: 'process-not-in-routing', message: expect.stringContaining('casting') }]);
  });

  it('are those of the routing where the quote is for a price only', () => {
    expect(pair({ ...BOOM, quotes: [quote] })?.hours).toEqual(pair(BOOM)?.hours);
  });

  it('of an item without a routing are those quoted, or one', () => {
    const { routing: _, ...unrouted } = BOOM;
    const quoted = (hours: object) =>
      pair({ ...unrouted, quotes: [{ ...quote, process: 'welding', ...hours }] })?.hours;
    expect(quoted({ hoursPerUnit: 4 })).toEqual([{ process: 'welding', hours: 4 }]);
    expect(quoted({})).toEqual([{ process: 'welding', hours: 1 }]);
  });

  it('of an item without a routing need the process of the quote', () => {
    const { routing: _, ...unrouted } = BOOM;
    const { pairs, problems } = eligible({ ...unrouted, quotes: [quote] });
    expect(pairs).toEqual([]);
    expect(problems).toMatchObject([{ code: 'process-not-stated' }]);
  });
});
