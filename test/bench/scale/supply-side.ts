import { type Calendar, periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { CapacityRow, CertificateRow, Supplier } from '../../../scenarios/domain/supplier.ts';
import { type Firm, mainProcess } from '../../../scenarios/registry/firm.ts';
import { rateOf } from '../../../scenarios/registry/processes.ts';
import { between, roundTo, type Streams, whole } from '../../../scenarios/registry/random.ts';
import { CERTIFICATE } from './demand-side.ts';
import type { Shop } from './shops.ts';

/** Euro until a firm can start: the further from Defence, the more. */
const ONBOARDING = { A: [8_000, 20_000], B: [15_000, 40_000], C: [30_000, 80_000], D: [40_000, 110_000] } as const;

const NO_TAGS: readonly string[] = [];
const EVERYTHING: readonly string[] = [];

function supplierRow(streams: Streams, firm: Firm): Supplier {
  const draw = streams('facts', firm.supplier);
  const [low, high] = ONBOARDING[firm.category];
  return {
    supplier: firm.supplier,
    category: firm.category,
    country: 'NL',
    region: firm.place.region,
    employees: firm.employees,
    onboardingCost: roundTo(between(draw, low, high), 500),
    onboardingPeriods: 0,
    qualificationPeriods: 0,
    hourlyRate: rateOf(firm, mainProcess(firm)),
    tags: NO_TAGS,
  };
}

/** Free hours from the start and, grown by 5 to 40 %, from a period in the second quarter of the horizon on. */
function capacityRows(streams: Streams, calendar: Calendar, { firm, offers }: Shop): readonly CapacityRow[] {
  const draw = streams('growth', firm.supplier);
  const period = periodLabel(calendar, whole(draw, Math.ceil(calendar.periods / 4), Math.ceil(calendar.periods / 2)));
  const growth = between(draw, 1.05, 1.4);
  return offers.flatMap(({ supplier, process, hoursPerPeriod }) => [
    { supplier, process, hoursPerPeriod },
    { supplier, process, hoursPerPeriod: Math.round(hoursPerPeriod * growth), period },
  ]);
}

/** Three of four firms hold the certificate that critical packages ask for; the others can obtain it. */
function certificateRow(streams: Streams, { supplier }: Firm): CertificateRow {
  const draw = streams('certificate', supplier);
  const named = { supplier, certificate: CERTIFICATE, scope: EVERYTHING };
  if (draw() < 0.75) return { ...named, status: 'held', renewable: true, leadTime: 0, cost: 0 };
  const cost = roundTo(between(draw, 8_000, 25_000), 500);
  return { ...named, status: 'obtainable', renewable: false, leadTime: whole(draw, 1, 3), cost };
}

/** Suppliers with their hours and certificates, sorted by key. */
export const supplySide = (
  streams: Streams,
  calendar: Calendar,
  shops: readonly Shop[],
): Pick<Scenario, 'suppliers' | 'capacity' | 'certificates' | 'incumbents' | 'expansions'> => ({
  suppliers: shops.map(({ firm }) => supplierRow(streams, firm)),
  capacity: shops.flatMap((shop) => capacityRows(streams, calendar, shop)),
  certificates: shops.map(({ firm }) => certificateRow(streams, firm)),
  incumbents: [],
  expansions: [],
});
