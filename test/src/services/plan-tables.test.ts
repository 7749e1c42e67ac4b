import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { type PlanTable, planTable } from '../../../src/services/plan-tables.ts';
import { scenario } from '../../support/scenario-builder.ts';
import { planNamed } from '../../support/storage-samples.ts';

const plan: Plan = {
  ...planNamed('d1', 'a1'),
  members: [
    { supplier: '=S1', roles: ['source', 'standby'], start: '2026-Q1', firstPeriod: null, spend: 15.25, share: 1 },
  ],
  awards: [
    {
      ...{ supplier: '00123, "Alfa"', item: 'P', share: 0.1 },
      ...{ firstPeriod: '2026-Q1', qualificationCost: 0, role: 'source' },
    },
  ],
  rampUp: [
    {
      ...{ period: '2026-Q1', required: 1, delivered: 1, multiple: null },
      ...{ hours: 2, hires: 0, capex: 0, prefinancing: null },
    },
  ],
};
const text = (table: PlanTable) => planTable({ input: { plan, scenario: scenario(), table } });

test('tables of a plan have one header line, cells quoted where they must be, and names as they are', () => {
  expect(text('awards')).toBe(
    'supplier,item,role,share,firstPeriod,qualificationCost\n"00123, ""Alfa""",P,source,0.1,2026-Q1,0\n',
  );
  expect(text('members')).toBe(
    'supplier,name,category,country,region,place,roles,items,start,firstPeriod,spend,share\n' +
      '=S1,,,,,,source;standby,0,2026-Q1,,15.25,1\n',
  );
  expect(text('ramp-up').split('\n')[1]).toBe('2026-Q1,1,1,,2,0,0,');
});

test('a table without rows is its header line', () => {
  expect(text('stock')).toBe('item,period,quantity\n');
});
