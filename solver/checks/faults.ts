import type { Fault } from './check.ts';
import { moneyDiffers, nullableDiffers } from './tolerance.ts';
import { contrast, orNone } from './wording.ts';

/** What a fault is about. */
export type Subject = Pick<Fault, 'rule' | 'item' | 'supplier' | 'period'>;

const asText = (value: number | null): number | string => (value === null ? 'none' : value);

/** A fault when a stated figure is not the recomputed one: `<what> is 0.61, expected 0.6`. */
export function figureFault(subject: Subject, what: string, found: number | null, expected: number | null): Fault[] {
  if (!nullableDiffers(found, expected)) return [];
  const shown = found === null || expected === null ? [orNone(found), orNone(expected)] : contrast(found, expected);
  const message = `${what} is ${shown[0]}, expected ${shown[1]}`;
  return [{ ...subject, message, found: asText(found), expected: asText(expected) }];
}

/** A fault when a stated amount of money is not the recomputed one: `<what> is € 120, expected € 100`. */
export function moneyFault(subject: Subject, what: string, found: number, expected: number): Fault[] {
  if (!moneyDiffers(found, expected)) return [];
  const [shown, wanted] = contrast(found, expected);
  return [{ ...subject, message: `${what} is € ${shown}, expected € ${wanted}`, found, expected }];
}

/** A fault when a stated text is not the expected one; null reads as `none`. */
export function textFault(subject: Subject, what: string, found: string | null, expected: string | null): Fault[] {
  if (found === expected) return [];
  const [shown, wanted] = [orNone(found), orNone(expected)];
  return [{ ...subject, message: `${what} is ${shown}, expected ${wanted}`, found: shown, expected: wanted }];
}
