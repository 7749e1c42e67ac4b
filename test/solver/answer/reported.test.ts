import { expect, test } from 'vitest';
import { planSmall } from '../../support/plan-small.ts';
import { scenario } from '../../support/scenario-builder.ts';

test('an incumbent that cannot make its item any more is reported with the reason, an able one is not', async () => {
  const plan = await planSmall(
    scenario({
      periods: 1,
      demand: [['BOOM', '2026-Q1', 5]],
      items: [{ item: 'BOOM', kind: 'make' }],
      routing: [['BOOM', 'welding', 10]],
      suppliers: [{ supplier: 'S1' }, { supplier: 'S2' }],
      capacity: [
        ['S1', 'welding', 100],
        ['S2', 'turning', 100],
      ],
      incumbents: [
        { supplier: 'S1', item: 'BOOM' },
        { supplier: 'S2', item: 'BOOM' },
      ],
    }),
  );
  expect(plan.reported).toEqual([
    {
      code: 'incumbent-ineligible',
      item: 'BOOM',
      supplier: 'S2',
      message: 'S2 is an incumbent of BOOM and cannot be awarded it: S2 does not offer welding, which BOOM needs',
    },
  ]);
});
