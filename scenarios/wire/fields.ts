import { z } from 'zod';
import { dateLaw } from './meant.ts';

/*
 * The kinds of value that a scenario is written in. Every schema and every check carries as its error the law in words
 * ("a number from 0 to 1"): it becomes the `expected` of the problem that is reported.
 */

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
const LONE_SURROGATE = /\p{Cs}/u;

/** The law of a text where other values can stand too. */
export const TEXT_LAW = 'text (quoted if it looks like a number)';

/** A name by which things are referred to: non-empty text, trimmed, without control characters; never a number. */
export const identifier = z
  .string(TEXT_LAW)
  .trim()
  .min(1, TEXT_LAW)
  .max(200, 'at most 200 characters')
  .refine((text) => !UNPRINTABLE.test(text), 'text without control characters or line breaks');

/** Free text. */
export const text = z
  .string(TEXT_LAW)
  .trim()
  .min(1, 'text, or nothing at all')
  .max(10_000, 'at most 10000 characters')
  .refine((value) => !LONE_SURROGATE.test(value), 'well-formed Unicode text');

/** Large powers of ten as people say them. */
const spoken = (value: number): string =>
  new Map([
    [1e6, 'a million'],
    [1e12, 'a million million'],
    [1e15, 'a thousand million million'],
  ]).get(value) ?? String(value);

/** A finite number from `least` to `most`, or above `least` when `open` says so. */
export function numberFrom(least: number, most: number, open: 'closed' | 'above' | 'below' = 'closed') {
  const law = {
    closed: `a number from ${spoken(least)} to ${spoken(most)}`,
    above: `a number above ${spoken(least)}, up to ${spoken(most)}`,
    below: `a number from ${spoken(least)} to below ${spoken(most)}`,
  }[open];
  const number = z.number(law);
  const low = open === 'above' ? number.gt(least, law) : number.gte(least, law);
  return open === 'below' ? low.lt(most, law) : low.lte(most, law);
}

/** A whole number from `least` to `most`. */
export function wholeFrom(least: number, most: number) {
  const law = `a whole number from ${spoken(least)} to ${spoken(most)}`;
  return z.number(law).int(law).gte(least, law).lte(most, law);
}

/** Units or hours, zero included. */
export const amount = numberFrom(0, 1e12);
/** Units or hours above zero. */
export const positiveAmount = numberFrom(0, 1e12, 'above');
/** Money, zero included. */
export const money = numberFrom(0, 1e15);
/** A share of a whole, 0 to 1. */
export const fraction = numberFrom(0, 1);
/** A share above 0, up to 1. */
export const positiveFraction = numberFrom(0, 1, 'above');
/** A duration in whole periods. */
export const periods = wholeFrom(0, 400);
/** Yes or no. */
export const flag = z.boolean('true or false');
/** A civil day. */
export const isoDate = z.iso.date({ error: ({ input }) => dateLaw(input) });
/** A NUTS code or the start of one. */
export const nutsPrefix = identifier.regex(
  /^[A-Z]{2}[A-Z0-9]{0,3}$/,
  'a NUTS code or its start, like NL, NL3 or NL326',
);
/** A country. */
export const country = identifier.regex(/^[A-Z]{2}$/, 'a country code of two capitals, like NL');
/** A currency. */
export const currency = identifier.regex(/^[A-Z]{3}$/, 'a currency code of three capitals, like USD');
/** TBB1 (heaviest) to TBB4. */
export const securityLevel = oneOf(['TBB1', 'TBB2', 'TBB3', 'TBB4']);
/** A: delivers to Defence; B: delivers to A; C resembles A; D resembles B. */
export const category = oneOf(['A', 'B', 'C', 'D']);

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);
}

/** A set written as a list: order and repetition mean nothing, so it is kept sorted and without repetition. */
export function setOf<Member extends z.ZodType<string>>(member: Member) {
  return z
    .array(member, 'a list, like [A, B]')
    .overwrite((list) => (list.length < 2 ? list : [...new Set(list)].sort()));
}

/** A set with at least one member. */
export function filledSetOf<Member extends z.ZodType<string>>(member: Member) {
  return setOf(member).min(1, 'at least one entry');
}

/** A period label as a file states it; its grain is checked against the calendar later. A bare year is a number in YAML. */
export const periodLabel = z.preprocess(
  (value) => (typeof value === 'number' && Number.isInteger(value) ? String(value) : value),
  identifier,
);

/** The shape of a row's schema: one schema for each key of the domain type, no more and no fewer. */
export type Shape<Row> = { readonly [Key in keyof Row]-?: z.ZodType<Exclude<Row[Key], undefined>> };
