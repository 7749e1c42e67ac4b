import { describe, expect, test } from 'vitest';
import { contentShare } from '../../../solver/checks/content-share.ts';
import { dependencyCap } from '../../../solver/checks/dependency-cap.ts';
import { groupCount } from '../../../solver/checks/group-count.ts';
import { regionShareCap } from '../../../solver/checks/region-share-cap.ts';
import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';
import { messagesOf, slackOf, weldingShop, welds } from './judge.ts';

/** A boom costs 500 euro at either; S1 and S2 are one firm in two countries of the Union. */
const shop = (rule: RuleStatement, more: Statement = {}) =>
  weldingShop({
    suppliers: [
      { supplier: 'S1', country: 'NL', region: 'NL321', group: 'G', tags: ['near'], turnover: 10_000, employees: 100 },
      { supplier: 'S2', country: 'DE', region: 'NL326', group: 'G', turnover: 40_000, employees: 149 },
    ],
    ...more,
    rules: [{ ...rule, id: 'R' }],
  });
const both = welds([5, 5], [5, 5]);
const alone = welds([10, 10]);

describe('group-count', () => {
  const count = (by: 'country' | 'group' | 'region' | 'tag', more: { value?: string; min?: number; max?: number }) =>
    shop({ rule: 'group-count', by, ...more });

  test('two countries where two are asked, and with one member one too few', async () => {
    expect(await messagesOf(groupCount, count('country', { min: 2 }), both)).toEqual([]);
    expect(await slackOf(groupCount, count('country', { min: 2 }), both)).toEqual({ R: 0 });
    expect(await messagesOf(groupCount, count('country', { min: 2 }), alone)).toEqual([
      'members in scope of 1 countries, at least 2',
    ]);
  });

  test('two sites of one group are one firm', async () => {
    expect(await messagesOf(groupCount, count('group', { max: 1 }), both)).toEqual([]);
    expect(await messagesOf(groupCount, count('country', { max: 1 }), both)).toEqual([
      'members in scope of 2 countries, at most 1',
    ]);
  });

  test('members of a named group, region or tag', async () => {
    expect(await slackOf(groupCount, count('region', { value: 'NL32', max: 3 }), both)).toEqual({ R: 1 });
    expect(await slackOf(groupCount, count('group', { value: 'G', min: 1 }), both)).toEqual({ R: 1 });
    expect(await messagesOf(groupCount, count('tag', { value: 'near', min: 2 }), both)).toEqual([
      '1 member in scope of the tag near, at least 2',
    ]);
  });
});

describe('region-share-cap', () => {
  const cap = (max: number, level: 'NUTS2' | 'NUTS3' = 'NUTS3') => shop({ rule: 'region-share-cap', level, max });

  test('half of twenty booms in each region of level 3, all of them in one of level 2', async () => {
    expect(await messagesOf(regionShareCap, cap(0.5), both)).toEqual([]);
    expect((await slackOf(regionShareCap, cap(0.6), both))['R']).toBeCloseTo(0.1, 9);
    expect(await messagesOf(regionShareCap, cap(0.5, 'NUTS2'), both)).toEqual([
      'NL32 makes 20 BOOM, at most 10 of the 20 required',
    ]);
    expect(await messagesOf(regionShareCap, cap(0.5), welds([5.001, 5], [5, 5]))).toEqual([
      'NL321 makes 10.001 BOOM, at most 10 of the 20 required',
    ]);
  });
});

describe('content-share', () => {
  const share = (of: readonly string[], min: number, more: Statement = {}) =>
    shop({ rule: 'content-share', of, min, by: 'value' }, more);

  test('half of the euro from the Netherlands, all from the Union', async () => {
    expect(await messagesOf(contentShare, share(['NL'], 0.5), both)).toEqual([]);
    expect(await slackOf(contentShare, share(['EU'], 0.6), both)).toEqual({ R: 0.4 });
    expect(await messagesOf(contentShare, share(['NL'], 0.5), welds([5, 5], [5, 5.01]))).toEqual([
      '49.975 % of the value made and bought comes from NL, at least 50 %',
    ]);
  });

  test('what is bought counts by its origin', async () => {
    const bolts = (origin: string): Statement => ({
      bom: [['BOOM', 'BOLT', 5]],
      items: [{ item: 'BOOM' }, { item: 'BOLT', unitValue: 100, origin }],
    });
    // Twenty booms at 500 euro, each with bolts of 500 euro: three quarters are Dutch.
    expect(await slackOf(contentShare, share(['NL'], 0.5, bolts('NL')), both)).toEqual({ R: 0.25 });
    expect(await slackOf(contentShare, share(['NL'], 0.25, bolts('US')), both)).toEqual({ R: 0 });
    expect(await messagesOf(contentShare, share(['SME'], 0.6, bolts('NL')), both)).toEqual([
      '50 % of the value made and bought comes from SME, at least 60 %',
    ]);
  });

  test('a firm of 249 people at both sites is small or medium-sized, one of 250 is not', async () => {
    const of = (employees: number): Statement => ({
      suppliers: [
        { supplier: 'S1', group: 'G', employees: 100 },
        { supplier: 'S2', group: 'G', employees },
      ],
    });
    expect(await messagesOf(contentShare, share(['SME'], 1, of(149)), both)).toEqual([]);
    expect(await messagesOf(contentShare, share(['SME'], 1, of(150)), both)).toHaveLength(1);
  });

  test('by volume, of each package', async () => {
    const near = shop({ rule: 'content-share', of: ['near'], min: 0.5, by: 'volume' });
    expect(await messagesOf(contentShare, near, both)).toEqual([]);
    expect(await messagesOf(contentShare, near, welds([5, 5], [5, 5.01]))).toEqual([
      '49.975 % of the BOOM made and bought comes from near, at least 50 %',
    ]);
  });
});

describe('dependency-cap', () => {
  test('in half a year as much as elsewhere: 5,000 euro for S1, ten booms', async () => {
    const half = shop({ rule: 'dependency-cap', max: 0.5 });
    expect(await messagesOf(dependencyCap, half, both)).toEqual([]);
    expect(await slackOf(dependencyCap, half, both)).toEqual({ R: 0 });
    expect(await messagesOf(dependencyCap, half, welds([5, 5.1], [5, 5]))).toEqual([
      'S1 earns € 5050 in 2026, at most € 5025 of its turnover',
    ]);
  });
});

test('the parts of a legal form are judged under its id', async () => {
  const form = shop({ rule: 'legal-form', form: 'edf-2021' });
  expect(await slackOf(groupCount, form, both)).toEqual({ 'R/firms': -2, 'R/countries': -1 });
  const safe = shop({ rule: 'legal-form', form: 'safe-2025' });
  expect(await slackOf(contentShare, safe, both)).toEqual({ 'R/content': 0.35 });
});
