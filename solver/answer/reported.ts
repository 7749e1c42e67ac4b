import type { ReportedRow } from '../../scenarios/domain/plan.ts';
import { pairsInScope } from '../constraints/scope.ts';
import { leastSources } from '../constraints/source-count.ts';
import { type PlanningProblem, pairPosition } from '../problem.ts';
import { compare } from './awards.ts';

/** What a planner should know although it does not stop the plan, sorted by code, item and supplier. */
export function reportedRows(problem: PlanningProblem): readonly ReportedRow[] {
  const rows = [
    ...tooFewSources(problem),
    ...lockedButIneligible(problem),
    ...promisedButIneligible(problem),
    ...ineligibleIncumbents(problem),
  ];
  return rows.sort(
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

const whyNot = (problem: PlanningProblem, supplier: string, item: string): string =>
  problem
    .reasonsFor(supplier, item)
    .map(({ message }) => message)
    .join('; ');

function lockedButIneligible(problem: PlanningProblem): readonly ReportedRow[] {
  return problem.scenario.rules.flatMap((rule) => {
    if (rule.rule !== 'lock' || !rule.award || rule.item === undefined) return [];
    const { supplier, item } = rule;
    if (pairPosition(problem, supplier, item) !== undefined) return [];
    const message = `rule ${rule.id} locks ${supplier} on ${item}, which it cannot make: ${whyNot(problem, supplier, item)}`;
    return [{ code: 'locked-but-ineligible', message, item, supplier }];
  });
}

function promisedButIneligible(problem: PlanningProblem): readonly ReportedRow[] {
  const whole = problem.whole ?? problem;
  return problem.scenario.rules.flatMap((rule) => {
    if (rule.rule !== 'commitment') return [];
    const { supplier, item } = rule;
    if (pairPosition(whole, supplier, item) !== undefined) return [];
    const why = whyNot(problem, supplier, item) || `nobody is awarded ${item}`;
    const message = `rule ${rule.id} promises ${supplier} volume of ${item}, but nothing is bought or paid for: ${why}`;
    return [{ code: 'promised-but-ineligible', message, item, supplier }];
  });
}

/** Who is said to make a package today and cannot be awarded it: what the planner states does not fit together. */
function ineligibleIncumbents(problem: PlanningProblem): readonly ReportedRow[] {
  const packages = new Set(problem.packages.map((workPackage) => workPackage.item.item));
  return problem.scenario.incumbents.flatMap(({ supplier, item }) => {
    if (!packages.has(item)) return [];
    if (pairPosition(problem, supplier, item) !== undefined) return [];
    const message = `${supplier} is an incumbent of ${item} and cannot be awarded it: ${whyNot(problem, supplier, item)}`;
    return [{ code: 'incumbent-ineligible', message, item, supplier }];
  });
}
