import type { Firm } from '../../../registry/firm.ts';
import { rateOf } from '../../../registry/processes.ts';
import { between, roundTo, whole } from '../../../registry/random.ts';
import { csv } from '../../../wire/csv/write-csv.ts';
import { CRANE, isCapable } from './crane.ts';
import { stream } from './seed.ts';
import { FIRMS } from './suppliers.ts';

const { hoursOf, isCritical, materialOf, packages, stepsOf, usage } = CRANE;

/** Share of the pairs that could be for which a quote stands: nearly all for a critical item, one in five for the others. */
const quoted = (item: string): number => (isCritical(item) ? 0.9 : 0.2);

function quote(firm: Firm, item: string) {
  const draw = stream('quote', firm.supplier, item);
  if (draw() >= quoted(item) || !isCapable(firm, item)) return undefined;
  const steps = stepsOf(item);
  const [only] = steps;
  const ownHours =
    steps.length === 1 && draw() < 0.3 ? roundTo(only!.perUnit * between(draw, 0.85, 1.1), 0.01) : undefined;
  const hours = steps.reduce((sum, step) => sum + (ownHours ?? step.perUnit) * rateOf(firm, step.process), 0);
  const firstArticle = 1500 + 90 * hoursOf(item) * between(draw, 0.7, 1.5) + (isCritical(item) ? 9000 : 0);
  return {
    supplier: firm.supplier,
    item,
    unitPrice: roundTo((hours + materialOf(item)) * between(draw, 0.85, 1.05), hours < 100 ? 0.5 : 5),
    hoursPerUnit: ownHours,
    maximumQuantity: draw() < 0.06 ? Math.ceil(200 * usage(item)) : undefined,
    qualificationCost: roundTo(firstArticle, 100),
    qualificationPeriods: draw() < 0.5 ? whole(draw, 1, 3) : undefined,
  };
}

/** The columns of quotes.csv. */
export const COLUMNS = [
  'supplier',
  'item',
  'unitPrice',
  'hoursPerUnit',
  'maximumQuantity',
  'qualificationCost',
  'qualificationPeriods',
] as const;

/** The rows of quotes.csv, by firm. */
export const QUOTES = FIRMS.flatMap((firm) =>
  packages.map((item) => quote(firm, item)).filter((row) => row !== undefined),
);

export const quotesCsv = (): string => csv(COLUMNS, QUOTES);
