import { DOMAIN_KINDS, type DomainKind } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';

/** What is lost together: one failure domain, or two of them. */
export interface Loss {
  /** Of each domain in it, in the order of `names`. */
  readonly kinds: readonly DomainKind[];
  /** A supplier by its id, a group, a region or a tag as suppliers.csv has it. */
  readonly names: readonly string[];
  /** Ids of the suppliers that make nothing, sorted. */
  readonly suppliers: readonly string[];
}

/** Domains of one kind, sorted by name. A site without a group is a firm by itself, and is then told as the supplier that it is. */
function domainsOf(kind: DomainKind, suppliers: readonly Supplier[]): readonly Loss[] {
  const members = new Map<string, { readonly kind: DomainKind; readonly name: string; readonly ids: string[] }>();
  const add = (own: DomainKind, name: string, { supplier }: Supplier) => {
    const key = JSON.stringify([name, own]);
    const known = members.get(key) ?? { kind: own, name, ids: [] };
    members.set(key, known);
    known.ids.push(supplier);
  };
  for (const supplier of suppliers) {
    if (kind === 'supplier') add(kind, supplier.supplier, supplier);
    else if (kind === 'tag') for (const tag of new Set(supplier.tags)) add(kind, tag, supplier);
    else if (supplier[kind] !== undefined) add(kind, supplier[kind], supplier);
    else if (kind === 'group') add('supplier', supplier.supplier, supplier);
  }
  return [...members]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { kind: own, name, ids }]) => ({ kinds: [own], names: [name], suppliers: ids.sort() }));
}

/** Of losses of the same suppliers the first. */
function different(losses: Iterable<Loss>): readonly Loss[] {
  const known = new Map<string, Loss>();
  for (const loss of losses) {
    const key = JSON.stringify(loss.suppliers);
    if (!known.has(key)) known.set(key, loss);
  }
  return [...known.values()];
}

/** The failure domains of these kinds: by kind in the order supplier, group, region, tag, then by name; of equal ones the first. */
export const failureDomains = (suppliers: readonly Supplier[], kinds: readonly DomainKind[]): readonly Loss[] =>
  different(DOMAIN_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => domainsOf(kind, suppliers)));

/** What can be lost: each domain and, with two losses, each pair of them as one; none twice. */
export function lossesOf(
  suppliers: readonly Supplier[],
  { domains, losses }: { readonly domains: readonly DomainKind[]; readonly losses: 1 | 2 },
): readonly Loss[] {
  const single = failureDomains(suppliers, domains);
  return losses === 1 ? single : different(withPairs(single));
}

function* withPairs(single: readonly Loss[]): Iterable<Loss> {
  yield* single;
  for (const [at, first] of single.entries())
    for (const second of single.slice(at + 1))
      yield {
        kinds: [...first.kinds, ...second.kinds],
        names: [...first.names, ...second.names],
        suppliers: [...new Set([...first.suppliers, ...second.suppliers])].sort(),
      };
}
