import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { CertificatePlanRow, MemberRow } from '../../scenarios/domain/plan.ts';
import { costOfUnits } from '../../scenarios/eligibility/price-breaks.ts';
import { compare, firstPeriodOf, roleOf, volumeOf } from './awards.ts';
import { capexOf } from './expansions.ts';
import type { Quantities } from './quantities.ts';

export function memberRows(quantities: Quantities): readonly MemberRow[] {
  const { problem, awarded, starts } = quantities;
  const members = [...problem.candidates.keys()].filter((candidate) =>
    problem.candidates[candidate]!.pairs.some((pair) => awarded[pair]),
  );
  const spends = members.map((candidate) => spendOn(quantities, candidate));
  const total = spends.reduce((sum, spend) => sum + spend, 0);
  return members.map((candidate, index) => {
    const { supplier, pairs } = problem.candidates[candidate]!;
    const own = pairs.filter((pair) => awarded[pair]);
    return {
      supplier: supplier.supplier,
      roles: [...new Set(own.map((pair) => roleOf(quantities, pair)))].sort(),
      start: periodLabel(problem.scenario.calendar, starts[candidate]!),
      firstPeriod: firstPeriodOf(quantities, own),
      spend: spends[index]!,
      share: total === 0 ? 0 : spends[index]! / total,
    };
  });
}

/** Production, one-off costs and capex of a member over the horizon. */
function spendOn(quantities: Quantities, candidate: number): number {
  const { problem, awarded, obtained, bought } = quantities;
  const { supplier, onboardingCost, pairs } = problem.candidates[candidate]!;
  const awards = pairs
    .filter((pair) => awarded[pair])
    .reduce((sum, pair) => {
      const own = problem.pairs[pair]!;
      return sum + costOfUnits(own, volumeOf(quantities, pair)) + own.qualificationCost;
    }, 0);
  const certificates = problem.obtainable
    .filter((row, index) => row.supplier === supplier.supplier && obtained[index])
    .reduce((sum, { cost }) => sum + cost, 0);
  return awards + onboardingCost + certificates + capexOf(problem, bought, candidate);
}

export function certificateRows({ problem, obtained, starts }: Quantities): readonly CertificatePlanRow[] {
  const { calendar } = problem.scenario;
  const startOf = new Map(problem.candidates.map(({ supplier }, candidate) => [supplier.supplier, starts[candidate]!]));
  return problem.obtainable
    .filter((_, index) => obtained[index])
    .map(({ supplier, certificate, cost, leadTime }) => ({
      supplier,
      certificate,
      start: periodLabel(calendar, startOf.get(supplier)!),
      firstPeriod: periodLabel(calendar, startOf.get(supplier)! + leadTime),
      cost,
    }))
    .sort((left, right) => compare(left.supplier, right.supplier) || compare(left.certificate, right.certificate));
}
