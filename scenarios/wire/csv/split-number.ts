import type { NumberStyle } from './cells.ts';
import type { Header } from './header.ts';

/** So many numbers of one row are put together at most: every way to do so is tried. */
const MOST_NUMBERS = 3;

/**
 * What to tell the writer of a row with too many cells that is a good one once neighbours are put together to numbers with a decimal
 * comma; undefined where there is no such way. Of several the first is told.
 */
export function splitNumber(
  record: readonly string[],
  { columns, cells }: Header,
  { locale, commas }: NumberStyle,
  isGood: (record: readonly string[]) => boolean,
): string | undefined {
  if (!commas || record.length <= cells || record.length > cells + MOST_NUMBERS) return undefined;
  const numeric = new Set(columns.filter(({ kind }) => kind === 'number').map(({ index }) => index));
  const sign = locale === 'comma' ? ',' : '.';
  const split = firstSplit(record, cells, sign, (index) => numeric.has(index), isGood);
  if (split === undefined) return undefined;
  const [whole, decimals] = split;
  const remedy = locale === 'comma' ? 'quote it, or use ; between the cells' : inPoints(whole, decimals);
  return `${whole},${decimals} looks like a decimal comma: ${remedy}`;
}

type Split = readonly [whole: string, decimals: string];

/** The first pair of neighbours in the first way to put pairs together that leaves a good row. */
function firstSplit(
  record: readonly string[],
  cells: number,
  sign: string,
  isNumeric: (index: number) => boolean,
  isGood: (record: readonly string[]) => boolean,
  from = 0,
): Split | undefined {
  for (let index = from; index + 1 < record.length; index += 1) {
    const [whole, decimals] = [record[index]!.trim(), record[index + 1]!.trim()];
    if (!isNumeric(index) || !/^[+-]?\d+$/.test(whole) || !/^\d{1,3}$/.test(decimals)) continue;
    const mended = [...record.slice(0, index), whole + sign + decimals, ...record.slice(index + 2)];
    const good =
      mended.length === cells
        ? isGood(mended)
        : firstSplit(mended, cells, sign, isNumeric, isGood, index + 1) !== undefined;
    if (good) return [whole, decimals];
  }
  return undefined;
}

const inPoints = (whole: string, decimals: string): string =>
  `write ${whole}.${decimals}, or use ; between the cells and \`locale: comma\` in scenario.yaml`;
