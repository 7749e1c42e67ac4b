import type { Check } from './check.ts';
import { missingTable } from './stated.ts';

/** Items that cannot do without a routing: made components without a quote, and what is quoted without a process. */
function itemsInNeed({ draft }: Check): readonly string[] {
  const { items, bom, quotes, demand } = draft.tables;
  const kinds = new Map(items.values.map((item) => [item.item, item.kind]));
  const parents = new Set(bom.values.map((line) => line.parent));
  const products = new Set(draft.programmes.values.map((programme) => programme.product));
  const quoted = new Set(quotes.values.map((quote) => quote.item));
  const isMade = (item: string): boolean => (kinds.get(item) ?? (parents.has(item) ? 'make' : 'buy')) === 'make';
  const wanted = [...bom.values, ...demand.values].map((row) => row.item);
  const unmade = wanted.filter((item) => isMade(item) && !products.has(item) && !quoted.has(item));
  const unsaid = quotes.values.filter((quote) => quote.process === undefined).map((quote) => quote.item);
  return [...new Set([...unmade, ...unsaid])].sort();
}

/** Names the routing as missing, once, where there is none and items need one. */
export function checkRoutingStated(check: Check): void {
  const { draft, problem } = check;
  if (draft.tables.routing.stated) return;
  const lacking = itemsInNeed(check);
  if (lacking.length === 0) return;
  const more = lacking.length > 5 ? ` and ${lacking.length - 5} more` : '';
  const reason = `nothing says by which process these are made: ${lacking.slice(0, 5).join(', ')}${more}`;
  const expected = 'a table with the columns item, process and hoursPerUnit, or quotes that name their process';
  problem(missingTable(draft, 'routing', reason, expected));
}
