import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Instance } from './instance.ts';
import { itemId, supplierId } from './scenario-texts.ts';

/** Units and hours that a plan may be off, relative to the quantity at hand. */
const TOLERANCE = 1e-6;

/** What a plan means for the published problem: its cost there, and what it breaks. */
export interface Judgement {
  readonly cost: number;
  readonly faults: readonly string[];
}

/**
 * Reads a plan as a solution of the published problem and computes its cost from the published figures alone: the share of each
 * customer (or job) that each warehouse (or agent) makes, its demand met, capacities kept, one source where asked for.
 */
export function judge(instance: Instance, plan: Pick<Plan, 'production'>): Judgement {
  const { places, wants } = statedBy(instance);
  const made = new Map(plan.production.map((row) => [`${row.supplier} ${row.item}`, row.quantity]));
  const shareOf = (place: number, want: number) =>
    (made.get(`${supplierId(place)} ${itemId(want)}`) ?? 0) / wants[want]!.demand;
  const faults: string[] = [];
  let cost = 0;

  wants.forEach(({ costs, singleSource }, want) => {
    const shares = places.map((_, place) => shareOf(place, want));
    const served = shares.reduce((sum, share) => sum + share, 0);
    if (Math.abs(served - 1) > TOLERANCE) faults.push(`${itemId(want)} is served to ${served}`);
    const sources = shares.filter((share) => share > TOLERANCE).length;
    if (singleSource && sources > 1) faults.push(`${itemId(want)} has ${sources} sources`);
    shares.forEach((share, place) => {
      cost += share * costs[place]!;
    });
  });
  places.forEach(({ capacity, openingCost, hours }, place) => {
    const used = hours.reduce((sum, all, want) => sum + all * shareOf(place, want), 0);
    if (used > capacity * (1 + TOLERANCE)) faults.push(`${supplierId(place)} gives ${used} of ${capacity}`);
    if (used > 0) cost += openingCost;
  });
  return { cost, faults };
}

/** Both kinds of problem in one form; `hours` is what all of a want takes at a place. */
function statedBy(instance: Instance) {
  if (instance.kind === 'assignment') {
    const { capacities, costs, hours } = instance;
    return {
      places: capacities.map((capacity, agent) => ({ capacity, openingCost: 0, hours: hours[agent]! })),
      wants: costs[0]!.map((_, job) => ({ demand: 1, costs: costs.map((row) => row[job]!), singleSource: true })),
    };
  }
  const { warehouses, customers, singleSource } = instance;
  const hours = customers.map(({ demand }) => demand);
  return {
    places: warehouses.map((warehouse) => ({ ...warehouse, hours })),
    wants: customers.map((customer) => ({ ...customer, singleSource })),
  };
}
