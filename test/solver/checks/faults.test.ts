import { describe, expect, test } from 'vitest';
import { figureFault, moneyFault, textFault } from '../../../solver/checks/faults.ts';

const S1 = { supplier: 'S1' };

describe('a fault of a figure', () => {
  test('says what is found and what is expected', () => {
    expect(figureFault(S1, 'share', 0.61, 0.6)).toEqual([
      { supplier: 'S1', message: 'share is 0.61, expected 0.6', found: 0.61, expected: 0.6 },
    ]);
  });

  test('says none for what is not there', () => {
    expect(figureFault(S1, 'multiple', null, 2)).toEqual([
      { supplier: 'S1', message: 'multiple is none, expected 2', found: 'none', expected: 2 },
    ]);
    expect(figureFault({}, 'multiple', 2, null)).toEqual([
      { message: 'multiple is 2, expected none', found: 2, expected: 'none' },
    ]);
  });

  test('is none within a millionth, or where nothing is found and expected', () => {
    expect(figureFault(S1, 'share', 0.6000009, 0.6)).toEqual([]);
    expect(figureFault(S1, 'multiple', null, null)).toEqual([]);
  });
});

test('a fault of money speaks of euros and forgives a hundredth of a cent', () => {
  expect(moneyFault(S1, 'spend', 120, 100)).toEqual([
    { supplier: 'S1', message: 'spend is € 120, expected € 100', found: 120, expected: 100 },
  ]);
  expect(moneyFault(S1, 'spend', 0.0001, 0)).toEqual([]);
});

test('a fault of a text says none for what is not there', () => {
  expect(textFault(S1, 'first period', null, '2026-Q1')).toEqual([
    { supplier: 'S1', message: 'first period is none, expected 2026-Q1', found: 'none', expected: '2026-Q1' },
  ]);
  expect(textFault(S1, 'first period', '2026-Q1', null)).toEqual([
    { supplier: 'S1', message: 'first period is 2026-Q1, expected none', found: '2026-Q1', expected: 'none' },
  ]);
  expect(textFault(S1, 'first period', null, null)).toEqual([]);
});
