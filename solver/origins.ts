import { isOneOf } from '../scenarios/countries.ts';
import type { Item } from '../scenarios/domain/item.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import { smallOrMedium } from '../scenarios/sme.ts';

/** Which of what is made and bought comes from those that a content-share names. */
export interface Content {
  /** What a supplier makes or sells of an item. */
  readonly fromSupplier: (supplier: string, item: string) => boolean;
  /** What is had without an award. */
  readonly fromItem: (item: Item) => boolean;
}

const COUNTRY = /^[A-Z]{2}$/;

/**
 * What is made is of the maker's country; what is bought is of the item's origin, or where none is stated of the seller's country. SME and tags speak
 * of suppliers, so nothing that is had without one is from these.
 */
export function contentOf({ suppliers, items }: Pick<Scenario, 'suppliers' | 'items'>, of: readonly string[]): Content {
  const countries = of.filter((name) => COUNTRY.test(name));
  const tags = of.filter((name) => !COUNTRY.test(name) && name !== 'SME');
  const small = of.includes('SME') ? smallOrMedium(suppliers) : new Set<string>();
  const firms = new Map(suppliers.map((supplier) => [supplier.supplier, supplier]));
  const bought = new Map(items.filter(({ kind }) => kind === 'buy').map(({ item, origin }) => [item, origin]));
  return {
    fromSupplier: (supplier, item) => {
      const firm = firms.get(supplier);
      return (
        isOneOf(countries, bought.get(item) ?? firm?.country) ||
        small.has(supplier) ||
        tags.some((tag) => firm?.tags.includes(tag))
      );
    },
    fromItem: ({ origin }) => isOneOf(countries, origin),
  };
}
