/** Terms by group: those of group g stand at starts[g] … starts[g + 1] − 1. */
export interface GroupedTerms {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** One term of a group. */
export interface GroupTerm {
  readonly group: number;
  readonly row: number;
  readonly value: number;
}

/** Terms sorted by group; within a group they keep their order. */
export function groupTerms(groups: number, terms: readonly GroupTerm[]): GroupedTerms {
  const starts = new Int32Array(groups + 1);
  for (const { group } of terms) starts[group + 1]! += 1;
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const next = Int32Array.from(starts);
  const rows = new Int32Array(terms.length);
  const values = new Float64Array(terms.length);
  for (const { group, row, value } of terms) {
    const at = next[group]!++;
    rows[at] = row;
    values[at] = value;
  }
  return { starts, rows, values };
}
