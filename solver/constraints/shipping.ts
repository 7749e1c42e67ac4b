import type { Lane } from '../lanes.ts';
import type { Term } from '../model/model-builder.ts';
import { completedExpression, type Expression } from '../model/variables.ts';
import type { Formulation, StructuralConstraint } from './constraint.ts';

/**
 * Where transport is priced, with f units shipped from a maker s of w to a maker s′ of what w goes into (or to the OEM), pooled over the
 * horizon, and g units that were there at the start:
 *
 *   Σ f[s,·,w] ≤ Σ_t x[s,w,t]        Σ_s f[s,s′,w] + g[s′,w] = Σ_t q[w,v,t]·x[s′,v,t]        Σ g[·,w] ≤ G[w]
 *
 * Linear, because it does not say which unit goes where when: any unit of the horizon can serve any use in it. The cost is thus at most
 * that of matching period by period. What is made for use after the horizon is not shipped, nor is independent demand, whose place
 * nobody states.
 */
export const shipping: StructuralConstraint = {
  name: 'shipping',
  effect: 'restricts',
  relax: 'Leave transport unpriced.',
  formulate(formulation) {
    const { problem, variables, builder } = formulation;
    const sent = new Map<number, Term[]>();
    const drawn = new Map<string, Term[]>();
    problem.lanes.forEach((lane, index) => {
      const fromStock = drawn.get(lane.item) ?? [];
      drawn.set(lane.item, fromStock);
      lane.ends.forEach((end, to) => {
        const stock = { column: variables.fromStock(index, to), value: 1 };
        const shipped = lane.sources.map((pair, from) => ({
          pair,
          column: variables.shipped(index, from, to),
          value: 1,
        }));
        for (const { pair, ...term } of shipped) {
          const own = sent.get(pair);
          if (own) own.push(term);
          else sent.set(pair, [term]);
        }
        fromStock.push(stock);
        const used = usedAt(formulation, lane, end.pair);
        const terms = [stock, ...shipped, ...used.terms.map(({ column, value }) => ({ column, value: -value }))];
        const place = end.pair === null ? 'OEM' : problem.pairs[end.pair]!.supplier;
        builder.row(`received|${lane.item}|${lane.consumer}|${place}`, terms, {
          lower: used.constant,
          upper: used.constant,
        });
      });
    });
    for (const [pair, shipped] of [...sent].sort(([left], [right]) => left - right)) {
      const { supplier, item } = problem.pairs[pair]!;
      const made = producedBy(formulation, pair, () => -1);
      builder.row(`sent|${supplier}|${item}`, [...shipped, ...made], { upper: 0 });
    }
    for (const [item, terms] of drawn)
      builder.row(`from-stock|${item}`, terms, { upper: problem.startStock.get(item)! });
  },
};

const producedBy = ({ problem, variables }: Formulation, pair: number, value: (t: number) => number): readonly Term[] =>
  Array.from({ length: problem.horizon }, (_, index) => ({
    column: variables.produced(pair, index + 1),
    value: value(index + 1),
  })).filter((term): term is Term => term.column !== undefined);

/** Units that the end of a lane uses over the horizon: of the consumer that its maker completes, or that the OEM assembles or gets. */
function usedAt(formulation: Formulation, { item, consumer, perUnit }: Lane, pair: number | null) {
  const { problem, variables } = formulation;
  if (pair !== null) return { terms: producedBy(formulation, pair, (t) => perUnit[t]!), constant: 0 };
  const terms: Term[] = [];
  let constant = 0;
  const add = (t: number, expression: Expression) => {
    for (const { column, value } of expression.terms) terms.push({ column, value: perUnit[t]! * value });
    constant += perUnit[t]! * expression.constant;
  };
  const demand = problem.demands.findIndex((entry) => entry.item === consumer);
  for (let t = 1; t <= problem.horizon; t++) {
    if (consumer === item) add(t, { terms: [{ column: variables.delivered(demand, t), value: 1 }], constant: 0 });
    else add(t, completedExpression(problem, variables, consumer, t));
  }
  return { terms, constant };
}
