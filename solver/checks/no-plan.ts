import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Check, Fault } from './check.ts';
import { counted } from './wording.ts';

/** The tables that only a plan fills; `reported` may hold remarks on the scenario. */
const TABLES = [
  'aims',
  'products',
  'continuation',
  'members',
  'awards',
  'production',
  'shipments',
  'stock',
  'shortfall',
  'pastDue',
  'expansions',
  'certificates',
  'hires',
  'commitments',
  'rampUp',
  'rules',
] as const satisfies readonly (keyof Plan)[];

/**
 * An answer without a plan: with status `infeasible` or `unknown` every table is empty and every cost zero. An unknown answer
 * says which limit was hit.
 */
export const noPlan: Check = {
  name: 'no-plan',
  check({ plan }) {
    const faults: Fault[] = [];
    for (const name of TABLES) {
      const rows = plan[name].length;
      if (rows > 0)
        faults.push({
          message: `${name} has ${counted(rows, 'row')}, but the answer is ${plan.status}`,
          found: rows,
          expected: 0,
        });
    }
    for (const [name, euro] of Object.entries(plan.cost)) {
      if (euro !== 0)
        faults.push({
          message: `cost of ${name} is € ${euro}, but the answer is ${plan.status}`,
          found: euro,
          expected: 0,
        });
    }
    if (plan.status === 'unknown' && plan.limits.hit === null) {
      faults.push({ message: 'the answer is unknown, but no limit was hit' });
    }
    return { faults: faults };
  },
};
