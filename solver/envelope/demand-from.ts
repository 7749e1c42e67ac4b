import { periodIndex, periodLabel } from '../../scenarios/domain/calendar.ts';
import type { Programme } from '../../scenarios/domain/programme.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';

/** A programme whose demand is stated as a ramp from a baseline. */
type WithBaseline = Programme & { readonly demand: NonNullable<Programme['demand']> };

/** The programmes that a multiple can be counted from: with a baseline above 0. */
export const withBaseline = ({ programmes }: Pick<Scenario, 'programmes'>): readonly WithBaseline[] =>
  programmes.filter((programme): programme is WithBaseline => (programme.demand?.baseline ?? 0) > 0);

/**
 * The scenario that asks for `multiple` × baseline of every programme with one, in each period from `from` on, and for nothing before:
 * what is made before may be put on stock. Demand without a baseline (spare parts, programmes with rows alone) is asked for as stated
 * from the same period on. Rules of shares thus speak of what is asked for here.
 */
export function demandFrom(scenario: Scenario, from: PeriodIndex, multiple: number): Scenario {
  const { calendar } = scenario;
  const scaled = withBaseline(scenario);
  const products = new Set(scaled.map(({ product }) => product));
  const later = Array.from({ length: calendar.periods - from + 1 }, (_, at) => periodLabel(calendar, from + at));
  const rows = scaled.flatMap(({ product, demand }) =>
    later.map((period) => ({ item: product, period, quantity: multiple * demand.baseline })),
  );
  const others = scenario.demand.filter(
    ({ item, period }) => !products.has(item) && periodIndex(calendar, period)! >= from,
  );
  return {
    ...scenario,
    programmes: scenario.programmes.map((programme) => {
      const { demand: _, ...rest } = programme;
      return products.has(programme.product) ? rest : programme;
    }),
    demand: [...rows, ...others],
  };
}
