import type { CommonCause, ItemConcentration, SpendConcentration } from '../../scenarios/domain/robustness.ts';
import { DOMAIN_KINDS } from '../../scenarios/domain/rule.ts';
import type { Fraction, Units } from '../../scenarios/domain/units.ts';
import { failureDomains, type Loss } from './domains.ts';
import type { Ground } from './ground.ts';

const total = (units: Float64Array): Units => units.reduce((sum, own) => sum + own, 0);

/** Herfindahl–Hirschman index: Σ share², from nearly 0 to 1; 0 where there is nothing. */
function concentrationOf(amounts: readonly number[]): Fraction {
  const all = amounts.reduce((sum, own) => sum + own, 0);
  return all > 0 ? amounts.reduce((sum, own) => sum + (own / all) ** 2, 0) : 0;
}

/** How what is made of each item is spread over its suppliers; the most concentrated first. */
export function itemConcentration({ sources, sourcesOf }: Ground): readonly ItemConcentration[] {
  return [...sourcesOf]
    .map(([item, own]) => {
      const made = own.map((source) => total(sources[source]!.made));
      const producing = made.filter((units) => units > 0).length;
      return { item, sources: own.length, producing, concentration: concentrationOf(made) };
    })
    .sort((left, right) => right.concentration - left.concentration || (left.item < right.item ? -1 : 1));
}

/** How what is spent on production is spread over firms, groups, regions and tags. */
export function spendConcentration(ground: Ground): readonly SpendConcentration[] {
  const { sources, operation } = ground;
  const { pairs, scenario } = operation.problem;
  const spent = new Map<string, number>();
  for (const { supplier, pair, made } of sources)
    spent.set(supplier, (spent.get(supplier) ?? 0) + total(made) * pairs[pair]!.unitCost);
  const all = [...spent.values()].reduce((sum, own) => sum + own, 0);
  if (all === 0) return [];
  const members = scenario.suppliers.filter(({ supplier }) => spent.has(supplier));
  return DOMAIN_KINDS.map((by) => {
    const domains = failureDomains(members, [by]);
    const covered = new Set(domains.flatMap(({ suppliers }) => suppliers));
    const alone = members.filter(({ supplier }) => !covered.has(supplier));
    const amounts = [
      ...domains.map((domain) => ({ name: domain.names[0]!, euro: sumOf(domain, spent) })),
      ...alone.map(({ supplier }) => ({ name: supplier, euro: spent.get(supplier)! })),
    ];
    const largest = amounts.reduce((most, own) => (own.euro > most.euro ? own : most));
    const concentration = concentrationOf(amounts.map(({ euro }) => euro));
    return { by, concentration, largest: largest.name, share: largest.euro / all };
  });
}

const sumOf = ({ suppliers }: Loss, spent: ReadonlyMap<string, number>): number =>
  suppliers.reduce((sum, supplier) => sum + (spent.get(supplier) ?? 0), 0);

/** Items with two sources or more in one group, region or tag; those that have no other source first, then groups before regions before tags. */
export function commonCauses({ sources, sourcesOf, operation }: Ground): readonly CommonCause[] {
  const { suppliers } = operation.problem.scenario;
  const domains = (['group', 'region', 'tag'] as const).flatMap((kind) => failureDomains(suppliers, [kind]));
  return [...sourcesOf]
    .flatMap(([item, own]) => {
      const firms = own.map((source) => sources[source]!.supplier);
      return domains.flatMap(({ kinds, names, suppliers: inside }): readonly CommonCause[] => {
        const held = firms.filter((firm) => inside.includes(firm)).sort();
        if (held.length < 2) return [];
        return [{ item, domain: kinds[0]!, name: names[0]!, suppliers: held, all: held.length === firms.length }];
      });
    })
    .sort(
      (left, right) =>
        Number(right.all) - Number(left.all) ||
        DOMAIN_KINDS.indexOf(left.domain) - DOMAIN_KINDS.indexOf(right.domain) ||
        (left.item < right.item ? -1 : left.item > right.item ? 1 : 0),
    );
}
