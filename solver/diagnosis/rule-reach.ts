import type { Rule, RuleOf } from '../../scenarios/domain/rule.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import { headsOf, productiveIn } from '../constraints/labour.ts';
import { pairsInScope, supplierInScope, yearsInScope } from '../constraints/scope.ts';
import { contentOf } from '../origins.ts';
import type { PlanningProblem } from '../problem.ts';
import { reachOf } from './reach.ts';

const ANY = Number.POSITIVE_INFINITY;

/** A pair, and the package and firm that it is of. */
function partsOf(problem: PlanningProblem, pair: number) {
  const { supplier, item } = problem.pairs[pair]!;
  const workPackage = problem.packages.find((entry) => entry.item.item === item)!;
  const candidate = problem.candidates.find((entry) => entry.supplier.supplier === supplier)!;
  return { ...problem.pairs[pair]!, workPackage, candidate };
}

const speaksOf = (rule: Rule, problem: PlanningProblem, pair: number): boolean =>
  pairsInScope(rule.scope, problem).some(({ pairs }) => pairs.includes(pair));

const wholeHorizon = ({ scope }: Rule): boolean => scope?.from === undefined && scope?.to === undefined;

/**
 * Units that a rule lets a pair make within periods 1 … `until` at most, whatever the rest of the plan is; infinite where it says nothing of the
 * pair by itself. Never less than what a plan under the rule can have.
 */
export function allowedUnder(rule: Rule, problem: PlanningProblem, pair: number, until: PeriodIndex): Units {
  const { supplier, item, workPackage, candidate, unitCost } = partsOf(problem, pair);
  const inScope = () => supplierInScope(rule.scope, candidate.supplier);
  switch (rule.rule) {
    case 'lock':
      return !rule.award && rule.supplier === supplier && (rule.item ?? item) === item ? 0 : ANY;
    case 'share-cap':
      if (rule.per !== 'horizon') return ANY;
      return wholeHorizon(rule) && speaksOf(rule, problem, pair) ? rule.max * workPackage.total : ANY;
    case 'region-share-cap':
      return wholeHorizon(rule) && speaksOf(rule, problem, pair) ? rule.max * workPackage.total : ANY;
    case 'share-floor': {
      if (rule.per !== 'horizon' || !wholeHorizon(rule) || !speaksOf(rule, problem, pair)) return ANY;
      return reachOf(problem, pair).most < rule.min * workPackage.total - 1e-6 ? 0 : ANY;
    }
    case 'content-share':
      return besideContent(rule, problem, pair);
    case 'dependency-cap': {
      if (!inScope() || rule.max === 1 || unitCost === 0 || !wholeHorizon(rule)) return ANY;
      const years = yearsInScope(rule.scope, problem).filter(({ from }) => from <= until);
      const other = years.reduce((sum, { part }) => sum + part * (candidate.supplier.turnover ?? 0), 0);
      return ((rule.max / (1 - rule.max)) * other) / unitCost;
    }
    case 'budget': {
      const first = yearsInScope(undefined, problem)[0];
      const bars = rule.of.includes('onboarding') && candidate.lastStart === null && Number(first?.year) === rule.year;
      return bars && candidate.onboardingCost > rule.max ? 0 : ANY;
    }
    case 'labour':
      return inScope() ? byPeople(rule, problem, pair, until) : ANY;
    case 'ramp-rate':
      return inScope() && wholeHorizon(rule) ? byPace(rule, problem, pair, until) : ANY;
    default:
      return ANY;
  }
}

/** What others may make beside all that those of a content-share by volume can. */
function besideContent(rule: RuleOf<'content-share'>, problem: PlanningProblem, pair: number): Units {
  if (rule.by !== 'volume' || !wholeHorizon(rule) || !speaksOf(rule, problem, pair)) return ANY;
  const { item, supplier } = problem.pairs[pair]!;
  const { fromSupplier } = contentOf(problem.scenario, rule.of);
  if (fromSupplier(supplier, item)) return ANY;
  const named = problem.pairsOf.get(item)!.filter((other) => fromSupplier(problem.pairs[other]!.supplier, item));
  return ((1 - rule.min) / rule.min) * named.reduce((sum, other) => sum + reachOf(problem, other).most, 0);
}

const hoursOf = (problem: PlanningProblem, pair: number): number =>
  problem.pairs[pair]!.hours.reduce((sum, { hours }) => sum + hours, 0);

/** With all people of the firm on this item. */
function byPeople(rule: RuleOf<'labour'>, problem: PlanningProblem, pair: number, until: PeriodIndex): Units {
  const perUnit = hoursOf(problem, pair);
  const { supplier } = partsOf(problem, pair).candidate;
  const hires = Math.min(rule.hiresPerPeriod ?? ANY, rule.regionHiresPerPeriod ?? ANY);
  if (perUnit === 0) return ANY;
  let most = 0;
  for (let t = 1; t <= until; t++) {
    if (!problem.pairs[pair]!.available[t]) continue;
    most += (productiveIn(rule, problem.scenario.calendar, t) * (headsOf(supplier) + hires * t)) / perUnit;
  }
  return most;
}

/** Where the pair is the only work of its firm and nothing may be made ahead: from the best first period on, growing as fast as it may. */
function byPace(rule: RuleOf<'ramp-rate'>, problem: PlanningProblem, pair: number, until: PeriodIndex): Units {
  const { candidate, workPackage, available, unitCost: _, ...own } = partsOf(problem, pair);
  const { policy } = problem.scenario;
  const perUnit = hoursOf(problem, pair);
  if (candidate.pairs.length > 1 || perUnit === 0 || policy.stock !== 'none' || policy.backlog !== 'lost') return ANY;
  const growth = 1 + (candidate.supplier.rampRate ?? rule.max);
  const within = (t: number) =>
    available[t]
      ? Math.min(
          workPackage.required[t]!,
          ...own.hours
            .filter(({ hours }) => hours > 0)
            .map(({ process, hours }) => problem.reachable(own.supplier, process, t) / hours),
        )
      : 0;
  let most = 0;
  for (let first = 1; first <= until; first++) {
    let [sum, last] = [0, within(first)];
    sum += last;
    for (let t = first + 1; t <= until; t++) {
      last = Math.min(within(t), growth * last + rule.plus / perUnit);
      sum += last;
    }
    most = Math.max(most, sum);
  }
  return most;
}

/** Firms of which a rule lets so many work until a period, and in words: `2 members`. */
export interface FirmLimit {
  /** Firms that count as one. */
  readonly groups: readonly (readonly string[])[];
  readonly most: number;
  readonly words: string;
}

/** How many firms, or groups of them, a rule lets work in periods 1 … `until`; undefined where it limits none. */
export function firmLimit(rule: Rule, problem: PlanningProblem, until: PeriodIndex): FirmLimit | undefined {
  const named = (candidate: number) => problem.candidates[candidate]!.supplier.supplier;
  const inScope = problem.candidates.flatMap((candidate) =>
    supplierInScope(rule.scope, candidate.supplier) ? [candidate] : [],
  );
  if (rule.rule === 'member-count' && rule.max !== undefined) {
    const groups = inScope.map(({ supplier }) => [supplier.supplier]);
    return { groups, most: rule.max, words: `at most ${rule.max} of the firms in its scope` };
  }
  if (rule.rule === 'onboarding-throughput' && wholeHorizon(rule)) {
    const groups = inScope.flatMap(({ supplier, lastStart }) => (lastStart === null ? [] : [[supplier.supplier]]));
    return { groups, most: rule.max * until, words: `at most ${rule.max * until} onboarded by then` };
  }
  if (rule.rule !== 'group-count' || rule.max === undefined) return undefined;
  const { groups = [] } = problem.groupings.find((grouping) => grouping.rule.id === rule.id) ?? {};
  if (rule.value !== undefined) {
    const own = groups.flatMap(({ members }) => members.map((candidate) => [named(candidate)]));
    return { groups: own, most: rule.max, words: `at most ${rule.max} of the firms that it counts` };
  }
  // A firm that counts in several groups cannot be told apart from them: then nothing is said.
  const counted = groups.flatMap(({ members }) => members);
  if (new Set(counted).size < counted.length) return undefined;
  const sets = groups.map(({ members }) => members.map(named));
  return { groups: sets, most: rule.max, words: `at most ${rule.max} of the groups that it counts` };
}
