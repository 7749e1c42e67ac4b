import type { Firm } from './firm.ts';
import type { Streams } from './random.ts';

/** Productive hours of one person in a quarter: an assumption. */
const HOURS_A_QUARTER = 380;

/** Share of the people who work on the shop floor: an assumption. */
const ON_THE_FLOOR = 2 / 3;

/** Share of its hours that a firm has free for new work: 2 to 27 %, 8 % on average, most firms near the lower end. */
export const freeShare = (streams: Streams, firm: Pick<Firm, 'supplier'>): number =>
  0.02 + 0.25 * streams('free', firm.supplier)() ** 3;

/** Free hours of a firm in a process and quarter: people on the floor × hours × free share × the share of the process. */
export const freeHours = (streams: Streams, firm: Firm, process: string): number =>
  firm.employees * ON_THE_FLOOR * HOURS_A_QUARTER * freeShare(streams, firm) * firm.mix.get(process)!;
