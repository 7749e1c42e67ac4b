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

/** `until 2027-Q2`, `in 2027-Q1 and from 2028-Q1 to 2028-Q4`, `in 7 of 20 periods until 2030-Q4` or `throughout`. */
export function periodsInWords(labels: readonly string[], chosen: readonly boolean[]): string {
  const starts = chosen.flatMap((is, at) => (is && !chosen[at - 1] ? [at] : []));
  const ends = chosen.flatMap((is, at) => (is && !chosen[at + 1] ? [at] : []));
  if (starts.length > 2)
    return `in ${chosen.filter(Boolean).length} of ${labels.length} periods until ${labels[ends.at(-1)!]}`;
  return starts.map((first, run) => runInWords(labels, first, ends[run]!)).join(' and ');
}

function runInWords(labels: readonly string[], first: number, last: number): string {
  if (first === last) return `in ${labels[first]}`;
  if (first === 0 && last === labels.length - 1) return 'throughout';
  return first === 0 ? `until ${labels[last]}` : `from ${labels[first]} to ${labels[last]}`;
}
