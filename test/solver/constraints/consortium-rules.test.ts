import { describe, expect, test } from 'vitest';
import { brokenRows, rowOf, rowsOf } from '../../support/formulated.ts';
import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

const ruled = (rule: RuleStatement, more: Statement = {}) => twoWelders({ ...more, rules: [{ ...rule, id: 'R' }] });

/** S1 and S3 in the Netherlands, S2 in Germany; S1 and S2 are sites of one firm. */
const suppliers: Statement['suppliers'] = [
  { supplier: 'S1', country: 'NL', region: 'NL321', group: 'G', tags: ['near'], turnover: 1000, employees: 100 },
  { supplier: 'S2', country: 'DE', region: 'DEA11', group: 'G', turnover: 400, employees: 149 },
  { supplier: 'S3', country: 'NL', region: 'NL326', turnover: 0, employees: 250 },
];
const three: Statement = { suppliers, capacity: ['S1', 'S2', 'S3'].map((firm) => [firm, 'welding', 32] as const) };

describe('group-count', () => {
  test('with a value: members of that country', () => {
    const dutch = ruled({ rule: 'group-count', by: 'country', value: 'NL', min: 2 }, three);
    expect(rowOf(dutch, 'R')).toEqual({ terms: { 'm|S1': 1, 'm|S3': 1 }, lower: 2, upper: Number.POSITIVE_INFINITY });
    expect(brokenRows(dutch, 'R', { 'm|S1': 1, 'm|S3': 1 })).toEqual([]);
    expect(brokenRows(dutch, 'R', { 'm|S1': 1, 'm|S2': 1 })).toEqual(['R']);
  });

  test('a region is named by its start, a group and a tag by their names', () => {
    const named = (by: 'region' | 'group' | 'tag', value: string) =>
      Object.keys(rowOf(ruled({ rule: 'group-count', by, value, min: 1 }, three), 'R').terms);
    expect(named('region', 'NL32')).toEqual(['m|S1', 'm|S3']);
    expect(named('group', 'G')).toEqual(['m|S1', 'm|S2']);
    expect(named('tag', 'near')).toEqual(['m|S1']);
    expect(named('group', 'S3')).toEqual([]);
  });

  test('without a value: at least two countries, each present only with a member', () => {
    const two = ruled({ rule: 'group-count', by: 'country', min: 2 }, three);
    const present = { 'u|R|DE': 1, 'u|R|NL': 1 };
    expect(brokenRows(two, 'R', { ...present, 'm|S1': 1, 'm|S2': 1 })).toEqual([]);
    expect(brokenRows(two, 'R', { ...present, 'm|S1': 1, 'm|S3': 1 })).toEqual(['R|DE']);
    expect(brokenRows(two, 'R', { 'u|R|NL': 1, 'm|S1': 1, 'm|S3': 1 })).toEqual(['R']);
  });

  test('without a value: at most one country, present with each of its members', () => {
    const one = ruled({ rule: 'group-count', by: 'country', max: 1 }, three);
    expect(brokenRows(one, 'R', { 'u|R|NL': 1, 'm|S1': 1, 'm|S3': 1 })).toEqual([]);
    expect(brokenRows(one, 'R', { 'u|R|NL': 1, 'm|S1': 1, 'm|S2': 1 })).toEqual(['R|DE|S2']);
    expect(brokenRows(one, 'R', { 'u|R|NL': 1, 'u|R|DE': 1, 'm|S1': 1, 'm|S2': 1 })).toEqual(['R']);
  });

  test('a site without a group is a firm by itself', () => {
    const firms = ruled({ rule: 'group-count', by: 'group', min: 2 }, three);
    expect(rowsOf(firms, 'R|')).toEqual(['R|group G', 'R|site S3']);
  });

  test('counts the suppliers in scope, whose countries EU names too', () => {
    const rule: RuleStatement = {
      rule: 'group-count',
      by: 'country',
      min: 2,
      scope: { country: ['EU'], category: ['A'] },
    };
    const marked = { ...three, suppliers: suppliers.map((row) => ({ ...row, category: 'A' as const })) };
    expect(rowsOf(ruled(rule, marked), 'R|')).toEqual(['R|DE', 'R|NL']);
    expect(rowsOf(ruled({ ...rule, scope: { country: ['NL'] } }, marked), 'R|')).toEqual(['R|NL']);
  });
});

describe('region-share-cap', () => {
  const cap: RuleStatement = { rule: 'region-share-cap', level: 'NUTS2', max: 0.6 };

  test('twelve of twenty frames from one region are sixty per cent, whoever makes them there', () => {
    const at = { 'x|S1|FRAME|1': 6, 'x|S3|FRAME|2': 6 };
    expect(brokenRows(ruled(cap, three), 'R', at)).toEqual([]);
    expect(brokenRows(ruled(cap, three), 'R', { ...at, 'x|S3|FRAME|1': 0.001 })).toEqual(['R|FRAME|NL32']);
  });

  test('S1 and S3 are in two regions of level 3, and in one country', () => {
    expect(rowsOf(ruled({ ...cap, level: 'NUTS3' }, three), 'R')).toEqual([
      'R|FRAME|NL321',
      'R|FRAME|DEA11',
      'R|FRAME|NL326',
    ]);
    expect(rowsOf(ruled({ ...cap, level: 'country' }, three), 'R')).toEqual(['R|FRAME|NL', 'R|FRAME|DE']);
  });

  test('a scope in time counts the volume of those quarters only', () => {
    const second = ruled({ ...cap, scope: { from: '2026-Q2' } }, three);
    expect(brokenRows(second, 'R', { 'x|S1|FRAME|1': 10, 'x|S1|FRAME|2': 6 })).toEqual([]);
    expect(brokenRows(second, 'R', { 'x|S1|FRAME|2': 6.001 })).toEqual(['R|FRAME|NL32']);
  });
});

describe('content-share', () => {
  const half: RuleStatement = { rule: 'content-share', of: ['NL'], min: 0.5, by: 'value' };

  test('half of the euro of what is made, at 100 euro a frame', () => {
    const at = { 'x|S1|FRAME|1': 6, 'x|S2|FRAME|1': 6 };
    expect(brokenRows(ruled(half, three), 'R', at)).toEqual([]);
    expect(brokenRows(ruled(half, three), 'R', { ...at, 'x|S2|FRAME|1': 6.001 })).toEqual(['R']);
  });

  test('what is bought counts by its origin, for each frame delivered', () => {
    const plates = (origin: string) =>
      ruled(half, { ...three, bom: [['FRAME', 'PLATE', 1]], items: [{ item: 'PLATE', unitValue: 100, origin }] });
    const at = { 'x|S1|FRAME|1': 6, 'y|FRAME|1': 6 };
    expect(brokenRows(plates('SE'), 'R', at)).toEqual([]);
    expect(brokenRows(plates('SE'), 'R', { ...at, 'y|FRAME|1': 6.001 })).toEqual(['R']);
    expect(brokenRows(plates('NL'), 'R', { ...at, 'y|FRAME|1': 8 })).toEqual([]);
  });

  test('sites of one firm are small or medium-sized together: 249 people are, 250 are not', () => {
    const small = { ...half, of: ['SME'] } as const;
    expect(brokenRows(ruled(small, three), 'R', { 'x|S1|FRAME|1': 6, 'x|S3|FRAME|1': 6 })).toEqual([]);
    expect(brokenRows(ruled(small, three), 'R', { 'x|S1|FRAME|1': 6, 'x|S3|FRAME|1': 6.001 })).toEqual(['R']);
    const large = suppliers.map((row) => (row.supplier === 'S2' ? { ...row, employees: 150 } : row));
    expect(brokenRows(ruled(small, { ...three, suppliers: large }), 'R', { 'x|S1|FRAME|1': 6 })).toEqual(['R']);
    const rich = suppliers.map((row) => (row.supplier === 'S2' ? { ...row, turnover: 50_000_000 } : row));
    expect(brokenRows(ruled(small, { ...three, suppliers: rich }), 'R', { 'x|S2|FRAME|1': 6 })).toEqual(['R']);
  });

  test('by volume: a quarter of the units of each package from firms with the tag', () => {
    const near = ruled({ rule: 'content-share', of: ['near'], min: 0.25, by: 'volume' }, three);
    expect(brokenRows(near, 'R', { 'x|S1|FRAME|1': 2, 'x|S2|FRAME|1': 6 })).toEqual([]);
    expect(brokenRows(near, 'R', { 'x|S1|FRAME|1': 2, 'x|S2|FRAME|1': 6.001 })).toEqual(['R|FRAME']);
  });

  test('of a quoted item its origin counts, or else the country of who sells it', () => {
    const bought = (origin?: string) =>
      ruled(half, {
        ...three,
        demand: [['CELL', '2026-Q1', 10]],
        routing: [],
        items: [{ item: 'CELL', ...(origin === undefined ? {} : { origin }) }],
        quotes: [{ supplier: 'S1', item: 'CELL', unitPrice: 10, process: 'welding' }],
      });
    expect(brokenRows(bought(), 'R', { 'x|S1|CELL|1': 1 })).toEqual([]);
    expect(brokenRows(bought('KR'), 'R', { 'x|S1|CELL|1': 1 })).toEqual(['R']);
  });

  test('where a share is asked for, an award allows all that the hours give, as stock has no limit', () => {
    const most = (rules: readonly RuleStatement[]) =>
      -rowOf(twoWelders({ ...three, policy: { stock: 'allowed' }, rules }), 'award-link|S1|FRAME').terms['a|S1|FRAME']!;
    expect(most([])).toBe(20);
    expect(most([half])).toBe(32);
  });
});

describe('dependency-cap', () => {
  const cap: RuleStatement = { rule: 'dependency-cap', max: 0.5 };

  test('half of the turnover in half a year: as much as the 500 euro that S1 earns elsewhere', () => {
    const stated = ruled(cap, three);
    expect(brokenRows(stated, 'R', { 'x|S1|FRAME|1': 3, 'x|S1|FRAME|2': 2 })).toEqual([]);
    expect(brokenRows(stated, 'R', { 'x|S1|FRAME|1': 3, 'x|S1|FRAME|2': 2.001 })).toEqual(['R|S1|2026']);
  });

  test('whoever has no other turnover earns nothing here, and with all allowed there is no row', () => {
    expect(brokenRows(ruled(cap, three), 'R|S3', { 'x|S3|FRAME|1': 0.001 })).toEqual(['R|S3|2026']);
    expect(rowsOf(ruled({ ...cap, max: 1 }, three), 'R')).toEqual([]);
  });

  test('each calendar year by itself', () => {
    const years = ruled(cap, { ...three, periods: 6 });
    expect(rowsOf(years, 'R|S1')).toEqual(['R|S1|2026', 'R|S1|2027']);
    expect(brokenRows(years, 'R|S1', { 'x|S1|FRAME|1': 10, 'x|S1|FRAME|5': 5 })).toEqual([]);
    expect(brokenRows(years, 'R|S1', { 'x|S1|FRAME|4': 10, 'x|S1|FRAME|5': 5.001 })).toEqual(['R|S1|2027']);
  });
});

test('a legal form has the rows of what it comes to, under its id', () => {
  expect(rowsOf(ruled({ rule: 'legal-form', form: 'edf-2021' }, three), 'R/')).toEqual([
    ...['R/firms|group G', 'R/firms|site S3', 'R/firms', 'R/countries|DE', 'R/countries|NL', 'R/countries'],
  ]);
  expect(rowsOf(ruled({ rule: 'legal-form', form: 'safe-2025' }, three), 'R/')).toEqual(['R/content']);
});
