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

/** A phantom passes its need on: it has no routing, quotes, incumbents or safety stock of its own. */
function checkPhantoms(check: Check): void {
  const { items, routing, quotes, incumbents } = check.draft.tables;
  const phantoms = new Set<string>();
  items.values.forEach((item, index) => {
    if (item.kind !== 'phantom') return;
    phantoms.add(item.item);
    checkPhantom(check, item, items.at[index]!);
  });
  if (phantoms.size === 0) return;
  for (const [table, { values, at }] of Object.entries({ routing, quotes, incumbents }))
    values.forEach((row, index) => {
      if (!phantoms.has(row.item)) return;
      const place = check.draft.places.row(table as 'routing' | 'quotes' | 'incumbents', at[index]!, 'item');
      check.problem({ ...place, code: 'phantom', message: `${row.item} is a phantom: nobody makes or sells it` });
    });
}

/** Needs that no supplier can meet as stated: not wrong, but most likely forgotten. */
function warnOfOrphans({ draft, warn }: Check): void {
  const { items, certificates, routing, capacity } = draft.tables;
  const held = new Set(certificates.values.map((row) => row.certificate));
  items.values.forEach((item, index) => {
    const unknown = item.certificates.filter((name) => !held.has(name));
    if (unknown.length === 0) return;
    const message = `no supplier holds or can obtain ${unknown.join(', ')}, which ${item.item} requires`;
    warn({ ...draft.places.row('items', items.at[index]!, 'certificates'), code: 'unheld-certificate', message });
  });
  const offered = new Set(capacity.values.map((row) => row.process));
  const reported = new Set<string>();
  routing.values.forEach(({ process }, index) => {
    if (offered.has(process) || reported.has(process)) return;
    reported.add(process);
    const message = `no supplier offers the process ${process}`;
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

/** Items that only routing or demand knows although there is a list of items: most likely mistyped. */
function warnOfUnlisted({ draft, warn }: Check): void {
  const { items, bom, routing, demand } = draft.tables;
  if (!items.stated) return;
  const listed = new Set(items.values.map((item) => item.item));
  for (const line of bom.values) listed.add(line.parent).add(line.item);
  for (const [table, { values, at }] of Object.entries({ routing, demand })) {
    const strange = values.map((row) => row.item).filter((item) => !listed.has(item));
    if (strange.length === 0) continue;
    const first = at[values.findIndex((row) => row.item === strange[0])]!;
    const names = [...new Set(strange)];
    const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
    const message = `neither in items nor in bom: ${names.slice(0, 5).join(', ')}${more}`;
    warn({ ...draft.places.row(table as 'routing' | 'demand', first, 'item'), code: 'unlisted-item', message });
  }
}

/** Checks what items state against the other tables. */
export function checkItems(check: Check): void {
  const { items } = check.draft.tables;
  items.values.forEach((item, index) => {
    if (item.deliverTo === undefined) return;
    checkName(check, 'item', item.deliverTo, () => check.draft.places.row('items', items.at[index]!, 'deliverTo'));
  });
  checkPhantoms(check);
  warnOfOrphans(check);
  warnOfNearProcesses(check);
  warnOfUnlisted(check);
}
