import type { MetricName } from '../../../scenarios/domain/sweep.ts';
import type { CaseRow } from './run-batch.ts';

/** Metrics of which more is better; of all others less is. */
const MORE_IS_BETTER: readonly MetricName[] = ['multiple'];

/**
 * The cases that no other beats: none is at least as good in all of these metrics and better in one. Cases without a plan, or without one of the
 * figures, are off the front. Numbers of cases, as in the table.
 */
export function paretoFront(rows: readonly CaseRow[], metrics: readonly MetricName[]): ReadonlySet<number> {
  const points = rows.flatMap(({ case: { number }, result }) => {
    const isPlanned = result?.status === 'optimal' || result?.status === 'feasible';
    const values = metrics.map((name) => {
      const value = result?.metrics[name] ?? null;
      return value === null || !MORE_IS_BETTER.includes(name) ? value : -value;
    });
    return isPlanned && values.every((value) => value !== null) ? [{ number, values }] : [];
  });
  const beats = (one: readonly number[], other: readonly number[]) =>
    one.every((value, at) => value <= other[at]!) && one.some((value, at) => value < other[at]!);
  const front = points.filter(({ values }) => !points.some((other) => beats(other.values, values)));
  return new Set(front.map(({ number }) => number));
}
