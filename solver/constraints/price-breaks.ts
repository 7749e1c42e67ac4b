import type { PriceTier } from '../model/price-tiers.ts';
import type { StructuralConstraint } from './constraint.ts';
import { mostOfAward } from './largest-useful-output.ts';

/**
 * What a pair with price breaks made by the end of t costs the price of its place in the row of its units, the incremental form of a
 * piecewise linear cost (Croxton, Gendron & Magnanti, Management Science 49, 2003):
 *
 *   Σ_k p[s,w,k,t] = Σ_{τ ≤ t} x[s,w,τ],   0 ≤ p[k] ≤ width[k]
 *   width[k]·full[k] ≤ p[k],   p[k+1] ≤ width[k+1]·full[k],   full[k] ∈ {0, 1}
 *
 * with M[s,w] less the units before it as the width of the last. Where prices only rise and nothing but the cost asks, the cheapest units
 * come first without whole numbers.
 */
export const priceBreaks: StructuralConstraint = {
  name: 'price-breaks',
  effect: 'restricts',
  relax: 'Agree on one price.',
  formulate({ problem, variables, builder }) {
    if (problem.pairs.every(({ breaks }) => breaks.length === 0)) return;
    const most = mostOfAward(problem);
    problem.pairs.forEach(({ supplier, item, breaks }, pair) => {
      if (breaks.length === 0) return;
      const last = Math.max(0, most(pair) - breaks.at(-1)!.from);
      for (let t = 1; t <= problem.horizon; t++) {
        const tiers = variables.tiers(pair, t);
        if (tiers.length === 0) continue;
        const name = `price-breaks|${supplier}|${item}|${t}`;
        const units = tiers.map((tier) => ({ column: tier.units, value: 1 }));
        for (let at = 1; at <= t; at++) {
          const column = variables.produced(pair, at);
          if (column !== undefined) units.push({ column, value: -1 });
        }
        builder.row(name, units, { lower: 0, upper: 0 });
        tiers.forEach(({ full, units: column, width }, k) => {
          if (full === undefined) return;
          const next: PriceTier = tiers[k + 1]!;
          const opened = Number.isFinite(next.width) ? next.width : last;
          builder.row(
            `${name}|${k}|full`,
            [
              { column, value: 1 },
              { column: full, value: -width },
            ],
            { lower: 0 },
          );
          builder.row(
            `${name}|${k}|next`,
            [
              { column: next.units, value: 1 },
              { column: full, value: -opened },
            ],
            { upper: 0 },
          );
        });
      }
    });
  },
};
