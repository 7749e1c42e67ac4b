import { type Offer, offersOf } from '../../../scenarios/registry/capacity.ts';
import { drawFirms } from '../../../scenarios/registry/draw-firms.ts';
import type { Firm } from '../../../scenarios/registry/firm.ts';
import type { PopulatedPlace } from '../../../scenarios/registry/places/place.ts';
import { rateOf } from '../../../scenarios/registry/processes.ts';
import type { Streams } from '../../../scenarios/registry/random.ts';

/** A firm and the processes that it offers, sorted by name. */
export interface Shop {
  readonly firm: Firm;
  readonly offers: readonly Offer[];
}

/** The twelve processes of the bench. */
const PROCESSES: ReadonlySet<string> = new Set([
  ...['welding', 'milling', 'turning', '5-axis milling', 'grinding', 'sheet metal', 'surface treatment'],
  ...['heat treatment', 'cable harness', 'electronics assembly', 'mechanical assembly', 'test'],
]);

/** A firm offers no more processes than these, and no fewer free hours a quarter of each. */
const MOST_PROCESSES = 3;
const LEAST_HOURS = 40;

const place = (name: string, region: string, latitude: number, longitude: number, people: number): PopulatedPlace => ({
  ...{ place: name, region, latitude, longitude, people },
});

/** Some places of the registry's list, so that regions differ; people are rounded. */
const PLACES: readonly PopulatedPlace[] = [
  place('Rotterdam', 'NL33C', 51.92, 4.48, 650_000),
  place('Eindhoven', 'NL414', 51.44, 5.48, 240_000),
  place('Enschede', 'NL213', 52.22, 6.89, 160_000),
  place('Groningen', 'NL113', 53.22, 6.57, 230_000),
  place('Arnhem', 'NL226', 51.98, 5.91, 160_000),
];

const enough = (offer: Offer): Offer => ({ ...offer, hoursPerPeriod: Math.max(LEAST_HOURS, offer.hoursPerPeriod) });

/** What a firm offers: its largest processes among the twelve, or milling where it has none of them. */
function shopOf(streams: Streams, firm: Firm): Shop {
  const known = offersOf(streams, firm).filter(({ process }) => PROCESSES.has(process));
  const largest = known.toSorted((one, other) => other.hoursPerPeriod - one.hoursPerPeriod).slice(0, MOST_PROCESSES);
  const milling = {
    supplier: firm.supplier,
    process: 'milling',
    hoursPerPeriod: 0,
    hourlyRate: rateOf(firm, 'milling'),
  };
  const offers = (largest.length > 0 ? largest : [milling]).map(enough);
  return { firm, offers: offers.sort((one, other) => (one.process < other.process ? -1 : 1)) };
}

/** Firms as the registry draws them, each with one to three of the twelve processes, sorted by name. */
export const drawShops = (streams: Streams, size: number): readonly Shop[] =>
  drawFirms(streams, { size, places: PLACES }).map((firm) => shopOf(streams, firm));
