import { type Firm, mainProcess } from '../../registry/firm.ts';
import { freeHours } from '../../registry/free-hours.ts';
import { rateOf } from '../../registry/processes.ts';
import { between, roundTo, type Streams, whole } from '../../registry/random.ts';
import { csv } from '../../wire/csv/write-csv.ts';
import type { Incumbency } from './incumbents.ts';
import type { Structure } from './structure.ts';

/** What capacity is drawn for. */
export interface Work {
  readonly structure: Structure;
  readonly firms: readonly Firm[];
  readonly incumbents: readonly Incumbency[];
  /** Products a quarter today. */
  readonly baseline: number;
  /** Per process: how many times today's need the free hours of all firms cover; a process left out is not scaled. */
  readonly cover: ReadonlyMap<string, number>;
}

const key = (supplier: string, process: string): string => `${supplier}/${process}`;

/** Hours that the products of today take at the incumbents, per supplier and process. */
function loadOf({ incumbents, structure }: Work): ReadonlyMap<string, number> {
  const load = new Map<string, number>();
  for (const { supplier, item, quantityPerPeriod } of incumbents)
    for (const { process, perUnit } of structure.stepsOf(item)) {
      const at = key(supplier, process);
      load.set(at, (load.get(at) ?? 0) + perUnit * quantityPerPeriod);
    }
  return load;
}

/** Hours of a process that the products of today take in a quarter. */
export const needOf = ({ structure, baseline }: Pick<Work, 'structure' | 'baseline'>, process: string): number =>
  structure.steps
    .filter((step) => step.process === process)
    .reduce((sum, step) => sum + baseline * structure.usage(step.item) * step.perUnit, 0);

/** An incumbent has room for a little more than it makes today. */
const incumbentHours = (streams: Streams, load: ReadonlyMap<string, number>, firm: Firm, process: string): number =>
  (load.get(key(firm.supplier, process)) ?? 0) *
  between(streams('room', firm.supplier, process), 1.22, process === 'welding' ? 1.3 : 1.4);

/** Free hours are scaled per process, so that all firms together cover today's need as often as `cover` says. */
function scaleOf(streams: Streams, work: Work, load: ReadonlyMap<string, number>, process: string): number {
  const cover = work.cover.get(process);
  if (!cover) return 1;
  const having = work.firms.filter((firm) => firm.mix.has(process));
  const today = having.reduce((sum, firm) => sum + incumbentHours(streams, load, firm, process), 0);
  const others = having.filter((firm) => !load.has(key(firm.supplier, process)));
  const free = others.reduce((sum, firm) => sum + freeHours(streams, firm, process), 0);
  return (cover * needOf(work, process) - today) / free;
}

/** How a firm's free hours change: a few start later, a few grow, a few are taken by other work; an incumbent's stay. */
function changes(streams: Streams, firm: Firm, isIncumbent: boolean): readonly { period?: string; factor: number }[] {
  const draw = streams('changes', firm.supplier);
  const luck = draw();
  const period = `${whole(draw, 2027, 2029)}-Q${whole(draw, 1, 4)}`;
  if (isIncumbent) return [{ factor: 1 }];
  if (luck < 0.06) return [{ period, factor: 1.2 }];
  if (luck < 0.16) return [{ factor: 0.8 }, { period, factor: 1.3 }];
  if (luck < 0.2) return [{ factor: 1.1 }, { period, factor: 0.6 }];
  return [{ factor: luck < 0.23 ? 0 : 1 }];
}

/** Fewer hours a quarter than these, or than a fiftieth of today's need, are not offered beside a firm's main process. */
const WORTHWHILE = 14;

/** capacity.csv: what incumbents use today and a little more, and the scaled free hours of the other firms. */
export function capacityCsv(streams: Streams, work: Work): string {
  const load = loadOf(work);
  const processes = new Set(work.firms.flatMap((firm) => [...firm.mix.keys()]));
  const scales = new Map([...processes].map((process) => [process, scaleOf(streams, work, load, process)]));
  const enough = new Map([...processes].map((process) => [process, Math.min(WORTHWHILE, needOf(work, process) / 50)]));
  const today = new Set(work.incumbents.map((row) => row.supplier));
  const rows = work.firms.flatMap((firm) =>
    [...firm.mix.keys()].sort().flatMap((process) => {
      const own = incumbentHours(streams, load, firm, process);
      const hours = own || freeHours(streams, firm, process) * scales.get(process)!;
      if (hours < enough.get(process)! && own === 0 && process !== mainProcess(firm)) return [];
      // Rounding must not take from a small incumbent what it makes today.
      const least = own === 0 ? 0 : Math.ceil(load.get(key(firm.supplier, process))!);
      return changes(streams, firm, today.has(firm.supplier)).map(({ period, factor }) => ({
        supplier: firm.supplier,
        process,
        hoursPerPeriod: Math.max(least, roundTo(hours * factor, hours < 40 ? 1 : 5)),
        ...(period === undefined ? {} : { period }),
        hourlyRate: rateOf(firm, process),
      }));
    }),
  );
  return csv(['supplier', 'process', 'hoursPerPeriod', 'period', 'hourlyRate'], rows);
}
