import type { InputProblem } from '../domain/input-problem.ts';
import { certificateKey, KNOWN_CERTIFICATES } from '../domain/known-certificates.ts';
import type { Draft } from './draft.ts';
import { respelt, type Spelling } from './respelt.ts';
import { sortPlaced } from './sort-rows.ts';
import { TABLE_KEYS } from './tables/index.ts';

/** Of names for one certificate the standard's own, else the one that suppliers use, else the first by letter. */
function chosen(names: ReadonlySet<string>, held: ReadonlySet<string>): string {
  const sorted = [...names].sort();
  return (
    sorted.find((name) => KNOWN_CERTIFICATES.includes(name)) ?? sorted.find((name) => held.has(name)) ?? sorted[0]!
  );
}

function spellingOf({ tables }: Draft): Spelling {
  const held = new Set(tables.certificates.values.map((row) => row.certificate));
  const byKey = new Map<string, Set<string>>();
  const add = (name: string): void => {
    const key = certificateKey(name);
    const names = byKey.get(key);
    if (names === undefined) byKey.set(key, new Set([name]));
    else names.add(name);
  };
  for (const name of held) add(name);
  for (const { certificates } of tables.items.values) for (const name of certificates) add(name);
  const spelling = new Map<string, string>();
  for (const names of byKey.values()) {
    if (names.size === 1) continue;
    const name = chosen(names, held);
    for (const other of names) if (other !== name) spelling.set(other, name);
  }
  return spelling;
}

function warningsOf({ tables, places }: Draft, spelling: Spelling): readonly InputProblem[] {
  const { see, warnings } = respelt(spelling, 'certificate-spelling');
  const { items, certificates } = tables;
  items.values.forEach((item, index) => {
    for (const name of item.certificates) see(name, () => places.row('items', items.at[index]!, 'certificates'));
  });
  certificates.values.forEach(({ certificate }, index) => {
    see(certificate, () => places.row('certificates', certificates.at[index]!, 'certificate'));
  });
  return warnings();
}

/** Gives every certificate one spelling throughout a draft, with a warning for each that was written differently. */
export function spellCertificates(draft: Draft): Draft {
  const spelling = spellingOf(draft);
  if (spelling.size === 0) return draft;
  const spelt = (name: string): string => spelling.get(name) ?? name;
  const { items, certificates } = draft.tables;
  const rows = certificates.values.map((row) => ({ ...row, certificate: spelt(row.certificate) }));
  const itemRows = items.values.map((item) => ({
    ...item,
    certificates: [...new Set(item.certificates.map(spelt))].sort(),
  }));
  const tables = {
    ...draft.tables,
    items: { ...items, values: itemRows },
    certificates: { ...certificates, ...sortPlaced({ values: rows, at: certificates.at }, TABLE_KEYS.certificates) },
  };
  return { ...draft, tables, warnings: [...draft.warnings, ...warningsOf(draft, spelling)] };
}
