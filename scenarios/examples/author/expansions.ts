import type { Firm } from '../../registry/firm.ts';
import { between, roundTo, type Streams, whole } from '../../registry/random.ts';
import { table } from '../../registry/table.ts';
import { csv } from '../../wire/csv/write-csv.ts';

/** What one more place of work of a process costs, in thousands of euro, and the periods until it runs: assumptions. */
const PLACES = new Map(
  table(`
process               | name              | capex | lead
welding               | welding robot     | 310   | 3
large milling         | portal mill       | 1250  | 4
milling               | machining centre  | 280   | 2
5-axis milling        | 5-axis centre     | 520   | 3
turning               | turning centre    | 240   | 2
grinding              | grinder           | 330   | 3
honing                | honing machine    | 410   | 3
gear cutting          | gear cutter       | 780   | 4
sheet metal           | press brake       | 260   | 2
heavy pressing        | press             | 1600  | 4
tube bending          | tube bender       | 190   | 2
surface treatment     | coating line      | 640   | 3
heat treatment        | furnace           | 720   | 3
cable harness         | harness bench     | 60    | 1
electronics assembly  | assembly line     | 430   | 2
hydraulics assembly   | assembly bench    | 85    | 1
mechanical assembly   | assembly bench    | 70    | 1
test                  | test stand        | 260   | 2
`).map((row) => [row['process']!, row]),
);

/** Hours of one shift in a quarter that one more machine adds: 380 hours at three quarters of use. */
const MACHINE_HOURS = 285;

/** Hours a quarter of one person of a further shift on machines that stand there: half of its time. */
const SHIFT_HOURS = 190;

/** A machine or bench for about every third process of a firm, and a further shift for about every fourth. */
function expansionsOf(stream: Streams, firm: Firm) {
  return [...firm.mix.keys()].sort().flatMap((process) => {
    const place = PLACES.get(process);
    if (!place) return [];
    const draw = stream('expansion', firm.supplier, process);
    const machine = {
      ...{ supplier: firm.supplier, process, option: place['name']!, hoursPerPeriod: MACHINE_HOURS },
      capex: roundTo(Number(place['capex']) * 1000 * between(draw, 0.85, 1.2), 1000),
      leadTime: Number(place['lead']),
      ...{ maximum: whole(draw, 1, 2), heads: 1 },
    };
    const people = whole(draw, 1, 3);
    const shift = {
      ...{ supplier: firm.supplier, process, option: 'shift', hoursPerPeriod: SHIFT_HOURS * people },
      capex: roundTo(between(draw, 9_000, 22_000) * people, 500),
      ...{ leadTime: whole(draw, 1, 2), maximum: 1, heads: people },
    };
    const luck = draw();
    return [...(luck < 0.35 ? [machine] : []), ...(luck > 0.25 && luck < 0.5 ? [shift] : [])];
  });
}

const COLUMNS = ['supplier', 'process', 'option', 'hoursPerPeriod', 'capex', 'leadTime', 'maximum', 'heads'] as const;

/** The expansions of these firms, drawn firm by firm. */
export const expansionsCsv = (stream: Streams, firms: readonly Firm[]): string =>
  csv(
    COLUMNS,
    firms.flatMap((firm) => expansionsOf(stream, firm)),
  );
