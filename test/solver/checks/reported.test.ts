import { expect, test } from 'vitest';
import type { ReportedRow } from '../../../scenarios/domain/plan.ts';
import { reported } from '../../../solver/checks/reported.ts';
import { messagesOf, weldingShop, welds } from './judge.ts';

const FEW: ReportedRow = { code: 'too-few-sources', message: 'two only', item: 'BOOM', supplier: null };
const shop = (...mins: readonly (number | undefined)[]) =>
  weldingShop({ rules: mins.map((min) => ({ rule: 'source-count', max: 9, ...(min !== undefined && { min }) })) });
const judged = (stated: ReturnType<typeof shop>, rows: readonly ReportedRow[]) =>
  messagesOf(reported, stated, welds([10, 10]), (plan) => ({ ...plan, reported: rows }));

test('a package with two eligible sources is reported where three are asked, not where two are', async () => {
  expect(await judged(shop(3), [FEW])).toEqual([]);
  expect(await judged(shop(3), [])).toEqual(['BOOM is reported 0 times as too-few-sources, expected 1 time']);
  expect(await judged(shop(2), [])).toEqual([]);
  expect(await judged(shop(2), [FEW])).toEqual(['BOOM is reported 1 time as too-few-sources, expected 0 times']);
  expect(await judged(shop(undefined), [])).toEqual([]);
});

test('it is reported once for each rule that asks for more', async () => {
  expect(await judged(shop(3, 4), [FEW, FEW])).toEqual([]);
  expect(await judged(shop(3, 4), [FEW])).toHaveLength(1);
});

test('a strict rule is broken, not reported', async () => {
  const strict = weldingShop({ rules: [{ rule: 'source-count', min: 3, strict: true }] });
  expect(await judged(strict, [])).toEqual([]);
});

test('the row names the package and no supplier', async () => {
  expect(await judged(shop(3), [{ ...FEW, supplier: 'S1' }])).toEqual([
    'a row too-few-sources names a work package and no supplier',
  ]);
  expect(await judged(shop(3), [{ ...FEW, item: null }, FEW])).toHaveLength(1);
});

test('other remarks are free', async () => {
  expect(await judged(shop(2), [{ ...FEW, code: 'late-certificate', supplier: 'S1' }])).toEqual([]);
});
