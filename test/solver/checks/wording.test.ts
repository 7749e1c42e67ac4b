import { expect, test } from 'vitest';
import { contrast, counted, figure, orNone } from '../../../solver/checks/wording.ts';

test('two figures have as few decimals as show their difference', () => {
  expect(contrast(412, 400)).toEqual(['412', '400']);
  expect(contrast(412, 400, 1)).toEqual(['412.0', '400.0']);
  expect(contrast(0.61, 0.6)).toEqual(['0.61', '0.6']);
  expect(contrast(400.0008, 400, 1)).toEqual(['400.0008', '400.0000']);
  expect(contrast(7.5, 0)).toEqual(['7.5', '0']);
  expect(contrast(1 / 3, Number.NaN)).toEqual(['0.3333333333333333', 'NaN']);
});

test('counts and figures read well', () => {
  expect([counted(1, 'member'), counted(2, 'member'), counted(0, 'member')]).toEqual([
    '1 member',
    '2 members',
    '0 members',
  ]);
  expect([figure(1 / 3), figure(2), figure(0.1 + 0.2)]).toEqual(['0.333333', '2', '0.3']);
});

test('figures that differ by less than a billionth are shown as they are', () => {
  expect(contrast(1 + 2 ** -40, 1)).toEqual([String(1 + 2 ** -40), '1']);
  expect(contrast(1 + 2e-9, 1)).toEqual(['1.000000002', '1']);
});

test('rounding hides no more than a twentieth of the difference', () => {
  expect(contrast(10.5, 10)).toEqual(['10.5', '10']);
  expect(contrast(20.96, 0)).toEqual(['21', '0']);
  expect(contrast(19.04, 0)).toEqual(['19', '0']);
  expect(contrast(1.06, 0)).toEqual(['1.1', '0']);
});

test('nothing reads as none', () => {
  expect([orNone(null), orNone(0), orNone('2026-Q1'), orNone(2.5)]).toEqual(['none', '0', '2026-Q1', '2.5']);
});
