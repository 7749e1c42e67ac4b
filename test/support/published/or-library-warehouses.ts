import type { FacilityLocation } from './instance.ts';
import { readNumbers } from './read-numbers.ts';

/**
 * A file of OR-Library's capacitated warehouse location problems (cap41 … cap134, capa, capb, capc): number of warehouses and customers;
 * capacity and fixed cost of each warehouse; then for each customer its demand and the cost of serving *all* of it from each
 * warehouse. Demand may be split. In capa, capb and capc the word `capacity` stands for the capacity of the problem meant.
 *
 * Format: J. E. Beasley, OR-Library, capinfo; problems: J. E. Beasley, An algorithm for solving large capacitated warehouse location
 * problems, European Journal of Operational Research 33 (1988) 314–325.
 */
export function readWarehouses(name: string, text: string, capacity?: number): FacilityLocation {
  const numbers = readNumbers(name, text, capacity === undefined ? {} : { capacity });
  const [places, served] = [numbers.count(), numbers.count()];
  const warehouses = Array.from({ length: places }, () => ({ capacity: numbers.next(), openingCost: numbers.next() }));
  const customers = Array.from({ length: served }, () => ({ demand: numbers.next(), costs: numbers.row(places) }));
  numbers.end();
  return { kind: 'facility-location', name, singleSource: false, warehouses, customers };
}
