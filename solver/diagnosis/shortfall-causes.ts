import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { Quantities } from '../answer/quantities.ts';

/** A share of a unit below which spare capacity or stock counts as none. */
const NONE = 1e-6;

/**
 * In business words, the packages that hold back a demand in period t: those of which nothing is left on stock in the period in which
 * they are due and of which no awarded source could have made more then.
 */
export function shortfallCauses(quantities: Quantities, demand: number, t: number): readonly string[] {
  const { problem } = quantities;
  const causes = problem.packages.flatMap(({ item }) =>
    duePeriods(quantities, item.item, demand, t).flatMap((due) => causeOf(quantities, item.item, due) ?? []),
  );
  if (causes.length > 0) return causes;
  return ['no single item: limits of earlier periods and the stated rules together hold it back'];
}

function duePeriods({ problem }: Quantities, item: string, demand: number, at: number): readonly number[] {
  const due: number[] = [];
  for (let t = 1; t <= problem.horizon; t++) {
    if (problem.needs(item, t).some((term) => term.kind === 'delivery' && term.of === demand && term.at === at))
      due.push(t);
  }
  return due;
}

function causeOf(quantities: Quantities, item: string, due: number): string | undefined {
  const { problem, awarded, stock } = quantities;
  const stocked = problem.stocked.findIndex((entry) => entry.item === item);
  if (stocked >= 0 && stock[stocked]![due]! > NONE) return undefined;
  const { calendar } = problem.scenario;
  const period = periodLabel(calendar, due);
  const eligible = problem.pairsOf.get(item) ?? [];
  if (eligible.length === 0) return `${item}: no supplier is eligible`;
  const first = Math.min(...eligible.map((pair) => problem.pairs[pair]!.available.indexOf(true)));
  if (first > due) return `${item}: needed in ${period}, no source is ready before ${periodLabel(calendar, first)}`;
  const able = eligible.filter((pair) => awarded[pair] && problem.pairs[pair]!.available[due]);
  if (able.length === 0) return `${item}: no awarded source is ready in ${period}`;
  const full = able.map((pair) => exhaustedProcess(quantities, pair, due));
  if (full.some((process) => process === undefined)) return undefined;
  const processes = [...new Set(full)].sort().join(', ');
  return `${item}: ${processes} is used up in ${period} at ${able.map((pair) => problem.pairs[pair]!.supplier).join(', ')}`;
}

/** The first process in which the supplier of a pair has no hours left for another unit in t, or undefined. */
function exhaustedProcess({ problem, produced }: Quantities, pair: number, t: number): string | undefined {
  const { supplier, hours } = problem.pairs[pair]!;
  const own = problem.candidates.find((candidate) => candidate.supplier.supplier === supplier)!.pairs;
  return hours.find(({ process, hours: perUnit }) => {
    if (perUnit === 0) return false;
    const used = own.reduce((sum, other) => {
      const step = problem.pairs[other]!.hours.find((entry) => entry.process === process);
      return sum + (step?.hours ?? 0) * produced[other]![t]!;
    }, 0);
    return (problem.capacity(supplier, process, t) - used) / perUnit <= NONE;
  })?.process;
}
