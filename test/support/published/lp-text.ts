import type { Assignment, FacilityLocation, Instance } from './instance.ts';

/**
 * The textbook MILP of a problem as a CPLEX LP text, straight from the published figures and nothing of Gilde's model:
 *
 *   location:   min Σ f[i]·y[i] + Σ c[i,j]·x[i,j],  Σ_i x[i,j] = 1,  Σ_j d[j]·x[i,j] ≤ s[i]·y[i],  x[i,j] ≤ y[i],  y whole (x too with one source)
 *   assignment: min Σ c[i,j]·x[i,j],  Σ_i x[i,j] = 1,  Σ_j r[i,j]·x[i,j] ≤ b[i],  x whole
 */
export function lpText(instance: Instance): string {
  const { cost, rows, whole } = instance.kind === 'assignment' ? assignmentModel(instance) : locationModel(instance);
  const sections = ['Minimize', ` cost: ${sum(cost)}`, 'Subject To', ...rows.map((row, at) => ` r${at + 1}: ${row}`)];
  return `${[...sections, 'Binary', ...whole.map((name) => ` ${name}`), 'End'].join('\n')}\n`;
}

type Part = readonly [coefficient: number, name: string];

interface Model {
  readonly cost: readonly Part[];
  readonly rows: readonly string[];
  readonly whole: readonly string[];
}

const share = (from: number, to: number): string => `x_${from + 1}_${to + 1}`;

function locationModel({ warehouses, customers, singleSource }: FacilityLocation): Model {
  const open = (at: number) => `y_${at + 1}`;
  const shares = warehouses.flatMap((_, i) => customers.map((_, j) => share(i, j)));
  return {
    cost: [
      ...warehouses.map(({ openingCost }, i): Part => [openingCost, open(i)]),
      ...warehouses.flatMap((_, i) => customers.map(({ costs }, j): Part => [costs[i]!, share(i, j)])),
    ],
    rows: [
      ...customers.map((_, j) => `${sum(warehouses.map((_, i): Part => [1, share(i, j)]))} = 1`),
      ...warehouses.map(({ capacity }, i) => {
        const served = customers.map(({ demand }, j): Part => [demand, share(i, j)]);
        return `${sum([...served, [-capacity, open(i)]])} <= 0`;
      }),
      ...warehouses.flatMap((_, i) =>
        customers.map(
          (_, j) =>
            `${sum([
              [1, share(i, j)],
              [-1, open(i)],
            ])} <= 0`,
        ),
      ),
    ],
    whole: [...warehouses.map((_, i) => open(i)), ...(singleSource ? shares : [])],
  };
}

function assignmentModel({ costs, hours, capacities }: Assignment): Model {
  const jobs = [...costs[0]!.keys()];
  const agents = [...costs.keys()];
  return {
    cost: agents.flatMap((i) => jobs.map((j): Part => [costs[i]![j]!, share(i, j)])),
    rows: [
      ...jobs.map((j) => `${sum(agents.map((i): Part => [1, share(i, j)]))} = 1`),
      ...agents.map((i) => `${sum(jobs.map((j): Part => [hours[i]![j]!, share(i, j)]))} <= ${capacities[i]}`),
    ],
    whole: agents.flatMap((i) => jobs.map((j) => share(i, j))),
  };
}

/** Terms of a row, ten on a line: readers of the format limit the length of a line. */
function sum(parts: readonly Part[]): string {
  const words = parts.map(([coefficient, name]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name}`);
  const chunks = Array.from({ length: Math.ceil(words.length / 10) }, (_, at) => words.slice(10 * at, 10 * at + 10));
  return chunks.map((chunk) => chunk.join(' ')).join('\n  ');
}
