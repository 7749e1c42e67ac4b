import type { AxisValue, Interval } from '../../domain/sweep.ts';

const NUMBER = String.raw`\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*`;
const RANGE = new RegExp(`^range\\(${NUMBER},${NUMBER}(?:,${NUMBER})?\\)$`, 'i');
const BETWEEN = new RegExp(`^between\\(${NUMBER},${NUMBER}\\)$`, 'i');

/** A range has so many values at most. */
const MOST_VALUES = 10_000;

/** What `range(…)` and `between(…)` are to be. */
export const VALUES_LAW = 'a list of values, range(first, last, step) or between(from, to)';

/**
 * `range(2, 4, 0.5)`: 2, 2.5, 3, 3.5, 4, the step 1 unless it is stated; `between(2, 4)`: any number of these, for a Latin hypercube. Undefined: it is
 * neither, or has no or too many values.
 */
export function readValues(text: string): readonly number[] | Interval | undefined {
  const stated = text.trim();
  const between = BETWEEN.exec(stated);
  if (between) {
    const [from, to] = [Number(between[1]), Number(between[2])];
    return from < to ? { from, to } : undefined;
  }
  const range = RANGE.exec(stated);
  if (!range) return undefined;
  const [first, last, step] = [Number(range[1]), Number(range[2]), Number(range[3] ?? 1)];
  // A last value that only rounding keeps away is one.
  const count = Math.floor((last - first) / step + 1e-9) + 1;
  if (!(step !== 0 && count >= 1 && count <= MOST_VALUES)) return undefined;
  return Array.from({ length: count }, (_, at) => Number((first + at * step).toPrecision(12)));
}

/** `2,3,four,true`: values with commas between, numbers and truths as such; or `range(…)`, `between(…)`. */
export function readTypedValues(text: string): readonly AxisValue[] | Interval | undefined {
  if (/^\s*(range|between)\s*\(/i.test(text)) return readValues(text);
  const parts = text.split(',').map((part) => part.trim());
  return parts.some((part) => part === '') ? undefined : parts.map(typed);
}

function typed(text: string): AxisValue {
  if (new RegExp(`^${NUMBER}$`, 'i').test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return text;
}
