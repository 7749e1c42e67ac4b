import { brokenPart } from '../model/broken-part.ts';
import { type LinearModel, objectiveAt } from '../model/linear-model.ts';
import type { EngineLimits } from './engine.ts';

/** Column bounds of a part of the search, and what is proven of every point within them. */
interface Node {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** +∞: there is no point. */
  readonly bound: number;
}

/** What a relaxation told of a node. */
export interface Relaxation {
  /** Proven; +∞ when infeasible, −∞ when nothing is proven. */
  readonly bound: number;
  /** The relaxation's solution; absent where there is none to trust or none at all. */
  readonly values?: Float64Array;
}

/** Solves the model's relaxation within column bounds, or says why a search cannot go on. */
export type Relax = (lower: Float64Array, upper: Float64Array) => Relaxation | 'stopped' | 'unbounded';

export interface Search {
  readonly model: LinearModel;
  readonly limits: Pick<EngineLimits, 'gap' | 'absoluteGap' | 'work' | 'target'>;
  readonly relax: Relax;
  readonly start: Float64Array | undefined;
  /** Told after each node: the best so far and the bound. */
  readonly progress: (best: Found['best'], bound: number) => void;
}

/** What a search found and proved. */
export interface Found {
  readonly best: { readonly value: number; readonly values: Float64Array } | undefined;
  /** No point is below it; +∞ when it is proven that there is none. */
  readonly bound: number;
  /** What ended the search before its work was done. */
  readonly ended: 'stopped' | 'unbounded' | 'work' | 'target' | undefined;
}

/** How far from whole a value may be to be taken as whole: well within the tolerance of a row. */
const WHOLE = 1e-7;
/** Relative distance to the incumbent at which a node cannot hold anything better that counts. */
const NOTHING_BETTER = 1e-8;

/**
 * Branch and bound (Land & Doig, Econometrica 28, 1960) that believes only what is proven: a node is closed by a proven bound or a
 * proof that it is empty, never by a claim; one of which nothing can be proven keeps the bound of its parent to the end. Nodes with the
 * lowest bound come first, but a node's nearer child directly after it, which finds solutions early.
 */
export function branchAndBound({ model, limits, relax, start, progress }: Search): Found {
  let best: Found['best'];
  const offer = (values: Float64Array | undefined) => {
    if (!values || brokenPart(model, values) !== undefined) return;
    const value = objectiveAt(model, values);
    if (best === undefined || value < best.value) best = { value, values };
  };
  const cutoff = () =>
    best === undefined
      ? Number.POSITIVE_INFINITY
      : best.value -
        Math.max(
          limits.absoluteGap,
          limits.gap * Math.abs(best.value),
          NOTHING_BETTER * Math.max(1, Math.abs(best.value)),
        );

  offer(start);
  const open: Node[] = [{ lower: model.colLower, upper: model.colUpper, bound: Number.NEGATIVE_INFINITY }];
  let closed = Number.POSITIVE_INFINITY;
  let ended: Found['ended'];
  const lowest = () => open.reduce((least, node) => Math.min(least, node.bound), closed);

  const endBefore = (nodes: number): Found['ended'] => {
    if (nodes === limits.work) return 'work';
    return best !== undefined && limits.target !== undefined && best.value <= limits.target ? 'target' : undefined;
  };
  let dive = false;
  for (let nodes = 0; open.length > 0; nodes++) {
    ended = endBefore(nodes);
    if (ended !== undefined) break;
    const at = dive ? open.length - 1 : lowestAt(open);
    const node: Node = open[at]!;
    dive = false;
    const relaxed = node.bound >= cutoff() ? { bound: node.bound } : relax(node.lower, node.upper);
    if (relaxed === 'stopped' || relaxed === 'unbounded') {
      ended = relaxed;
      break;
    }
    open.splice(at, 1);
    const bound = Math.max(node.bound, relaxed.bound);
    if (relaxed.values) {
      offer(wholeAt(model, relaxed.values));
      for (const guess of nodes === 0 ? roundings(model, relaxed.values) : []) {
        const rounded = relax(guess.lower, guess.upper);
        if (typeof rounded === 'object') offer(rounded.values);
      }
    }
    const children: readonly Node[] = bound >= cutoff() ? [] : branch(model, { ...node, bound }, relaxed.values);
    if (children.length === 0) closed = Math.min(closed, bound);
    open.push(...children);
    dive = children.length > 0;
    progress(best, lowest());
  }
  return { best, bound: Math.min(lowest(), best?.value ?? Number.POSITIVE_INFINITY), ended };
}

const lowestAt = (open: readonly Node[]): number =>
  open.reduce((least, node, at) => (node.bound < open[least]!.bound ? at : least), 0);

/** The values with what is almost whole made whole. */
const wholeAt = (model: LinearModel, values: Float64Array): Float64Array =>
  values.map((value, column) =>
    model.integer[column] && Math.abs(value - Math.round(value)) <= WHOLE ? Math.round(value) : value,
  );

/** Column bounds that fix each whole-number column at its relaxed value rounded up, to the nearest and down. */
function roundings(model: LinearModel, values: Float64Array): readonly Pick<Node, 'lower' | 'upper'>[] {
  return [Math.ceil, Math.round, Math.floor].map((round) => {
    const fixed = (bounds: Float64Array) =>
      bounds.map((bound, column) => {
        if (!model.integer[column]) return bound;
        const nudge = round === Math.ceil ? -WHOLE : round === Math.floor ? WHOLE : 0;
        return Math.min(Math.max(round(values[column]! + nudge), model.colLower[column]!), model.colUpper[column]!);
      });
    return { lower: fixed(model.colLower), upper: fixed(model.colUpper) };
  });
}

/** Splits a node at its most fractional column, else at the first that is not fixed; none when all are. The nearer child is last. */
function branch(model: LinearModel, node: Node, values: Float64Array | undefined): readonly Node[] {
  let at = -1;
  let most = WHOLE;
  for (let column = 0; column < model.integer.length; column++) {
    if (!model.integer[column] || node.lower[column]! >= node.upper[column]!) continue;
    const value = values?.[column];
    const fraction = value === undefined ? 0 : Math.abs(value - Math.round(value));
    if (at < 0 || fraction > most) {
      at = column;
      most = Math.max(most, fraction);
    }
  }
  if (at < 0) return [];
  const value = values?.[at] ?? middle(node.lower[at]!, node.upper[at]!);
  const split = Math.min(Math.max(Math.floor(value + WHOLE), node.lower[at]!), node.upper[at]! - 1);
  const below = { ...node, upper: node.upper.with(at, split) };
  const above = { ...node, lower: node.lower.with(at, split + 1) };
  return value - split > 0.5 ? [below, above] : [above, below];
}

/** A point to split a column at of which nothing else is known. */
function middle(lower: number, upper: number): number {
  if (Number.isFinite(lower) && Number.isFinite(upper)) return (lower + upper) / 2;
  return Number.isFinite(lower) ? lower : Number.isFinite(upper) ? upper - 1 : 0;
}
