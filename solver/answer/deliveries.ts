import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { ItemPeriodRow, ProductRow, RampUpRow, ShortfallRow } from '../../scenarios/domain/plan.ts';
import { plansPrefinancing } from '../../scenarios/prefinancing.ts';
import { prefinancingIn } from '../constraints/budget.ts';
import { scarceItems } from '../diagnosis/scarce-items.ts';
import type { Scarcity } from '../diagnosis/scarcity.ts';
import { shortfallCauses } from '../diagnosis/shortfall-causes.ts';
import { periodsWith } from './awards.ts';
import { capexIn } from './expansions.ts';
import type { Quantities } from './quantities.ts';

/** Deliveries of each final demand within the horizon, and those assumed after it. */
export function productRows(quantities: Quantities): {
  products: readonly ProductRow[];
  continuation: readonly ProductRow[];
} {
  const { problem, delivered, backlog } = quantities;
  const rows = (from: number, to: (last: number) => number) =>
    problem.demands.flatMap(({ item, required, baseline }, demand) => {
      const last = to(required.length - 1);
      return Array.from({ length: Math.max(0, last - from + 1) }, (_, step) => {
        const t = from + step;
        const units = delivered[demand]![t]!;
        return {
          product: item,
          period: periodLabel(problem.scenario.calendar, t),
          required: required[t]!,
          delivered: units,
          backlog: backlog[demand]![t]!,
          multiple: baseline === null || baseline === 0 ? null : units / baseline,
        };
      });
    });
  return { products: rows(1, () => problem.horizon), continuation: rows(problem.horizon + 1, (last) => last) };
}

/** Required − delivered within the horizon, where something is missing in the period itself; `scarcity` makes the causes exact. */
export function shortfallRows(quantities: Quantities, scarcity?: Scarcity): readonly ShortfallRow[] {
  const { problem, delivered } = quantities;
  const scarce = scarcity ? scarceItems(quantities, scarcity) : [];
  return problem.demands.flatMap(({ item, required }, demand) => {
    const missing = required
      .subarray(0, problem.horizon + 1)
      .map((units, t) => Math.max(0, units - delivered[demand]![t]!));
    return periodsWith(missing).map((t) => ({
      item,
      period: periodLabel(problem.scenario.calendar, t),
      quantity: missing[t]!,
      causes: shortfallCauses(quantities, demand, t, scarce),
    }));
  });
}

export function stockRows({ problem, stock }: Quantities): readonly ItemPeriodRow[] {
  return problem.stocked.flatMap(({ item }, stocked) =>
    periodsWith(stock[stocked]!).map((t) => ({
      item,
      period: periodLabel(problem.scenario.calendar, t),
      quantity: stock[stocked]![t]!,
    })),
  );
}

/** Per period of the horizon: what is required and delivered of the programmes' products (without programmes, of all), and worked. */
export function rampUpRows(quantities: Quantities): readonly RampUpRow[] {
  const { problem, delivered } = quantities;
  const planned = plansPrefinancing(problem.scenario);
  const baseline = problem.demands.reduce((sum, demand) => sum + demand.weight * (demand.baseline ?? 0), 0);
  const products = [...problem.demands.keys()].filter((demand) => problem.demands[demand]!.kind === 'programme');
  const ramping = products.length > 0 ? products : [...problem.demands.keys()];
  return Array.from({ length: problem.horizon }, (_, index) => {
    const t = index + 1;
    const weighted = (units: (demand: number) => number) =>
      ramping.reduce((sum, demand) => sum + problem.demands[demand]!.weight * units(demand), 0);
    const ramped = weighted((demand) => (problem.demands[demand]!.baseline === null ? 0 : delivered[demand]![t]!));
    return {
      period: periodLabel(problem.scenario.calendar, t),
      required: weighted((demand) => problem.demands[demand]!.required[t]!),
      delivered: weighted((demand) => delivered[demand]![t]!),
      multiple: baseline === 0 ? null : ramped / baseline,
      hours: hoursWorked(quantities, t),
      hires: quantities.hired.reduce((sum, hired) => sum + hired[t]!, 0),
      capex: capexIn(quantities, t),
      prefinancing: planned ? prefinancingIn(quantities, t) : null,
    };
  });
}

function hoursWorked({ problem, produced }: Quantities, t: number): number {
  return problem.pairs.reduce((sum, { hours, learned }, pair) => {
    const perUnit = (learned?.taken[t] ?? 1) * hours.reduce((total, step) => total + step.hours, 0);
    return sum + perUnit * produced[pair]![t]!;
  }, 0);
}

/** Σ weight·missing over the horizon and its continuation: the value of the aim `shortfall`. */
export function shortfallValue({ problem, delivered, backlog }: Quantities): number {
  const carried = problem.scenario.policy.backlog === 'carried';
  return problem.demands.reduce((sum, { weight, required }, demand) => {
    const missing = required.map((units, t) => (carried ? backlog[demand]![t]! : units - delivered[demand]![t]!));
    return sum + weight * missing.reduce((total, units) => total + units, 0);
  }, 0);
}
