import type { Grain } from '../domain/calendar.ts';

const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const ENGLISH: Readonly<Record<string, number>> = { mar: 3, may: 5, oct: 10 };

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const yearOf = (text: string): string => (text.length === 2 ? `20${text}` : text);

function monthOf(word: string): number | undefined {
  const start = word.toLowerCase().slice(0, 3);
  const number = /^\d+$/.test(word) ? Number(word) : (ENGLISH[start] ?? MONTHS.indexOf(start) + 1);
  return number >= 1 && number <= 12 ? number : undefined;
}

function meantQuarter(label: string): string | undefined {
  const year = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(label.replace(/[qk]/i, ' $&'))?.[1];
  const quarter = /[qk]\s*-?\s*([1-4])(?!\d)/i.exec(label)?.[1] ?? /(?<!\d)([1-4])\s*[qk]/i.exec(label)?.[1];
  return year === undefined || quarter === undefined ? undefined : `${year}-Q${quarter}`;
}

function meantMonth(label: string): string | undefined {
  const first = /^([a-z]{3,}\.?|\d{1,2})[\s./-]+((?:20)?\d\d)$/i.exec(label);
  const last = /^(20\d\d)[\s./-]*([a-z]{3,}|\d{1,2})$/i.exec(label);
  const [year, month] = first !== null ? [first[2]!, monthOf(first[1]!)] : [last?.[1] ?? '', monthOf(last?.[2] ?? '')];
  return month === undefined || year === '' ? undefined : `${yearOf(year)}-${twoDigits(month)}`;
}

/** The period that another way of writing most likely means: `Q1-2027` is 2027-Q1, `mrt-27` is 2027-03; undefined where in doubt. */
export function meantPeriod(label: string, grain: Grain): string | undefined {
  if (grain === 'quarter') return meantQuarter(label);
  if (grain === 'month') return meantMonth(label);
  return /^(20\d\d)(?:[.,]0+|-01-01)$/.exec(label)?.[1];
}

/** True for the number of days since 1900 by which Excel keeps dates from 2000 to 2100. */
export const isExcelDay = (text: string): boolean =>
  /^\d{5}$/.test(text) && Number(text) >= 36526 && Number(text) < 73051;

function excelDay(text: string): string {
  const day = new Date(Date.UTC(1899, 11, 30 + Number(text)));
  return day.toISOString().slice(0, 10);
}

/** The ISO date that another way of writing means, or undefined; `3-4-2027` may be a day in March or in April. */
function meantDate(text: string): string | undefined {
  if (isExcelDay(text)) return excelDay(text);
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](20\d\d)$/.exec(text);
  const reversed = /^(20\d\d)[./-](\d{1,2})[./-](\d{1,2})$/.exec(text);
  const [year, one, two] = parts
    ? [parts[3]!, +parts[1]!, +parts[2]!]
    : [reversed?.[1], +(reversed?.[3] ?? 0), +(reversed?.[2] ?? 0)];
  if (year === undefined || (parts !== null && one <= 12 && two <= 12 && one !== two)) return undefined;
  const [day, month] = two > 12 ? [two, one] : [one, two];
  const written = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const real = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.getUTCDate() !== day ? undefined : written;
}

/** The law of a date, with what the text most likely means. */
export function dateLaw(input: unknown): string {
  const meant = typeof input === 'string' ? meantDate(input.trim()) : undefined;
  return `a date like 2027-09-30${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
}
