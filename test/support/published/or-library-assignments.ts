import type { Assignment } from './instance.ts';
import { readNumbers } from './read-numbers.ts';

/**
 * A file of OR-Library's generalised assignment problems (gap1 … gap12): number of problems; for each the number of agents and jobs, the
 * cost of each job by agent, the resource that each job takes by agent, and the capacity of each agent. The problems are named
 * `<name>-1`, `<name>-2` ….
 *
 * Format: J. E. Beasley, OR-Library, gapinfo.
 */
export function readAssignments(name: string, text: string): readonly Assignment[] {
  const numbers = readNumbers(name, text);
  const problems = Array.from({ length: numbers.count() }, (_, at): Assignment => {
    const [agents, jobs] = [numbers.count(), numbers.count()];
    const costs = Array.from({ length: agents }, () => numbers.row(jobs));
    const hours = Array.from({ length: agents }, () => numbers.row(jobs));
    return { kind: 'assignment', name: `${name}-${at + 1}`, costs, hours, capacities: numbers.row(agents) };
  });
  numbers.end();
  return problems;
}

/**
 * The problem of most profit as one of least cost: a job costs the highest profit of the table less its own, so that
 * least cost = jobs × highest − most profit. gap1 … gap12 are published as problems of most profit.
 */
export function leastCost(profits: Assignment): {
  readonly problem: Assignment;
  readonly costOf: (profit: number) => number;
} {
  const highest = Math.max(...profits.costs.flat());
  const jobs = profits.costs[0]!.length;
  return {
    problem: { ...profits, costs: profits.costs.map((row) => row.map((profit) => highest - profit)) },
    costOf: (profit) => jobs * highest - profit,
  };
}
