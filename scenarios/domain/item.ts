import type { Euro, Fraction, Hours, Periods, Units } from './units.ts';

/** make: produced from its components; buy: bought as it is; phantom: a grouping in the BOM, never made or stocked. */
export type ItemKind = 'make' | 'buy' | 'phantom';

export interface Item {
  readonly item: string;
  readonly name?: string;
  readonly kind: ItemKind;
  /** Assembly lead time: components are due this many periods before the item. */
  readonly leadTime: Periods;
  readonly unitValue?: Euro;
  /** Material per unit, added to the cost of the hours where no price is quoted. */
  readonly materialCost: Euro;
  readonly weightKg?: number;
  readonly critical: boolean;
  readonly criticality?: number;
  /** Certificates that a source needs. */
  readonly certificates: readonly string[];
  /** TBB1 (heaviest) to TBB4. */
  readonly securityLevel?: SecurityLevel;
  /** On hand at the start. */
  readonly stock: Units;
  readonly safetyStock: Units;
  readonly origin?: string;
  readonly deliverTo?: string;
}

export type SecurityLevel = 'TBB1' | 'TBB2' | 'TBB3' | 'TBB4';

/** True when a granted level covers a wanted one: TBB1 is the heaviest and covers all. */
export const securityCovers = (granted: SecurityLevel, wanted: SecurityLevel): boolean => granted <= wanted;

/** One parent–child line of a bill of materials. */
export interface BomLine {
  readonly parent: string;
  readonly item: string;
  /** Units of `item` in one `parent`, before scrap. */
  readonly quantity: Units;
  /** Share lost: the gross quantity is quantity ÷ (1 − scrap). */
  readonly scrap: Fraction;
  /** Lines of one parent and group exclude each other: the effective one with the lowest priority is used. */
  readonly alternateGroup?: string;
  readonly priority: number;
  /** ISO dates, both inclusive; a line is effective in a period when it is so on the period's last day. */
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
}

/** One operation that an item needs. */
export interface RoutingStep {
  readonly item: string;
  readonly process: string;
  readonly hoursPerUnit: Hours;
  readonly setupHours: Hours;
  readonly lotSize: Units;
}

/** Hours of the step for one unit: hoursPerUnit + setupHours ÷ lotSize. */
export const stepHours = (step: RoutingStep): Hours => step.hoursPerUnit + step.setupHours / step.lotSize;

/** Independent demand: units of an item due by the end of a period. */
export interface DemandRow {
  readonly item: string;
  readonly period: string;
  readonly quantity: Units;
}
