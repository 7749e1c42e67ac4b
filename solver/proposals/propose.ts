import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Fraction } from '../../scenarios/domain/units.ts';
import { checkedEngine } from '../engines/checked.ts';
import { type EngineProgress, isStopped } from '../engines/engine.ts';
import { learns } from '../learned.ts';
import { cost } from '../objectives/cost.ts';
import { shortfall, weightedRequirement } from '../objectives/shortfall.ts';
import { type ChosenInput, decideScenario, type PlanInput, planOf } from '../plan.ts';
import type { PlanningProblem } from '../problem.ts';
import { relativeGap } from '../relative-gap.ts';
import { producedBy } from '../strategies/learning/pass.ts';
import type { Decided, PlanHooks, Solution } from '../strategies/strategy.ts';
import { different } from './different.ts';
import { purposes } from './index.ts';
import type { Proposal, ProposalAim, Proposals, Skipped } from './proposal.ts';
import type { ProposalName, Purpose } from './purpose.ts';
import { type Earlier, type Room, type Sought, seek } from './seek.ts';
import { seekByPasses } from './seek-by-passes.ts';

/** Which proposal is worked on: its number, how many are wanted, and what it is for. */
export interface ProposalTurn {
  readonly number: number;
  readonly of: number;
  readonly name: ProposalName;
}

export interface ProposeHooks extends PlanHooks {
  readonly turn?: (turn: ProposalTurn) => void;
  /** Where the search for the least measure of the proposal at hand stands. */
  readonly measured?: (progress: EngineProgress) => void;
}

export interface ProposeInput extends Omit<PlanInput, 'hooks'> {
  readonly hooks: ProposeHooks;
  /** How many proposals at most, the cheapest one among them. */
  readonly wanted: number;
  /** How much dearer than the cheapest each may be. */
  readonly allowance: Fraction;
  /** See {@link Room}. */
  readonly few?: number;
}

type WithPlan = Extract<Decided, { readonly solution: unknown }>;

/**
 * The cheapest plan, then one for each purpose, then different ones, until as many as wanted: all with the least shortfall of the first
 * and at most (1 + allowance) × its cost. A purpose that is pointless or met already leaves its place to the next. The
 * scenario's time limit is for each proposal. A stop ends with the proposals that are finished. Better plans are told of the cheapest
 * proposal only.
 */
export async function propose(asked: ProposeInput): Promise<Proposals> {
  const { hooks, wanted } = asked;
  const engine = checkedEngine(asked.engine);
  const began = hooks.now();
  hooks.turn?.({ number: 1, of: wanted, name: 'cheapest' });
  const { input, problem, decided: first } = await decideScenario(asked);
  const cheapest = await planOf(input, problem, first);
  const proposals: Proposal[] = [
    {
      name: 'cheapest',
      plan: cheapest,
      aims: cheapest.aims,
      hit: cheapest.limits.hit,
      seconds: (hooks.now() - began) / 1000,
    },
  ];
  const skipped: Skipped[] = [];
  if (!('solution' in first)) return { proposals, skipped };
  const earlier: Earlier[] = [earlierOf(problem, cheapest, first.solution)];
  const limits = capsOf(problem, proposals[0]!, input.allowance);
  const costBound = first.bounds.find(({ aim }) => aim === cost.name)?.bound ?? 0;

  for (const purpose of [...purposes, ...Array.from({ length: wanted }, () => different)]) {
    if (proposals.length >= wanted) break;
    const pointless = purpose.pointless(problem);
    if (pointless !== undefined) {
      skipped.push({ name: purpose.name, why: 'pointless', reason: pointless });
      continue;
    }
    const from = hooks.now();
    hooks.turn?.({ number: proposals.length + 1, of: wanted, name: purpose.name });
    const measured = (progress: EngineProgress) => hooks.measured?.(progress);
    const few = input.few === undefined ? {} : { few: input.few };
    const room: Room = { problem, engine, hooks, measured, ...limits, earlier, ...few };
    const sought = await (learns(problem) ? seekByPasses(purpose, room, costBound) : seek(purpose, room));
    if (isStopped(hooks)) {
      skipped.push({ name: purpose.name, why: 'stopped' });
      break;
    }
    if (sought.status === 'found') {
      const made = await proposalOf(input, problem, first, purpose, sought);
      earlier.push(earlierOf(problem, made.plan, sought.solution));
      proposals.push({ ...made, seconds: (hooks.now() - from) / 1000 });
      continue;
    }
    skipped.push(skippedOf(purpose, sought));
    if (purpose === different) break;
  }
  return { proposals, skipped: skipped.map((row) => metByBest(problem, proposals, row)) };
}

/** Where a limit came first, a later proposal may be better at a purpose than the one that seemed to meet it. */
function metByBest({ scenario }: PlanningProblem, proposals: readonly Proposal[], row: Skipped): Skipped {
  const purpose = purposes.find(({ name }) => name === row.name);
  if (row.why !== 'met' || purpose === undefined) return row;
  const measures = proposals.map(({ plan }) => purpose.measure(plan, scenario));
  const value = Math.min(...measures);
  if (value >= row.value) return row;
  return { ...row, by: measures.indexOf(value) + 1, value, bound: Math.min(row.bound, value) };
}

/**
 * The caps that every further proposal keeps. On the shortfall: what the cheapest plan has, or its bound with the stated tolerance
 * where that is more, so that the bound on the scenario's cost holds for them all; with the room that the strategy leaves too.
 */
function capsOf(
  problem: PlanningProblem,
  { plan }: Proposal,
  allowance: Fraction,
): Pick<Room, 'caps' | 'shortfallAllowed'> {
  const { short, price } = aimsOf(plan);
  const tolerance = shortfall.tolerance(problem);
  const least = Math.max(short.value, short.bound + tolerance);
  return {
    caps: {
      shortfall: { objective: shortfall, most: least + 1e-8 * Math.max(1, weightedRequirement(problem)) },
      cost: { objective: cost, most: price.value * (1 + allowance) + 1e-9 * Math.max(1, price.value) },
    },
    shortfallAllowed: tolerance === 0 ? Number.NEGATIVE_INFINITY : least,
  };
}

async function proposalOf(
  input: Omit<ChosenInput, 'hooks'>,
  problem: PlanningProblem,
  first: WithPlan,
  purpose: Purpose,
  { solution, bound, costBound, conditional, hit }: Extract<Sought, { status: 'found' }>,
): Promise<Omit<Proposal, 'seconds'>> {
  // Bounds of the cheapest plan hold for the scenario; what bounds this proposal's search does not.
  const { bounds, certificate } = first;
  // What holds whatever is learnt holds at the hours of its pass too.
  const proven = { bounds, ...(certificate && { certificate }), ...(first.conditional && { conditional: bounds }) };
  const plan = await planOf(input, problem, { status: 'feasible', solution, ...proven, hit });
  const { short, price } = aimsOf(plan);
  const measure = aimOf(purpose.aim, purpose.measure(plan, problem.scenario), bound, conditional?.bound);
  const priced = aimOf('cost', price.value, costBound, conditional?.costBound);
  const aims = purpose.aim === 'cost' ? [short, measure] : [short, measure, priced];
  return { name: purpose.name, plan, aims, hit };
}

const aimsOf = ({ aims }: Pick<Plan, 'aims'>) => ({
  short: aims.find(({ aim }) => aim === 'shortfall')!,
  price: aims.find(({ aim }) => aim === 'cost')!,
});

/** A bound may be above the value by the last digits; `atHours`: the one at the hours of a pass. */
function aimOf(aim: ProposalAim['aim'], value: number, bound: number, atHours?: number): ProposalAim {
  const [held, passed] = [Math.min(bound, value), atHours === undefined ? undefined : Math.min(atHours, value)];
  const conditional = passed === undefined ? {} : { conditional: { bound: passed, gap: relativeGap(value, passed) } };
  return { aim, value, bound: held, gap: relativeGap(value, held), ...conditional };
}

function earlierOf(problem: PlanningProblem, plan: Plan, solution: Solution): Earlier {
  const isWhole = (solution.problem ?? problem).pairs.length === problem.pairs.length;
  return { plan, produced: producedBy(problem, solution), ...(isWhole && { values: solution.values }) };
}

function skippedOf({ name }: Purpose, sought: Exclude<Sought, { status: 'found' }>): Skipped {
  if (sought.status === 'impossible') return { name, why: 'impossible' };
  if (sought.status === 'undecided') return { name, why: 'undecided', hit: sought.hit };
  const { by, value, bound, hit } = sought;
  return { name, why: 'met', by: by + 1, value, bound: Math.min(bound, value), hit };
}
