import { z } from 'zod';
import {
  BUDGET_PARTS,
  DOMAIN_KINDS,
  LEARNING_MODELS,
  type Rule,
  type RuleName,
  type RuleOf,
  type Scope,
} from '../domain/rule.ts';
import { CONSORTIUM_PARAMETERS } from './consortium-rules.ts';
import {
  amount,
  category,
  country,
  filledSetOf,
  flag,
  fraction,
  identifier,
  money,
  numberFrom,
  nutsPrefix,
  oneOf,
  periodLabel,
  periods,
  positiveAmount,
  positiveFraction,
  type Shape,
  text,
  wholeFrom,
} from './fields.ts';

/** A rule as it is written: it gets an id when it has none. */
export type StatedRule<Name extends RuleName = RuleName> = Name extends RuleName
  ? Omit<RuleOf<Name>, 'id'> & { readonly id?: string }
  : never;

const scope = z.strictObject(
  {
    items: filledSetOf(identifier).exactOptional(),
    critical: flag.exactOptional(),
    process: identifier.exactOptional(),
    suppliers: filledSetOf(identifier).exactOptional(),
    category: filledSetOf(category).exactOptional(),
    region: nutsPrefix.exactOptional(),
    country: filledSetOf(country).exactOptional(),
    from: periodLabel.exactOptional(),
    to: periodLabel.exactOptional(),
  } satisfies Shape<Scope>,
  'a block of keys and values',
);

const stated = {
  ...{ id: identifier.exactOptional(), note: text.exactOptional(), scope: scope.exactOptional() },
  hard: z.literal(false, 'true or false').exactOptional(),
  priority: wholeFrom(1, 1000).exactOptional(),
};
const count = wholeFrom(0, 1_000_000).exactOptional();
const per = oneOf(['horizon', 'period']).default('horizon');

/** The schema of each rule's parameters. */
export const RULES = {
  'source-count': z.strictObject({
    rule: z.literal('source-count'),
    ...stated,
    min: count,
    max: count,
    strict: flag.default(false),
  } satisfies Shape<StatedRule<'source-count'>>),
  'share-cap': z.strictObject({
    rule: z.literal('share-cap'),
    ...stated,
    max: positiveFraction,
    per,
  } satisfies Shape<StatedRule<'share-cap'>>),
  'share-floor': z.strictObject({
    rule: z.literal('share-floor'),
    ...stated,
    min: positiveFraction,
    per,
  } satisfies Shape<StatedRule<'share-floor'>>),
  'member-count': z.strictObject({
    rule: z.literal('member-count'),
    ...stated,
    min: count,
    max: count,
  } satisfies Shape<StatedRule<'member-count'>>),
  lock: z.strictObject({
    rule: z.literal('lock'),
    ...stated,
    supplier: identifier,
    item: identifier.exactOptional(),
    award: flag,
    share: positiveFraction.exactOptional(),
  } satisfies Shape<StatedRule<'lock'>>),
  exclude: z.strictObject({
    rule: z.literal('exclude'),
    ...stated,
    suppliers: filledSetOf(identifier),
  } satisfies Shape<StatedRule<'exclude'>>),
  'group-count': z.strictObject({
    rule: z.literal('group-count'),
    ...stated,
    ...CONSORTIUM_PARAMETERS['group-count'],
  } satisfies Shape<StatedRule<'group-count'>>),
  'region-share-cap': z.strictObject({
    rule: z.literal('region-share-cap'),
    ...stated,
    ...CONSORTIUM_PARAMETERS['region-share-cap'],
  } satisfies Shape<StatedRule<'region-share-cap'>>),
  'content-share': z.strictObject({
    rule: z.literal('content-share'),
    ...stated,
    ...CONSORTIUM_PARAMETERS['content-share'],
  } satisfies Shape<StatedRule<'content-share'>>),
  'dependency-cap': z.strictObject({
    rule: z.literal('dependency-cap'),
    ...stated,
    ...CONSORTIUM_PARAMETERS['dependency-cap'],
  } satisfies Shape<StatedRule<'dependency-cap'>>),
  'legal-form': z.strictObject({
    rule: z.literal('legal-form'),
    ...stated,
    ...CONSORTIUM_PARAMETERS['legal-form'],
  } satisfies Shape<StatedRule<'legal-form'>>),
  commitment: z.strictObject({
    rule: z.literal('commitment'),
    ...stated,
    supplier: identifier,
    item: identifier,
    perYear: positiveAmount,
  } satisfies Shape<StatedRule<'commitment'>>),
  budget: z.strictObject({
    rule: z.literal('budget'),
    ...stated,
    year: wholeFrom(1, 9999),
    max: money,
    of: filledSetOf(oneOf(BUDGET_PARTS)),
  } satisfies Shape<StatedRule<'budget'>>),
  'ramp-rate': z.strictObject({
    rule: z.literal('ramp-rate'),
    ...stated,
    max: numberFrom(0, 10),
    plus: amount.default(0),
  } satisfies Shape<StatedRule<'ramp-rate'>>),
  labour: z.strictObject({
    rule: z.literal('labour'),
    ...stated,
    hiresPerPeriod: amount.exactOptional(),
    regionHiresPerPeriod: amount.exactOptional(),
    productiveHours: positiveAmount,
    productivityGrowth: fraction.default(0),
  } satisfies Shape<StatedRule<'labour'>>),
  'onboarding-throughput': z.strictObject({
    rule: z.literal('onboarding-throughput'),
    ...stated,
    max: wholeFrom(0, 1_000_000),
  } satisfies Shape<StatedRule<'onboarding-throughput'>>),
  learning: z.strictObject({
    rule: z.literal('learning'),
    ...stated,
    model: oneOf(LEARNING_MODELS),
    rate: numberFrom(0.51, 1),
    floor: positiveFraction,
  } satisfies Shape<StatedRule<'learning'>>),
  'survive-outage': z.strictObject({
    rule: z.literal('survive-outage'),
    ...stated,
    domains: filledSetOf(oneOf(DOMAIN_KINDS)).exactOptional(),
    serviceLevel: fraction.exactOptional(),
    timeToRecover: periods.exactOptional(),
    surge: numberFrom(0, 10).exactOptional(),
    losses: z.literal([1, 2], '1 or 2').default(1),
    requalification: flag.default(false),
  } satisfies Shape<StatedRule<'survive-outage'>>),
} as const satisfies { readonly [Name in RuleName]: z.ZodType<StatedRule<Name>> };

const SUPPLIER_KEYS: readonly (keyof Scope)[] = ['suppliers', 'category', 'region', 'country'];
const PAIR_KEYS: readonly (keyof Scope)[] = ['items', 'critical', 'process', ...SUPPLIER_KEYS];

/** The scope keys that mean something for a rule. */
export const SCOPE_KEYS: { readonly [Name in RuleName]: readonly (keyof Scope)[] } = {
  'source-count': PAIR_KEYS,
  'share-cap': [...PAIR_KEYS, 'from', 'to'],
  'share-floor': [...PAIR_KEYS, 'from', 'to'],
  'member-count': SUPPLIER_KEYS,
  lock: [],
  exclude: PAIR_KEYS,
  'group-count': SUPPLIER_KEYS,
  'region-share-cap': [...PAIR_KEYS, 'from', 'to'],
  'content-share': ['items', 'critical', 'from', 'to'],
  'dependency-cap': [...SUPPLIER_KEYS, 'from', 'to'],
  'legal-form': [],
  commitment: ['from', 'to'],
  budget: [],
  'ramp-rate': [...SUPPLIER_KEYS, 'from', 'to'],
  labour: SUPPLIER_KEYS,
  'onboarding-throughput': [...SUPPLIER_KEYS, 'from', 'to'],
  learning: ['items', 'critical', ...SUPPLIER_KEYS],
  'survive-outage': [],
};

/** The rules that can be stated. */
export const RULE_NAMES = Object.keys(RULES) as readonly Rule['rule'][];
