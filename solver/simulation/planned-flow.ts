/**
 * A plan as flat arrays, ready to be run: plain data that may cross to another thread. T periods 1..T are run; need continues to `last`.
 * An array "by period" has last + 1 entries for each row, at row·(last + 1) + t; index 0 is not used unless it is said.
 */
export interface PlannedFlow {
  readonly horizon: number;
  readonly last: number;
  readonly yearsPerPeriod: number;
  /** Late units may be delivered later. */
  readonly carried: boolean;
  /** Components due before the start are due in the first period, not on order. */
  readonly fromFirst: boolean;

  /** Items that may lack, each before its components. */
  readonly items: readonly string[];
  readonly lead: Int32Array;
  /** 0: only what is on hand; 1: made by sources; 2: made as components allow. */
  readonly made: Uint8Array;
  readonly onHand: Float64Array;
  /** By period: what the plan completes, and has at the end of the period (0: at the start). */
  readonly completed: Float64Array;
  readonly stock: Float64Array;
  /** By period: components are on order for so many units completed in it (before the lead time is over); infinite: for any number. */
  readonly onOrder: Float64Array;

  /** Components of item v are edges firstEdge[v] … firstEdge[v + 1] − 1. */
  readonly firstEdge: Int32Array;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  /** By period in which the parent is completed. */
  readonly edgeUnits: Float64Array;
  /** Whatever takes item v, heaviest first: edges (≥ 0) and deliveries (−1 − demand). */
  readonly firstUse: Int32Array;
  readonly uses: Int32Array;
  /** Weight of what each use ends in. */
  readonly useWeight: Float64Array;

  readonly demands: readonly string[];
  readonly demandItem: Int32Array;
  readonly weight: Float64Array;
  /** NaN: none is stated. */
  readonly unitValue: Float64Array;
  /** Part of the sums that are shown: products of programmes, else all. */
  readonly counted: Uint8Array;
  /** By period. */
  readonly due: Float64Array;
  readonly delivered: Float64Array;
  /** Weighted units a period of programmes that state a baseline; 0: none does. */
  readonly baseline: number;
  readonly hasBaseline: Uint8Array;

  readonly firms: readonly string[];
  readonly outageProbability: Float64Array;
  readonly timeToRecover: Int32Array;
  readonly surge: Float64Array;
  /** Firms that a common cause takes out together, with its probability a year. */
  readonly causes: readonly {
    readonly name: string;
    readonly probability: number;
    readonly firms: readonly number[];
  }[];

  /** Sources of item v are pairs firstPair[v] … firstPair[v + 1] − 1, the largest share first. */
  readonly firstPair: Int32Array;
  readonly pairFirm: Int32Array;
  /** `supplier` and `item` of each pair. */
  readonly pairNames: readonly (readonly [string, string])[];
  /** By period: 1 where it can produce; first period of these, and 1 where it has to wait for that. */
  readonly available: Uint8Array;
  readonly waits: Uint8Array;
  readonly firstOutput: Int32Array;
  /** By period: units planned. */
  readonly planned: Float64Array;
  /** Hours of a pair are entries firstHour[pair] …: a firm's process, and hours for a unit. */
  readonly firstHour: Int32Array;
  readonly hourOf: Int32Array;
  readonly hourUnits: Float64Array;
  /** A firm's process: hours by period, expansions included. */
  readonly processFirm: Int32Array;
  readonly hours: Float64Array;
}
