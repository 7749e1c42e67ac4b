import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { isStopped } from '../engines/engine.ts';
import { formulate } from '../formulate.ts';
import { withLeastHours, withStatedHours } from '../learned.ts';
import { brokenPart } from '../model/broken-part.ts';
import { shortfall } from '../objectives/shortfall.ts';
import { isLess } from '../strategies/better.ts';
import { madeBy, saferHours, trueHours } from '../strategies/learning/pass.ts';
import { withIntegersFixed } from '../strategies/schedule.ts';
import { askedProblem, type Learned, learnedOf } from './asked-problem.ts';
import { ceilingFrom } from './ceiling.ts';
import { isClose, type LargestMultiple, largestMultiple } from './largest-multiple.ts';
import { decisionsAt, type MultipleSearch, taken } from './multiple-search.ts';

type Found = Extract<LargestMultiple, { readonly status: 'found' }>;

const MOST_PASSES = 8;
/** How far beyond the distance of two passes the hours of a repair go, one after the other. */
const SAFER: readonly number[] = [0, 1, 4];
/** Shares of the time of a period: what the bound may take, and of what is left one pass. */
const BOUND = 0.4;
const SHARE = 0.4;
/** Room below a multiple for the last digits, with which its plan is taken to hold. */
const DIGITS = 1 - 1e-7;
/** A weighted unit below this counts as delivered, relative to the multiple. */
const NOTHING = 1e-6;

/**
 * The largest multiple where hours for a unit fall with what is made: each pass seeks it with the hours that the plan before comes to, the first with
 * those stated. A multiple counts only where its plan keeps every row at the hours that it comes to itself; one that does not is sought
 * again with hours on the safe side. Its bound is that of the fewest hours that any plan can come to, `conditional` that of the last pass.
 */
export async function largestLearnedMultiple(
  scenario: Scenario,
  from: number,
  search: MultipleSearch,
): Promise<LargestMultiple> {
  const fewest = fewestHours(scenario, from);
  if (fewest === undefined) return { status: 'unlimited' };
  const { known: _, ...open } = search;
  const unknown = { ...open, known: undefined };
  const proven = await largestMultiple(scenario, from, { ...unknown, learned: fewest, seconds: part(search, BOUND) });
  if (proven.status !== 'found' && proven.status !== 'unknown') return proven;
  const { bound } = proven;
  const [problem, least] = [askedProblem(scenario, from, 1), askedProblem(scenario, from, 1, fewest)];
  let hours = withStatedHours(problem, least);
  let [best, repairs]: [Found | undefined, number] = [undefined, 0];
  for (let number = 0; number < MOST_PASSES && search.seconds() > 0 && !isStopped(search.hooks); number++) {
    const learned = learnedOf(hours);
    const found = await largestMultiple(scenario, from, { ...unknown, learned, seconds: part(search, SHARE) });
    if (found.status !== 'found' || !found.plan) break;
    const pass = await passOf(scenario, from, found, search);
    if (!pass) break;
    if (!pass.holds && repairs === SAFER.length) break;
    const isBetter = pass.holds && (best === undefined || isLess(-found.multiple, -best.multiple));
    if (pass.holds && !isBetter) break;
    if (isBetter) best = { ...found, bound: Math.max(bound, found.multiple), conditional: found.bound };
    if (best && isClose(best.multiple, bound, search.gap)) break;
    hours = pass.holds ? trueHours(problem, pass) : saferHours(problem, hours, least, pass, SAFER[repairs++]!);
  }
  return settled(best, search, bound);
}

/** What was found, or what is known from an earlier period where that is more. */
function settled(best: Found | undefined, { known, gap }: MultipleSearch, bound: number): LargestMultiple {
  if (best === undefined) return { status: 'unknown', bound: Math.max(bound, known ?? 0), hit: 'learning' };
  const multiple = Math.max(best.multiple, known ?? 0);
  const hit = best.hit ?? (isClose(multiple, bound, gap) ? null : 'learning');
  return { ...best, multiple, bound: Math.max(bound, multiple), hit };
}

/** The fewest hours that a plan of any multiple can come to; undefined where nothing limits the multiple. */
export function fewestHours(scenario: Scenario, from: number): Learned | undefined {
  const stated = ceilingFrom(scenario, from);
  if (stated === undefined) return undefined;
  const floor = Math.min(...scenario.rules.map((rule) => (rule.rule === 'learning' ? rule.floor : 1)));
  // No plan delivers more than this, whatever it learns; the more is asked for, the fewer hours can be come to.
  return learnedOf(withLeastHours(askedProblem(scenario, from, Math.max(stated / floor, 1e-3))));
}

/**
 * A pass's plan in the model that plans are made of, with its decisions and nothing missing; and whether it keeps every row at the hours that it comes
 * to. Undefined where there is none to the last digits.
 */
async function passOf(
  scenario: Scenario,
  from: number,
  { multiple, plan, asked }: Found,
  { engine, hooks, seed, seconds }: MultipleSearch,
) {
  const problem = askedProblem(scenario, from, multiple * DIGITS, learnedOf(asked.problem));
  const { model, variables } = formulate(problem, shortfall);
  const decisions = taken(model, decisionsAt(asked.model, plan!.values));
  const limits = { gap: 0, absoluteGap: 0, seconds: Math.max(1, seconds()), seed, presolve: true };
  const outcome = await engine.solve(withIntegersFixed(model, decisions), limits, hooks);
  if (outcome.status !== 'optimal' || outcome.value > NOTHING * Math.max(1, multiple)) return undefined;
  const produced = madeBy(problem, { variables, values: outcome.values });
  const truth = formulate(trueHours(problem, { produced }), null);
  return { produced, holds: brokenPart(truth.model, outcome.values) === undefined };
}

/** A part of the seconds that a period has left. */
function part({ seconds }: MultipleSearch, share: number): () => number {
  const kept = seconds() * (1 - share);
  return () => seconds() - kept;
}
