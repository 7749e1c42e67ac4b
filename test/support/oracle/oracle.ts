import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { everySubset, isAllowed, oneOffCosts } from './awards.ts';
import { budgetsAllow } from './budgets.ts';
import type { LinearAnswer } from './exact-simplex.ts';
import { spelledOut } from './legal-forms.ts';
import { type LinearProgram, valueAt } from './linear-program.ts';
import { type Decided, type FlowModel, flowModel, leastCost, leastShortfall } from './oracle-model.ts';
import { allPurchases, capexOf, everyPurchase, mayBuy, type Purchase } from './purchases.ts';
import { type Firsts, hoursOf, tooFast } from './ramps.ts';
import { add, compare, multiply, type Rational, rational } from './rational.ts';
import { type Requirement, readRequirement } from './requirement.ts';
import { solveWithOrders } from './solve-with-orders.ts';
import { readSources, type Source } from './sources.ts';
import { spanOf } from './span.ts';
import { everyStart, type Starts } from './starts.ts';

/** The best plan of a scenario, exact: least weighted shortfall, then least cost. */
export interface OraclePlan {
  readonly status: 'optimal';
  readonly shortfall: Rational;
  readonly cost: Rational;
  /** With the periods that their start leaves them. */
  readonly awarded: readonly Source[];
  readonly purchases: readonly Purchase[];
  readonly starts: Starts;
  readonly requirement: Requirement;
  readonly eligible: readonly Source[];
  readonly model: FlowModel;
  /** Values of the model's variables. */
  readonly point: readonly Rational[];
  /** Linear programs solved on the way. */
  readonly solved: number;
}

export type OracleAnswer = OraclePlan | { readonly status: 'infeasible'; readonly solved: number };

type Bought = Required<Omit<Decided, 'starts'>>;

interface Candidate extends Bought {
  readonly bits: number;
  readonly fixed: Rational;
}

/** Bounds learnt from award sets without what awards oblige to: a subset can never do better. null: infeasible. */
type Bounds = Map<number, Rational | null>;

function boundOf(bounds: Bounds, bits: number): Rational | null | undefined {
  let best: Rational | undefined;
  for (const [superset, value] of bounds) {
    if ((superset & bits) !== bits) continue;
    if (value === null) return null;
    if (best === undefined || compare(value, best) > 0n) best = value;
  }
  return best;
}

/** What linear programs are written from; `solved` counts them. */
export interface Programs {
  readonly requirement: Requirement;
  readonly eligible: readonly Source[];
  solved: number;
}

interface Search extends Programs {
  readonly all: Bought;
  /** True when no rule obliges an awarded source to make anything, so that each value is a bound for subsets. */
  readonly obliging: boolean;
}

interface Found {
  readonly awarded: readonly Source[];
  readonly starts: Starts;
  readonly candidate: Candidate;
  readonly value: Rational;
  readonly model: FlowModel;
  readonly point: readonly Rational[];
}

export type Aim = (model: FlowModel) => LinearProgram;

export interface Solved {
  readonly awarded: readonly Source[];
  readonly starts?: Starts;
  readonly model: FlowModel;
  readonly answer: LinearAnswer;
}

function solve(search: Programs, decided: Decided, floors: boolean, aim: Aim, firsts: Firsts = new Map()): Solved {
  const model = flowModel(search.requirement, search.eligible, decided, floors, firsts);
  const horizon = spanOf(1, search.requirement.bill.scenario.calendar.periods);
  const { answer, solved } = solveWithOrders(aim(model), model, decided.awarded, horizon);
  search.solved += solved;
  return { awarded: decided.awarded, model, answer };
}

/** The same under the ramp rates: where a supplier's hours grow too fast, each period in which it may begin is tried. */
export function solveRamps(search: Programs, decided: Decided, aim: Aim, firsts: Firsts = new Map()): Solved {
  const { awarded } = decided;
  const found = solve(search, decided, true, aim, firsts);
  const { model, answer } = found;
  if (answer.status !== 'optimal') return found;
  const { requirement } = search;
  const hours = (supplier: string, t: number) => valueAt(hoursOf(awarded, supplier, model.made, t), answer.point);
  const loose = awarded.filter(({ supplier }) => !firsts.has(supplier));
  const supplier = tooFast(requirement, loose, hours);
  if (supplier === undefined) return found;
  const tried = spanOf(1, requirement.bill.scenario.calendar.periods).map((first) =>
    solveRamps(search, decided, aim, new Map([...firsts, [supplier, first]])),
  );
  return tried.reduce((best, next) => (isLess(next.answer, best.answer) ? next : best));
}

/** The same for the best way to start the onboardings; infeasible where there is none. */
function solveStarts(search: Search, decided: Decided, aim: Aim): Solved | undefined {
  const { scenario } = search.requirement.bill;
  return everyStart(scenario, decided.awarded)
    .map(({ starts, awarded }) => ({ ...decided, awarded, starts }))
    .filter((own) => budgetsAllow(scenario, own))
    .map((own): Solved => ({ ...solveRamps(search, own, aim), starts: own.starts }))
    .reduce<Solved | undefined>((best, next) => (best && !isLess(next.answer, best.answer) ? best : next), undefined);
}

const isLess = (next: LinearAnswer, than: LinearAnswer): boolean =>
  next.status === 'optimal' && (than.status !== 'optimal' || compare(next.value, than.value) < 0n);

/** The first candidate of least aim plus weighted fixed cost; candidates that cannot beat the best so far are skipped. */
function best(search: Search, candidates: readonly Candidate[], aim: Aim, priced: boolean): Found | null {
  const everything = solve(search, search.all, false, aim).answer;
  if (everything.status !== 'optimal') return null;
  const bounds: Bounds = new Map([[2 ** (search.eligible.length + search.all.purchases.length) - 1, everything.value]]);
  let found: Found | null = null;
  for (const candidate of candidates) {
    const bound = boundOf(bounds, candidate.bits);
    if (bound === null || bound === undefined) continue;
    const plus = (value: Rational): Rational => (priced ? add(value, candidate.fixed) : value);
    if (found && compare(plus(bound), found.value) >= 0n) continue;
    const solved = solveStarts(search, candidate, aim);
    if (!solved) continue;
    const { model, answer, awarded, starts = new Map() } = solved;
    const value = answer.status === 'optimal' ? answer.value : null;
    if (!search.obliging) bounds.set(candidate.bits, value);
    if (answer.status !== 'optimal') continue;
    if (found && compare(plus(answer.value), found.value) >= 0n) continue;
    found = { candidate, value: plus(answer.value), model, point: answer.point, awarded, starts };
  }
  return found;
}

const size = (candidate: Candidate): number => candidate.awarded.length + candidate.purchases.length;

/** Enumerates all awards and purchases of expansions and solves the rest exactly. For a handful of eligible pairs. */
export function oracle(stated: Scenario): OracleAnswer {
  const scenario = { ...stated, rules: stated.rules.flatMap(spelledOut) };
  const requirement = readRequirement(scenario);
  const eligible = readSources(scenario, requirement.packages);
  const candidates: Candidate[] = [];
  const buyable = allPurchases(scenario, eligible);
  const ways = everyPurchase(buyable);
  for (const { bits, awarded } of everySubset(eligible)) {
    if (!isAllowed(scenario, requirement.packages, eligible, awarded)) continue;
    const once = oneOffCosts(scenario, awarded).total;
    for (const way of ways) {
      const purchases = buyable.filter((_, i) => way & (1 << i));
      if (!mayBuy(scenario, eligible, awarded, purchases)) continue;
      const fixed = add(once, capexOf(purchases));
      candidates.push({ bits: bits + way * 2 ** eligible.length, awarded, purchases, fixed });
    }
  }
  const obliging = scenario.rules.some(({ rule }) =>
    ['share-floor', 'lock', 'budget', 'onboarding-throughput'].includes(rule),
  );
  const all = { awarded: eligible, purchases: buyable };
  const search: Search = { requirement, eligible, all, obliging, solved: 0 };
  const largest = candidates.toSorted((a, b) => size(b) - size(a));
  const first = candidates.length === 0 ? null : best(search, largest, leastShortfall, false);
  if (!first) return { status: 'infeasible', solved: search.solved };
  const tolerated = multiply(rational(scenario.policy.shortfallTolerance), requirement.weighted);
  const limit = add(first.value, tolerated);
  const cheapest = candidates.toSorted(
    (a, b) => Number(compare(a.fixed, b.fixed) > 0n) - Number(compare(a.fixed, b.fixed) < 0n),
  );
  const second = best(search, cheapest, (model) => leastCost(model, limit), true);
  if (!second) throw new Error('the plan of least shortfall has vanished');
  return {
    status: 'optimal',
    shortfall: first.value,
    cost: second.value,
    awarded: second.awarded,
    purchases: second.candidate.purchases,
    starts: second.starts,
    requirement,
    eligible,
    model: second.model,
    point: second.point,
    solved: search.solved,
  };
}
