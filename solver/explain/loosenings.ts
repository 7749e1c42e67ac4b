import type { Rule, RuleName, RuleOf } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { listed, percent, units } from '../diagnosis/wording.ts';

/** What a parameter of a rule may be loosened to; undefined: left out. */
type LooserValue = number | boolean | readonly string[] | undefined;

/** A parameter of a rule that can be loosened step by step. */
export interface Loosening {
  readonly key: string;
  /** From the tightest to the loosest, each looser than what is stated. */
  readonly values: readonly LooserValue[];
  /** `raise share-cap cap-60 from 60 % to 71 %` */
  readonly words: (value: LooserValue) => string;
}

/** Shares go up or down by whole per cent. */
const STEPS = 100;
const EXACT = 1e-9;

const above = (share: number): readonly number[] =>
  Array.from({ length: STEPS }, (_, at) => (at + 1) / STEPS).filter((value) => value > share + EXACT);

const below = (share: number): readonly number[] =>
  Array.from({ length: STEPS }, (_, at) => (STEPS - at) / STEPS).filter((value) => value < share - EXACT);

const named = ({ rule, id }: Rule): string => `${rule} ${id}`;

/** A largest share that goes up to all. */
const higherShare = (rule: Rule & { readonly max: number }): Loosening => ({
  key: 'max',
  values: above(rule.max),
  words: (value) => `raise ${named(rule)} from ${percent(rule.max)} to ${percent(Number(value))}`,
});

/** A least share that comes down to nothing. */
const lowerShare = (rule: Rule & { readonly min: number }): Loosening => ({
  key: 'min',
  values: below(rule.min),
  words: (value) => `lower ${named(rule)} from ${percent(rule.min)} to ${percent(Number(value))}`,
});

/** Money of a rule in words. */
const euro = (amount: number): string => `€ ${Math.round(amount).toLocaleString('en')}`;

/** A promise comes down by tenths, a budget goes up by these shares of itself. */
const TENTHS: readonly number[] = Array.from({ length: 9 }, (_, at) => 9 - at);
const RAISES: readonly number[] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 4, 9];

/** Growth per period goes up by these, to no more than a rule can state. */
const GROWTHS: readonly number[] = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 4, 9];
const MOST_GROWTH = 10;

const tenths = (amount: number): string => String(Math.round(amount * 10) / 10);

/** Learning gets faster by five per cent at a time, as fast as industry has seen it, and goes further by tenths. */
const RATES: readonly number[] = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7];
const FLOORS: readonly number[] = TENTHS.map((tenth) => tenth / 10);

/** A limit on hires goes up by whole people, then to none. */
function moreHires(
  rule: RuleOf<'labour'>,
  key: 'hiresPerPeriod' | 'regionHiresPerPeriod',
  where: string,
): readonly Loosening[] {
  const most = rule[key];
  if (most === undefined) return [];
  const other = key === 'hiresPerPeriod' ? rule.regionHiresPerPeriod : rule.hiresPerPeriod;
  const unlimited = other === undefined ? [] : [undefined];
  return [
    {
      key,
      values: [...HIRES.map((people) => most + people), ...unlimited],
      words: (value) =>
        value === undefined
          ? `do not limit hires ${where} in ${named(rule)}`
          : `raise the hires ${where} of ${named(rule)} from ${tenths(most)} to ${tenths(Number(value))} a period`,
    },
  ];
}

const HIRES: readonly number[] = [1, 2, 3, 5, 8, 12, 20, 30, 50, 100];

/** A least count that comes down to nothing, where one is stated. */
function fewer(rule: Rule & { readonly min?: number }): readonly Loosening[] {
  const { min } = rule;
  if (min === undefined || min === 0) return [];
  const values = Array.from({ length: min }, (_, at) => min - 1 - at);
  return [{ key: 'min', values, words: (value) => `lower the minimum of ${named(rule)} from ${min} to ${value}` }];
}

/** A largest count that goes up to all suppliers, where one is stated. */
function more(rule: Rule & { readonly max?: number }, { suppliers }: Scenario): readonly Loosening[] {
  const { max } = rule;
  if (max === undefined) return [];
  const values = Array.from({ length: Math.max(0, suppliers.length - max) }, (_, at) => max + 1 + at);
  return [{ key: 'max', values, words: (value) => `raise the maximum of ${named(rule)} from ${max} to ${value}` }];
}

/**
 * What can be loosened in each rule short of dropping it. A new rule states its own here; an empty list says that it holds or does not
 * hold, nothing in between.
 */
const LOOSENINGS: {
  readonly [Name in RuleName]: (rule: RuleOf<Name>, scenario: Scenario) => readonly Loosening[];
} = {
  'source-count': (rule, scenario) => [
    ...fewer(rule),
    ...more(rule, scenario),
    ...(rule.strict
      ? [{ key: 'strict', values: [false], words: () => `ask for sources in ${named(rule)} only as far as eligible` }]
      : []),
  ],
  'share-cap': (rule) => [higherShare(rule)],
  'share-floor': (rule) => [lowerShare(rule)],
  'member-count': (rule, scenario) => [...fewer(rule), ...more(rule, scenario)],
  lock: (rule) =>
    rule.share === undefined
      ? []
      : [{ key: 'share', values: [undefined], words: () => `keep ${named(rule)}, but leave the share to the plan` }],
  exclude: (rule) =>
    rule.suppliers.length < 2
      ? []
      : rule.suppliers.map((supplier) => ({
          key: 'suppliers',
          values: [rule.suppliers.filter((other) => other !== supplier)],
          words: () => `admit ${supplier} again in ${named(rule)}`,
        })),
  'group-count': (rule, scenario) => [...fewer(rule), ...more(rule, scenario)],
  'region-share-cap': (rule) => [higherShare(rule)],
  'content-share': (rule) => [lowerShare(rule)],
  'dependency-cap': (rule) => [higherShare(rule)],
  'legal-form': () => [],
  commitment: (rule) => [
    {
      key: 'perYear',
      values: TENTHS.map((tenth) => (rule.perYear * tenth) / 10),
      words: (value) => `promise ${units(Number(value))} a year instead of ${units(rule.perYear)} in ${named(rule)}`,
    },
  ],
  budget: (rule) => [
    {
      key: 'max',
      values: RAISES.map((share) => rule.max * (1 + share)).filter((value) => value > rule.max),
      words: (value) => `raise ${named(rule)} from ${euro(rule.max)} to ${euro(Number(value))}`,
    },
  ],
  'ramp-rate': (rule) => [
    {
      key: 'max',
      values: GROWTHS.map((more) => rule.max + more).filter((value) => value <= MOST_GROWTH),
      words: (value) => `raise ${named(rule)} from ${percent(rule.max)} to ${percent(Number(value))}`,
    },
  ],
  labour: (rule) => [
    ...moreHires(rule, 'hiresPerPeriod', 'at a firm'),
    ...moreHires(rule, 'regionHiresPerPeriod', 'in a region'),
    {
      key: 'productiveHours',
      values: RAISES.filter((share) => share <= 0.5).map((share) => rule.productiveHours * (1 + share)),
      words: (value) =>
        `count on ${tenths(Number(value))} instead of ${tenths(rule.productiveHours)} hours a head in ${named(rule)}`,
    },
  ],
  'onboarding-throughput': (rule, scenario) => more(rule, scenario),
  learning: (rule) => [
    {
      key: 'rate',
      values: RATES.filter((rate) => rate < rule.rate - EXACT),
      words: (value) =>
        `let each doubling take ${percent(Number(value))} instead of ${percent(rule.rate)} of the hours in ${named(rule)}`,
    },
    {
      key: 'floor',
      values: FLOORS.filter((floor) => floor < rule.floor - EXACT),
      words: (value) =>
        `lower the least hours of ${named(rule)} from ${percent(rule.floor)} to ${percent(Number(value))}`,
    },
  ],
  'survive-outage': () => [],
};

/** What can be loosened in a rule. */
export function looseningsOf<Name extends RuleName>(
  rule: RuleOf<Name> & { readonly rule: Name },
  scenario: Scenario,
): readonly Loosening[] {
  // The table is keyed by the very name that the rule carries; TypeScript cannot relate the two unions.
  const own = LOOSENINGS[rule.rule] as unknown as (rule: RuleOf<Name>, scenario: Scenario) => readonly Loosening[];
  return own(rule, scenario);
}

/** `drop share-cap cap-60`, `lift lock home (S1 for BOOM)`, `admit S2 again (drop exclude out-2)`. */
export function dropWords(rule: Rule): string {
  switch (rule.rule) {
    case 'lock':
      return `lift ${named(rule)} (${rule.supplier}${rule.item === undefined ? '' : ` for ${rule.item}`})`;
    case 'exclude':
      return `admit ${listed(rule.suppliers)} again (drop ${named(rule)})`;
    default:
      return `drop ${named(rule)}`;
  }
}
