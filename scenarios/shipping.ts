import type { RowProblem } from './domain/input-problem.ts';
import type { Item } from './domain/item.ts';
import type { Scenario } from './domain/scenario.ts';
import type { Euro } from './domain/units.ts';
import type { Explosion } from './explode-bom.ts';
import type { WorkPackage } from './work-packages.ts';

/** Degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth. */
const EARTH_KM = 6371.0088;

/** Great-circle distance in km by the haversine formula (Sinnott, Sky & Telescope 68, 1984); roads are longer. */
export function kilometres(from: Coordinates, to: Coordinates): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(to.latitude - from.latitude) / 2);
  const east = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord = north ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Coordinates of a firm or an OEM that states both. */
export function placeOf(stated: Partial<Coordinates> | undefined): Coordinates | undefined {
  const { latitude, longitude } = stated ?? {};
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** Euro for one unit over one kilometre: transportPerTonneKm × weightKg ÷ 1000. */
export const ratePerKm = ({ costs }: Pick<Scenario, 'costs'>, { weightKg = 0 }: Item): Euro =>
  (costs.transportPerTonneKm * weightKg) / 1000;

/**
 * What is missing where transport is priced: the coordinates of a firm that can make something and of the OEM of a product, the weight
 * of a work package; and a `deliverTo` that says nothing a plan can follow.
 */
export function shippingProblems(
  scenario: Scenario,
  explosion: Explosion,
  packages: readonly WorkPackage[],
  pairs: readonly { readonly supplier: string }[],
): readonly RowProblem[] {
  if (scenario.costs.transportPerTonneKm === 0) return [];
  const able = new Set(pairs.map(({ supplier }) => supplier));
  const firms = scenario.suppliers
    .filter((firm) => able.has(firm.supplier) && !placeOf(firm))
    .map(({ supplier }) =>
      missing('suppliers.csv', 'latitude', `${supplier} can make something but has no coordinates`, { supplier }),
    );
  const oems = scenario.programmes
    .filter(({ oem }) => !placeOf(oem))
    .map(({ product }) =>
      missing('scenario.yaml', 'programmes', `the OEM of ${product} has no latitude and longitude`),
    );
  const weights = packages
    .filter(({ item }) => item.weightKg === undefined)
    .map(({ item }) =>
      missing('items.csv', 'weightKg', `${item.item} is made by suppliers but has no weightKg`, { item: item.item }),
    );
  const detours = packages.flatMap(({ item }) => detourProblems(scenario, explosion, item));
  return [...firms, ...oems, ...weights, ...detours];
}

const missing = (file: string, column: string, what: string, row?: RowProblem['row']): RowProblem => ({
  ...(row === undefined ? {} : { row }),
  code: 'missing-for-transport',
  file,
  column,
  message: `${what}, while costs.transportPerTonneKm prices transport`,
});

/** A part can be delivered to the maker of an assembly that everything made of the part goes into, over lines without dates. */
function detourProblems(
  { bom, items }: Scenario,
  explosion: Explosion,
  { item, deliverTo }: Item,
): readonly RowProblem[] {
  if (deliverTo === undefined) return [];
  const refuse = (message: string): readonly RowProblem[] => [
    { row: { item }, code: 'deliver-to', file: 'items.csv', column: 'deliverTo', message, found: deliverTo },
  ];
  const target = items.find((row) => row.item === deliverTo);
  if (target?.kind !== 'make') return refuse(`${item} can be delivered only to the makers of a made item`);
  const below = new Set([deliverTo, ...explosion.needsOf(deliverTo, 1).map((need) => need.item)]);
  if (deliverTo === item || !below.has(item)) return refuse(`${item} does not go into ${deliverTo}`);
  const outside = bom.find((line) => line.item === item && !below.has(line.parent));
  if (outside) return refuse(`${item} also goes into ${outside.parent}, which is no part of ${deliverTo}`);
  const carries = (other: string) => other === item || explosion.needsOf(other, 1).some((need) => need.item === item);
  const dated = bom.find(
    ({ parent, item: component, effectiveFrom, effectiveTo }) =>
      (effectiveFrom !== undefined || effectiveTo !== undefined) && below.has(parent) && carries(component),
  );
  return dated ? refuse(`the bill of ${deliverTo} changes over time (${dated.parent} → ${dated.item})`) : [];
}
