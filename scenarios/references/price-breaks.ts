import type { Quote } from '../domain/supplier.ts';
import { shown } from '../wire/issue-problems.ts';
import { type Check, spokenPlace } from './check.ts';

/** What a row with a price break may leave empty, and else has to state as the first row of its supplier and item does. */
const SHARED = [
  'hoursPerUnit',
  'process',
  'minimumOrder',
  'maximumQuantity',
  'qualificationCost',
  'qualificationPeriods',
] as const satisfies readonly (keyof Quote)[];

/** No amount and 0 mean the same: the price from the first unit on. */
const from = ({ fromQuantity = 0 }: Quote): number => fromQuantity;

/**
 * Several rows of quotes.csv for one supplier and item are one quote with price breaks: the first holds from the first unit on and says
 * everything else; the others say from which unit on which price holds, in the same currency, and contradict the first in nothing.
 */
export function checkPriceBreaks(check: Check): void {
  const { quotes } = check.draft.tables;
  let first = 0;
  for (let at = 0; at < quotes.values.length; at++) {
    const [head, row] = [quotes.values[first]!, quotes.values[at]!];
    if (at > 0 && head.supplier === row.supplier && head.item === row.item) checkFurther(check, first, at);
    else {
      first = at;
      checkFirst(check, at);
    }
  }
}

function checkFirst({ draft, problem }: Check, at: number): void {
  const { values, at: rows } = draft.tables.quotes;
  const row = values[at]!;
  if (from(row) === 0) return;
  const place = draft.places.row('quotes', rows[at]!, 'fromQuantity');
  const message = `no row says what the first ${from(row)} units of ${row.item} cost at ${row.supplier}`;
  const expected = 'a row with fromQuantity 0 or empty for the same supplier and item';
  problem({ ...place, code: 'missing-first-price', message, found: shown(from(row)), expected });
}

function checkFurther({ draft, problem, warn }: Check, first: number, at: number): void {
  const { values, at: rows } = draft.tables.quotes;
  const [head, row] = [values[first]!, values[at]!];
  const place = (column: keyof Quote) => draft.places.row('quotes', rows[at]!, column);
  const where = spokenPlace(draft.places.row('quotes', rows[first]!));
  if (from(row) === 0) {
    // Twice 0, or twice nothing, is told as a duplicate of any table.
    if (row.fromQuantity === head.fromQuantity) return;
    const message = `the same supplier ${row.supplier}, item ${row.item} and first unit as in ${where}`;
    problem({ ...place('supplier'), code: 'duplicate-row', message, expected: 'one of the two rows' });
    return;
  }
  for (const column of SHARED) {
    const [stated, wanted] = [row[column], head[column]];
    if (stated === undefined || stated === wanted || (column === 'qualificationCost' && stated === 0)) continue;
    const message = `a price break of ${row.supplier} for ${row.item} has to agree with the quote in ${where}`;
    const expected = wanted === undefined ? 'nothing' : `nothing or ${wanted}`;
    problem({ ...place(column), code: 'contradicting-break', message, found: shown(stated), expected });
  }
  const [currency, expected] = [row.currency ?? 'EUR', head.currency ?? 'EUR'];
  if (currency !== expected) {
    const message = `a price break of ${row.supplier} for ${row.item} is in another currency than the quote in ${where}`;
    problem({ ...place('currency'), code: 'contradicting-break', message, found: shown(currency), expected });
  }
  if (head.maximumQuantity !== undefined && from(row) >= head.maximumQuantity) {
    const message = `the price from ${from(row)} units on is never reached: ${row.supplier} makes at most ${head.maximumQuantity} ${row.item}`;
    warn({ ...place('fromQuantity'), code: 'idle-break', message });
  }
}
