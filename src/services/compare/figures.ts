import type { FigureRow } from '../../../scenarios/domain/comparison.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { METRICS } from '../../../scenarios/domain/sweep.ts';
import { caseMetrics } from '../batch/case-metrics.ts';

/** Figures that differ by less are the same, relative or of a unit or euro. */
const ALIKE = 1e-6;

const differ = (values: readonly (number | null)[]): boolean => {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return false;
  if (known.length < values.length) return true;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return high - low > ALIKE * Math.max(1, Math.abs(low), Math.abs(high));
};

/** The figures of plans that differ: of the whole, then what is delivered in each period. */
export function figuresOf(plans: readonly Plan[]): readonly FigureRow[] {
  const metrics = plans.map(caseMetrics);
  const whole = METRICS.map((figure) => ({ figure, values: metrics.map((own) => own[figure]) }));
  const rows = plans.map((plan) => new Map(plan.rampUp.map((row) => [row.period, row])));
  const periods = [...new Set(rows.flatMap((own) => [...own.keys()]))].sort();
  const delivered = periods.map((period) => ({
    figure: `delivered in ${period}`,
    values: rows.map((own) => own.get(period)?.delivered ?? null),
  }));
  return [...whole, ...delivered].filter(({ values }) => differ(values));
}
