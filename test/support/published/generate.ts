import { type Stream, streamsOf, whole } from '../../../scenarios/registry/random.ts';
import type { Assignment, FacilityLocation } from './instance.ts';

/** Seeded once for all made-up problems: their proven optima are kept. */
const stream = streamsOf(20260101);

/**
 * A made-up location problem: places and customers on a square of 100 × 100, cost of a unit the distance, capacities that together are
 * `ratio` times the demand, opening costs that grow with the root of capacity (after G. Cornuéjols, R. Sridharan & J. M. Thizy, A
 * comparison of heuristics and relaxations for the capacitated plant location problem, European Journal of Operational Research 50,
 * 1991). All figures are whole, the same for the same name.
 */
export function generateLocation(
  name: string,
  size: { readonly warehouses: number; readonly customers: number; readonly ratio: number },
  singleSource: boolean,
): FacilityLocation {
  const draw = stream('published', name);
  const demands = Array.from({ length: size.customers }, () => whole(draw, 5, 35));
  const asked = demands.reduce((sum, demand) => sum + demand, 0);
  const weights = Array.from({ length: size.warehouses }, () => whole(draw, 10, 160));
  const weight = weights.reduce((sum, own) => sum + own, 0);
  const warehouses = weights.map((own) => {
    const capacity = Math.ceil((size.ratio * asked * own) / weight);
    return { capacity, openingCost: whole(draw, 0, 90) + Math.round(whole(draw, 100, 110) * Math.sqrt(capacity)) };
  });
  const sites = warehouses.map(() => point(draw));
  const customers = demands.map((demand) => {
    const [east, north] = point(draw);
    const costs = sites.map(([x, y]) => demand * Math.round(Math.hypot(x - east, y - north)));
    return { demand, costs };
  });
  return { kind: 'facility-location', name, singleSource, warehouses, customers };
}

const point = (draw: Stream): readonly [number, number] => [whole(draw, 0, 100), whole(draw, 0, 100)];

/**
 * A made-up assignment problem of type C (cost 10–50 and hours 5–25, unrelated) or the harder type D (hours 1–100, dearer where they are
 * short), each agent with 80 % of its mean load (S. Martello & P. Toth, Knapsack Problems, 1990, chapter 7). The same for the same name.
 */
export function generateAssignment(
  name: string,
  { agents, jobs, type }: { readonly agents: number; readonly jobs: number; readonly type: 'C' | 'D' },
): Assignment {
  const draw = stream('published', name);
  const matrix = (cell: (agent: number, job: number) => number) =>
    Array.from({ length: agents }, (_, agent) => Array.from({ length: jobs }, (_, job) => cell(agent, job)));
  const hours = matrix(() => (type === 'C' ? whole(draw, 5, 25) : whole(draw, 1, 100)));
  const costs = matrix((agent, job) =>
    type === 'C' ? whole(draw, 10, 50) : 111 - hours[agent]![job]! + whole(draw, -10, 10),
  );
  const capacities = hours.map((row) => Math.floor((0.8 * row.reduce((sum, own) => sum + own, 0)) / agents));
  return { kind: 'assignment', name, capacities, costs, hours };
}
