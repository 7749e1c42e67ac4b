import { PROCESSES } from './families.ts';
import { INCUMBENTS } from './incumbents.ts';
import { between, roundTo, stream, whole } from './random.ts';
import { BASELINE, STEPS, stepsOf, usage } from './structure.ts';
import { FIRMS, type Firm, mainProcess, rateOf } from './suppliers.ts';
import { csv } from './table.ts';

/** Hours that the cranes of today take at the incumbents, per supplier and process. */
const load = new Map<string, number>();
for (const { supplier, item, quantityPerPeriod } of INCUMBENTS)
  for (const { process, perUnit } of stepsOf(item)) {
    const key = `${supplier}/${process}`;
    load.set(key, (load.get(key) ?? 0) + perUnit * quantityPerPeriod);
  }

/** Free hours before scaling: people × two thirds × 380 hours × the free share × the share of the process. */
function rawHours(firm: Firm, process: string): number {
  const free = 0.02 + 0.25 * stream('free', firm.supplier)() ** 3;
  return firm.employees * (2 / 3) * 380 * free * firm.mix.get(process)!;
}

/** An incumbent has room for a little more than it makes today. */
const incumbentHours = (firm: Firm, process: string): number =>
  (load.get(`${firm.supplier}/${process}`) ?? 0) *
  between(stream('room', firm.supplier, process), 1.22, process === 'welding' ? 1.3 : 1.4);

/** Hours of a process that the cranes of today take. */
const needOf = (process: string): number =>
  STEPS.filter((step) => step.process === process).reduce(
    (sum, step) => sum + BASELINE * usage(step.item) * step.perUnit,
    0,
  );

/** Free hours are scaled per process, so that the whole registry covers today's need as often as `cover` says. */
function scaleOf(process: string): number {
  const cover = PROCESSES.find((row) => row['process'] === process)?.['cover'];
  if (!cover) return 1;
  const having = FIRMS.filter((firm) => firm.mix.has(process));
  const today = having.reduce((sum, firm) => sum + incumbentHours(firm, process), 0);
  const others = having.filter((firm) => !load.has(`${firm.supplier}/${process}`));
  return (Number(cover) * needOf(process) - today) / others.reduce((sum, firm) => sum + rawHours(firm, process), 0);
}

const scales = new Map(PROCESSES.map((row) => [row['process']!, scaleOf(row['process']!)]));

interface Row {
  readonly supplier: string;
  readonly process: string;
  readonly hoursPerPeriod: number;
  readonly period?: string;
  readonly hourlyRate: number;
}

/** How a firm's free hours change: a few start later, a few grow, a few are taken by other work. */
function changes(firm: Firm): readonly { period?: string; factor: number }[] {
  const draw = stream('changes', firm.supplier);
  const luck = draw();
  const period = `${whole(draw, 2027, 2029)}-Q${whole(draw, 1, 4)}`;
  if (INCUMBENTS.some((row) => row.supplier === firm.supplier)) return [{ factor: 1 }];
  if (luck < 0.06) return [{ period, factor: 1.2 }];
  if (luck < 0.16) return [{ factor: 0.8 }, { period, factor: 1.3 }];
  if (luck < 0.2) return [{ factor: 1.1 }, { period, factor: 0.6 }];
  return [{ factor: luck < 0.23 ? 0 : 1 }];
}

/** Fewer hours a quarter than these, or than a fiftieth of today's need, are not offered beside a firm's main process. */
const WORTHWHILE = 14;

const isTooLittle = (firm: Firm, process: string, hours: number): boolean =>
  hours < Math.min(WORTHWHILE, needOf(process) / 50) && process !== mainProcess(firm);

const rowsOf = (firm: Firm): Row[] =>
  [...firm.mix.keys()].sort().flatMap((process) => {
    const hours = incumbentHours(firm, process) || rawHours(firm, process) * scales.get(process)!;
    const hourlyRate = rateOf(firm, process);
    if (isTooLittle(firm, process, hours)) return [];
    return changes(firm).map(({ period, factor }) => ({
      supplier: firm.supplier,
      process,
      hoursPerPeriod: roundTo(hours * factor, hours < 40 ? 1 : 5),
      ...(period === undefined ? {} : { period }),
      hourlyRate,
    }));
  });

export const capacityCsv = (): string =>
  csv(['supplier', 'process', 'hoursPerPeriod', 'period', 'hourlyRate'], FIRMS.flatMap(rowsOf));
