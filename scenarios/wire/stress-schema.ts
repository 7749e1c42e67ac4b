import { z } from 'zod';
import { DOMAIN_KINDS } from '../domain/rule.ts';
import type {
  AssumedLosses,
  BreakingSet,
  KindStress,
  ProductLeft,
  StressReport,
  StressWindow,
} from '../domain/stress.ts';
import { filledSetOf, flag, numberFrom, oneOf, positiveFraction, type Shape, wholeFrom } from './fields.ts';

const words = z.string('text');
const number = z.number('a finite number');
const texts = z.array(words, 'a list');
const kind = oneOf(DOMAIN_KINDS);

/** What can be asked of a stress test; what is absent is as the scenario's `robustness` says. */
export const stressAsked = z.strictObject({
  domains: filledSetOf(kind).exactOptional(),
  target: positiveFraction.exactOptional(),
  timeToRecover: wholeFrom(1, 400).exactOptional(),
  surge: numberFrom(0, 10).exactOptional(),
  requalification: flag.exactOptional(),
});

const assumed = {
  target: number,
  timeToRecover: number,
  surge: number,
  requalification: flag,
} satisfies Shape<AssumedLosses>;

const product = {
  ...{ product: words, from: words, to: words },
  ...{ planned: number, left: number },
} satisfies Shape<ProductLeft>;

const breaking = z.strictObject({
  ...{ losses: texts, suppliers: texts, from: words, to: words, left: number },
  products: z.array(z.strictObject(product)),
} satisfies Shape<BreakingSet>);

const window = {
  ...{ from: words, to: words },
  ...{ size: number.nullable(), atLeast: number },
} satisfies Shape<StressWindow>;

const ofKind = {
  ...{ domain: kind, domains: number, size: number.nullable(), atLeast: number },
  proof: oneOf(['exact', 'bound']),
  ...{ smallest: breaking.nullable(), others: z.array(breaking), pivotal: texts.nullable() },
  ...{ windows: z.array(z.strictObject(window)), words },
} satisfies Shape<KindStress>;

/** The form of what `gilde stress --json` prints. */
export const stressSchema = z.strictObject({
  format: z.literal('gilde-stress/1'),
  scenario: z.strictObject({ name: words, sha256: words }),
  plan: words,
  assumed: z.strictObject(assumed),
  kinds: z.array(z.strictObject(ofKind)),
} satisfies Shape<StressReport>);

/** The text of a report: keys in the order of the domain type, two spaces, a final newline. */
export const serialiseStress = (report: StressReport): string =>
  `${JSON.stringify(stressSchema.parse(report), undefined, 2)}\n`;
