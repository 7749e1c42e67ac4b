/** One place that serves, with what it costs to open and how much it can serve. */
interface Warehouse {
  readonly capacity: number;
  readonly openingCost: number;
}

/** One place that is served; `costs` in the order of the warehouses, each for all of its demand. */
interface Customer {
  readonly demand: number;
  readonly costs: readonly number[];
}

/**
 * Capacitated facility location: open warehouses and serve every customer at least cost. With `singleSource` one warehouse serves all
 * of a customer, else any shares of its demand.
 */
export interface FacilityLocation {
  readonly kind: 'facility-location';
  readonly name: string;
  readonly singleSource: boolean;
  readonly warehouses: readonly Warehouse[];
  readonly customers: readonly Customer[];
}

/** Generalised assignment: every job goes to exactly one agent at least cost. `costs` and `hours` by agent, then job. */
export interface Assignment {
  readonly kind: 'assignment';
  readonly name: string;
  readonly capacities: readonly number[];
  readonly costs: readonly (readonly number[])[];
  readonly hours: readonly (readonly number[])[];
}

export type Instance = FacilityLocation | Assignment;
