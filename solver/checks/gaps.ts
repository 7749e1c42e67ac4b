import type { AimName, AimResult } from '../../scenarios/domain/plan.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { figureFault } from './faults.ts';
import { rulesOf } from './scope.ts';
import { exceeds, moneyDiffers } from './tolerance.ts';
import { figure } from './wording.ts';

/** What is unprotected is an aim where a rule asks for protection. */
const aimsOf = ({ stated }: CheckContext): readonly AimName[] =>
  rulesOf(stated.scenario, 'survive-outage').length > 0 ? ['shortfall', 'unprotected', 'cost'] : ['shortfall', 'cost'];

/**
 * The aims in their order, each with gap = (value − bound) ÷ max(|value|, 1e-9) and no value below its bound. A plan is `optimal`
 * only when no limit was hit and each gap is at most the wanted one. The shortfall may also be within the stated
 * shortfallTolerance of its bound, which the cost may use up; differences within tolerance.ts are no gap. Gaps at the hours of one pass
 * of learning stand beside those that hold for every plan, and make no plan optimal.
 */
export const gaps: Check = {
  name: 'gaps',
  check(context) {
    const { aims, status, limits } = context.plan;
    const faults: Fault[] = [];
    const names = aims.map(({ aim }) => aim).join(', ');
    const expected = aimsOf(context).join(', ');
    if (names !== expected) faults.push({ message: `the aims are ${names || 'none'}, expected ${expected}` });
    for (const aim of aims) {
      faults.push(...aimFaults(aim), ...conditionalFaults(context, aim));
      if (status === 'optimal') faults.push(...optimalFaults(context, aim));
    }
    if (status === 'optimal' && limits.hit !== null) {
      faults.push({ message: `the plan calls itself optimal, but the limit ${limits.hit} was hit`, found: limits.hit });
    }
    return { faults };
  },
};

function aimFaults({ aim, value, bound, gap }: AimResult): Fault[] {
  const faults: Fault[] = [];
  if (exceeds(bound, value, value)) {
    const message = `${aim} is ${figure(value)}, below its own bound ${figure(bound)}`;
    faults.push({ message, found: value, expected: bound });
  }
  const expected = Math.max(0, value - bound) / Math.max(Math.abs(value), 1e-9);
  return [...faults, ...figureFault({}, `gap of ${aim}`, gap, expected)];
}

/** Where a rule lets hours fall, and only there, an aim also has a bound for the hours of the pass that made the plan. */
function conditionalFaults({ stated }: CheckContext, { aim, value, conditional }: AimResult): Fault[] {
  const learns = stated.scenario.rules.some(({ rule }) => rule === 'learning');
  if (!conditional) {
    return learns
      ? [{ message: `${aim} has no bound for the hours of the last pass, though a rule lets hours fall` }]
      : [];
  }
  if (!learns) return [{ message: `${aim} has a bound for the hours of a pass, but no rule lets hours fall` }];
  return aimFaults({ aim, value, ...conditional }).map((fault) => ({
    ...fault,
    message: `at the hours of the last pass: ${fault.message}`,
  }));
}

function optimalFaults({ stated, plan }: CheckContext, { aim, value, bound, gap }: AimResult): Fault[] {
  const wanted = plan.limits.gap;
  if (gap <= wanted + 1e-9) return [];
  const reachable = value - wanted * Math.abs(value);
  if (aim === 'cost' && !moneyDiffers(Math.min(bound, reachable), reachable)) return [];
  if (aim !== 'cost') {
    const required = stated.demand.reduce((sum, demand) => sum + demand.weight * total(demand.required), 0);
    const tolerated = aim === 'shortfall' ? stated.scenario.policy.shortfallTolerance * required : 0;
    if (!exceeds(reachable - tolerated, bound, required)) return [];
  }
  const message = `the plan calls itself optimal, but the gap of ${aim} is ${figure(gap)}, wanted ${figure(wanted)}`;
  return [{ message, found: gap, expected: wanted }];
}

const total = (units: Float64Array): number => units.reduce((sum, due) => sum + due, 0);
