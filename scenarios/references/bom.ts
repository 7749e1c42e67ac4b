import type { Check } from './check.ts';

/** Checks each BOM line by itself, and that what is bought is not also taken apart. */
export function checkBom({ draft, problem, warn }: Check): void {
  const { bom, items } = draft.tables;
  const bought = new Set(items.values.filter((item) => item.kind === 'buy').map((item) => item.item));
  const reported = new Set<string>();
  bom.values.forEach((line, index) => {
    const place = (column: string) => draft.places.row('bom', bom.at[index]!, column);
    if (line.parent === line.item)
      problem({ ...place('item'), code: 'own-parent', message: `${line.item} is its own parent` });
    const { effectiveFrom: from, effectiveTo: to } = line;
    if (from !== undefined && to !== undefined && from > to)
      problem({
        ...place('effectiveTo'),
        code: 'reversed-dates',
        message: 'effectiveTo lies before effectiveFrom',
        found: to,
        expected: `${from} or later`,
      });
    if (!bought.has(line.parent) || reported.has(line.parent)) return;
    reported.add(line.parent);
    const message = `${line.parent} is bought (kind buy), so its components are not planned`;
    warn({ ...place('parent'), code: 'components-of-bought', message });
  });
}
