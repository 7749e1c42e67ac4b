import { isFalling, priceSteps } from '../../scenarios/eligibility/price-breaks.ts';
import { priceMoments } from '../price-moments.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Column, ModelBuilder, Term } from './model-builder.ts';

/** Units of a pair at one of its prices among those that it made by the end of a period. */
export interface PriceTier {
  readonly unitCost: number;
  /** Units at this price at most; infinite for the last. */
  readonly width: number;
  readonly units: Column;
  /** ∈ {0, 1}: all units of this price are made, so that the next one may be used. Undefined of the last, and where the cheapest come first anyway. */
  readonly full: Column | undefined;
}

/** Empty without price breaks, and by the end of periods in which nobody asks for that money. */
export type TiersOf = (pair: number, t: number) => readonly PriceTier[];

/** The columns of the prices of each pair by the end of each period in which its money is asked for; none for a pair without breaks. */
export function priceTiers(problem: PlanningProblem, builder: ModelBuilder): TiersOf {
  const { periods, asked } = priceMoments(problem.scenario);
  const tiers = problem.pairs.map((pair) => {
    const byPeriod: (readonly PriceTier[])[] = [];
    if (pair.breaks.length === 0) return byPeriod;
    // Prices that rise are read off in the right order by whatever is least; others need whole numbers.
    const exact = asked || isFalling(pair);
    for (const t of periods) {
      byPeriod[t] = priceSteps(pair).map(({ from, to, unitCost }) => {
        const name = `${pair.supplier}|${pair.item}|${from}|${t}`;
        const width = to - from;
        const units = builder.column(`p|${name}`, Number.isFinite(width) ? { upper: width } : {});
        const switched = exact && Number.isFinite(width);
        const full = switched ? builder.column(`k|${name}`, { upper: 1, integer: true }) : undefined;
        return { unitCost, width, units, full };
      });
    }
    return byPeriod;
  });
  return (pair, t) => tiers[pair]![t] ?? NONE;
}

const NONE: readonly PriceTier[] = [];

/**
 * What a pair earns from … to, in euro: c·x, or with price breaks f(V[to]) − f(V[from − 1]) with V what it made by then. Such money is
 * only known of the periods that {@link priceTiers} makes columns for.
 */
export function spendWithin(
  { pairs }: Pick<PlanningProblem, 'pairs'>,
  variables: { readonly produced: (pair: number, t: number) => Column | undefined; readonly tiers: TiersOf },
  pair: number,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Term[] {
  const { unitCost, breaks } = pairs[pair]!;
  if (breaks.length > 0) {
    const by = (t: number, sign: 1 | -1) =>
      variables.tiers(pair, t).map((tier) => ({ column: tier.units, value: sign * tier.unitCost }));
    return from > to ? [] : [...by(to, 1), ...by(from - 1, -1)];
  }
  const terms: Term[] = [];
  for (let t = from; t <= to; t++) {
    const column = variables.produced(pair, t);
    if (column !== undefined) terms.push({ column, value: unitCost });
  }
  return terms;
}
