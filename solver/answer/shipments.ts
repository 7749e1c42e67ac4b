import type { ShipmentRow } from '../../scenarios/domain/plan.ts';
import { compare } from './awards.ts';
import type { Quantities } from './quantities.ts';

/** What is shipped over the horizon, by supplier, item, consumer and place. */
export function shipmentRows({ problem, shipped }: Quantities): readonly ShipmentRow[] {
  const supplierOf = (pair: number) => problem.pairs[pair]!.supplier;
  return problem.lanes
    .flatMap(({ item, consumer, sources, ends }, lane) =>
      ends.flatMap(({ pair }, end) =>
        sources.map((source, from) => ({
          item,
          from: supplierOf(source),
          to: pair === null ? null : supplierOf(pair),
          consumer,
          quantity: shipped[lane]![end]![from]!,
        })),
      ),
    )
    .filter(({ quantity }) => quantity > 0)
    .sort(
      (left, right) =>
        compare(left.from, right.from) ||
        compare(left.item, right.item) ||
        compare(left.consumer, right.consumer) ||
        compare(left.to ?? '', right.to ?? ''),
    );
}
