import type { FacilityLocation } from './instance.ts';
import { readNumbers } from './read-numbers.ts';

/**
 * A file of the single-source problems of Holmberg, Rönnqvist & Yuan: number of warehouses and customers; capacity and fixed cost of
 * each warehouse; the demand of every customer; then for each warehouse the cost of serving *all* of each customer from it. Some
 * collections add the optimum as a last number: it is not read, so that a proof never rests on it.
 *
 * K. Holmberg, M. Rönnqvist & D. Yuan, An exact algorithm for the capacitated facility location problems with single sourcing, European
 * Journal of Operational Research 113 (1999) 544–559; format as described with the collection of Guastaroba & Speranza (2014).
 */
export function readSingleSource(name: string, text: string): FacilityLocation {
  const numbers = readNumbers(name, text);
  const [places, served] = [numbers.count(), numbers.count()];
  const warehouses = Array.from({ length: places }, () => ({ capacity: numbers.next(), openingCost: numbers.next() }));
  const demands = numbers.row(served);
  const costs = Array.from({ length: places }, () => numbers.row(served));
  if (numbers.left() === 1) numbers.next();
  numbers.end();
  const customers = demands.map((demand, at) => ({ demand, costs: costs.map((row) => row[at]!) }));
  return { kind: 'facility-location', name, singleSource: true, warehouses, customers };
}
