import type { SupplierSheet } from '../../../scenarios/domain/supplier-sheet.ts';
import { sheetCsv } from './sheet-csv.ts';
import { sheetMarkdown } from './sheet-markdown.ts';

/** A supplier's id as the name of a file on any system: letters, digits, `_` and `-`; anything else as `%` and its bytes. */
const fileName = (supplier: string): string =>
  encodeURIComponent(supplier).replace(/[!'()*.~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Both files of each sheet, below the folder `sheets`; names that differ by case alone are numbered. */
export function sheetFiles(sheets: readonly SupplierSheet[]): Map<string, string> {
  const files = new Map<string, string>();
  const times = new Map<string, number>();
  for (const sheet of sheets) {
    const name = fileName(sheet.supplier);
    const before = times.get(name.toLowerCase()) ?? 0;
    times.set(name.toLowerCase(), before + 1);
    const own = before === 0 ? name : `${name}.${before + 1}`;
    files.set(`sheets/${own}.csv`, sheetCsv(sheet));
    files.set(`sheets/${own}.md`, sheetMarkdown(sheet));
  }
  return files;
}
