import type { Refusal } from '../terminal/exit.ts';

/** The multiples of `--multiples 2,3,4`. */
export function multiplesOf(
  text: string | undefined,
): { readonly ok: true; readonly multiples?: readonly number[] } | Refusal {
  if (text === undefined) return { ok: true };
  const multiples = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (multiples.every((multiple) => Number.isFinite(multiple) && multiple > 0)) return { ok: true, multiples };
  return { ok: false, message: `--multiples must be numbers above 0 with commas between, got ${text}` };
}
