import type { Item } from '../domain/item.ts';
import type { Rule } from '../domain/rule.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Draft, DraftTables } from './draft.ts';
import type { Placed } from './places.ts';
import { byColumns, compareKeys } from './sort-rows.ts';
import { itemRow } from './tables/items.ts';

/**
 * Every item of the tables in order: those of `items`, and with all defaults those that only the BOM, routing or demand name.
 * An item whose kind is not stated is made when it has components or a routing, and bought otherwise.
 */
function allItems({ items, bom, routing, demand }: DraftTables): readonly Item[] {
  const listed = new Set(items.values.map((item) => item.item));
  const made = new Set<string>();
  const named = new Set<string>();
  for (const { parent, item } of bom.values) {
    made.add(parent);
    named.add(parent).add(item);
  }
  for (const { item } of routing.values) {
    made.add(item);
    named.add(item);
  }
  for (const { item } of demand.values) named.add(item);
  const added = [...named].filter((item) => !listed.has(item)).map((item) => itemRow.parse({ item }));
  return [...items.values, ...added]
    .map((item): Item => ({ ...item, kind: item.kind ?? (made.has(item.item) ? 'make' : 'buy') }))
    .sort((a, b) => compareKeys(a.item, b.item));
}

/** The scenario of a draft without problems, or undefined where a block is missing: tables, rules and programmes sorted. */
export function normalise(draft: Draft, rules: Placed<Rule>): Scenario | undefined {
  const { name, calendar, eligibility, costs, policy, robustness, risk, solve } = draft.blocks;
  if (!(name && calendar && eligibility && costs && policy && solve)) return undefined;
  const { tables } = draft;
  return {
    name,
    calendar,
    programmes: [...draft.programmes.values].sort(byColumns(['product'])),
    ...(draft.demandCases.values.length === 0 ? {} : { demandCases: draft.demandCases.values }),
    eligibility,
    rules: [...rules.values].sort(byColumns(['id'])),
    costs,
    policy,
    ...(robustness === undefined ? {} : { robustness }),
    ...(risk === undefined ? {} : { risk }),
    solve,
    bom: tables.bom.values,
    items: allItems(tables),
    routing: tables.routing.values,
    demand: tables.demand.values,
    suppliers: tables.suppliers.values,
    capacity: tables.capacity.values,
    certificates: tables.certificates.values,
    quotes: tables.quotes.values,
    incumbents: tables.incumbents.values,
    expansions: tables.expansions.values,
  };
}
