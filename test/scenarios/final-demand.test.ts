import { describe, expect, it } from 'vitest';
import type { RampDemand } from '../../scenarios/domain/programme.ts';
import { demandOf } from '../support/explosion.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';

const ramp = (over: Partial<RampDemand> = {}): RampDemand => ({
  baseline: 12,
  multiplier: 3,
  reach: '2027-Q1',
  shape: 'linear',
  ...over,
});
const demand = (statement: Statement) => demandOf(scenario({ periods: 5, ...statement }));
const required = (statement: Statement, item = 'CRANE') => [
  ...demand(statement).find((row) => row.item === item)!.required,
];

describe('demand for a programme', () => {
  it('grows from the baseline to the multiple in the period in which it is to be reached', () => {
    // τ = 0, ¼, ½, ¾, 1 and 12 · (1 + 2τ).
    expect(required({ programmes: [{ product: 'CRANE', demand: ramp() }] })).toEqual([0, 12, 18, 24, 30, 36]);
  });

  it('is not rounded on an s-curve', () => {
    const curve = required({ programmes: [{ product: 'CRANE', demand: ramp({ shape: 's-curve' }) }] });
    // 3τ² − 2τ³ at τ = ¼ is 10/64: 12 · (1 + 20/64).
    expect(curve[2]).toBeCloseTo(15.75, 12);
    expect(curve[5]).toBe(36);
  });

  it('has the rows of the demand table on top of its ramp', () => {
    const programmes = [{ product: 'CRANE', demand: ramp({ multiplier: 1 }) }];
    const rows = [
      ['CRANE', '2026-Q2', 5],
      ['CRANE', '2027-Q1', 0.5],
    ] as const;
    expect(required({ programmes, demand: rows })).toEqual([0, 12, 17, 12, 12, 12.5]);
  });

  it('without a ramp is its rows in the demand table, and it has no baseline', () => {
    const [crane] = demand({ programmes: [{ product: 'CRANE', weight: 3 }], demand: [['CRANE', '2026-Q3', 7]] });
    expect(crane).toMatchObject({ kind: 'programme', weight: 3, baseline: null });
    expect([...crane!.required]).toEqual([0, 0, 0, 7, 0, 0]);
  });

  it('states its baseline and its weight', () => {
    const [crane] = demand({ programmes: [{ product: 'CRANE', weight: 2, demand: ramp() }] });
    expect(crane).toMatchObject({ item: 'CRANE', kind: 'programme', weight: 2, baseline: 12 });
  });
});

describe('demand that is independent of any programme', () => {
  it('has weight 1 and no baseline', () => {
    const rows = demand({ demand: [['SPARE', '2026-Q1', 4]] });
    expect(rows).toMatchObject([{ item: 'SPARE', kind: 'independent', weight: 1, baseline: null }]);
  });

  it('stands beside the programmes, sorted by item', () => {
    const programmes = [{ product: 'CRANE', demand: ramp() }];
    const rows = demand({
      programmes,
      demand: [
        ['WINCH', '2026-Q1', 4],
        ['BOOM', '2026-Q1', 4],
      ],
    });
    expect(rows.map((row) => [row.item, row.kind])).toEqual([
      ['BOOM', 'independent'],
      ['CRANE', 'programme'],
      ['WINCH', 'independent'],
    ]);
  });
});

describe('demand after the horizon', () => {
  const leads = {
    items: [
      { item: 'CRANE', leadTime: 1 },
      { item: 'BOOM', leadTime: 2 },
    ],
  };
  const bom = [
    ['CRANE', 'BOOM', 1],
    ['BOOM', 'TUBE', 1],
  ] as const;

  it('goes on at its last value for the longest cumulative lead time below a wanted item', () => {
    const programmes = [{ product: 'CRANE', demand: ramp() }];
    expect(required({ ...leads, bom, programmes })).toEqual([0, 12, 18, 24, 30, 36, 36, 36, 36]);
  });

  it('goes on equally long for every wanted item, at zero where nothing is wanted in the last period', () => {
    const programmes = [{ product: 'CRANE', demand: ramp() }];
    const spare = [['SPARE', '2026-Q2', 4]] as const;
    expect(required({ ...leads, bom, programmes, demand: spare }, 'SPARE')).toEqual([0, 0, 4, 0, 0, 0, 0, 0, 0]);
  });

  it('is not needed where nothing takes time', () => {
    expect(required({ bom, programmes: [{ product: 'CRANE', demand: ramp() }] })).toHaveLength(6);
  });
});
