import type { RuleName } from '../../../scenarios/domain/rule.ts';
import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';

/** A rule, what else the scenario states, and the aims of its best plan: units missing, where outages are to be survived units unprotected, and euro. */
export interface Stated {
  readonly rule: RuleStatement;
  readonly more?: Statement;
  readonly aims:
    | readonly [shortfall: number, cost: number]
    | readonly [shortfall: number, unprotected: number, cost: number];
}

/** A rule that leaves no plan. */
interface Forbidden {
  readonly rule: RuleStatement;
  readonly more?: Statement;
  /** Rules beside it without which it can be kept, named in the conflict too. */
  readonly beside?: readonly RuleStatement[];
  /** What the answer says of the facts that the rule comes up against. */
  readonly says: readonly string[];
}

/** The three scenarios of a rule. */
export interface RuleCase {
  /** The plan is another one without it; `without` are the aims then. */
  readonly binds: Stated & { readonly without: Stated['aims'] };
  /** The plan is the same without it. */
  readonly idle: Stated;
  /** There is no plan with it, and one without it; or why that cannot be, and what a plan that it is hard on costs at least. */
  readonly forbids: Forbidden | (Pick<Forbidden, 'rule' | 'more'> & { readonly never: string; readonly costs: number });
}

/** Each firm welds ten hours a quarter, a frame takes one: S1 at € 10, S2 at € 20, S3 at € 30. S2 and S3 cost € 100 to onboard. */
export const FIRMS: Statement = {
  periods: 2,
  policy: { stock: 'none' },
  routing: [['FRAME', 'welding', 1]],
  capacity: ['S1', 'S2', 'S3'].map((firm) => [firm, 'welding', 10] as const),
  suppliers: [
    { supplier: 'S1', hourlyRate: 10, country: 'US', region: 'US001', turnover: 240, employees: 1 },
    {
      supplier: 'S2',
      hourlyRate: 20,
      country: 'NL',
      region: 'NL321',
      turnover: 9000,
      employees: 9,
      onboardingCost: 100,
    },
    {
      supplier: 'S3',
      hourlyRate: 30,
      country: 'DE',
      region: 'DEA11',
      turnover: 9000,
      employees: 9,
      onboardingCost: 100,
    },
  ],
};

const due = (first: number, second: number): NonNullable<Statement['demand']> => [
  ['FRAME', '2026-Q1', first],
  ['FRAME', '2026-Q2', second],
];

/** Ten frames a quarter: S1 makes all, for € 200. */
export const TEN: Statement = { demand: due(10, 10) };
/** Twelve frames a quarter: S1 makes 20, S2 makes 4 and is onboarded for it. */
export const TWELVE: Statement = { demand: due(12, 12) };
/** Ten frames a quarter, and twelve on the shelf from the first quarter on, which nobody can make alone. */
export const SHELF: Statement = { ...TEN, policy: {}, items: [{ item: 'FRAME', kind: 'make', safetyStock: 12 }] };
/** The same where each firm has nine hours: eighteen of the twenty frames that shares are of. */
export const NINE: Statement = { ...SHELF, capacity: ['S1', 'S2', 'S3'].map((firm) => [firm, 'welding', 9] as const) };

const FREE: Stated['aims'] = [0, 200];
const NEARLY: Stated['aims'] = [0, 20 * 10 + 4 * 20 + 100];
/** S1 makes 12 of 20 frames and S2 the others. */
const SIXTY: Stated['aims'] = [0, 12 * 10 + 8 * 20 + 100];
/** S2 makes all. */
const WITHOUT_S1: Stated['aims'] = [0, 20 * 20 + 100];
/** Of 20 frames S2 makes so many that € 65 of 100 are spent in the Union: 20·y = 0.65·(20·y + 10·(20 − y)). */
const IN_THE_UNION = 130 / 13.5;

const [US, NL, DE] = FIRMS.suppliers!;
const S1_AT_HOME = [{ ...US!, country: 'NL', region: 'NL321' }, NL!, DE!];
const FEW_PEOPLE = [US!, NL!, DE!].map((firm) => ({ ...firm, employees: 1 }));

const binding = (rule: RuleStatement, aims: Stated['aims']): RuleCase['binds'] => ({
  ...{ rule: { id: 'it', ...rule }, more: TEN },
  ...{ aims, without: FREE },
});
const idle = (rule: RuleStatement): Stated => ({ rule: { id: 'it', ...rule }, more: TEN, aims: FREE });
/** That the twelve frames on the shelf are out of reach. */
const shelf = (most: number, from: string): string =>
  `FRAME: a safety stock of 12 units is due in 2026-Q1, when its first source is ready, but no more than ${most} units can be there: ${from}`;
const forbidding = (rule: RuleStatement, ...says: readonly string[]): Forbidden => ({
  ...{ rule: { id: 'it', ...rule }, more: SHELF, says },
});

/** The cases of every rule that a plan can be asked to keep; TypeScript refuses a rule without. */
export const CASES: { readonly [Name in RuleName]: RuleCase } = {
  'source-count': {
    binds: binding({ rule: 'source-count', min: 2 }, [0, 300]),
    idle: idle({ rule: 'source-count', min: 1 }),
    forbids: forbidding(
      { rule: 'source-count', min: 4, strict: true },
      'FRAME has 3 eligible sources, rule it asks for 4',
      'rule it asks for 4 sources of FRAME, but only S1, S2 and S3 are eligible',
    ),
  },
  'share-cap': {
    binds: binding({ rule: 'share-cap', max: 0.6 }, SIXTY),
    idle: idle({ rule: 'share-cap', max: 1 }),
    forbids: forbidding(
      { rule: 'share-cap', max: 0.1 },
      shelf(6, '2 units from S1 (rule it), 2 units from S2 (rule it) and 2 units from S3 (rule it)'),
    ),
  },
  'share-floor': {
    binds: {
      ...{ rule: { id: 'it', rule: 'share-floor', min: 0.25 }, more: TWELVE },
      ...{ aims: [0, 18 * 10 + 6 * 20 + 100], without: NEARLY },
    },
    idle: idle({ rule: 'share-floor', min: 0.5 }),
    forbids: {
      ...forbidding({ rule: 'share-floor', min: 1 }, shelf(0, 'none from S1, S2 and S3 (rule it)')),
      more: NINE,
    },
  },
  'member-count': {
    binds: binding({ rule: 'member-count', min: 2 }, [0, 300]),
    idle: idle({ rule: 'member-count', max: 2 }),
    forbids: forbidding(
      { rule: 'member-count', max: 1 },
      shelf(
        10,
        '10 units from S1 (its hours of welding) and none from S2 and S3 (rule it: at most 1 of the firms in its scope)',
      ),
    ),
  },
  lock: {
    binds: binding({ rule: 'lock', supplier: 'S2', item: 'FRAME', award: true, share: 0.5 }, [0, 400]),
    idle: idle({ rule: 'lock', supplier: 'S1', item: 'FRAME', award: true }),
    forbids: {
      ...forbidding(
        { rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 1 },
        'rule it asks 100 % of FRAME from S1, whose hours of welding allow 90 %',
      ),
      more: NINE,
    },
  },
  exclude: {
    binds: binding({ rule: 'exclude', suppliers: ['S1'] }, WITHOUT_S1),
    idle: idle({ rule: 'exclude', suppliers: ['S3'] }),
    forbids: forbidding(
      { rule: 'exclude', suppliers: ['S1', 'S2'] },
      shelf(10, '10 units from S3 (its hours of welding)'),
    ),
  },
  'group-count': {
    binds: binding({ rule: 'group-count', by: 'country', value: 'US', max: 0 }, WITHOUT_S1),
    idle: idle({ rule: 'group-count', by: 'country', min: 1 }),
    forbids: forbidding(
      { rule: 'group-count', by: 'country', max: 1 },
      shelf(
        10,
        '10 units from S3 (its hours of welding) and none from S1 and S2 (rule it: at most 1 of the groups that it counts)',
      ),
    ),
  },
  'region-share-cap': {
    binds: binding({ rule: 'region-share-cap', level: 'NUTS2', max: 0.6 }, SIXTY),
    idle: idle({ rule: 'region-share-cap', level: 'country', max: 1 }),
    forbids: forbidding(
      { rule: 'region-share-cap', level: 'country', max: 0.1 },
      shelf(6, '2 units from S1 (rule it), 2 units from S2 (rule it) and 2 units from S3 (rule it)'),
    ),
  },
  'content-share': {
    binds: binding({ rule: 'content-share', of: ['NL'], min: 0.5, by: 'volume' }, [0, 400]),
    idle: idle({ rule: 'content-share', of: ['US'], min: 0.5, by: 'value' }),
    forbids: forbidding(
      { rule: 'content-share', of: ['NL'], min: 1, by: 'volume' },
      shelf(10, '10 units from S2 (its hours of welding) and none from S1 and S3 (rule it)'),
    ),
  },
  'dependency-cap': {
    // In half a year S1 earns € 120 elsewhere, and as much with twelve frames.
    binds: binding({ rule: 'dependency-cap', max: 0.5 }, SIXTY),
    idle: idle({ rule: 'dependency-cap', max: 0.8 }),
    forbids: forbidding(
      { rule: 'dependency-cap', max: 0.001 },
      shelf(0.39, '0.01 units from S1 (rule it), 0.23 units from S2 (rule it) and 0.15 units from S3 (rule it)'),
    ),
  },
  'legal-form': {
    binds: binding({ rule: 'legal-form', form: 'safe-2025' }, [0, (20 - IN_THE_UNION) * 10 + IN_THE_UNION * 20 + 100]),
    idle: { ...idle({ rule: 'legal-form', form: 'nl-50' }), more: { ...TEN, suppliers: S1_AT_HOME } },
    forbids: forbidding(
      { rule: 'legal-form', form: 'edf-2021' },
      'rule it/countries asks for members of 3 different countries, but only DE and NL can make anything',
    ),
  },
  commitment: {
    // Five frames of half a year are paid at the price of S2 without making them: less than onboarding S2 to make them.
    binds: binding({ rule: 'commitment', supplier: 'S2', item: 'FRAME', perYear: 10 }, [0, 200 + 5 * 20]),
    idle: idle({ rule: 'commitment', supplier: 'S1', item: 'FRAME', perYear: 10 }),
    forbids: {
      never: 'what is promised and not bought is paid for, whatever it costs',
      ...{
        rule: { id: 'it', rule: 'commitment', supplier: 'S2', item: 'FRAME', perYear: 1e6 },
        more: SHELF,
        costs: 1e6,
      },
    },
  },
  budget: {
    // S2 is not onboarded, and four frames are missing.
    binds: {
      ...{ rule: { id: 'it', rule: 'budget', year: 2026, max: 99, of: ['onboarding'] }, more: TWELVE },
      ...{ aims: [4, 200], without: NEARLY },
    },
    idle: idle({ rule: 'budget', year: 2026, max: 99, of: ['onboarding'] }),
    forbids: forbidding(
      { rule: 'budget', year: 2026, max: 99, of: ['onboarding'] },
      shelf(10, '10 units from S1 (its hours of welding) and none from S2 and S3 (rule it)'),
    ),
  },
  'ramp-rate': {
    // S1 makes five frames, then six; S2 begins with the other four.
    binds: {
      ...{ rule: { id: 'it', rule: 'ramp-rate', max: 0.2 }, more: { demand: due(5, 10) } },
      ...{ aims: [0, 5 * 10 + 6 * 10 + 4 * 20 + 100], without: [0, 150] },
    },
    idle: idle({ rule: 'ramp-rate', max: 0.2 }),
    forbids: {
      ...forbidding(
        { rule: 'ramp-rate', max: 0.2 },
        'rule all asks 100 % of FRAME from S1, which rule it lets make 73.3 %',
      ),
      more: { demand: due(5, 10) },
      beside: [{ id: 'all', rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 1 }],
    },
  },
  labour: {
    binds: binding({ rule: 'labour', productiveHours: 6, hiresPerPeriod: 0 }, SIXTY),
    idle: idle({ rule: 'labour', productiveHours: 6, hiresPerPeriod: 1 }),
    forbids: {
      ...forbidding(
        { rule: 'labour', productiveHours: 3, hiresPerPeriod: 0 },
        shelf(9, '3 units from S1 (rule it), 3 units from S2 (rule it) and 3 units from S3 (rule it)'),
      ),
      more: { ...SHELF, suppliers: FEW_PEOPLE },
    },
  },
  'onboarding-throughput': {
    // S2 starts in the second quarter: two frames are missing in the first.
    binds: {
      ...{ rule: { id: 'it', rule: 'onboarding-throughput', max: 1 }, more: TWELVE },
      ...{ aims: [2, 20 * 10 + 2 * 20 + 100], without: NEARLY },
    },
    idle: idle({ rule: 'onboarding-throughput', max: 1 }),
    forbids: forbidding(
      { rule: 'onboarding-throughput', max: 1 },
      shelf(
        10,
        '10 units from S1 (its hours of welding) and none from S2 and S3 (rule it: at most 1 onboarded by then)',
      ),
    ),
  },
  learning: {
    // The first frame takes an hour, the second 0.6, each after them half an hour: S1 makes all twelve of a quarter in 6.6 hours at most.
    binds: {
      ...{ rule: { id: 'it', rule: 'learning', model: 'crawford', rate: 0.6, floor: 0.5 }, more: TWELVE },
      ...{ aims: [0, 240], without: NEARLY },
    },
    idle: idle({ rule: 'learning', model: 'wright', rate: 0.9, floor: 0.5 }),
    forbids: {
      never: 'who learns takes fewer hours, never more',
      ...{ rule: { id: 'it', rule: 'learning', model: 'wright', rate: 0.9, floor: 0.5 }, more: TEN, costs: 0 },
    },
  },
  'survive-outage': {
    // S2 is onboarded to stand by for all that S1 makes; the plan without it says nothing of outages.
    binds: {
      ...{ rule: { id: 'it', rule: 'survive-outage', serviceLevel: 0.9, timeToRecover: 1 }, more: TEN },
      ...{ aims: [0, 0, 300], without: FREE },
    },
    // No service is asked for: the aim is there, and nothing is done for it.
    idle: { rule: { id: 'it', rule: 'survive-outage', serviceLevel: 0, timeToRecover: 1 }, more: TEN, aims: FREE },
    forbids: {
      never: 'what stays unprotected is told, and the least of it is an aim',
      ...{ rule: { id: 'it', rule: 'survive-outage', serviceLevel: 1, timeToRecover: 2 }, more: TWELVE, costs: 280 },
    },
  },
};
