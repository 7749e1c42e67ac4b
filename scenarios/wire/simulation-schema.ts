import { z } from 'zod';
import type {
  CommonCause,
  Estimated,
  HistogramBar,
  Quantiles,
  ReachedBy,
  ReachedMultiple,
  SimulatedComparison,
  SimulatedFirm,
  SimulatedPeriod,
  SimulatedProduct,
  Simulation,
  SimulationTerms,
} from '../domain/simulation.ts';
import { numberFrom, oneOf, type Shape, wholeFrom } from './fields.ts';

const text = z.string('text');
const number = z.number('a finite number');
const share = numberFrom(0, 1);

const cause = z.strictObject({
  by: oneOf(['group', 'region', 'tag']),
  probability: share,
} satisfies Shape<CommonCause>);

/** What may be asked for, with what holds where nothing is. */
export const simulationTerms = z.strictObject({
  runs: wholeFrom(1, 100_000).default(1000),
  seed: wholeFrom(0, 2_147_483_647).default(1),
  confidence: numberFrom(0.5, 0.999).default(0.95),
  outageProbability: share.default(0),
  commonCauses: z.array(cause).max(3).default([]),
  recoverySpread: numberFrom(0, 5).default(0),
  demandSpread: numberFrom(0, 5).default(0),
  periodDemandSpread: numberFrom(0, 5).default(0),
  yieldLoss: share.default(0),
  lateness: share.default(0),
} satisfies Shape<SimulationTerms>);

const estimated = z.strictObject({
  value: number,
  low: number.nullable(),
  high: number.nullable(),
} satisfies Shape<Estimated>);

const quantiles = z.strictObject({
  ...{ p5: number, p25: number, p50: number, p75: number, p95: number },
} satisfies Shape<Quantiles>);

const bar = z.strictObject({ from: number, to: number, runs: number } satisfies Shape<HistogramBar>);

const period = z.strictObject({
  ...{ period: text, required: number, planned: number, expected: number, delivered: quantiles },
  plannedMultiple: number.nullable(),
  multiple: quantiles.nullable(),
} satisfies Shape<SimulatedPeriod>);

const reached = z.strictObject({
  multiple: number,
  planned: text.nullable(),
  date: text.nullable(),
  byDate: estimated.nullable(),
  byPeriod: z.array(z.strictObject({ period: text, probability: estimated } satisfies Shape<ReachedBy>)),
} satisfies Shape<ReachedMultiple>);

const product = z.strictObject({
  product: text,
  planned: number,
  shortfall: estimated,
} satisfies Shape<SimulatedProduct>);

const firm = z.strictObject({
  supplier: text,
  out: number,
  shortfallOut: number.nullable(),
  shortfallElse: number.nullable(),
  explains: number,
} satisfies Shape<SimulatedFirm>);

const comparison = z.strictObject({
  plan: z.strictObject({ digest: text }),
  ...{ service: estimated, shortfall: estimated, moneyLost: estimated.nullable() },
  other: z.strictObject({ service: number, shortfall: number, tail: number }),
  ...{ less: number, same: number, more: number },
} satisfies Shape<SimulatedComparison>);

const terms = z.strictObject({
  ...{ runs: number, seed: number, confidence: number, outageProbability: number, commonCauses: z.array(cause) },
  ...{ recoverySpread: number, demandSpread: number, periodDemandSpread: number, yieldLoss: number, lateness: number },
} satisfies Shape<SimulationTerms>);

/** The form of what `gilde simulate --json` prints. */
export const simulationSchema = z.strictObject({
  format: z.literal('gilde-simulation/1'),
  scenario: z.strictObject({ name: text, sha256: text }),
  plan: z.strictObject({ digest: text }),
  terms,
  assumed: z.strictObject({ timeToRecover: number, surge: number }),
  members: z.strictObject({ all: number, atRisk: number }),
  undisturbed: z.strictObject({ service: number, shortfall: number, moneyLost: number.nullable() }),
  service: z.strictObject({ mean: estimated, quantiles, histogram: z.array(bar), asPlanned: estimated }),
  shortfall: z.strictObject({ expected: estimated, tail: estimated, quantiles }),
  moneyLost: z.strictObject({ expected: estimated, tail: estimated }).nullable(),
  outages: z.strictObject({ perRun: number, periodsOut: number }),
  periods: z.array(period),
  reached: z.array(reached),
  products: z.array(product),
  firms: z.array(firm),
  comparison: comparison.exactOptional(),
} satisfies Shape<Simulation>);

/** The text of a simulation: keys in the order of the domain type, two spaces, a final newline. */
export const serialiseSimulation = (simulation: Simulation): string =>
  `${JSON.stringify(simulationSchema.parse(simulation), undefined, 2)}\n`;
