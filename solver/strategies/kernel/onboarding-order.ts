import { periodsInScope, supplierInScope } from '../../constraints/scope.ts';
import type { PlanningProblem } from '../../problem.ts';

/**
 * A period for each onboarding whose time is decided, by candidate: one after the other, those with the earliest wish first (of equals the
 * first id), each in the earliest period that every onboarding-throughput leaves open. An earlier start is never worse. Undefined where
 * one finds none in time.
 */
export function onboardingOrder(
  problem: PlanningProblem,
  wish: (candidate: number) => number,
): ReadonlyMap<number, number> | undefined {
  const rules = problem.scenario.rules.flatMap((rule) =>
    rule.rule === 'onboarding-throughput' ? [{ rule, ...periodsInScope(rule.scope, problem) }] : [],
  );
  const counts = rules.map(() => new Float64Array(problem.horizon + 1));
  const timed = [...problem.candidates.keys()].filter((candidate) => problem.candidates[candidate]!.lastStart !== null);
  const wishes = new Map(timed.map((candidate) => [candidate, wish(candidate)]));
  const starts = new Map<number, number>();
  for (const candidate of timed.sort((left, right) => wishes.get(left)! - wishes.get(right)! || left - right)) {
    const { supplier, lastStart } = problem.candidates[candidate]!;
    const own = [...rules.keys()].filter((number) => supplierInScope(rules[number]!.rule.scope, supplier));
    const isOpen = (t: number) =>
      own.every((number) => {
        const { rule, from, to } = rules[number]!;
        return t < from || t > to || counts[number]![t]! < rule.max;
      });
    let start = 1;
    while (start <= lastStart! && !isOpen(start)) start += 1;
    if (start > lastStart!) return undefined;
    for (const number of own) counts[number]![start]! += 1;
    starts.set(candidate, start);
  }
  return starts;
}
