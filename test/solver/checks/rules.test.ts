import { expect, test } from 'vitest';
import type { RuleRow } from '../../../scenarios/domain/plan.ts';
import { rules } from '../../../solver/checks/rules.ts';
import { planFor } from '../../support/plan-builder.ts';
import { contextFor, weldingShop, welds } from './judge.ts';

const CAP: RuleRow = { rule: 'cap', holds: true, slack: 0.1, price: null };
const FLOOR: RuleRow = { rule: 'floor', holds: true, slack: null, price: null };

async function judged(found: readonly RuleRow[], expected: readonly RuleRow[] = [CAP, FLOOR]) {
  const plan = { ...(await planFor(weldingShop(), welds([10, 10]))), rules: found };
  const context = { ...contextFor(weldingShop(), plan), judged: expected };
  return rules.check(context).faults.map(({ message }) => message);
}

test('every rule is listed as it was judged, whatever price it is given', async () => {
  expect(await judged([CAP, FLOOR])).toEqual([]);
  expect(await judged([{ ...CAP, price: 7 }, FLOOR])).toEqual([]);
});

test('a wrong slack is named', async () => {
  expect(await judged([{ ...CAP, slack: 0.2 }, FLOOR])).toEqual(['slack of rule cap is 0.2, expected 0.1']);
  expect(await judged([CAP, { ...FLOOR, slack: 0 }])).toEqual(['slack of rule floor is 0, expected none']);
});

test('a broken rule is not said to hold, nor one that holds to be broken', async () => {
  expect(await judged([CAP, FLOOR], [{ ...CAP, holds: false }, FLOOR])).toEqual([
    'rule cap is broken, but the plan says otherwise',
  ]);
  expect(await judged([{ ...CAP, holds: false }, FLOOR])).toEqual(['rule cap holds, but the plan says otherwise']);
});

test('a rule that is missing, unknown or out of order is named', async () => {
  expect(await judged([FLOOR])).toEqual(['the list of rules lacks cap and has none that the scenario does not state']);
  expect(await judged([CAP, FLOOR, { ...CAP, rule: 'lock' }])).toEqual([
    'the list of rules lacks none and has lock that the scenario does not state',
  ]);
  expect(await judged([FLOOR, CAP])).toEqual(['the rules are listed as floor, cap, expected cap, floor']);
});
