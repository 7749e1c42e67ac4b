import { z } from 'zod';
import {
  type AimDifference,
  type ConflictExplanation,
  type ConflictSet,
  ENTRY_KINDS,
  type Entry,
  type Explanation,
  type HoursWithoutOption,
  IMPROVEMENT_KINDS,
  type Improvement,
  type NotAwarded,
  RELAXATION_KINDS,
  type Relaxation,
  type RuleExplanation,
  type TightExplanation,
  type TightHours,
  type TriedChange,
  type WhyExplanation,
  type WhyNotExplanation,
} from '../domain/explanation.ts';
import type { AimResult } from '../domain/plan.ts';
import { oneOf, type Shape } from './fields.ts';

const text = z.string('text');
const number = z.number('a finite number');
const flag = z.boolean('true or false');
const list = <Schema extends z.ZodType>(entry: Schema) => z.array(entry, 'a list');
const row = <Fields extends z.core.$ZodLooseShape>(fields: Fields) => z.strictObject(fields, 'a block');
const rows = <Fields extends z.core.$ZodLooseShape>(fields: Fields) => list(row(fields));

const aimName = oneOf(['shortfall', 'unprotected', 'cost']);
const aims = rows({
  ...{ aim: aimName, value: number, bound: number, gap: number },
  conditional: row({ bound: number, gap: number }).exactOptional(),
} satisfies Shape<AimResult>);
const difference = rows({ aim: aimName, least: number, most: number } satisfies Shape<AimDifference>);
const share = row({ item: text, share: number });

const operation = z.discriminatedUnion('op', [
  row({ op: z.literal('add'), path: text, value: z.unknown() }),
  row({ op: z.literal('replace'), path: text, value: z.unknown() }),
  row({ op: z.literal('remove'), path: text }),
]);

const tried = {
  words: text,
  patch: list(operation),
  status: oneOf(['optimal', 'feasible', 'infeasible', 'unknown']),
  aims,
  difference,
  hit: oneOf(['time', 'work', 'interrupt', 'engine', 'learning']).nullable(),
} satisfies Shape<TriedChange>;

const conflict = row({
  goal: oneOf(['feasible', 'deliver-all']),
  reached: flag,
  sets: rows({ rules: list(text), minimal: flag } satisfies Shape<ConflictSet>),
  complete: flag,
  reference: row({ words: text, aims }).nullable(),
  relaxations: rows({ ...tried, kind: oneOf(RELAXATION_KINDS), advice: list(text) } satisfies Shape<Relaxation>),
} satisfies Shape<ConflictExplanation>);

const tight = row({
  basis: oneOf(['duals', 'differences', 'unknown']),
  hours: rows({
    ...{ supplier: text, process: text, period: text, aim: aimName, price: number },
  } satisfies Shape<TightHours>),
} satisfies Shape<TightExplanation>);

const improvement = row({
  ...tried,
  kind: oneOf(IMPROVEMENT_KINDS),
  supplier: text.nullable(),
  region: text.nullable(),
  amount: number,
  price: number.nullable(),
  each: row({ aim: aimName, least: number }),
  perEuro: row({ aim: aimName, least: number }).nullable(),
} satisfies Shape<Improvement>);

const whyNot = row({
  supplier: text,
  produces: flag,
  items: rows({ item: text, reasons: list(text) } satisfies Shape<NotAwarded>),
  locked: row(tried).nullable(),
  entries: rows({
    ...{ ...tried, kinds: list(oneOf(ENTRY_KINDS)), wins: list(share), advantage: difference },
  } satisfies Shape<Entry>),
} satisfies Shape<WhyNotExplanation>);

const why = row({
  supplier: text,
  without: row(tried),
  conflict: list(text),
  items: rows({ item: text, share: number, instead: rows({ supplier: text, share: number }), missing: number }),
} satisfies Shape<WhyExplanation>);

/** What `gilde explain --json` prints. Keys come out in the order of the domain type. */
export const explanationSchema = row({
  format: z.literal('gilde-explanation/1'),
  scenario: row({ name: text, sha256: text }),
  plan: text,
  limits: row({ seconds: number, workLimit: number.nullable(), hit: oneOf(['time', 'interrupt']).nullable() }),
  solves: number,
  conflict: conflict.nullable(),
  rules: rows({
    ...{ rule: text, slack: number.nullable(), without: row(tried) },
  } satisfies Shape<RuleExplanation>).nullable(),
  tight: tight.nullable(),
  improvements: list(improvement).nullable(),
  withoutOption: rows({ supplier: text, process: text } satisfies Shape<HoursWithoutOption>).nullable(),
  whyNot: whyNot.nullable(),
  why: list(why).nullable(),
  untried: list(text),
} satisfies Shape<Explanation>);

/** The text of an explanation: two spaces, a final newline. Throws on one that its own schema refuses, which is a bug. */
export const serialiseExplanation = (explanation: Explanation): string =>
  `${JSON.stringify(explanationSchema.parse(explanation), undefined, 2)}\n`;
