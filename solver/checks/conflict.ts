import type { Check, Fault } from './check.ts';

/** The conflict of an infeasible scenario names rules that it states, each once; no other answer has a conflict. */
export const conflict: Check = {
  name: 'conflict',
  check({ stated, plan }) {
    const named = plan.conflict;
    if (plan.status !== 'infeasible' && named.length > 0) {
      return { faults: [{ message: `the answer is ${plan.status}, but names a conflict of ${named.join(', ')}` }] };
    }
    const known = new Set(stated.scenario.rules.map(({ id }) => id));
    const faults = named.flatMap((rule, at): Fault[] => {
      if (!known.has(rule)) return [{ rule, message: `the conflict names ${rule}, which is no rule of the scenario` }];
      return named.indexOf(rule) < at ? [{ rule, message: `the conflict names ${rule} twice` }] : [];
    });
    return { faults };
  },
};
