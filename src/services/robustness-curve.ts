import type { CurvePoint, LeftOut, RobustnessCurve } from '../../scenarios/domain/curve.ts';
import type { AskedSettings, Scenario } from '../../scenarios/domain/scenario.ts';
import type { Fraction } from '../../scenarios/domain/units.ts';
import { type CurveTurn, climb, type Step } from '../../solver/curve/climb.ts';
import { type Proven, premiumOf, provenOf } from '../../solver/curve/proven.ts';
import { type CurveTerms, curveTerms, type Rung, rungsOf, yardstickTerms } from '../../solver/curve/rungs.ts';
import { outagesOf } from '../../solver/outages/outages.ts';
import { outageTerms } from '../../solver/outages/terms.ts';
import { type Verification, verifyPlan } from '../../solver/verify.ts';
import type { PlanProgress } from './plan-scenario.ts';
import type { Ports } from './ports.ts';
import { newTimeline, type TimelineRow } from './timeline.ts';

export type { CurveTurn } from '../../solver/curve/climb.ts';

/** What can be asked of a curve; what is absent is as the scenario says. */
export interface CurveAsked extends CurveTerms {
  /** Service levels of the rungs of one loss; default {@link LEVELS}. */
  readonly levels?: readonly Fraction[];
  /** Whether two losses are planned, too; absent: where there are not too many outages. */
  readonly two?: boolean;
}

export interface CurveInput {
  readonly scenario: Scenario;
  /** Of the scenario as stated, before `settings` replace any of its own. */
  readonly sha256: string;
  readonly asked: CurveAsked;
  /** Replaces the scenario's own solve settings where named; `timeLimit` is for all rungs together. */
  readonly settings?: AskedSettings;
  readonly turn?: (turn: CurveTurn) => void;
  /** Told of each rung whose plan is verified next, when all are planned. */
  readonly verifying?: (name: string) => void;
  readonly progress?: (progress: PlanProgress) => void;
  /** Becomes non-zero at index 0 when the search should end with the rungs begun. */
  readonly stop?: Int32Array;
}

/** A point with its scenario and its plan. */
export interface PlannedPoint {
  readonly point: CurvePoint;
  readonly scenario: Scenario;
  readonly plan: Step['plan'];
  readonly startedFrom: string | null;
  /** Of the plan against the scenario of its rung; what does not hold must not be shown or stored. */
  readonly verification: Verification;
  readonly timeline: readonly TimelineRow[];
  readonly seconds: { readonly solve: number; readonly verify: number };
}

export interface PlannedCurve {
  readonly curve: RobustnessCurve;
  /** In the order of the curve. */
  readonly points: readonly PlannedPoint[];
}

/** Where nothing else is asked. */
const LEVELS: readonly Fraction[] = [0.5, 0.7, 0.8, 0.9];

/** Outages of two losses that are planned and verified without being asked for: some minutes of verification. */
const MOST_OUTAGES = 2_000;

/** Why a scenario has no curve, in words for a planner; undefined when it has one. */
export const curveRefusal = ({ input }: { input: Pick<CurveInput, 'scenario'> }): string | undefined => {
  const { demandCases, rules } = input.scenario;
  if (demandCases)
    return 'a curve for several demand cases is not available yet, as outages are survived by what is made, which is another in each case: leave demandCases out';
  const learning = rules.find(({ rule }) => rule === 'learning');
  if (learning)
    return `by the rule ${learning.id} hours fall with what is made, which is another in each outage; a curve beside it is not available yet: leave the rule out`;
  return undefined;
};

/** How many outages there are of one loss, and of one or two. */
export function outagesAsked(
  scenario: Scenario,
  { levels = LEVELS, two: _, ...asked }: CurveAsked,
): { readonly one: number; readonly two: number } {
  const terms = yardstickTerms(scenario, curveTerms(scenario, asked), levels);
  const countOf = (losses: 1 | 2): number => outagesOf(scenario, { ...terms, losses }).count;
  return { one: countOf(1), two: countOf(2) };
}

/** How many outages the plans of all rungs are verified against. */
export function outagesVerified(scenario: Scenario, asked: CurveAsked): number {
  const { one, two } = outagesAsked(scenario, asked);
  const isTwo = asked.two ?? two <= MOST_OUTAGES;
  return one * new Set(asked.levels ?? LEVELS).size + (isTwo ? two : 0);
}

/**
 * What robustness costs: the same scenario planned to survive more and more (see {@link climb}), every plan verified against the scenario of its
 * rung and measured by one yardstick. Throws for a scenario that {@link curveRefusal} refuses.
 */
export async function robustnessCurve({ ctx, input }: { ctx: Ports; input: CurveInput }): Promise<PlannedCurve> {
  const refusal = curveRefusal({ input });
  if (refusal !== undefined) throw new Error(refusal);
  const { scenario, settings: { strategy, ...settings } = {}, stop, turn } = input;
  const solve = { ...scenario.solve, ...settings };
  const { levels = LEVELS, two, ...asked } = input.asked;
  const terms = curveTerms(scenario, asked);
  const outages = outagesAsked(scenario, input.asked);
  const isTwo = two ?? outages.two <= MOST_OUTAGES;
  const rungs = rungsOf(scenario, { terms, levels, two: isTwo });
  const timelines = new Map<string, ReturnType<typeof newTimeline>>();
  let current = newTimeline();
  const steps = await climb({
    ...{ rungs, solve, engine: ctx.engine },
    yardstick: yardstickTerms(scenario, terms, levels),
    ...(strategy && { strategy }),
    hooks: {
      now: ctx.now,
      ...(stop && { stop }),
      turn: (own) => {
        current = newTimeline();
        timelines.set(own.name, current);
        turn?.(own);
      },
      progress: (event) => {
        current.tell(event);
        input.progress?.(event);
      },
    },
  });
  const points = await verified(ctx, input, steps, timelines);
  const { usualTime, usualSurge, domains, requalification } = outageTerms(terms, scenario);
  const { seed, gap, timeLimit } = solve;
  return {
    points,
    curve: {
      format: 'gilde-curve/1',
      scenario: { name: scenario.name, sha256: input.sha256 },
      engine: { name: ctx.engine.name, version: ctx.engine.version },
      seed,
      limits: { gap, timeLimit },
      assumed: { domains, timeToRecover: usualTime, surge: usualSurge, requalification },
      yardstick: { serviceLevel: Math.max(...levels), outages: outages.one },
      points: points.map(({ point }) => point),
      leftOut: [...(isTwo || two === false ? [] : [tooMany(outages.two)]), ...rungs.slice(steps.length).map(stopped)],
    },
  };
}

const tooMany = (outages: number): LeftOut => ({ name: 'n-2', why: 'too-many-outages', outages });

const stopped = ({ name }: Rung): LeftOut => ({ name, why: 'stopped', outages: null });

/** The points from the loosest to the strictest, each with its verification. */
async function verified(
  ctx: Ports,
  { verifying }: Pick<CurveInput, 'verifying'>,
  steps: readonly Step[],
  timelines: ReadonlyMap<string, ReturnType<typeof newTimeline>>,
): Promise<readonly PlannedPoint[]> {
  const proven = provenOf(steps);
  const none = proven[steps.findIndex(({ rung }) => rung.kind === 'n-0')];
  const points: PlannedPoint[] = [];
  for (const [at, step] of [...steps.entries()].toReversed()) {
    const { rung, plan, startedFrom } = step;
    const { scenario } = rung;
    verifying?.(rung.name);
    const from = ctx.now();
    const verification = await verifyPlan(scenario, plan, ctx.engine);
    const seconds = { solve: step.seconds, verify: (ctx.now() - from) / 1000 };
    const { tell, rows: timeline } = timelines.get(rung.name) ?? newTimeline();
    tell({ seconds: step.seconds, plan: plan.aims });
    const point = pointOf(step, proven[at]!, rung.kind === 'n-0' ? undefined : none);
    points.push({ point, scenario, plan, startedFrom, verification, timeline, seconds });
  }
  return points;
}

function pointOf({ rung, plan, from, standing }: Step, proven: Proven, none: Proven | undefined): CurvePoint {
  const busy = new Set(plan.production.map(({ supplier, item }) => JSON.stringify([supplier, item])));
  return {
    ...{ name: rung.name, rung: rung.kind, serviceLevel: rung.serviceLevel },
    ...{ status: plan.status, hit: plan.limits.hit, scenario: plan.scenario.sha256, plan: plan.digest },
    carriedFrom: from,
    shortfall: proven.shortfall ?? null,
    unprotected: proven.unprotected ?? null,
    cost: proven.cost ?? null,
    members: plan.members.length,
    standby: plan.awards.filter(({ supplier, item }) => !busy.has(JSON.stringify([supplier, item]))).length,
    standing,
    premium: premiumOf(proven, none),
    conflict: plan.conflict,
  };
}
