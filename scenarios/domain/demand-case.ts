import type { RampDemand } from './programme.ts';
import type { Fraction } from './units.ts';

/** What a demand case asks of one product or item instead of what the scenario states; what is absent stands as stated. */
export interface CaseDemand extends Partial<Pick<RampDemand, 'multiplier' | 'reach' | 'shape'>> {
  /** The product of a programme, or an item with rows in the demand table. */
  readonly item: string;
  /** Times all that is wanted of it, ramp and rows, beside the case's own factor. Absent: 1. */
  readonly factor?: number;
}

/** One of several futures of demand, of which exactly one comes true after suppliers were awarded. */
export interface DemandCase {
  readonly name: string;
  /** The probabilities of all cases add up to 1. */
  readonly probability: Fraction;
  /** Times all demand, of programmes and of the demand table. Absent: 1. */
  readonly factor?: number;
  readonly demand?: readonly CaseDemand[];
}
