import type { Periods } from '../../scenarios/domain/units.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { hoursInPlace, type Operation, type Source, sourcesOf } from './operation.ts';
import type { Outage } from './outages.ts';
import { awardedOnly, type RecourseWriter, recourseWriter } from './planned.ts';
import { type SpanOf, spansOf } from './span.ts';
import type { OutageTerms } from './terms.ts';
import { waitsOf } from './waits.ts';

/** All that every outage of an operation has in common, worked out once. */
export interface Ground {
  /** With the pairs that it awards alone. */
  readonly operation: Operation;
  readonly terms: OutageTerms;
  readonly spanOf: SpanOf;
  /** Writes the recourse of an outage into a model. */
  readonly write: RecourseWriter;
  readonly sources: readonly Source[];
  /** Positions in `sources`, by item and by supplier. */
  readonly sourcesOf: ReadonlyMap<string, readonly number[]>;
  readonly sourcesAt: ReadonlyMap<string, readonly number[]>;
  /** Positions of stocked items. */
  readonly stockedAt: ReadonlyMap<string, number>;
  /** By candidate, then process: what there is in t = 1..T, without surge. */
  readonly hours: readonly ReadonlyMap<string, Float64Array>[];
  /** 1 + σ, per candidate. */
  readonly stretch: readonly number[];
  /** Per source: periods that work moved to it waits; 0 where it can start at once. */
  readonly waits: readonly Periods[];
}

/** The ground of an operation. */
export function groundOf(whole: Operation, terms: OutageTerms): Ground {
  const operation = awardedOnly(whole);
  const { problem } = operation;
  const sources = sourcesOf(operation);
  const spanOf = spansOf(problem);
  const waits = waitsOf(problem);
  return {
    ...{ operation, terms, spanOf, sources },
    write: recourseWriter(operation, spanOf),
    sourcesOf: grouped(sources.keys(), (source) => sources[source]!.item),
    sourcesAt: grouped(sources.keys(), (source) => sources[source]!.supplier),
    stockedAt: new Map(problem.stocked.map(({ item }, at) => [item, at])),
    hours: hoursInPlace(operation),
    stretch: problem.candidates.map(({ supplier }) => 1 + terms.surge(supplier)),
    waits: sources.map(({ pair }) => (terms.requalification ? waits[pair]! : 0)),
  };
}

/** The packages that lost suppliers are awarded. */
export const workOf = ({ sources, sourcesAt }: Ground, { loss }: Outage): ReadonlySet<string> =>
  new Set(loss.suppliers.flatMap((supplier) => (sourcesAt.get(supplier) ?? []).map((at) => sources[at]!.item)));
