import type { Assignment, FacilityLocation } from './instance.ts';

const lines = (rows: readonly (readonly number[])[]): string => `${rows.map((row) => row.join(' ')).join('\n')}\n`;

/** A splittable problem in the format of OR-Library's warehouse problems. */
export const writeWarehouses = ({ warehouses, customers }: FacilityLocation): string =>
  lines([
    [warehouses.length, customers.length],
    ...warehouses.map(({ capacity, openingCost }) => [capacity, openingCost]),
    ...customers.flatMap(({ demand, costs }) => [[demand], costs]),
  ]);

/** A single-source problem in the format of Holmberg, Rönnqvist & Yuan. */
export const writeSingleSource = ({ warehouses, customers }: FacilityLocation): string =>
  lines([
    [warehouses.length, customers.length],
    ...warehouses.map(({ capacity, openingCost }) => [capacity, openingCost]),
    customers.map(({ demand }) => demand),
    ...warehouses.map((_, place) => customers.map(({ costs }) => costs[place]!)),
  ]);

/** Assignment problems in the format of OR-Library. */
export const writeAssignments = (problems: readonly Assignment[]): string =>
  lines([
    [problems.length],
    ...problems.flatMap(({ costs, hours, capacities }) => [
      [costs.length, costs[0]!.length],
      ...costs,
      ...hours,
      capacities,
    ]),
  ]);
