import type { ReportedRow } from '../../scenarios/domain/plan.ts';
import { pairsInScope } from '../constraints/scope.ts';
import { leastSources } from '../constraints/source-count.ts';
import type { PlanningProblem } from '../problem.ts';
import { compare } from './awards.ts';

/** What a planner should know although it does not stop the plan, sorted by code, item and supplier. */
export function reportedRows(problem: PlanningProblem): readonly ReportedRow[] {
  return [...tooFewSources(problem), ...lockedButIneligible(problem), ...ineligibleIncumbents(problem)].sort(
    (left, right) =>
      compare(left.code, right.code) ||
      compare(left.item ?? '', right.item ?? '') ||
      compare(left.supplier ?? '', right.supplier ?? '') ||
      compare(left.message, right.message),
  );
}

function tooFewSources(problem: PlanningProblem): readonly ReportedRow[] {
  return problem.scenario.rules.flatMap((rule) => {
    if (rule.rule !== 'source-count' || rule.min === undefined) return [];
    const { min } = rule;
    return pairsInScope(rule.scope, problem)
      .filter(({ pairs }) => pairs.length < min)
      .map(({ workPackage, pairs }) => {
        const item = workPackage.item.item;
        const asked = leastSources({ ...rule, strict: true }, pairs.length);
        const message = `${item} has ${pairs.length} eligible ${pairs.length === 1 ? 'source' : 'sources'}, rule ${rule.id} asks for ${asked}`;
        return { code: 'too-few-sources', message, item, supplier: null };
      });
  });
}

function lockedButIneligible(problem: PlanningProblem): readonly ReportedRow[] {
  return problem.scenario.rules.flatMap((rule) => {
    if (rule.rule !== 'lock' || !rule.award || rule.item === undefined) return [];
    const { supplier, item } = rule;
    if (problem.pairs.some((pair) => pair.supplier === supplier && pair.item === item)) return [];
    const reasons = problem.reasonsFor(supplier, item).map(({ message }) => message);
    const message = `rule ${rule.id} locks ${supplier} on ${item}, which it cannot make: ${reasons.join('; ')}`;
    return [{ code: 'locked-but-ineligible', message, item, supplier }];
  });
}

/** Who is said to make a package today and cannot be awarded it: what the planner states does not fit together. */
function ineligibleIncumbents(problem: PlanningProblem): readonly ReportedRow[] {
  const packages = new Set(problem.packages.map((workPackage) => workPackage.item.item));
  return problem.scenario.incumbents.flatMap(({ supplier, item }) => {
    if (!packages.has(item)) return [];
    if (problem.pairs.some((pair) => pair.supplier === supplier && pair.item === item)) return [];
    const reasons = problem.reasonsFor(supplier, item).map(({ message }) => message);
    const message = `${supplier} is an incumbent of ${item} and cannot be awarded it: ${reasons.join('; ')}`;
    return [{ code: 'incumbent-ineligible', message, item, supplier }];
  });
}
