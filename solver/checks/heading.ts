import type { Certificate, Plan } from '../../scenarios/domain/plan.ts';
import type { Check, Fault } from './check.ts';

/**
 * What names the plan: format `gilde-plan/1`, the scenario's name, an engine with its version, a strategy, a whole seed ≥ 0, a
 * wanted gap ≥ 0, a time limit > 0, a work limit that is null or a whole number > 0. Seed and limits may differ from those that
 * the scenario states: a caller can override them. No outage has been assessed.
 */
export const heading: Check = {
  name: 'heading',
  check({ stated, plan }) {
    const { limits } = plan;
    return {
      faults: [
        ...expect(plan.format === 'gilde-plan/1', 'format', plan.format, 'gilde-plan/1'),
        ...expect(plan.scenario.name === stated.scenario.name, 'scenario', plan.scenario.name, stated.scenario.name),
        ...expect(plan.engine.name !== '' && plan.engine.version !== '', 'engine', '', 'a name and a version'),
        ...expect(plan.strategy !== '', 'strategy', '', 'a name'),
        ...expect(isCount(plan.seed, 0), 'seed', plan.seed, 'a whole number'),
        ...expect(limits.gap >= 0, 'wanted gap', limits.gap, 'at least 0'),
        ...expect(limits.timeLimit > 0, 'time limit', limits.timeLimit, 'more than 0 seconds'),
        ...expect(
          limits.workLimit === null || isCount(limits.workLimit, 1),
          'work limit',
          String(limits.workLimit),
          'none or a whole number above 0',
        ),
        ...notPlanned(plan),
      ],
    };
  },
};

const isCount = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

function expect(holds: boolean, what: string, found: string | number, expected: string): Fault[] {
  return holds
    ? []
    : [{ message: `${what} is ${found === '' ? 'empty' : found}, expected ${expected}`, found, expected }];
}

/** Where there is no plan, no outage is assessed, and there are no prices for a bound. */
function notPlanned({ robustness, certificate, status, cases }: Plan): Fault[] {
  const isPlan = status === 'optimal' || status === 'feasible';
  const kinds: readonly Certificate['kind'][] = isPlan
    ? ['engine-claimed', cases ? 'prices-by-case' : 'prices']
    : ['engine-claimed'];
  return [
    ...expect(isPlan || !robustness.assessed, 'robustness', 'assessed', 'not assessed'),
    ...expect(kinds.includes(certificate.kind), 'kind of certificate', certificate.kind, kinds.join(' or ')),
  ];
}
