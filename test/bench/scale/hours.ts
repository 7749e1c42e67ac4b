import { between, roundTo, type Streams } from '../../../scenarios/registry/random.ts';
import type { Quoted } from './offers.ts';
import type { Shop } from './shops.ts';
import type { Work } from './works.ts';

/** Free hours of each process in all at the start, in times of what the highest demand needs. */
const ROOM = 2.3;

/** What all who quote a package could make of it alone, in times of the highest demand; and those who are ready at once. */
const ALONE = 3;
const ALONE_AT_ONCE = 1.2;

interface Drawn {
  readonly shops: readonly Shop[];
  readonly works: readonly Work[];
  readonly quoted: Quoted;
}

const freeHours = ({ offers }: Shop, process: string): number =>
  offers.find((offer) => offer.process === process)?.hoursPerPeriod ?? 0;

/**
 * Hours for one unit of each package, by process in its order. A process's free hours, divided by the room that is wanted, are shared out
 * among its packages in proportion to the free hours of those who quote each, half of that where two processes are needed, with a spread;
 * fewer hours where those who quote a package could not make enough of it.
 */
export function unitHours(streams: Streams, drawn: Drawn, units: ReadonlyMap<string, number>) {
  const { works } = drawn;
  const asked = shared(streams, drawn, units);
  const { all, atOnce } = outputs(drawn, asked);
  return works.map(({ item }, at) => {
    const most = Math.min(all[at]! / ALONE, atOnce[at]! / ALONE_AT_ONCE) / units.get(item)!;
    return asked[at]!.map((hours) => Math.max(0.01, roundTo(hours * Math.min(1, most), 0.01)));
  });
}

/** The hours for one unit before anybody asks whether those who quote can make enough. */
function shared(streams: Streams, drawn: Drawn, units: ReadonlyMap<string, number>): readonly (readonly number[])[] {
  const { shops, works, quoted } = drawn;
  const free = works.map(({ processes }) => processes.map(() => 0));
  const offered = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, value: number) => to.set(key, (to.get(key) ?? 0) + value);
  shops.forEach((shop, number) => {
    for (const { process, hoursPerPeriod } of shop.offers) add(offered, process, hoursPerPeriod);
    for (const at of quoted[number]!.works)
      works[at]!.processes.forEach((process, step) => {
        free[at]![step]! += freeHours(shop, process);
      });
  });
  const weighed = new Map<string, number>();
  const weights = works.map(({ item, processes }, at) => {
    const luck = between(streams('hours', item), 0.5, 1.5) / processes.length;
    processes.forEach((process, step) => {
      add(weighed, process, luck * free[at]![step]!);
    });
    return free[at]!.map((hours) => luck * hours);
  });
  return works.map(({ item, processes }, at) =>
    processes.map((process, step) => {
      const share = weights[at]![step]! / weighed.get(process)!;
      return (share * offered.get(process)!) / ROOM / units.get(item)!;
    }),
  );
}

/** Units of each package that all who quote it could make in a period of nothing else, and those who are ready at once. */
function outputs({ shops, works, quoted }: Drawn, hours: readonly (readonly number[])[]) {
  const [all, atOnce] = [new Float64Array(works.length), new Float64Array(works.length)];
  shops.forEach((shop, number) => {
    const own = quoted[number]!;
    own.works.forEach((at, position) => {
      const rates = works[at]!.processes.map((process, step) => freeHours(shop, process) / hours[at]![step]!);
      all[at]! += Math.min(...rates);
      if (own.waits[position] === 0) atOnce[at]! += Math.min(...rates);
    });
  });
  return { all, atOnce };
}
