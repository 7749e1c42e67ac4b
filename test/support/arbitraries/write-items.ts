import { type Calendar, lastDay, periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { BomLine, DemandRow, Item, RoutingStep } from '../../../scenarios/domain/item.ts';
import type { Programme } from '../../../scenarios/domain/programme.ts';
import type { ItemGene, ScenarioGene } from './genes.ts';

/** What an item turns out to be once its place in the bill is known. */
export interface Part {
  readonly name: string;
  readonly gene: ItemGene;
  readonly use: 'routed' | 'assembly' | 'buy' | 'quoted' | 'phantom';
}

export const PROCESSES = ['milling', 'welding'] as const;
export const processNamed = (index: number): string => PROCESSES[index] ?? PROCESSES[0];
export const itemNamed = (index: number): string => `ITEM-${index}`;

type LineGene = ItemGene['line'];

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function bomLine(calendar: Calendar, parent: string, item: string, gene: LineGene): BomLine {
  const to = gene.to > 0 && gene.to >= gene.from ? gene.to : 0;
  return {
    parent,
    item,
    quantity: gene.quantity,
    scrap: gene.scrap,
    priority: gene.priority,
    ...(gene.alternate ? { alternateGroup: 'ALT' } : {}),
    ...(gene.from > 0 ? { effectiveFrom: dayAfter(lastDay(calendar, gene.from - 1)) } : {}),
    ...(to > 0 ? { effectiveTo: lastDay(calendar, to) } : {}),
  };
}

/** Lines from each item to one or two of the items before it that may have components. */
function writeBom(calendar: Calendar, items: readonly ItemGene[], quoted: (item: number) => boolean): BomLine[] {
  const parents = items.flatMap((gene, i) => (i === 0 || (gene.kind !== 'buy' && !quoted(i)) ? [i] : []));
  return items.flatMap((gene, i) => {
    const above = parents.filter((parent) => parent < i).reverse();
    const first = above[gene.line.parent % Math.max(1, above.length)];
    const second = gene.second ? above[gene.second.parent % above.length] : undefined;
    if (first === undefined) return [];
    const lines = [bomLine(calendar, itemNamed(first), itemNamed(i), gene.line)];
    if (gene.second && second !== undefined && second !== first) {
      lines.push(bomLine(calendar, itemNamed(second), itemNamed(i), gene.second));
    }
    return lines;
  });
}

/** The use of each item: an unrouted assembly only as a programme's product, a phantom only with components. */
function useOf(gene: ItemGene, index: number, bom: readonly BomLine[], product: boolean): Part['use'] {
  const filled = bom.some((line) => line.parent === itemNamed(index));
  if (index === 0) return gene.kind === 'assembly' && product && filled ? 'assembly' : 'routed';
  if (gene.kind === 'assembly') return 'routed';
  if (gene.kind === 'phantom') return filled ? 'phantom' : 'buy';
  return gene.kind;
}

function itemRow({ name, gene, use }: Part, stockAllowed: boolean, deliverTo: string | undefined): Item {
  const kind = use === 'phantom' ? 'phantom' : use === 'buy' || use === 'quoted' ? 'buy' : 'make';
  const shared = { item: name, kind, critical: gene.critical, unitValue: gene.unitValue } as const;
  if (use === 'phantom') {
    return { ...shared, leadTime: 0, materialCost: 0, certificates: [], stock: 0, safetyStock: 0 };
  }
  const awarded = use === 'routed' || use === 'quoted';
  return {
    ...shared,
    leadTime: gene.leadTime,
    weightKg: gene.weight,
    ...(use === 'routed' || (use === 'quoted' && gene.critical) ? {} : { origin: gene.origin }),
    ...(awarded && deliverTo !== undefined ? { deliverTo } : {}),
    materialCost: gene.materialCost,
    certificates: awarded && gene.certificate ? [gene.certificate] : [],
    ...(awarded && gene.secure ? { securityLevel: 'TBB3' as const } : {}),
    stock: gene.stock,
    safetyStock: use === 'routed' && stockAllowed ? (gene.safety ?? 0) : 0,
  };
}

/** Where the gene says so and it means something, the first item: all is made for it, if it is made, and its bill has no dates. */
function assemblyFor({ name, gene }: Part, bom: readonly BomLine[]): string | undefined {
  const top = itemNamed(0);
  const dated = bom.some((line) => line.effectiveFrom !== undefined || line.effectiveTo !== undefined);
  return gene.toProduct && !dated && name !== top ? top : undefined;
}

function routingOf({ name, gene, use }: Part): RoutingStep[] {
  if (use !== 'routed') return [];
  const step = (process: number, hoursPerUnit: number): RoutingStep => ({
    item: name,
    process: processNamed(process),
    hoursPerUnit,
    setupHours: gene.setup,
    lotSize: gene.lot,
  });
  return gene.both ? [step(0, gene.hours), step(1, 1)] : [step(gene.first, gene.hours)];
}

/** Items, bill of materials, routing and demand of the drawn scenario. */
export function writeItems(gene: ScenarioGene, calendar: Calendar) {
  const offered = (item: number): boolean =>
    gene.items[item]!.kind === 'quoted' && gene.suppliers.some((supplier) => supplier.quotes[item]);
  const bom = writeBom(calendar, gene.items, (item) => gene.items[item]!.kind === 'quoted');
  const product = gene.programme.present;
  const parts = gene.items.map((item, i): Part => {
    const use = useOf(item, i, bom, product);
    return { name: itemNamed(i), gene: item, use: use === 'quoted' && !offered(i) ? 'buy' : use };
  });
  const label = (index: number): string => periodLabel(calendar, 1 + (index % calendar.periods));
  const { ramp, rows, weight } = gene.programme;
  const demand = new Map<string, DemandRow>();
  const want = (item: string, wants: readonly { period: number; quantity: number }[]): void => {
    for (const { period, quantity } of wants) {
      demand.set(`${item} ${label(period)}`, { item, period: label(period), quantity });
    }
  };
  if (!ramp || !product) want(itemNamed(0), rows);
  else want(itemNamed(0), parts[0]!.gene.spares.slice(0, 1));
  for (const part of parts.slice(1)) {
    if (part.gene.spared && part.use === 'routed') want(part.name, part.gene.spares);
  }
  const other = product && gene.programme.second !== null && parts[1]?.use === 'routed' ? parts[1] : undefined;
  if (other) want(other.name, rows.slice(0, 2));
  const reach = ramp ? periodLabel(calendar, Math.min(ramp.reach, calendar.periods)) : '';
  const oem = { name: 'OEM', latitude: 52, longitude: 5.5 };
  const programme: Programme = { product: itemNamed(0), oem, weight, ...(ramp ? { demand: { ...ramp, reach } } : {}) };
  return {
    parts,
    bom,
    items: parts.map((part) => itemRow(part, gene.stock === 'allowed', assemblyFor(part, bom))),
    routing: parts.flatMap(routingOf),
    demand: [...demand.values()],
    programmes: [
      ...(product ? [programme] : []),
      ...(other ? [{ product: other.name, oem, weight: gene.programme.second! }] : []),
    ],
  };
}
