import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { EarliestPeriod, Envelope, EnvelopePeriod } from '../../scenarios/domain/envelope.ts';
import type { PlanLimits } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { findConflict } from '../diagnosis/conflict.ts';
import { checkedEngine } from '../engines/checked.ts';
import { type Engine, isStopped } from '../engines/engine.ts';
import { learns, withLeastHours } from '../learned.ts';
import { askedProblem } from './asked-problem.ts';
import { ceilingFrom } from './ceiling.ts';
import { withBaseline } from './demand-from.ts';
import { fewestHours, largestLearnedMultiple } from './largest-learned-multiple.ts';
import { isClose, type LargestMultiple, largestMultiple } from './largest-multiple.ts';
import { limitsOf } from './limits.ts';
import { type Decisions, decisionsAt } from './multiple-search.ts';
import { periodOrder } from './period-order.ts';

/** Where the work on an envelope stands. */
export interface EnvelopeProgress {
  /** Label of the period at work. */
  readonly period: string;
  readonly done: number;
  readonly of: number;
}

/** A scenario with a baseline, the engine, and what the answer is to say. */
export interface EnvelopeInput {
  readonly scenario: Scenario;
  readonly sha256: string;
  readonly engine: Engine;
  /** In milliseconds. */
  readonly now: () => number;
  /** Multiples whose earliest period is told. */
  readonly multiples: readonly number[];
  readonly stop?: Int32Array;
  readonly progress?: (progress: EnvelopeProgress) => void;
  /** Whole-number columns below which a model goes to the engine as it is; default as in the strategy `monolithic`. */
  readonly few?: number;
}

/**
 * For each period t the largest multiple θ of the baseline that can be delivered in every period from t on. What is asked before t is
 * nothing, and what delivers from an earlier period on delivers from t on:
 *
 *   θ[t] = max over t′ ≤ t of  max { θ : demandFrom(scenario, t′, θ) has a plan with no shortfall }
 *
 * so that θ never falls with t. Each inner maximum is one model with θ as a column; its relaxation bounds it, and the awards of the
 * periods solved before are its first guesses. Where hours fall with what is made, each is sought by passes (see
 * {@link largestLearnedMultiple}). A period may take a good part of the seconds
 * that are left.
 */
export async function envelopeOf(input: EnvelopeInput): Promise<Envelope> {
  const { scenario, sha256, engine, multiples } = input;
  const found = await searched(input);
  const periods = wordedPeriods(scenario, found);
  const stuck = periods.every(({ status }) => status === 'infeasible');
  const last: number = scenario.calendar.periods;
  const asked = stuck ? askedProblem(scenario, last, 1) : undefined;
  const problem = asked && learns(asked) ? withLeastHours(asked) : asked;
  return {
    format: 'gilde-envelope/1',
    scenario: { name: scenario.name, sha256 },
    engine: { name: engine.name, version: engine.version },
    seed: scenario.solve.seed,
    limits: { gap: scenario.solve.gap, timeLimit: scenario.solve.timeLimit },
    baseline: withBaseline(scenario).map(({ product, demand }) => ({ product, quantity: demand.baseline })),
    periods,
    earliest: [...new Set(multiples)]
      .sort((left, right) => left - right)
      .map((multiple) => earliest(periods, multiple)),
    conflict: problem ? await findConflict(problem, checkedEngine(engine)) : [],
  };
}

/** Of the seconds that are left, what one period may take: what the first ones find is of use to all others. */
const SHARE = 0.4;

/** What was found for the demand from each period on; index 0 is not used. */
async function searched(input: EnvelopeInput): Promise<readonly (LargestMultiple | undefined)[]> {
  const { scenario, now, stop, progress } = input;
  const { periods } = scenario.calendar;
  const engine = checkedEngine(input.engine);
  const begun = now();
  const left = () => scenario.solve.timeLimit - (now() - begun) / 1000;
  const found: (LargestMultiple | undefined)[] = Array.from({ length: periods + 1 }, () => undefined);
  for (const [done, from] of periodOrder(periods).entries()) {
    progress?.({ period: periodLabel(scenario.calendar, from), done, of: periods });
    const hit = stop && isStopped({ stop }) ? 'interrupt' : left() <= 0 ? 'time' : undefined;
    if (hit) {
      found[from] = unsearched(scenario, from, hit);
      continue;
    }
    const until = left() * (1 - Math.max(SHARE, 1 / (periods - done)));
    const largest = learns({ scenario }) ? largestLearnedMultiple : largestMultiple;
    found[from] = await largest(scenario, from, {
      engine,
      hooks: stop ? { stop } : {},
      gap: scenario.solve.gap,
      seed: scenario.solve.seed,
      seconds: () => left() - until,
      starts: neighbours(found, from),
      known: best(found.slice(0, from + 1)),
      ...(input.few === undefined ? {} : { few: input.few }),
    });
  }
  return found;
}

/** What is known of a period without a search. */
function unsearched(scenario: Scenario, from: number, hit: PlanLimits['hit']): LargestMultiple {
  const learned = learns({ scenario }) ? fewestHours(scenario, from) : undefined;
  const bound = ceilingFrom(scenario, from, learned);
  return bound === undefined ? { status: 'unlimited' } : { status: 'unknown', bound, hit };
}

/** The decisions of the nearest plans on either side. */
function neighbours(found: readonly (LargestMultiple | undefined)[], from: number): readonly Decisions[] {
  const decided = (at: number): readonly Decisions[] => {
    const own = found[at];
    return own?.status === 'found' && own.plan ? [decisionsAt(own.asked.model, own.plan.values)] : [];
  };
  const before = Array.from({ length: from }, (_, back) => decided(from - 1 - back)).find((own) => own.length > 0);
  const after = found.map((_, at) => (at > from ? decided(at) : [])).find((own) => own.length > 0);
  return [...(before ?? []), ...(after ?? [])];
}

/** The largest multiple found, or undefined where there is none. */
function best(found: readonly (LargestMultiple | undefined)[]): number | undefined {
  const multiples = found.flatMap((own) => (own?.status === 'found' ? [own.multiple] : []));
  return multiples.length === 0 ? undefined : Math.max(...multiples);
}

/** The periods with the largest multiple of all that begin no later. */
function wordedPeriods(scenario: Scenario, found: readonly (LargestMultiple | undefined)[]): readonly EnvelopePeriod[] {
  const rows: EnvelopePeriod[] = [];
  for (let t = 1; t <= scenario.calendar.periods; t++) rows.push(periodRow(scenario, found.slice(1, t + 1), t));
  return rows;
}

function periodRow(scenario: Scenario, upTo: readonly (LargestMultiple | undefined)[], t: number): EnvelopePeriod {
  const own = upTo.at(-1)!;
  const period = periodLabel(scenario.calendar, t);
  const none = { period, multiple: null, bound: null, gap: null, hit: null, limits: [] };
  if (upTo.some((each) => each!.status === 'unlimited')) return { ...none, status: 'unlimited' };
  const bounds = upTo.flatMap((each) => ('bound' in each! ? [each.bound] : []));
  if (bounds.length === 0) return { ...none, status: 'infeasible' };
  const bound = Math.max(...bounds);
  const hits = upTo.flatMap((each) => ('hit' in each! && each.hit !== null ? [each.hit] : []));
  const multiple = best(upTo);
  if (multiple === undefined) return { ...none, status: 'unknown', bound, hit: hits.at(-1) ?? 'engine' };
  const isDone = isClose(multiple, bound, scenario.solve.gap);
  return {
    period,
    status: isDone ? 'optimal' : 'feasible',
    multiple,
    bound,
    gap: Math.max(0, bound - multiple) / Math.max(multiple, 1e-9),
    hit: isDone ? null : (hits.at(-1) ?? 'engine'),
    limits: own.status === 'found' ? limitsOf(own) : [],
    ...conditionalOf(upTo, multiple),
  };
}

/** Where hours fall, what is known of the multiple at the hours of the pass that found it. */
function conditionalOf(upTo: readonly (LargestMultiple | undefined)[], multiple: number) {
  const bounds = upTo.flatMap((own) =>
    own?.status === 'found' && own.conditional !== undefined ? [Math.max(own.conditional, multiple)] : [],
  );
  if (bounds.length === 0) return {};
  const bound = Math.max(...bounds);
  return { conditional: { bound, gap: (bound - multiple) / Math.max(multiple, 1e-9) } };
}

/** Multiples are told apart to a millionth. */
const PRECISION = 1e-6;

function earliest(periods: readonly EnvelopePeriod[], multiple: number): EarliestPeriod {
  const least = multiple * (1 - PRECISION);
  const first = (holds: (row: EnvelopePeriod) => boolean) => periods.find(holds)?.period ?? null;
  return {
    multiple,
    reached: first((row) => row.status === 'unlimited' || (row.multiple ?? 0) >= least),
    possible: first((row) => row.status === 'unlimited' || (row.bound ?? 0) >= least),
  };
}
