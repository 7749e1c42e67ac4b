import { expect, test } from 'vitest';
import type { AimPrices, Certificate } from '../../../../scenarios/domain/plan.ts';
import { boundLines } from '../../../../src/cli/format/bounds.ts';
import { lookOf } from '../../../../src/cli/format/look.ts';
import { scenario } from '../../../support/scenario-builder.ts';
import { planNamed } from '../../../support/storage-samples.ts';

const aims = (['shortfall', 'cost'] as const).map((aim) => ({ aim, value: 0, bound: 0, gap: 0 }));
const prices: AimPrices = { periods: [], most: null, theta: 1, lambda: [], phi: [], pi: [], tau: [] };

/** The last sentences of the section: what stands behind the bounds. */
const claim = (certificate: Certificate) => {
  const plan = { ...planNamed('d1'.repeat(32), 'a1'), aims, certificate };
  const lines = boundLines(plan, scenario({}), lookOf({ columns: 120 }, false));
  return lines.slice(lines.findLastIndex((line) => /^(The bound|Bounds (are|follow))/.test(line))).join(' ');
};

const { name, version } = planNamed('d1'.repeat(32), 'a1').engine;
const HOLD = 'Quantities, costs and rules were recomputed and hold.';

test('it is told of each bound whether an engine claims it or prices in the plan give it', () => {
  expect(claim({ kind: 'engine-claimed' })).toBe(`Bounds are claimed by ${name} ${version}. ${HOLD}`);
  expect(claim({ kind: 'prices', shortfall: null, cost: null })).toBe(
    `Bounds are claimed by ${name} ${version}. ${HOLD}`,
  );
  expect(claim({ kind: 'prices', shortfall: null, cost: prices })).toBe(
    `The bound of cost follows from the prices in the plan, that of shortfall is claimed by ${name} ${version}. ${HOLD}`,
  );
  expect(claim({ kind: 'prices', shortfall: prices, cost: prices })).toBe(
    `Bounds follow from the prices in the plan. ${HOLD}`,
  );
  const inCases = [{ name: 'high', shortfall: prices, cost: prices }];
  expect(claim({ kind: 'prices-by-case', cases: inCases })).toBe(`Bounds follow from the prices in the plan. ${HOLD}`);
});
