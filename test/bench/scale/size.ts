/** How large a generated scenario is. */
export interface Size {
  readonly packages: number;
  readonly suppliers: number;
  readonly periods: number;
}

/** The sizes of the bench, smallest first; the largest field is every firm of the study of suppliers to Defence. */
export const SIZES: readonly Size[] = [
  { packages: 20, suppliers: 100, periods: 8 },
  { packages: 40, suppliers: 300, periods: 20 },
  { packages: 100, suppliers: 1_000, periods: 20 },
  { packages: 300, suppliers: 3_000, periods: 20 },
  { packages: 1_000, suppliers: 7_274, periods: 20 },
];

/** How a size is written: packages × suppliers × periods, e.g. `20x100x8`. */
export const sizeName = ({ packages, suppliers, periods }: Size): string => `${packages}x${suppliers}x${periods}`;

/** The size of that name; throws for a name of none. */
export function sizeNamed(name: string): Size {
  const size = SIZES.find((known) => sizeName(known) === name);
  if (size === undefined) throw new Error(`there is no size ${name}: ${SIZES.map(sizeName).join(', ')}`);
  return size;
}

/** Seconds that a plan of a size is given: a minute for the smallest, forty for the largest. */
export const secondsFor = ({ packages }: Size): number =>
  60 * (packages <= 20 ? 1 : packages <= 40 ? 5 : packages <= 100 ? 15 : packages <= 300 ? 20 : 40);
