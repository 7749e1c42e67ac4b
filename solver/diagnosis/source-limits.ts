import type { Rule } from '../../scenarios/domain/rule.ts';
import { hoursInPlace } from '../answer/expansions.ts';
import type { Quantities } from '../answer/quantities.ts';
import { pairsInScope, periodsInScope, supplierInScope, volumeWithin } from '../constraints/scope.ts';
import { hoursIn } from '../planning-pair.ts';
import type { PlanningProblem } from '../problem.ts';
import { counted, percent, units } from './wording.ts';

/** A share of a unit below which spare capacity, stock or volume counts as none. */
export const NONE = 1e-6;

/** What keeps a source from making more, once for all suppliers that it speaks of: `say(['S1', 'S2'])`. */
export interface SourceLimit {
  /** The same for limits that are told together. */
  readonly kind: string;
  readonly say: (suppliers: string) => string;
}

/** No rule shuts the source out: a plan that is proven has no use for it, another may not have found it. */
export const NOT_AWARDED: SourceLimit = {
  kind: 'not awarded',
  say: (firms) => `${firms} could make it, but the plan does not award it`,
};

/** The problem with one package and its firms alone, so that a scope is matched quickly. */
export function focusOn(problem: PlanningProblem, item: string): PlanningProblem {
  const firms = new Set((problem.pairsOf.get(item) ?? []).map((pair) => problem.pairs[pair]!.supplier));
  return {
    ...problem,
    packages: problem.packages.filter((workPackage) => workPackage.item.item === item),
    candidates: problem.candidates.filter(({ supplier }) => firms.has(supplier.supplier)),
  };
}

const speaksOf = (rule: Rule, focus: PlanningProblem, pair: number): boolean =>
  pairsInScope(rule.scope, focus).some(({ pairs }) => pairs.includes(pair));

/** The first process in which the supplier of a pair has no hours left for another unit in t, or undefined. */
export function exhaustedProcess(quantities: Quantities, pair: number, t: number): string | undefined {
  const { problem, produced } = quantities;
  const { supplier, hours } = problem.pairs[pair]!;
  const own = problem.candidates.find((candidate) => candidate.supplier.supplier === supplier)!.pairs;
  return hours.find(({ process }) => {
    const perUnit = hoursIn(problem.pairs[pair]!, process, t);
    if (perUnit === 0) return false;
    const used = own.reduce((sum, other) => sum + hoursIn(problem.pairs[other]!, process, t) * produced[other]![t]!, 0);
    return (hoursInPlace(quantities, supplier, process, t) - used) / perUnit <= NONE;
  })?.process;
}

/** What else than hours keeps an awarded source from one more unit in t: the end of its quote, a share-cap, an exact share, a minimum order. */
export function volumeLimit(
  quantities: Quantities,
  focus: PlanningProblem,
  pair: number,
  t: number,
): SourceLimit | undefined {
  const { maximumQuantity } = focus.pairs[pair]!;
  const made = volumeWithin(quantities.produced[pair]!, { from: 1, to: focus.horizon });
  if (maximumQuantity !== null && made >= maximumQuantity - NONE) {
    return {
      kind: `quote ${maximumQuantity}`,
      say: (firm) => `the quote of ${firm} ends at ${units(maximumQuantity)}, and all are taken`,
    };
  }
  for (const rule of focus.scenario.rules) {
    const limit = ruleLimit(rule, quantities, focus, pair, t);
    if (limit) return limit;
  }
  return quantities.produced[pair]![t]! > NONE ? undefined : orderLimit(focus, pair);
}

/** The minimum order of a quote, where it has one: less than that is not made in a period. */
function orderLimit({ pairs }: PlanningProblem, pair: number): SourceLimit | undefined {
  const { minimumOrder } = pairs[pair]!;
  if (minimumOrder === 0) return undefined;
  return {
    kind: `minimum ${minimumOrder}`,
    say: (firm) => `the quote of ${firm} asks for at least ${units(minimumOrder)} in a period`,
  };
}

function ruleLimit(
  rule: Rule,
  { produced }: Quantities,
  focus: PlanningProblem,
  pair: number,
  t: number,
): SourceLimit | undefined {
  const { supplier, item } = focus.pairs[pair]!;
  if (rule.rule === 'lock' && rule.share !== undefined && rule.supplier === supplier && rule.item === item) {
    const share = percent(rule.share);
    return { kind: rule.id, say: (firm) => `rule ${rule.id} has ${firm} make exactly ${share} of what is required` };
  }
  if (rule.rule !== 'share-cap' || !speaksOf(rule, focus, pair)) return undefined;
  const scope = periodsInScope(rule.scope, focus);
  if (t < scope.from || t > scope.to) return undefined;
  const span = rule.per === 'period' ? { from: t, to: t } : scope;
  const most = rule.max * volumeWithin(focus.packages[0]!.required, span);
  if (volumeWithin(produced[pair]!, span) < most - NONE * Math.max(1, most)) return undefined;
  const of = `${percent(rule.max)} of what is required${rule.per === 'period' ? ' in a period' : ''}`;
  return {
    kind: rule.id,
    say: (firm) => `rule ${rule.id} (share-cap) lets ${firm} make at most ${of}, which is reached`,
  };
}

/** What keeps a source without an award from getting one: a lock, a most of sources or members that is reached, or its minimum order. */
export function awardLimit(
  { awarded, problem }: Quantities,
  focus: PlanningProblem,
  pair: number,
): SourceLimit | undefined {
  const { supplier, item } = focus.pairs[pair]!;
  for (const rule of focus.scenario.rules) {
    const words = (limit: string): SourceLimit => ({
      kind: rule.id,
      say: (firm) => `rule ${rule.id} ${limit}, so that ${firm} cannot be awarded`,
    });
    if (rule.rule === 'lock' && !rule.award && rule.supplier === supplier && (rule.item ?? item) === item) {
      return { kind: rule.id, say: (firm) => `rule ${rule.id} bars ${firm}` };
    }
    if (rule.rule === 'source-count' && rule.max !== undefined && speaksOf(rule, focus, pair)) {
      const sources = pairsInScope(rule.scope, focus)[0]!.pairs.filter((other) => awarded[other]).length;
      if (sources >= rule.max) return words(`allows ${counted(rule.max, 'source')} and it has as many`);
    }
    if (rule.rule !== 'member-count' || rule.max === undefined) continue;
    const own = focus.candidates.find((candidate) => candidate.supplier.supplier === supplier)!;
    if (!supplierInScope(rule.scope, own.supplier) || own.pairs.some((other) => awarded[other])) continue;
    const members = problem.candidates.filter(
      ({ supplier: firm, pairs }) => supplierInScope(rule.scope, firm) && pairs.some((other) => awarded[other]),
    );
    if (members.length >= rule.max) return words(`allows ${counted(rule.max, 'member')} and there are as many`);
  }
  return orderLimit(focus, pair);
}
