import type { z } from 'zod';
import type { InputProblem } from '../../domain/input-problem.ts';
import type { Locale } from '../settings.ts';

/** How the text of a cell becomes a value. */
export type CellKind = 'text' | 'number' | 'flag' | 'list';

/** The kind of cell that a column's schema wants, seen through its defaults. */
export function cellKind(schema: z.core.$ZodType): CellKind {
  const definition = schema._zod.def as { type: string; innerType?: z.core.$ZodType };
  if (definition.innerType !== undefined) return cellKind(definition.innerType);
  if (definition.type === 'number') return 'number';
  if (definition.type === 'boolean') return 'flag';
  return definition.type === 'array' ? 'list' : 'text';
}

const NUMBER: Readonly<Record<Locale, RegExp>> = {
  point: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i,
  comma: /^[+-]?(?:\d+,?\d*|,\d+)(?:e[+-]?\d+)?$/i,
};

/** The number that a cell states in the declared locale, or undefined; thousands separators are never guessed at. */
export function parseNumber(text: string, locale: Locale): number | undefined {
  if (!NUMBER[locale].test(text)) return undefined;
  const number = Number(locale === 'comma' ? text.replace(',', '.') : text);
  return Number.isFinite(number) ? number : undefined;
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

type CellFault = Pick<InputProblem, 'code' | 'message' | 'expected'>;

/** What to tell the writer of a cell that is no number in the declared locale. */
function numberFault(text: string, locale: Locale): CellFault {
  const looks = /^[+-]?[\d.,'\s\u00A0]+$/.test(text);
  const expected =
    locale === 'point'
      ? 'a number with a decimal point and no thousands separators (files with decimal commas: write `locale: comma` in scenario.yaml)'
      : 'a number with a decimal comma and no thousands separators, as `locale: comma` in scenario.yaml says';
  return { code: 'not-a-number', message: 'not a number', expected: looks ? expected : 'a plain number without units' };
}

/** The value of a non-empty, trimmed cell, or undefined where it is none of its kind (a number or a flag). */
export function cellValue(text: string, kind: CellKind, locale: Locale): unknown {
  if (kind === 'number') return parseNumber(text, locale);
  if (kind === 'flag') return FLAGS.get(text.toLowerCase());
  if (kind === 'list')
    return text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return text;
}

/** What to tell the writer of a cell without a value. */
export function cellFault(text: string, kind: CellKind, locale: Locale): CellFault {
  if (kind === 'number') return numberFault(text, locale);
  return { code: 'not-a-flag', message: 'not a yes or no', expected: 'true, false, yes, no, 1 or 0' };
}
