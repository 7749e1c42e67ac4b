/** Keys and positions that lead to a place in a plan. */
export type Path = readonly (string | number)[];

/** Paths to everything in a value that is asked for, depth first. */
export function pathsTo(value: unknown, asked: (value: unknown, path: Path) => boolean, path: Path = []): Path[] {
  const own = asked(value, path) ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...own, ...[...steps].flatMap((step) => pathsTo(value[step as keyof typeof value], asked, [...path, step]))];
}

/** A copy of a value in which one place is changed. */
export function changed<Value>(value: Value, path: Path, change: (holder: never, step: never) => void): Value {
  const copy = structuredClone(value);
  let holder: unknown = copy;
  for (const step of path.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[step];
  change(holder as never, path.at(-1) as never);
  return copy;
}

/** For `changed`: another figure. */
export const setTo =
  (figure: number) =>
  (holder: Record<string | number, number>, step: string | number): void => {
    holder[step] = figure;
  };
/** For `changed`: the row twice. */
export const doubled = (holder: unknown[], step: number): void => {
  holder.splice(step, 0, holder[step]);
};
/** For `changed`: the row left out. */
export const dropped = (holder: unknown[], step: number): void => {
  holder.splice(step, 1);
};
