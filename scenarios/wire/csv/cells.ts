import type { z } from 'zod';
import type { InputProblem } from '../../domain/input-problem.ts';
import { shown } from '../issue-problems.ts';
import type { Locale } from '../settings.ts';

/** How the text of a cell becomes a value. */
export type CellKind = 'text' | 'number' | 'flag' | 'list';

/** How the numbers of a file are written. */
export interface NumberStyle {
  readonly locale: Locale;
  /** The locale is not stated and the file is separated by `;`, as Excel does where decimals have commas: `1.200` may be 1200. */
  readonly doubtful: boolean;
  /** True where cells are separated by commas: a decimal comma that is not quoted then divides a number into two cells. */
  readonly commas: boolean;
}

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

/** What a cell like `1.200` is when its point separates thousands, or undefined where the point can only be a decimal one. */
export const thousandsReading = (text: string): number | undefined =>
  /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text) ? Number(text.replace('.', '')) : undefined;

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', 'waar', 'ja', 'j'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', 'onwaar', 'nee'].map((word) => [word, false] as const),
]);

/** The errors of Excel's formulas, in English and Dutch. */
const EXCEL_ERROR =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|N\/B|VERW!|WAARDE!|DEEL\/0!|NAAM\?|GETAL!|LEEG!)$/i;

/** A long number as Excel shows it, such as 1,23E+05. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** A problem of a cell without its place. */
export type CellFault = Pick<InputProblem, 'code' | 'message'> & { readonly found?: string; readonly expected: string };

/** What Excel has made of a cell before it was read, or undefined. */
export function excelFault(text: string, kind: CellKind): CellFault | undefined {
  if (/^#{3,}$/.test(text))
    return {
      code: 'excel-error',
      message: 'Excel showed no number, as the column was too narrow',
      found: shown(text),
      expected: 'the number (make the column wider in Excel and save again)',
    };
  if (text.startsWith('#') && EXCEL_ERROR.test(text))
    return {
      code: 'excel-error',
      message: 'an error of a formula in Excel instead of a value',
      found: shown(text),
      expected: 'the value itself, or an empty cell (correct the formula in Excel and save again)',
    };
  if (kind === 'text' && SCIENTIFIC.test(text))
    return {
      code: 'excel-number',
      message: 'Excel has turned this name into a number and lost its digits',
      found: shown(text),
      expected: 'the name as it was (in Excel: format the column as Text, then type it again)',
    };
  return undefined;
}

/** What to tell the writer of a cell that is no number in the declared locale. */
function numberFault(text: string, locale: Locale): CellFault {
  const fault = (expected: string): CellFault => ({
    code: 'not-a-number',
    message: 'not a number',
    found: shown(text),
    expected,
  });
  if (NUMBER[locale].test(text)) return { ...fault('a number that can be counted'), message: 'too large' };
  if (!/^[+-]?[\d.,' ]*\d[\d.,' ]*$/.test(text)) return fault('a plain number without units or words');
  if (locale === 'comma')
    return fault('a decimal comma and no thousands separators, as `locale: comma` in scenario.yaml says');
  const decimalComma = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/.test(text);
  return fault(
    decimalComma
      ? 'a decimal point and no thousands separators; where the files have decimal commas, write the line `locale: comma` in scenario.yaml'
      : 'a decimal point and no thousands separators',
  );
}

/** What to tell the writer of a number that can be read in two ways. */
export const doubtfulNumber = (text: string, thousands: number): CellFault => ({
  code: 'ambiguous-number',
  message: `${thousands} or ${Number(text)}?`,
  found: shown(text),
  expected: 'the line `locale: comma` or `locale: point` in scenario.yaml, and numbers without thousands separators',
});

/** Spaces that do not break, as Excel and web pages put in, count as spaces; characters without width as nothing. */
export function cellText(raw: string): string {
  const plain = /[\u00A0\u2007\u202F\u200B\u2060\uFEFF]/.test(raw)
    ? raw.replace(/[\u00A0\u2007\u202F]/g, ' ').replace(/[\u200B\u2060\uFEFF]/g, '')
    : raw;
  return plain.trim();
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
  return {
    code: 'not-a-flag',
    message: 'not a yes or no',
    found: shown(text),
    expected: 'yes or no, true or false, 1 or 0 (ja or nee, WAAR or ONWAAR)',
  };
}
