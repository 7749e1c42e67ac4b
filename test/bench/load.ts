import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { type Bench, measured } from './measurement.ts';

const SUPPLIERS = 7_274;
/** Times the suppliers: 1.4 million quotes. */
const ITEMS = 192;

const PROCESSES = ['assembly', 'milling', 'sheet-metal', 'turning', 'welding'] as const;
const CERTIFICATES = ['AQAP-2110', 'EN 9100', 'ISO 14001', 'ISO 9001'] as const;

const supplierName = (k: number): string => `S${String(k + 1).padStart(4, '0')}`;
const itemName = (k: number): string => `PART-${String(k + 1).padStart(4, '0')}`;

/** A header and rows, as the bytes of a file; written piece by piece, as the largest has sixty million characters. */
function tableBytes(header: string, count: number, row: (k: number) => string): Uint8Array {
  const pieces = [`${header}\n`];
  for (let k = 0; k < count; k += 1) pieces.push(`${row(k)}\n`);
  return new Uint8Array(Buffer.from(pieces.join('')));
}

const supplierRow = (k: number): string => {
  const place = `${(51 + (k % 200) / 100).toFixed(3)},${(4 + (k % 300) / 100).toFixed(3)}`;
  return `${supplierName(k)},Firm ${k + 1},${'ABCD'[k % 4]},NL,NL326,${place},${20 + (k % 400)},${1000 + k},${k % 4},${50 + (k % 40)}.5`;
};

const certificateRow = (k: number): string => {
  const certificate = CERTIFICATES[(k % 2) * 2 + (Math.floor(k / 2) % 2)];
  return `${supplierName(Math.floor(k / 2))},${certificate},held,,202${7 + (k % 3)}-06-30,${k % 5 === 0 ? 'yes' : 'no'}`;
};

function quoteRow(k: number): string {
  const item = k % ITEMS;
  const price = `${100 + ((k * 37) % 900)}.${10 + (k % 90)}`;
  return `${supplierName(Math.floor(k / ITEMS))},${itemName(item)},${price},${(k % 40) * 25},${k % 3}`;
}

/** The registry with hours of three processes and two certificates each, and as many quotes as asked for. */
function largeFolder(quotes: number): Map<string, Uint8Array> {
  const text = (content: string): Uint8Array => new Uint8Array(Buffer.from(content));
  return new Map([
    [
      'scenario.yaml',
      text(
        'name: load\ncalendar: { start: 2026-Q1, period: quarter, periods: 20 }\nprogrammes:\n' +
          '  - { product: TOP, demand: { baseline: 10, multiplier: 3.5, reach: 2030-Q4, shape: s-curve } }\n',
      ),
    ],
    ['bom.csv', tableBytes('parent,item,quantity', ITEMS, (k) => `TOP,${itemName(k)},${1 + (k % 4)}`)],
    [
      'routing.csv',
      tableBytes('item,process,hoursPerUnit', ITEMS, (k) => `${itemName(k)},${PROCESSES[k % 5]},${4 + (k % 20)}`),
    ],
    [
      'suppliers.csv',
      tableBytes(
        'supplier,name,category,country,region,latitude,longitude,employees,onboardingCost,onboardingPeriods,hourlyRate',
        SUPPLIERS,
        supplierRow,
      ),
    ],
    [
      'capacity.csv',
      tableBytes(
        'supplier,process,hoursPerPeriod',
        3 * SUPPLIERS,
        (k) =>
          `${supplierName(Math.floor(k / 3))},${PROCESSES[(Math.floor(k / 3) + 2 * (k % 3)) % 5]},${400 + (k % 800)}`,
      ),
    ],
    [
      'certificates.csv',
      tableBytes('supplier,certificate,status,scope,validUntil,renewable', 2 * SUPPLIERS, certificateRow),
    ],
    ['quotes.csv', tableBytes('supplier,item,unitPrice,qualificationCost,qualificationPeriods', quotes, quoteRow)],
  ]);
}

async function accepted(files: ReadonlyMap<string, Uint8Array>): Promise<Scenario> {
  const read = await readScenarioFolder(files);
  if (!read.ok)
    throw new Error(
      read.problems
        .slice(0, 5)
        .map(({ message }) => message)
        .join('; '),
    );
  return read.value;
}

const rowsIn = (files: ReadonlyMap<string, Uint8Array>): number => {
  let lines = 0;
  for (const bytes of files.values())
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
};

/** What a busy machine does not lengthen much, unlike the time on the clock. */
const cpuSeconds = ({ user, system }: NodeJS.CpuUsage): string => ((user + system) / 1e6).toFixed(1);

function load(name: string, quotes: number): Bench {
  return () => {
    const files = largeFolder(quotes);
    return measured(name, rowsIn(files), async () => {
      const before = process.cpuUsage();
      const scenario = await accepted(files);
      const read = process.cpuUsage(before);
      const sha256 = await scenarioSha256(scenario);
      const all = process.cpuUsage(before);
      return `${cpuSeconds(all)} s of processor, ${cpuSeconds(read)} without the hash ${sha256.slice(0, 8)}`;
    });
  };
}

/** From the bytes of a folder to a checked scenario and its hash: the registry alone, and with every firm's quote for every part. */
export const loadBenches: readonly Bench[] = [
  load('load 7,274 suppliers with capacity and certificates', 0),
  load('load the same with 1.4 million quotes', SUPPLIERS * ITEMS),
];
