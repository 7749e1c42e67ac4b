import { capacityCsv, type Offer, offersOf } from './capacity.ts';
import { type Certificate, certificatesCsv, drawCertificates } from './certificates.ts';
import { drawFirms, type RegistryInput } from './draw-firms.ts';
import { expansionsCsv } from './expansions.ts';
import type { Firm } from './firm.ts';
import { type Streams, streamsOf } from './random.ts';
import { readme } from './readme.ts';
import { suppliersCsv } from './supplier-row.ts';

/** Firms that do not exist, and what they hold and offer. */
export interface Registry {
  readonly streams: Streams;
  readonly firms: readonly Firm[];
  readonly certificates: readonly Certificate[];
  readonly offers: readonly Offer[];
}

/** Certificates whose requirements contain those of ISO 9001: nobody holds or awaits one without it. */
const BUILT_ON_ISO_9001 = new Set(['AQAP-2110', 'EN 9100']);

function withFoundation(rows: readonly Certificate[]): Certificate[] {
  const founded = rows.some((row) => row.certificate === 'ISO 9001' && row.status === 'held');
  return rows.filter((row) => founded || row.status === 'obtainable' || !BUILT_ON_ISO_9001.has(row.certificate));
}

/** Draws a registry: the same for the same seed, size and places. */
export function drawRegistry({ seed, ...rest }: RegistryInput): Registry {
  const streams = streamsOf(seed);
  const firms = drawFirms(streams, rest);
  return {
    streams,
    firms,
    certificates: firms.flatMap((firm) => withFoundation(drawCertificates(streams, firm))),
    offers: firms.flatMap((firm) => offersOf(streams, firm)),
  };
}

/** No firm is called that. */
export const syntheticName = (firm: Pick<Firm, 'supplier'>): string => `Synthetic supplier ${firm.supplier.slice(1)}`;

/** The files of a registry by name, a note that says they are synthetic first: the same bytes for the same input. */
export function registryFiles(input: RegistryInput & { readonly expansions: boolean }): ReadonlyMap<string, string> {
  const { streams, firms, certificates, offers } = drawRegistry(input);
  return new Map([
    ['README.md', readme(input, firms)],
    ['suppliers.csv', suppliersCsv(streams, firms, syntheticName)],
    ['capacity.csv', capacityCsv(offers)],
    ['certificates.csv', certificatesCsv(certificates)],
    ...(input.expansions ? [['expansions.csv', expansionsCsv(streams, firms)] as const] : []),
  ]);
}
