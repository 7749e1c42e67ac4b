import type { Axis, AxisValue } from '../domain/sweep.ts';

/** What an axis can be, in its order; of an interval: nothing, as it is drawn from. */
export function labelsOf(axis: Axis): readonly AxisValue[] {
  if ('cases' in axis) return [...axis.cases.keys()];
  return 'from' in axis.values ? [] : axis.values;
}
