import { periodIndex, periodLabel } from '../../scenarios/domain/calendar.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type {
  Estimated,
  HistogramBar,
  Quantiles,
  ReachedMultiple,
  SimulatedFirm,
  SimulatedPeriod,
  SimulatedProduct,
  Simulation,
  SimulationTerms,
} from '../../scenarios/domain/simulation.ts';
import type { Batch } from './batch.ts';
import type { PlannedFlow } from './planned-flow.ts';
import { ASSUMED } from './source-flow.ts';
import { type Estimate, meanOf, probabilityOf, quantileOf, tailMeanOf } from './statistics.ts';

/** CVaR of the worst twentieth of all runs. */
const TAIL = 0.95;
const MOST_FIRMS = 10;
const MOST_BARS = 20;
/** Widths of the bars of a histogram. */
const WIDTHS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05];
/** A multiple counts as reached when this part of it is missing: rounding. */
const NOTHING = 1e-6;

/** What was run. */
export interface Ran {
  readonly scenario: Scenario;
  readonly sha256: string;
  readonly plan: Plan;
  readonly terms: SimulationTerms;
  readonly multiples: readonly number[];
  readonly flow: PlannedFlow;
  readonly batch: Batch;
  /** The same plan in a future without disturbance. */
  readonly steady: Batch;
}

/** An estimate as it is told: null where an interval has no end. */
export const told = ({ value, low, high }: Estimate): Estimated => ({
  value,
  low: Number.isFinite(low) ? low : null,
  high: Number.isFinite(high) ? high : null,
});

const quantiles = (sorted: Float64Array): Quantiles => ({
  p5: quantileOf(sorted, 0.05),
  p25: quantileOf(sorted, 0.25),
  p50: quantileOf(sorted, 0.5),
  p75: quantileOf(sorted, 0.75),
  p95: quantileOf(sorted, 0.95),
});

/** All that is told of a plan in its futures, but for a comparison. */
export function summary(ran: Ran): Simulation {
  const { scenario, sha256, plan, terms, flow, batch, steady } = ran;
  const { confidence } = terms;
  const service = batch.service.toSorted();
  const shortfall = batch.shortfall.toSorted();
  const money = batch.moneyLost.toSorted();
  const { robustness = ASSUMED } = scenario;
  const expected = (values: Float64Array): Estimated => told(meanOf(values, confidence));
  const tail = (sorted: Float64Array): Estimated => told(tailMeanOf(sorted, TAIL, confidence));
  const asPlanned = batch.asPlanned.reduce((sum, flag) => sum + flag, 0);
  const isPriced = !Number.isNaN(steady.moneyLost[0]!);
  return {
    format: 'gilde-simulation/1',
    scenario: { name: scenario.name, sha256 },
    plan: { digest: plan.digest },
    terms,
    assumed: { timeToRecover: robustness.timeToRecover, surge: robustness.surge },
    members: { all: flow.firms.length, atRisk: atRisk(flow) },
    undisturbed: {
      service: steady.service[0]!,
      shortfall: steady.shortfall[0]!,
      moneyLost: isPriced ? steady.moneyLost[0]! : null,
    },
    service: {
      mean: expected(batch.service),
      quantiles: quantiles(service),
      histogram: histogram(service),
      asPlanned: told(probabilityOf(asPlanned, batch.runs, confidence)),
    },
    shortfall: { expected: expected(batch.shortfall), tail: tail(shortfall), quantiles: quantiles(shortfall) },
    moneyLost: isPriced ? { expected: expected(batch.moneyLost), tail: tail(money) } : null,
    outages: { perRun: mean(batch.outages), periodsOut: mean(batch.periodsOut) },
    periods: periodsOf(ran),
    reached: ran.multiples.flatMap((multiple) => (flow.baseline > 0 ? [reachedOf(ran, multiple)] : [])),
    products: productsOf(ran),
    firms: firmsOf(ran),
  };
}

const mean = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Members that can be lost: alone, or with others. */
function atRisk({ outageProbability, causes, firms }: PlannedFlow): number {
  const together = new Set(causes.flatMap((cause) => (cause.probability > 0 ? cause.firms : [])));
  return firms.filter((_, firm) => outageProbability[firm]! > 0 || together.has(firm)).length;
}

function histogram(sorted: Float64Array): readonly HistogramBar[] {
  const least = sorted[0]!;
  const width = WIDTHS.find((one) => Math.ceil((1 - least) / one - 1e-9) <= MOST_BARS) ?? WIDTHS.at(-1)!;
  const count = Math.max(1, Math.ceil((1 - least) / width - 1e-9));
  const steps = Math.round(1 / width);
  const bars = Array.from({ length: count }, () => 0);
  for (const service of sorted) {
    const below = Math.floor((1 - service) / width + 1e-9);
    bars[Math.min(count - 1, below)]! += 1;
  }
  return bars
    .map((runs, below) => ({ from: (steps - below - 1) / steps, to: (steps - below) / steps, runs }))
    .reverse();
}

/** A figure of all runs in one period, sorted. */
function column(values: Float64Array, horizon: number, t: number, divisor = 1): Float64Array {
  const runs = values.length / horizon;
  return Float64Array.from({ length: runs }, (_, run) => values[run * horizon + t - 1]! / divisor).sort();
}

function periodsOf({ scenario, flow, batch, steady }: Ran): readonly SimulatedPeriod[] {
  const { horizon, last, demands, counted, weight, due, baseline } = flow;
  return Array.from({ length: horizon }, (_, at) => {
    const t = at + 1;
    const delivered = column(batch.delivered, horizon, t);
    const required = demands.reduce((sum, _, d) => sum + (counted[d] ? weight[d]! * due[d * (last + 1) + t]! : 0), 0);
    return {
      period: periodLabel(scenario.calendar, t),
      required,
      planned: steady.delivered[at]!,
      expected: mean(delivered),
      delivered: quantiles(delivered),
      plannedMultiple: baseline > 0 ? steady.ramped[at]! / baseline : null,
      multiple: baseline > 0 ? quantiles(column(batch.ramped, horizon, t, baseline)) : null,
    };
  });
}

/** First period in which a run delivers the multiple; Infinity: none. */
function firstReached({ ramped }: Batch, run: number, horizon: number, units: number): number {
  for (let t = 1; t <= horizon; t++) if (ramped[run * horizon + t - 1]! >= units * (1 - NOTHING)) return t;
  return Number.POSITIVE_INFINITY;
}

function reachedOf({ scenario, flow, batch, steady, terms }: Ran, multiple: number): ReachedMultiple {
  const { horizon, baseline } = flow;
  const firsts = Float64Array.from({ length: batch.runs }, (_, run) =>
    firstReached(batch, run, horizon, multiple * baseline),
  );
  const by = (t: number): Estimated =>
    told(
      probabilityOf(
        firsts.reduce((sum, first) => sum + (first <= t ? 1 : 0), 0),
        batch.runs,
        terms.confidence,
      ),
    );
  const planned = firstReached(steady, 0, horizon, multiple * baseline);
  const dates = scenario.programmes.flatMap(({ demand }) =>
    demand ? [periodIndex(scenario.calendar, demand.reach) ?? 0] : [],
  );
  const date = Math.max(0, ...dates);
  const isDated = date >= 1 && date <= horizon;
  return {
    multiple,
    planned: Number.isFinite(planned) ? periodLabel(scenario.calendar, planned) : null,
    date: isDated ? periodLabel(scenario.calendar, date) : null,
    byDate: isDated ? by(date) : null,
    byPeriod: Array.from({ length: horizon }, (_, at) => ({
      period: periodLabel(scenario.calendar, at + 1),
      probability: by(at + 1),
    })),
  };
}

function productsOf({ flow, batch, steady, terms }: Ran): readonly SimulatedProduct[] {
  const { demands } = flow;
  return demands.map((product, d) => {
    const own = Float64Array.from({ length: batch.runs }, (_, run) => batch.lacking[run * demands.length + d]!);
    return { product, planned: steady.lacking[d]!, shortfall: told(meanOf(own, terms.confidence)) };
  });
}

/** Firms by what was lost beyond the plan in the runs in which they had an outage, in excess of the other runs. */
function firmsOf({ flow, batch, steady }: Ran): readonly SimulatedFirm[] {
  const { firms } = flow;
  const lost = batch.shortfall.map((units) => Math.max(0, units - steady.shortfall[0]!));
  const all = lost.reduce((sum, units) => sum + units, 0);
  return firms
    .map((supplier, firm) => {
      let [runsOut, unitsOut, lostOut, unitsElse, lostElse] = [0, 0, 0, 0, 0];
      for (let run = 0; run < batch.runs; run++) {
        if (batch.out[run * firms.length + firm] === 1) {
          runsOut += 1;
          unitsOut += batch.shortfall[run]!;
          lostOut += lost[run]!;
        } else {
          unitsElse += batch.shortfall[run]!;
          lostElse += lost[run]!;
        }
      }
      const others = batch.runs - runsOut;
      const usual = others > 0 ? lostElse / others : 0;
      const excess = Math.max(0, lostOut - runsOut * usual);
      return {
        supplier,
        out: runsOut / batch.runs,
        shortfallOut: runsOut > 0 ? unitsOut / runsOut : null,
        shortfallElse: others > 0 ? unitsElse / others : null,
        explains: all > 0 ? excess / all : 0,
      };
    })
    .filter(({ explains }) => explains > 0)
    .sort((a, b) => b.explains - a.explains || (a.supplier < b.supplier ? -1 : 1))
    .slice(0, MOST_FIRMS);
}
