import type { AimName, AimPrices, Plan, PriceCertificate } from '../../scenarios/domain/plan.ts';
import { learns, withLeastHours } from '../learned.ts';
import { type PlanningProblem, planningProblem } from '../problem.ts';
import { multipliersFrom } from '../strategies/kernel/certificate.ts';
import { zerosFor } from '../strategies/kernel/multipliers.ts';
import { type PriceNames, priceNames } from '../strategies/kernel/price-names.ts';
import { priceProblem } from '../strategies/kernel/price-problem.ts';
import { boundAt } from '../strategies/kernel/prices.ts';
import { sizeOfTerms } from '../strategies/kernel/size-of-terms.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { exceeds, fallsShort, moneyDiffers } from './tolerance.ts';
import { contrast, figure } from './wording.ts';

/**
 * A bound of kind `prices` is at most the one that its prices give, evaluated anew from the scenario; no bound is below 0, as no aim can
 * be. The prices speak of what the scenario knows: its periods, packages, rules and eligible pairs, each once; every package has its
 * own; none is so large that rounding would decide.
 *
 * The bound on cost covers the plans with a shortfall of at most `most`: all that are no worse than this one there, and all within the
 * stated tolerance of the bound on the shortfall. The one check that evaluates with code that plans are made with: what
 * it judges is the value of that formula. That the formula is a bound is for docs/model.md and for tests against exact optima.
 */
export const priceBounds: Check = {
  name: 'price-bounds',
  check(context) {
    const { certificate } = context.plan;
    if (certificate.kind !== 'prices') return { faults: [] };
    const { shortfall, cost } = certificate;
    if (!shortfall && !cost) return { faults: [{ message: 'the certificate by prices has prices for no aim' }] };
    const stated = planningProblem(context.stated.scenario);
    const problem = learns(stated) ? withLeastHours(stated) : stated;
    return {
      faults: (['shortfall', 'cost'] as const).flatMap((aim) => aimFaults(context, problem, certificate, aim)),
    };
  },
};

function aimFaults(
  context: CheckContext,
  problem: PlanningProblem,
  certificate: PriceCertificate,
  aim: 'shortfall' | 'cost',
): Fault[] {
  const rows = certificate[aim];
  if (!rows) return [];
  const { bound: found, faults } = pricedBound(problem, aim, rows);
  const blame = ({ message, ...fault }: Fault): Fault => ({ ...fault, message: `prices of ${aim}: ${message}` });
  const misstated = [...capFaults(context, aim, rows).map(blame), ...faults];
  return found === undefined ? misstated : [...misstated, ...boundFaults(context.plan, aim, Math.max(0, found))];
}

/** The bound that prices give, whatever it is; none where rounding would decide on it. With what is wrong in their names. */
export function pricedBound(
  problem: PlanningProblem,
  aim: 'shortfall' | 'cost',
  rows: AimPrices,
): { readonly bound: number | undefined; readonly faults: readonly Fault[] } {
  const arrays = priceProblem(problem, aim === 'cost' ? { aim, most: rows.most ?? 0 } : { aim });
  const blame = ({ message, ...fault }: Fault): Fault => ({ ...fault, message: `prices of ${aim}: ${message}` });
  const faults = nameFaults(priceNames(problem, arrays), rows).map(blame);
  const multipliers = multipliersFrom(problem, arrays, rows, zerosFor(arrays));
  const { bound } = boundAt(arrays, multipliers);
  if (Number.isFinite(bound) && sizeOfTerms(arrays, multipliers) <= ROUNDING * Math.max(1, Math.abs(bound)))
    return { bound, faults };
  const message = 'too large, rounding would decide on the bound';
  return { bound: undefined, faults: [...faults, blame({ message })] };
}

/** A fault where a plan claims more of an aim than its prices give. */
export function boundFaults(plan: Plan, aim: AimName, expected: number): Fault[] {
  return plan.aims.flatMap(({ aim: name, bound }) => {
    if (name !== aim || !exceeds(bound, expected) || (aim === 'cost' && !moneyDiffers(bound, expected))) return [];
    const [shown, wanted] = contrast(bound, expected);
    return [{ message: `bound of ${aim} is ${shown}, but its prices give ${wanted}`, found: bound, expected }];
  });
}

/** Terms that are this many times the bound leave it its first six digits. */
const ROUNDING = 1e9;

/** `most` and `theta`: of the cost, with room for the plan and the tolerance; 1 and no limit for the shortfall. */
function capFaults({ stated, plan }: CheckContext, aim: AimName, { most, theta }: AimPrices): Fault[] {
  if (aim === 'shortfall') {
    const free = most === null ? [] : [{ message: 'most is stated, but the shortfall has no limit', found: most }];
    const one = theta === 1 ? [] : [{ message: `theta is ${theta}, expected 1`, found: theta, expected: 1 }];
    return [...free, ...one];
  }
  if (most === null) return [{ message: 'most is not stated' }];
  const required = stated.demand.reduce((sum, { weight, required: due }) => sum + weight * total(due), 0);
  const allowed = plan.aims
    .filter(({ aim: name }) => name === 'shortfall')
    .map(({ value, bound }) => Math.max(value, bound + stated.scenario.policy.shortfallTolerance * required));
  const least = Math.max(0, ...allowed);
  if (!fallsShort(most, least, required)) return [];
  const message = `most is ${figure(most)}, but plans with a shortfall of ${figure(least)} are allowed`;
  return [{ message, found: most, expected: least }];
}

function nameFaults(names: PriceNames, { periods, lambda, phi, pi, tau }: AimPrices): Fault[] {
  const faults: Fault[] = [];
  if (periods.join('\n') !== names.periods.join('\n'))
    faults.push({ message: 'periods are not those of the scenario' });
  const once = onceIn(faults);
  for (const [table, rows] of Object.entries({ lambda, phi })) {
    for (const { item, prices } of rows) {
      once(`${table}: ${item}`, { item }, names.packageOf(item) !== undefined, `unknown work package ${item}`);
      if (prices.length > periods.length)
        faults.push({ item, message: `${table}: ${item} has ${prices.length} prices for ${periods.length} periods` });
    }
  }
  for (const { rule, item } of pi) {
    const what = item === null ? `members by rule ${rule}` : `awards of ${item} by rule ${rule}`;
    const subject = { rule, ...(item !== null && { item }) };
    once(`pi: ${what}`, subject, names.countOf(rule, item) !== undefined, `unknown count of ${what}`);
  }
  for (const { supplier, item } of tau) {
    const what = `${supplier} ${item}`;
    once(`tau: ${what}`, { supplier, item }, names.pairOf(supplier, item) !== undefined, `unknown pair ${what}`);
  }
  const listed = new Set(lambda.map(({ item }) => item));
  for (const item of names.packages) {
    if (!listed.has(item)) faults.push({ item, message: `lambda: ${item} is missing` });
  }
  return faults;
}

/** Tells of a row that speaks of what is not known, and of one that stands twice. */
function onceIn(faults: Fault[]) {
  const seen = new Set<string>();
  return (row: string, subject: Omit<Fault, 'message'>, known: boolean, otherwise: string) => {
    if (!known) faults.push({ ...subject, message: `${row.split(':')[0]}: ${otherwise}` });
    else if (seen.has(row)) faults.push({ ...subject, message: `${row} stands twice` });
    seen.add(row);
  };
}

const total = (units: Float64Array): number => units.reduce((sum, due) => sum + due, 0);
