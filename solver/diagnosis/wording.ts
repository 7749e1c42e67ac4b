/** A fraction as a percentage with at most three significant digits: 0.6 → `60 %`. */
export const percent = (fraction: number): string => `${Number((fraction * 100).toPrecision(3))} %`;

/** `1 member`, `3 members`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A quantity in units, to at most two decimals: `1 unit`, `37.5 units`. */
export const units = (quantity: number): string => counted(Number(quantity.toFixed(2)), 'unit');

/** `S1`, `S1 and S2`, `S1, S2 and S3`; more than `most` names are counted: `S1, S2 and 3 others`. */
export function listed(names: readonly string[], most = 4): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names.slice(0, -1);
  const last = names.length > most ? `${names.length - shown.length} others` : (names.at(-1) ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
