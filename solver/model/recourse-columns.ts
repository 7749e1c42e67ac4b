import { type Span, type SpanOf, spansOf } from '../outages/span.ts';
import type { AskedOutage, PlanningProblem } from '../problem.ts';
import type { Column, ModelBuilder } from './model-builder.ts';

/** What is done in an outage, as columns, those of the plan where all is done as planned; undefined where nothing can be. */
export interface RecourseColumns extends AskedOutage {
  /** Of the outage, in columns and rows. */
  readonly name: string;
  readonly span: Span;
  /** Where only the work of some packages is moved: what else has a stock of its own, as less of it may be completed; positions. */
  readonly above: readonly number[];
  /** x′ */
  readonly produced: (pair: number, t: number) => Column | undefined;
  /** I′ */
  readonly stock: (stocked: number, t: number) => Column | undefined;
  /** y′ */
  readonly delivered: (demand: number, t: number) => Column | undefined;
  /** u, per demand; undefined for one that the outage does not touch. */
  readonly unprotected: (demand: number) => Column | undefined;
}

/** The plan's own columns, for what is done as planned. */
interface Planned {
  readonly produced: (pair: number, t: number) => Column | undefined;
  readonly stock: (stocked: number, t: number) => Column;
}

/** The columns of each outage that a problem asks about. */
export function recourseColumns(
  problem: PlanningProblem,
  builder: ModelBuilder,
  planned: Planned,
): readonly RecourseColumns[] {
  const { outages = [] } = problem;
  if (outages.length === 0) return [];
  const columnsOf = recourseOf(problem, builder, planned);
  return outages.map(columnsOf);
}

/** What the columns of all outages of a problem have in common. */
export interface RecourseFacts {
  readonly spanOf: SpanOf;
  /** By package: positions of the stocked items that it goes into. */
  readonly above: () => ReadonlyMap<string, readonly number[]>;
}

/** Looks up what columns of outages need of a problem. `spanOf`: where it is known already. */
export const recourseFacts = (problem: PlanningProblem, spanOf: SpanOf = spansOf(problem)): RecourseFacts => ({
  spanOf,
  above: memoised(() => stockedAbove(problem)),
});

/** Makes the columns of an outage, for t = τ..E; what is made up to e is made by others. */
export function recourseOf(
  problem: PlanningProblem,
  builder: ModelBuilder,
  planned: Planned,
  { spanOf, above: aboveOf }: RecourseFacts = recourseFacts(problem),
): (asked: AskedOutage) => RecourseColumns {
  const { horizon, pairs, stocked, demands } = problem;
  return (asked) => {
    const { rule, outage, near } = asked;
    const span = spanOf(outage);
    const above = near ? [...new Set([...near].flatMap((item) => aboveOf().get(item) ?? []))] : [];
    const isMoved = (item: string) => near?.has(item) ?? true;
    const isHeld = stocked.map(({ item }, stock) => isMoved(item) || above.includes(stock));
    const lost = new Set(outage.loss.suppliers);
    const name = `${rule}|${outage.loss.names.join('+')}|${outage.from}`;
    const last = Math.min(span.last, horizon);
    const within = (to: number, make: (t: number) => Column | undefined) => {
      const columns: (Column | undefined)[] = [];
      for (let t = span.from; t <= to; t++) columns[t] = make(t);
      return columns;
    };
    const canMake = (pair: number, t: number): boolean => {
      const { supplier, available } = pairs[pair]!;
      return available[t]! && !(t <= span.to && lost.has(supplier));
    };
    const x = pairs.map(({ supplier, item }, pair) =>
      isMoved(item)
        ? within(last, (t) => (canMake(pair, t) ? builder.column(`x'|${name}|${supplier}|${item}|${t}`) : undefined))
        : undefined,
    );
    const stock = stocked.map(({ item, initial, mayGrow }, position) =>
      isHeld[position]
        ? within(last, (t) => builder.column(`I'|${name}|${item}|${t}`, mayGrow ? {} : { upper: initial }))
        : undefined,
    );
    const y = demands.map(({ item, required }) =>
      within(Math.min(span.last, required.length - 1), (t) => builder.column(`y'|${name}|${item}|${t}`)),
    );
    const u = demands.map(({ item }, demand) =>
      span.offsets[demand]!.length > 0 ? builder.column(`u'|${name}|${item}`) : undefined,
    );
    return {
      ...asked,
      name,
      span,
      above: above.filter((position) => !isMoved(stocked[position]!.item)),
      produced(pair, t) {
        const own = x[pair];
        if (own) return own[t];
        return t <= last && canMake(pair, t) ? planned.produced(pair, t) : undefined;
      },
      stock: (position, t) => (stock[position] ? stock[position][t] : planned.stock(position, t)),
      delivered: (demand, t) => y[demand]![t],
      unprotected: (demand) => u[demand],
    };
  };
}

/** Positions of the stocked items that each package goes into, at any level. */
function stockedAbove({ packages, horizon, needs }: PlanningProblem): ReadonlyMap<string, readonly number[]> {
  return new Map(
    packages.map(({ item }) => {
      const above = new Set<number>();
      for (let t = 1; t <= horizon; t++)
        for (const { kind, of } of needs(item.item, t)) if (kind === 'stock') above.add(of);
      return [item.item, [...above].sort((left, right) => left - right)];
    }),
  );
}

function memoised<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
