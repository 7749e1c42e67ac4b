/** The whole numbers from … to, none when `to` is below `from`. */
export const spanOf = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
