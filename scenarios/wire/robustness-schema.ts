import { z } from 'zod';
import type {
  AssumedOutages,
  CommonCause,
  DomainExposure,
  ItemConcentration,
  RobustnessReport,
  SpendConcentration,
  TakeoverRow,
} from '../domain/robustness.ts';
import { DOMAIN_KINDS } from '../domain/rule.ts';
import { filledSetOf, fraction, numberFrom, oneOf, type Shape, wholeFrom } from './fields.ts';

const text = z.string('text');
const number = z.number('a finite number');
const texts = z.array(text, 'a list');
const kind = oneOf(DOMAIN_KINDS);
const flag = z.boolean('true or false');

const assumed = {
  ...{ domains: z.array(kind), losses: z.literal([1, 2]), serviceLevel: number },
  ...{ timeToRecover: number, surge: number, requalification: flag },
} satisfies Shape<AssumedOutages>;

const takeover = { supplier: text, item: text, planned: number, extra: number } satisfies Shape<TakeoverRow>;

const worst = z.strictObject({
  ...{ from: text, to: text, lost: number, share: number },
  products: z.array(z.strictObject({ product: text, quantity: number })),
  money: z.strictObject({ basis: oneOf(['value', 'spend']), amount: number }),
  takeover: z.array(z.strictObject(takeover)),
});

const domain = {
  ...{ domain: text, losses: texts, suppliers: texts, timeToRecover: number },
  timeToSurvive: z.strictObject({ periods: number, atLeast: flag }),
  ...{ failing: number, unprotected: number, worst: worst.nullable() },
  reserve: z
    .strictObject({
      surge: number.nullable(),
      hours: z.array(z.strictObject({ process: text, hours: number })).nullable(),
    })
    .nullable(),
  words: text,
} satisfies Shape<DomainExposure>;

const item = {
  item: text,
  sources: number,
  producing: number,
  concentration: number,
} satisfies Shape<ItemConcentration>;
const spend = { by: kind, concentration: number, largest: text, share: number } satisfies Shape<SpendConcentration>;
const cause = { item: text, domain: kind, name: text, suppliers: texts, all: flag } satisfies Shape<CommonCause>;

/** What can be asked of outages; what is absent is as its rule `survive-outage` states, else as its `robustness` says. */
export const outagesAsked = z.strictObject({
  domains: filledSetOf(kind).exactOptional(),
  serviceLevel: fraction.exactOptional(),
  timeToRecover: wholeFrom(1, 400).exactOptional(),
  surge: numberFrom(0, 10).exactOptional(),
  losses: z.literal([1, 2], '1 or 2').exactOptional(),
  requalification: flag.exactOptional(),
});

/** The form of what `gilde robustness --json` prints. */
export const robustnessSchema = z.strictObject({
  format: z.literal('gilde-robustness/1'),
  scenario: z.strictObject({ name: text, sha256: text }),
  plan: text,
  assumed: z.strictObject(assumed),
  ...{ outages: number, failing: number, unprotected: number, idle: number },
  domains: z.array(z.strictObject(domain)),
  items: z.array(z.strictObject(item)),
  spend: z.array(z.strictObject(spend)),
  commonCauses: z.array(z.strictObject(cause)),
} satisfies Shape<RobustnessReport>);

/** The text of a report: keys in the order of the domain type, two spaces, a final newline. */
export const serialiseRobustness = (report: RobustnessReport): string =>
  `${JSON.stringify(robustnessSchema.parse(report), undefined, 2)}\n`;
