import type { BomLine } from '../../scenarios/domain/item.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';

/**
 * What one unit of an item due in `period` needs, found by walking every path down the BOM by recursion, line by line: slow, and
 * independent of the explosion that it judges. `dayOf` gives the day on which lines must be effective.
 */
export function naiveNeeds(
  { bom, items }: Pick<Scenario, 'bom' | 'items'>,
  item: string,
  period: number,
  dayOf: (period: number) => string,
): Record<string, number> {
  const found: Record<string, number> = {};
  const leadTime = (name: string) => items.find((row) => row.item === name)?.leadTime ?? 0;
  const effective = (line: BomLine, day: string) =>
    !(line.effectiveFrom && line.effectiveFrom > day) && !(line.effectiveTo && line.effectiveTo < day);
  const walk = (parent: string, at: number, quantity: number): void => {
    const lines = bom.filter((line) => line.parent === parent && effective(line, dayOf(at)));
    for (const line of lines) {
      const better = lines.some(
        (rival) =>
          rival !== line &&
          line.alternateGroup !== undefined &&
          rival.alternateGroup === line.alternateGroup &&
          (rival.priority < line.priority || (rival.priority === line.priority && rival.item < line.item)),
      );
      if (better) continue;
      const due = at - leadTime(parent);
      const gross = (quantity * line.quantity) / (1 - line.scrap);
      const key = `${line.item}@${due}`;
      found[key] = (found[key] ?? 0) + gross;
      walk(line.item, due, gross);
    }
  };
  walk(item, period, 1);
  return found;
}
