import { z } from 'zod';
import type { Calendar } from '../domain/calendar.ts';
import type { CaseDemand, DemandCase } from '../domain/demand-case.ts';
import type { Programme, RampDemand } from '../domain/programme.ts';
import type { Risk } from '../domain/risk.ts';
import { DOMAIN_KINDS } from '../domain/rule.ts';
import {
  type AskedSettings,
  type Costs,
  type Policy,
  type Robustness,
  type SolveSettings,
  STRATEGY_NAMES,
} from '../domain/scenario.ts';
import {
  currency,
  flag,
  fraction,
  identifier,
  money,
  numberFrom,
  oneOf,
  periodLabel,
  periods,
  positiveAmount,
  positiveFraction,
  type Shape,
  setOf,
  text,
  wholeFrom,
} from './fields.ts';

const block = 'a block of keys and values';

const calendar = z.strictObject(
  {
    start: periodLabel,
    period: oneOf(['month', 'quarter', 'year']),
    periods: wholeFrom(1, 40),
  } satisfies Shape<Calendar>,
  block,
);

const factor = numberFrom(0, 10_000, 'above').exactOptional();
const multiplier = numberFrom(0, 10_000, 'above');
const shape = oneOf(['s-curve', 'linear', 'step']);

const ramp = z.strictObject(
  {
    baseline: positiveAmount,
    multiplier,
    reach: periodLabel,
    shape,
    factor,
  } satisfies Shape<RampDemand>,
  block,
);

const oem = z.strictObject(
  {
    name: text,
    latitude: numberFrom(-90, 90).exactOptional(),
    longitude: numberFrom(-180, 180).exactOptional(),
  } satisfies Shape<NonNullable<Programme['oem']>>,
  block,
);

/** One programme. */
export const programme = z.strictObject(
  {
    product: identifier,
    oem: oem.exactOptional(),
    weight: numberFrom(0, 1e6, 'above').default(1),
    demand: ramp.exactOptional(),
  } satisfies Shape<Programme>,
  block,
);

const caseDemand = z.strictObject(
  {
    item: identifier,
    factor,
    multiplier: multiplier.exactOptional(),
    reach: periodLabel.exactOptional(),
    shape: shape.exactOptional(),
  } satisfies Shape<CaseDemand>,
  block,
);

/** One demand case. */
export const demandCase = z.strictObject(
  {
    name: identifier,
    probability: positiveFraction,
    factor,
    demand: z.array(caseDemand, 'a list, like [{ item: CRANE-01, multiplier: 4 }]').exactOptional(),
  } satisfies Shape<DemandCase>,
  block,
);

const costs = z.strictObject(
  {
    holdingRate: numberFrom(0, 10).default(0),
    transportPerTonneKm: money.default(0),
    paymentTermDays: numberFrom(0, 3650).default(0),
    currencies: z.record(currency, numberFrom(0, 1e6, 'above'), 'currency codes with their rates').default({}),
  } satisfies Shape<Costs>,
  block,
);

const policy = z.strictObject(
  {
    stock: oneOf(['allowed', 'none']).default('allowed'),
    backlog: oneOf(['lost', 'carried']).default('lost'),
    pastDue: oneOf(['pipeline', 'first-period']).default('pipeline'),
    expandOnlyIfCovered: flag.default(false),
    shortfallTolerance: fraction.default(0),
  } satisfies Shape<Policy>,
  block,
);

const robustness = z.strictObject(
  {
    domains: setOf(oneOf(DOMAIN_KINDS)).default(['supplier']),
    serviceLevel: fraction.default(0.9),
    timeToRecover: periods.default(2),
    surge: numberFrom(0, 10).default(0.2),
  } satisfies Shape<Robustness>,
  block,
);

const risk = z.strictObject(
  {
    level: numberFrom(0, 1, 'below').default(0.95),
    weight: fraction.default(0.5),
  } satisfies Shape<Risk>,
  block,
);

const solve = z.strictObject(
  {
    gap: numberFrom(0, 1, 'below').default(0.01),
    timeLimit: numberFrom(0, 1_000_000, 'above').default(60),
    workLimit: wholeFrom(1, 1e12).exactOptional(),
    engine: identifier.default('highs'),
    seed: wholeFrom(0, 2_147_483_647).default(1),
  } satisfies Shape<SolveSettings>,
  block,
);

/** The settings of a request for a plan: those of a scenario's `solve` block, and the strategy. */
export const askedSettings = solve
  .extend({ strategy: oneOf(STRATEGY_NAMES).exactOptional() } satisfies Shape<Pick<AskedSettings, 'strategy'>>)
  .prefault({});

/** The blocks of scenario.yaml and of the JSON document, but for `programmes`, `demandCases`, `rules` and the tables. */
export const SETTINGS = {
  name: text.max(200, 'at most 200 characters'),
  calendar,
  eligibility: oneOf(['capability', 'quoted']).default('capability'),
  costs: costs.prefault({}),
  policy: policy.prefault({}),
  robustness: robustness.optional(),
  risk: risk.optional(),
  solve: solve.prefault({}),
};

/** How numbers are written in the CSV files of a folder. */
export const LOCALES = ['point', 'comma'] as const;
export type Locale = (typeof LOCALES)[number];

export interface Settings {
  readonly name: string;
  readonly calendar: Calendar;
  readonly eligibility: 'capability' | 'quoted';
  readonly costs: Costs;
  readonly policy: Policy;
  readonly robustness?: Robustness;
  readonly risk?: Risk;
  readonly solve: SolveSettings;
}
