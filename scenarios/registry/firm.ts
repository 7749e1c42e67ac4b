import type { Category } from '../domain/supplier.ts';
import type { Place } from './places/place.ts';

/** A firm as it is drawn: what it is and which processes it has, before certificates and capacity. */
export interface Firm {
  readonly supplier: string;
  readonly group: string | undefined;
  readonly category: Category;
  readonly family: string;
  readonly employees: number;
  readonly place: Place;
  /** Process → share of the shop floor; the shares sum to 1. */
  readonly mix: ReadonlyMap<string, number>;
  /** Its prices relative to what is usual. */
  readonly dear: number;
  readonly securityLevel: 'TBB3' | 'TBB4' | undefined;
  readonly securityPeriods: number | undefined;
}

/** The process with the largest share of the shop floor. */
export const mainProcess = (firm: Pick<Firm, 'mix'>): string =>
  [...firm.mix].reduce((best, each) => (each[1] > best[1] ? each : best))[0];

/** A firm that already works for Defence, directly or one step away. */
export const isNearDefence = ({ category }: Pick<Firm, 'category'>): boolean => category === 'A' || category === 'B';
