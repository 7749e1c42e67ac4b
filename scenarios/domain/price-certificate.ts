import type { Units } from './units.ts';

/** Prices of an item, one for each period stated beside them; zeros at the end are left out. */
export interface ItemPrices {
  readonly item: string;
  readonly prices: readonly number[];
}

/** The price of a count of awards or members that a rule limits. */
export interface CountPrice {
  readonly rule: string;
  /** The package whose awards are counted; null where the rule counts members. */
  readonly item: string | null;
  readonly price: number;
}

/** The price of a unit of a pair over the horizon, against what it may make at most (above 0) or has to make at least (below 0). */
export interface VolumePrice {
  readonly supplier: string;
  readonly item: string;
  readonly price: number;
}

/**
 * The multipliers that bound one aim, by name; what is not listed is 0. In euro for the cost, in weighted units for the shortfall.
 * Whatever they are, their bound holds: docs/model.md, "Bounds by prices".
 */
export interface AimPrices {
  /** Labels of the periods that the prices of items run over. */
  readonly periods: readonly string[];
  /** The bound speaks of the plans with at most this weighted shortfall; null: of all plans, as where the shortfall is the aim. */
  readonly most: Units | null;
  /** θ: the price of a weighted unit that is missing; 1 where the shortfall is the aim. */
  readonly theta: number;
  /** λ: the price of a unit of a package. Every package is listed. */
  readonly lambda: readonly ItemPrices[];
  /** φ: the price of a unit completed up to a period, in the first lead time of a package. */
  readonly phi: readonly ItemPrices[];
  /** π */
  readonly pi: readonly CountPrice[];
  /** τ */
  readonly tau: readonly VolumePrice[];
}

/** Bounds that anybody can evaluate again from the scenario; null: the bound of this aim is claimed by the engine. */
export interface PriceCertificate {
  readonly kind: 'prices';
  readonly shortfall: AimPrices | null;
  readonly cost: AimPrices | null;
}

/** The prices of one demand case as if it were the only one; null: nothing but 0 bounds this aim. */
export interface CasePrices extends Omit<PriceCertificate, 'kind'> {
  readonly name: string;
}

/** Bounds on expected values, each from all cases by themselves: docs/model.md, "Demand cases". In the order of the cases. */
export interface CasePriceCertificate {
  readonly kind: 'prices-by-case';
  readonly cases: readonly CasePrices[];
}

/** What vouches for the bounds of the aims. */
export type Certificate = { readonly kind: 'engine-claimed' } | PriceCertificate | CasePriceCertificate;
