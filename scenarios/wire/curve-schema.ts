import { z } from 'zod';
import type {
  CurveFigure,
  CurvePoint,
  Interval,
  LeftOut,
  Premium,
  RobustnessCurve,
  Standing,
} from '../domain/curve.ts';
import { DOMAIN_KINDS } from '../domain/rule.ts';
import { flag, oneOf, positiveFraction, type Shape } from './fields.ts';
import { outagesAsked } from './robustness-schema.ts';

const text = z.string('text');
const number = z.number('a finite number');

/** Service levels at most: each is a plan. */
const MOST_LEVELS = 20;

/** What can be asked of a curve; what is absent is as the scenario says. */
export const curveAsked = outagesAsked.omit({ serviceLevel: true, losses: true }).extend({
  levels: z
    .array(positiveFraction, 'a list')
    .min(1, 'at least one service level')
    .max(MOST_LEVELS, `at most ${MOST_LEVELS} service levels`)
    .exactOptional(),
  two: flag.exactOptional(),
});

const interval = z.strictObject({ least: number, most: number } satisfies Shape<Interval>);
const figure = z.strictObject({ value: number, bound: number } satisfies Shape<CurveFigure>).nullable();
const premium = {
  euro: interval,
  share: interval.nullable(),
  sameShortfall: flag,
} satisfies Shape<Premium>;
const standing = { failing: number, unprotected: number, worst: number } satisfies Shape<Standing>;

const point = {
  name: text,
  rung: oneOf(['n-0', 'dual-sourcing', 'n-1', 'n-2']),
  serviceLevel: number.nullable(),
  status: oneOf(['optimal', 'feasible', 'infeasible', 'unknown']),
  hit: oneOf(['time', 'work', 'interrupt', 'engine', 'learning']).nullable(),
  ...{ scenario: text, plan: text, carriedFrom: text.nullable() },
  ...{ shortfall: figure, unprotected: figure, cost: figure },
  ...{ members: number, standby: number },
  standing: z.strictObject(standing).nullable(),
  premium: z.strictObject(premium).nullable(),
  conflict: z.array(text),
} satisfies Shape<CurvePoint>;

const leftOut = {
  name: text,
  why: oneOf(['too-many-outages', 'stopped']),
  outages: number.nullable(),
} satisfies Shape<LeftOut>;

/** The form of what `gilde curve --json` prints. */
export const curveSchema = z.strictObject({
  format: z.literal('gilde-curve/1'),
  scenario: z.strictObject({ name: text, sha256: text }),
  engine: z.strictObject({ name: text, version: text }),
  seed: number,
  limits: z.strictObject({ gap: number, timeLimit: number }),
  assumed: z.strictObject({
    ...{ domains: z.array(oneOf(DOMAIN_KINDS)), timeToRecover: number, surge: number, requalification: flag },
  }),
  yardstick: z.strictObject({ serviceLevel: number, outages: number }),
  points: z.array(z.strictObject(point)),
  leftOut: z.array(z.strictObject(leftOut)),
} satisfies Shape<RobustnessCurve>);

/** The text of a curve: keys in the order of the domain type, two spaces, a final newline. */
export const serialiseCurve = (curve: RobustnessCurve): string =>
  `${JSON.stringify(curveSchema.parse(curve), undefined, 2)}\n`;
