import { type Stream, type Streams, whole } from '../../../scenarios/registry/random.ts';
import type { Shop } from './shops.ts';

/** A line of the bill of materials from the side of the component. */
interface Use {
  readonly parent: string;
  readonly quantity: number;
}

/** A work package as it is drawn, before its hours. */
export interface Work {
  readonly item: string;
  readonly processes: readonly string[];
  readonly uses: readonly Use[];
  readonly leadTime: number;
  readonly critical: boolean;
}

/** Packages to a product. */
const PACKAGES_A_PRODUCT = 25;

/** One in five packages needs two processes, one in five is critical; one in three is a sub-assembly of a product. */
const TWO_PROCESSES = 5;
const CRITICAL = 5;
const SUB_ASSEMBLIES = 3;

const numbered = (letter: string, digits: number) => (_: unknown, at: number) =>
  `${letter}${String(at + 1).padStart(digits, '0')}`;

/** The products' names. */
export const productNames = (packages: number): readonly string[] =>
  Array.from({ length: Math.max(1, Math.round(packages / PACKAGES_A_PRODUCT)) }, numbered('PRODUCT-', 2));

const oneOf = <Entry>(draw: Stream, entries: readonly Entry[]): Entry => entries[whole(draw, 0, entries.length - 1)]!;

/** A process that somebody offers, the more likely the more firms do. */
const processOf = (draw: Stream, shops: readonly Shop[]): string => oneOf(draw, oneOf(draw, shops).offers).process;

/** Two processes that several firms offer together: of six pairs that are drawn, the one that most firms have. */
function twoProcesses(draw: Stream, shops: readonly Shop[]): readonly string[] {
  const several = shops.filter(({ offers }) => offers.length > 1);
  const pairs = [1, 2, 3, 4, 5, 6].map(() => {
    const { offers } = oneOf(draw, several);
    const first = whole(draw, 0, offers.length - 2);
    return [offers[first]!.process, offers[first + 1]!.process];
  });
  const having = (pair: readonly string[]) =>
    several.filter(({ offers }) => pair.every((process) => offers.some((offer) => offer.process === process))).length;
  return pairs.toSorted((one, other) => having(other) - having(one))[0]!;
}

/** Two levels: sub-assemblies of one product each, and components of one sub-assembly, or of two where that is drawn. */
export function drawWorks(streams: Streams, packages: number, shops: readonly Shop[]): readonly Work[] {
  const products = productNames(packages);
  const names = Array.from({ length: packages }, numbered('W', 4));
  const assemblies = names.filter((_, at) => at % SUB_ASSEMBLIES === 0);
  return names.map((item, at): Work => {
    const draw = streams('work', item);
    const isAssembly = at % SUB_ASSEMBLIES === 0;
    const parents = isAssembly ? [oneOf(draw, products)] : [oneOf(draw, assemblies), oneOf(draw, assemblies)];
    const used = new Set(draw() < 0.2 ? parents : parents.slice(0, 1));
    return {
      item,
      processes: at % TWO_PROCESSES === 1 ? twoProcesses(draw, shops) : [processOf(draw, shops)],
      uses: [...used].sort().map((parent) => ({ parent, quantity: whole(draw, 1, isAssembly ? 3 : 6) })),
      leadTime: whole(draw, 0, 2),
      critical: at % CRITICAL === 3,
    };
  });
}
