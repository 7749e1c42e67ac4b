import { nearWord } from '../wire/near-word.ts';
import type { StatedItem } from '../wire/tables/items.ts';
import { type Check, checkName } from './check.ts';

const PHANTOM_ZERO = ['leadTime', 'stock', 'safetyStock', 'materialCost'] as const;

function checkPhantom({ draft, problem }: Check, phantom: StatedItem, at: number): void {
  for (const column of PHANTOM_ZERO)
    if (phantom[column] !== 0)
      problem({
        ...draft.places.row('items', at, column),
        code: 'phantom',
        message: `the phantom ${phantom.item} is never made or stocked`,
        found: String(phantom[column]),
        expected: 'nothing',
      });
}

/** Why a row of a table cannot be about a phantom. */
const PHANTOM_ROWS = {
  routing: ['nobody makes it', 'a routing of its components, or kind make'],
  quotes: ['nobody sells it', 'quotes for its components, or kind make or buy'],
  incumbents: ['nobody makes it', 'incumbents of its components, or kind make'],
  demand: ['it cannot be delivered', 'demand for its components, or kind make'],
} as const;

/** A phantom passes its need on: it has no routing, quotes, incumbents, demand or safety stock of its own. */
function checkPhantoms(check: Check): void {
  const { items } = check.draft.tables;
  const phantoms = new Set<string>();
  items.values.forEach((item, index) => {
    if (item.kind !== 'phantom') return;
    phantoms.add(item.item);
    checkPhantom(check, item, items.at[index]!);
  });
  if (phantoms.size === 0) return;
  for (const table of ['routing', 'quotes', 'incumbents', 'demand'] as const) {
    const { values, at } = check.draft.tables[table];
    const [reason, expected] = PHANTOM_ROWS[table];
    values.forEach((row, index) => {
      if (!phantoms.has(row.item)) return;
      const place = check.draft.places.row(table, at[index]!, 'item');
      const message = `${row.item} is a phantom, a grouping in the bill of materials: ${reason}`;
      check.problem({ ...place, code: 'phantom', message, expected });
    });
  }
}

/** Operations that no supplier offers: not wrong, but most likely forgotten. */
function warnOfUnoffered({ draft, warn }: Check): void {
  const { routing, capacity } = draft.tables;
  const offered = new Set(capacity.values.map((row) => row.process));
  const reported = new Set<string>();
  routing.values.forEach(({ process }, index) => {
    if (offered.has(process) || reported.has(process)) return;
    reported.add(process);
    const near = nearWord(process, offered);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    const message = `no supplier offers the process ${process}${hint}`;
    warn({ ...draft.places.row('routing', routing.at[index]!, 'process'), code: 'unoffered-process', message });
  });
}

/** Hours of a process that nothing uses and that is almost one that is used: a registry may offer more, but this is most likely mistyped. */
function warnOfNearProcesses({ draft, warn }: Check): void {
  const { routing, quotes, capacity } = draft.tables;
  const used = new Set(routing.values.map((step) => step.process));
  for (const { process } of quotes.values) if (process !== undefined) used.add(process);
  const judged = new Set(used);
  capacity.values.forEach(({ process }, index) => {
    if (judged.has(process)) return;
    judged.add(process);
    const meant = nearWord(process, used);
    if (meant === undefined) return;
    const message = `no routing or quote uses ${process}; did you mean ${meant}?`;
    warn({ ...draft.places.row('capacity', capacity.at[index]!, 'process'), code: 'unused-process', message });
  });
}

/** Without a list of items: those that stand in routing or demand but not in the bill of materials, most likely mistyped. */
function warnOfUnlisted({ draft, warn }: Check): void {
  const { items, bom } = draft.tables;
  if (items.stated || !bom.stated) return;
  const listed = new Set(bom.values.flatMap((line) => [line.parent, line.item]));
  for (const table of ['routing', 'demand'] as const) {
    const { values, at } = draft.tables[table];
    const judged = new Set(listed);
    values.forEach(({ item }, index) => {
      if (judged.has(item)) return;
      judged.add(item);
      const near = nearWord(item, listed);
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      const message = `${item} does not stand in the bill of materials${hint}`;
      warn({ ...draft.places.row(table, at[index]!, 'item'), code: 'unlisted-item', message });
    });
  }
}

/** A stated place of delivery means nothing for what is bought without a quote: its price is all that is known of it. */
function warnOfUnshipped({ draft, warn }: Check): void {
  const { items, quotes, bom, routing } = draft.tables;
  if (!quotes.whole || quotes.broken.length > 0) return;
  const quoted = new Set(quotes.values.map(({ item }) => item));
  const made = new Set([...bom.values.map(({ parent }) => parent), ...routing.values.map(({ item }) => item)]);
  items.values.forEach(({ item, kind, deliverTo }, index) => {
    const bought = kind === 'buy' || (kind === undefined && !made.has(item));
    if (deliverTo === undefined || !bought || quoted.has(item)) return;
    const message = `nobody ships ${item}: it is bought without a quote, so deliverTo means nothing`;
    warn({ ...draft.places.row('items', items.at[index]!, 'deliverTo'), code: 'meaningless-value', message });
  });
}

/** Checks what items state against the other tables. */
export function checkItems(check: Check): void {
  const { items } = check.draft.tables;
  items.values.forEach((item, index) => {
    if (item.deliverTo === undefined) return;
    checkName(check, 'item', item.deliverTo, () => check.draft.places.row('items', items.at[index]!, 'deliverTo'));
  });
  checkPhantoms(check);
  warnOfUnshipped(check);
  warnOfUnoffered(check);
  warnOfNearProcesses(check);
  warnOfUnlisted(check);
}
