import type { Axis, AxisValue } from '../domain/sweep.ts';
import { shuffled, streamsOf } from '../registry/random.ts';
import { labelsOf } from './labels.ts';

/**
 * For each axis, what it is in each of so many cases: its range is cut into as many equal parts, one case falls into each, in a drawn order. Of an
 * interval the place within the part is drawn too; of a list each value is met as often as any other, but for one.
 */
export function latinHypercube(
  axes: readonly Axis[],
  { samples, seed }: { readonly samples: number; readonly seed: number },
): readonly (readonly AxisValue[])[] {
  const streams = streamsOf(seed);
  const parts = Array.from({ length: samples }, (_, part) => part);
  return axes.map((axis) => {
    const order = shuffled(streams('order', axis.name), parts);
    const inside = streams('inside', axis.name);
    const interval = 'values' in axis && 'from' in axis.values ? axis.values : undefined;
    if (interval) {
      const { from, to } = interval;
      // Without the last digits, which are noise of binary fractions.
      return order.map((part) => Number((from + ((to - from) * (part + inside())) / samples).toPrecision(12)));
    }
    const labels = labelsOf(axis);
    return order.map((part) => labels[Math.floor((part * labels.length) / samples)]!);
  });
}
