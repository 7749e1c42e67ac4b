import type { Category } from '../domain/supplier.ts';
import { csv } from '../wire/csv/write-csv.ts';
import { familyOf } from './families.ts';
import { type Firm, mainProcess } from './firm.ts';
import { rateOf } from './processes.ts';
import { between, roundTo, type Stream, type Streams, whole } from './random.ts';

const COLUMNS = [
  'supplier',
  'name',
  'group',
  'category',
  'country',
  'region',
  'place',
  'postcode',
  'latitude',
  'longitude',
  'employees',
  'defenceHeads',
  'turnover',
  'onboardingCost',
  'onboardingPeriods',
  'qualificationPeriods',
  'hourlyRate',
  'surge',
  'outageProbability',
  'timeToRecover',
  'rampRate',
  'securityLevel',
  'securityPeriods',
  'tags',
  'activities',
  'sbi',
] as const;

/** Euro and periods until a firm can start: the further from Defence, the more. */
const START: Record<Category, { cost: [number, number]; periods: [number, number]; qualification: [number, number] }> =
  {
    A: { cost: [8_000, 20_000], periods: [0, 1], qualification: [1, 1] },
    B: { cost: [15_000, 40_000], periods: [1, 1], qualification: [1, 1] },
    C: { cost: [40_000, 110_000], periods: [1, 3], qualification: [1, 2] },
    D: { cost: [60_000, 160_000], periods: [2, 4], qualification: [1, 3] },
  };

/** Regions where the grid is said to be full (invented): what is lost there is lost together. */
const FULL_GRID = new Set(['NL213', 'NL413', 'NL421', 'NL126']);

function tagsOf(firm: Firm, draw: Stream): string {
  const tags = [firm.employees < 250 ? 'SME' : 'large'];
  if (FULL_GRID.has(firm.place.region) && draw() < 0.5) tags.push(`grid-${firm.place.region}`);
  if (firm.mix.has('welding') && draw() < 0.2) tags.push('robot-welding');
  if (firm.mix.has('5-axis milling') && draw() < 0.4) tags.push('lights-out');
  return tags.join(';');
}

function defenceHeads(firm: Firm, draw: Stream): number {
  const share = { A: between(draw, 0.2, 0.6), B: between(draw, 0.05, 0.25), C: 0, D: 0 }[firm.category];
  return Math.round(firm.employees * share);
}

function row(streams: Streams, firm: Firm, name: string) {
  const draw = streams('facts', firm.supplier);
  const start = START[firm.category];
  const family = familyOf(firm.family);
  const near = (degrees: number, width: number): string => (degrees + between(draw, -width, width)).toFixed(4);
  return {
    supplier: firm.supplier,
    name,
    group: firm.group,
    category: firm.category,
    country: 'NL',
    region: firm.place.region,
    place: firm.place.place,
    postcode: firm.place.postcode,
    latitude: near(firm.place.latitude, 0.008),
    longitude: near(firm.place.longitude, 0.012),
    employees: firm.employees,
    defenceHeads: defenceHeads(firm, draw),
    turnover: roundTo(firm.employees * between(draw, 140_000, 240_000), 10_000),
    onboardingCost: roundTo(between(draw, ...start.cost), 500),
    onboardingPeriods: whole(draw, ...start.periods),
    qualificationPeriods: whole(draw, ...start.qualification),
    hourlyRate: rateOf(firm, mainProcess(firm)),
    surge: roundTo(between(draw, 0.05, 0.3), 0.01),
    outageProbability: roundTo(between(draw, 0.01, 0.06), 0.001),
    timeToRecover: whole(draw, 1, 4),
    rampRate: roundTo(between(draw, 0.1, 0.5), 0.05),
    securityLevel: firm.securityLevel,
    securityPeriods: firm.securityPeriods,
    tags: tagsOf(firm, draw),
    activities: family['activities'],
    sbi: family['sbi'],
  };
}

/** suppliers.csv: what is drawn for each firm beside what it is; a firm stands within about a kilometre of its place. */
export const suppliersCsv = (streams: Streams, firms: readonly Firm[], nameOf: (firm: Firm) => string): string =>
  csv(
    COLUMNS,
    firms.map((firm) => row(streams, firm, nameOf(firm))),
  );
