import type { AimDifference, Change } from './explanation.ts';
import type { AimName, PlanStatus } from './plan.ts';
import type { Fraction, Units } from './units.ts';

/** A change of the input from one scenario to another, of all rows that belong together. */
export interface InputChange {
  readonly words: string;
  /** JSON Patch on the later document that puts back what was before. */
  readonly undo: Change['patch'];
}

/** A figure of each plan, in their order, where they differ; null: a plan has none. Euro, units or counts. */
export interface FigureRow {
  readonly figure: string;
  readonly values: readonly (number | null)[];
}

/** Work that goes from one firm to another, summed over the horizon; from null: nobody made it; to null: nobody does. */
export interface Move {
  readonly item: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly quantity: Units;
  /** Of what all firms make of the item in the plan that has more of it. */
  readonly share: Fraction;
  /** Words of each change whose undoing alone undoes the move: planned again to show it. Absent: it was not tried. */
  readonly causes?: readonly string[];
}

/** What one plan decides otherwise than the first. */
export interface PlanDifference {
  /** Position of the plan, from 0; the first is what it is compared with. */
  readonly plan: number;
  readonly aims: readonly AimDifference[];
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** The largest share of its item first. */
  readonly moves: readonly Move[];
  readonly changes: readonly string[];
  /** Changes that were not tried as causes, for want of time or because they cannot be undone alone. */
  readonly untried: readonly string[];
}

/** Two or more plans side by side. */
export interface Comparison {
  readonly format: 'gilde-comparison/1';
  readonly plans: readonly {
    readonly name: string;
    readonly digest: string;
    readonly status: PlanStatus;
    readonly aims: readonly { readonly aim: AimName; readonly value: number; readonly bound: number }[];
  }[];
  /** Only what differs. */
  readonly figures: readonly FigureRow[];
  readonly differences: readonly PlanDifference[];
}
