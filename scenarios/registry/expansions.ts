import { csv } from '../wire/csv/write-csv.ts';
import { type Firm, mainProcess } from './firm.ts';
import { between, roundTo, type Streams, whole } from './random.ts';

/** Euro of a machine or cell that adds a person's worth of hours twice over; where not named, the work is done at benches. */
const MACHINE_COST: Readonly<Record<string, number>> = {
  welding: 180_000,
  'large milling': 900_000,
  milling: 260_000,
  '5-axis milling': 520_000,
  turning: 220_000,
  grinding: 240_000,
  honing: 200_000,
  'gear cutting': 480_000,
  'sheet metal': 420_000,
  'heavy pressing': 650_000,
  'surface treatment': 300_000,
  'heat treatment': 380_000,
  additive: 450_000,
};

const BENCH_COST = 60_000;

/** Productive hours that one person more adds in a quarter. */
const HOURS_A_HEAD = 380;

function optionsOf(streams: Streams, firm: Firm) {
  const process = mainProcess(firm);
  const draw = streams('expansion', firm.supplier);
  const [shift, machine] = [draw() < 0.5 && firm.employees >= 8, draw() < 0.35 && firm.employees >= 15];
  const heads = whole(draw, 2, Math.max(2, Math.round(firm.employees / 20)));
  const cost = (MACHINE_COST[process] ?? BENCH_COST) * between(draw, 0.8, 1.3);
  const named = { supplier: firm.supplier, process };
  const more = { ...named, option: 'second shift', hoursPerPeriod: heads * HOURS_A_HEAD, capex: heads * 8000 };
  const cell = { ...named, option: 'machine', hoursPerPeriod: 2 * HOURS_A_HEAD, capex: roundTo(cost, 5000) };
  return [
    ...(shift ? [{ ...more, leadTime: whole(draw, 1, 2), maximum: 1, heads }] : []),
    ...(machine ? [{ ...cell, leadTime: whole(draw, 2, 5), maximum: 2, heads: 2 }] : []),
  ];
}

/** expansions.csv: a second shift and more machines in the main process of firms that are large enough. */
export const expansionsCsv = (streams: Streams, firms: readonly Firm[]): string =>
  csv(
    ['supplier', 'process', 'option', 'hoursPerPeriod', 'capex', 'leadTime', 'maximum', 'heads'],
    firms.flatMap((firm) => optionsOf(streams, firm)),
  );
