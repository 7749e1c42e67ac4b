import { fewestFirms } from './fewest-firms.ts';
import { mostDutch } from './most-dutch.ts';
import { mostSpread } from './most-spread.ts';
import type { Purpose } from './purpose.ts';

/** The purposes after the cheapest plan, in their order; what is still wanted after them is filled with `different` ones. */
export const purposes: readonly Purpose[] = [mostDutch, fewestFirms, mostSpread];
