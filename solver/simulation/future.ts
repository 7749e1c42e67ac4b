import type { SimulationTerms } from '../../scenarios/domain/simulation.ts';
import { drawsOf, nameOf, PURPOSE } from './draws.ts';
import type { PlannedFlow } from './planned-flow.ts';

/** What happens to a plan in one future. Arrays "by period" as in {@link PlannedFlow}. */
export interface Future {
  /** By firm and period: 1 while it is out. */
  readonly out: Uint8Array;
  /** By pair: periods that its first output comes late. */
  readonly late: Int32Array;
  /** By pair and period: the share of its output that is good. */
  readonly good: Float64Array;
  /** By demand: what all of it is multiplied with, known from the start. */
  readonly programme: Float64Array;
  /** By demand and period: what the due units are multiplied with besides, known when they fall due. */
  readonly period: Float64Array;
}

/** A future in which everything goes as planned. */
export function undisturbed({ last, firms, pairNames, demands }: PlannedFlow): Future {
  return {
    out: new Uint8Array(firms.length * (last + 1)),
    late: new Int32Array(pairNames.length),
    good: new Float64Array(pairNames.length * (last + 1)).fill(1),
    programme: new Float64Array(demands.length).fill(1),
    period: new Float64Array(demands.length * (last + 1)).fill(1),
  };
}

/** Draws the future of a run into the one given, which is reused: drawing makes nothing new. */
export type Draw = (run: number, into: Future) => void;

/** 1 − (1 − p)^years: the probability that something with p a year happens in a period. */
export const inPeriod = (perYear: number, years: number): number =>
  perYear >= 1 ? 1 : -Math.expm1(years * Math.log1p(-perYear));

/** Lognormal with mean 1 and this coefficient of variation, from a standard normal deviate. */
function factorOf(spread: number, z: number): number {
  const variance = Math.log1p(spread * spread);
  return Math.exp(Math.sqrt(variance) * z - variance / 2);
}

/** Longest that a source can come late, so that a probability of 1 has an end. */
const LATEST = 40;

/**
 * Futures by run, from a seed. A number belongs to the run, to what it is for, to the period and to the id of the firm, pair or product, so that two
 * plans of one scenario meet the same futures as far as they have firms in common: common random numbers.
 */
export function drawing(flow: PlannedFlow, terms: SimulationTerms): Draw {
  const { uniform, normal } = drawsOf(terms.seed);
  const { horizon, last, yearsPerPeriod, firms, causes, pairNames, demands, waits } = flow;
  const width = last + 1;
  const firmNames = firms.map((firm) => nameOf('firm', firm));
  const causeNames = causes.map(({ name }) => nameOf('cause', name));
  const pairs = pairNames.map(([supplier, item]) => nameOf('pair', supplier, item));
  const products = demands.map((item) => nameOf('demand', item));
  const starts = Float64Array.from(flow.outageProbability, (p) => inPeriod(p, yearsPerPeriod));
  const lasting = (run: number, firm: number, t: number): number => {
    const stated = flow.timeToRecover[firm]!;
    if (terms.recoverySpread === 0) return stated;
    const z = normal(run, firmNames[firm]!, t, PURPOSE.recovery);
    return Math.max(1, Math.round(stated * factorOf(terms.recoverySpread, z)));
  };
  const loseFrom = (run: number, firm: number, t: number, out: Uint8Array): void => {
    const end = Math.min(horizon, t + lasting(run, firm, t) - 1);
    out.fill(1, firm * width + t, firm * width + end + 1);
  };

  return (run, { out, late, good, programme, period }) => {
    out.fill(0);
    causes.forEach(({ probability, firms: hit }, cause) => {
      const p = inPeriod(probability, yearsPerPeriod);
      for (let t = 1; t <= horizon; t++) {
        if (uniform(run, causeNames[cause]!, t, PURPOSE.commonOutage) < p)
          for (const firm of hit) loseFrom(run, firm, t, out);
      }
    });
    firmNames.forEach((name, firm) => {
      for (let t = 1; t <= horizon && starts[firm]! > 0; t++) {
        if (out[firm * width + t] === 0 && uniform(run, name, t, PURPOSE.outage) < starts[firm]!)
          loseFrom(run, firm, t, out);
      }
    });
    if (terms.lateness > 0)
      pairs.forEach((name, pair) => {
        if (waits[pair] === 0) return;
        const u = uniform(run, name, 0, PURPOSE.readiness);
        late[pair] = Math.min(
          LATEST,
          terms.lateness >= 1 ? LATEST : Math.floor(Math.log(u) / Math.log(terms.lateness)),
        );
      });
    if (terms.yieldLoss > 0)
      pairs.forEach((name, pair) => {
        for (let t = 1; t <= horizon; t++) {
          good[pair * width + t] = Math.max(0, 1 - terms.yieldLoss * Math.abs(normal(run, name, t, PURPOSE.yield)));
        }
      });
    products.forEach((name, demand) => {
      if (terms.demandSpread > 0) {
        programme[demand] = factorOf(terms.demandSpread, normal(run, name, 0, PURPOSE.programmeDemand));
      }
      for (let t = 1; t <= horizon && terms.periodDemandSpread > 0; t++) {
        const z = normal(run, name, t, PURPOSE.periodDemand);
        period[demand * width + t] = factorOf(terms.periodDemandSpread, z);
      }
    });
  };
}
