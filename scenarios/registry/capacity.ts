import { csv } from '../wire/csv/write-csv.ts';
import { type Firm, mainProcess } from './firm.ts';
import { freeHours } from './free-hours.ts';
import { rateOf } from './processes.ts';
import { roundTo, type Streams } from './random.ts';

/** Fewer free hours a quarter than these are not offered beside a firm's main process. */
const WORTHWHILE = 10;

/** A row of capacity.csv as it is drawn: free hours a quarter. */
export interface Offer {
  readonly supplier: string;
  readonly process: string;
  readonly hoursPerPeriod: number;
  readonly hourlyRate: number;
}

/** What a firm offers of each of its processes; at least one hour of its main process. */
export const offersOf = (streams: Streams, firm: Firm): Offer[] =>
  [...firm.mix.keys()].sort().flatMap((process) => {
    const hours = freeHours(streams, firm, process);
    const isMain = process === mainProcess(firm);
    if (hours < WORTHWHILE && !isMain) return [];
    const hoursPerPeriod = Math.max(1, roundTo(hours, hours < 40 ? 1 : 5));
    return [{ supplier: firm.supplier, process, hoursPerPeriod, hourlyRate: rateOf(firm, process) }];
  });

/** capacity.csv */
export const capacityCsv = (offers: readonly Offer[]): string =>
  csv(['supplier', 'process', 'hoursPerPeriod', 'hourlyRate'], offers);
