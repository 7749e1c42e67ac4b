import type { ReportedRow } from '../../scenarios/domain/plan.ts';
import type { GroupedBy, Rule, RuleOf } from '../../scenarios/domain/rule.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { pairsInScope, supplierInScope } from '../constraints/scope.ts';
import { leastSources } from '../constraints/source-count.ts';
import { hoursIn } from '../planning-pair.ts';
import { type PlanningProblem, pairPosition } from '../problem.ts';
import { hoursOffered, reachOf } from './reach.ts';
import { allowedUnder } from './rule-reach.ts';
import { safetyStockReasons } from './safety-stock-reasons.ts';
import { counted, listed, percent } from './wording.ts';

const MOST_FIRMS = 3;
/** What the hours may fall short by without being called too few. */
const EXACT = 1e-6;

type Reason = Omit<ReportedRow, 'code'>;

/**
 * Which facts of the scenario meet the rules of a conflict, in business words: who is not eligible and why, whose hours or quote allow
 * less than a rule asks, which safety stock nobody can build. Empty where the rules contradict each other by what they say. Each reason
 * is true by itself; that it is the only one is not claimed. Of several futures each is looked at: a plan has to keep the rules in all.
 */
export function conflictReasons(problem: PlanningProblem, conflict: readonly string[]): readonly ReportedRow[] {
  const rules = problem.scenario.rules.filter(({ id }) => conflict.includes(id));
  const reasons = inAllCases(problem, (own) => [
    ...rules.flatMap((rule) => reasonsOf(rule, rules, own)),
    ...sharedHours(rules, own),
    ...safetyStockReasons(own, rules),
  ]);
  const [only, ...others] = rules;
  if (reasons.length === 0 && only && others.length === 0 && !isBarred(only, problem)) {
    const message = `rule ${only.id} cannot hold with the hours, dates and components as stated; no single figure is at fault alone`;
    reasons.push({ item: null, supplier: null, message });
  }
  return reasons.map((reason) => ({ code: 'conflict', ...reason }));
}

/** What meets the rules in each case; with the name of the case where it is not so in all. */
function inAllCases(problem: PlanningProblem, reasonsIn: (own: PlanningProblem) => readonly Reason[]): Reason[] {
  if (!problem.cases) return [...reasonsIn(problem)];
  const lists = problem.cases.map((own) => ({ name: own.name, reasons: reasonsIn(own.problem) }));
  const isCommon = (reason: Reason) =>
    lists.every(({ reasons }) => reasons.some(({ message }) => message === reason.message));
  return lists.flatMap(({ name, reasons }, at) =>
    reasons.flatMap((reason) => {
      if (isCommon(reason)) return at === 0 ? [reason] : [];
      return [{ ...reason, message: `in the demand case ${name}: ${reason.message}` }];
    }),
  );
}

function reasonsOf(rule: Rule, conflict: readonly Rule[], problem: PlanningProblem): readonly Reason[] {
  switch (rule.rule) {
    case 'lock':
      return lockReasons(rule, conflict, problem);
    case 'source-count':
      return tooFewSources(rule, problem);
    case 'member-count':
      return tooFewMembers(rule, problem);
    case 'group-count':
      return tooFewGroups(rule, problem);
    case 'share-floor':
      return floorTooHigh(rule, conflict, problem);
    default:
      return [];
  }
}

/** True for a lock on a pair that is not eligible. */
const isBarred = (rule: Rule, problem: PlanningProblem): boolean =>
  rule.rule === 'lock' && rule.item !== undefined && pairPosition(problem, rule.supplier, rule.item) === undefined;

/** A lock on a pair that is not eligible is reported by itself; here a firm that can make nothing, and a share beyond its reach. */
function lockReasons(rule: RuleOf<'lock'>, conflict: readonly Rule[], problem: PlanningProblem): readonly Reason[] {
  const { supplier } = rule;
  if (!rule.award) return [];
  if (rule.item === undefined) {
    if (problem.candidates.some((candidate) => candidate.supplier.supplier === supplier)) return [];
    const why = reasonsAgainst(problem, supplier);
    const message = `rule ${rule.id} asks for ${supplier} as a member, which is eligible for nothing: ${why}`;
    return [{ item: null, supplier, message }];
  }
  const { item } = rule;
  const pair = pairPosition(problem, supplier, item);
  if (pair === undefined || rule.share === undefined) return [];
  const required = totalOf(problem, item);
  const asks = `rule ${rule.id} asks ${percent(rule.share)} of ${item} from ${supplier}`;
  const reason = (words: string, most: number): readonly Reason[] =>
    most >= rule.share! * required - EXACT
      ? []
      : [{ item, supplier, message: `${asks}, ${words} ${percent(most / required)}` }];
  const { most, allows } = reachOf(problem, pair);
  if (most < rule.share * required - EXACT) return reason(`whose ${allows}`, most);
  return conflict
    .filter((other) => MEETS_FACTS.has(other.rule))
    .flatMap((other) =>
      reason(`which rule ${other.id} lets make`, allowedUnder(other, problem, pair, problem.horizon)),
    );
}

/** Rules that limit a firm by its people, its turnover or what it does in the period before; others say their figure themselves. */
const MEETS_FACTS: ReadonlySet<Rule['rule']> = new Set(['labour', 'ramp-rate', 'dependency-cap', 'budget'] as const);

/** What speaks against a firm, over all packages, the first few different reasons. */
function reasonsAgainst(problem: PlanningProblem, supplier: string): string {
  const messages = new Set<string>();
  for (const { item } of problem.packages) {
    for (const { message } of problem.reasonsFor(supplier, item.item)) messages.add(message);
    if (messages.size >= MOST_FIRMS) break;
  }
  return [...messages].slice(0, MOST_FIRMS).join('; ');
}

function tooFewSources(rule: RuleOf<'source-count'>, problem: PlanningProblem): readonly Reason[] {
  return pairsInScope(rule.scope, problem).flatMap(({ workPackage, pairs }) => {
    const item = workPackage.item.item;
    const asked = leastSources(rule, pairs.length);
    if (pairs.length >= asked) return [];
    const able = listed(pairs.map((pair) => problem.pairs[pair]!.supplier));
    const only =
      pairs.length === 0 ? 'nobody is eligible' : `only ${able} ${pairs.length === 1 ? 'is' : 'are'} eligible`;
    const others = problem.scenario.suppliers
      .filter(({ supplier }) => pairPosition(problem, supplier, item) === undefined)
      .flatMap(({ supplier }) => problem.reasonsFor(supplier, item)[0]?.message ?? []);
    const rest = others.length > MOST_FIRMS ? `; and ${counted(others.length - MOST_FIRMS, 'other firm')}` : '';
    const why = others.length === 0 ? '' : `: ${others.slice(0, MOST_FIRMS).join('; ')}${rest}`;
    return [
      {
        item,
        supplier: null,
        message: `rule ${rule.id} asks for ${counted(asked, 'source')} of ${item}, but ${only}${why}`,
      },
    ];
  });
}

function tooFewMembers(rule: RuleOf<'member-count'>, problem: PlanningProblem): readonly Reason[] {
  const able = problem.candidates.filter(({ supplier }) => supplierInScope(rule.scope, supplier)).length;
  if (rule.min === undefined || able >= rule.min) return [];
  const message = `rule ${rule.id} asks for ${counted(rule.min, 'member')}, but only ${counted(able, 'firm')} in its scope can make anything`;
  return [{ item: null, supplier: null, message }];
}

/** More groups, or members of one, than firms that can make anything belong to. */
function tooFewGroups(rule: RuleOf<'group-count'>, problem: PlanningProblem): readonly Reason[] {
  const { groups = [] } = problem.groupings.find((grouping) => grouping.rule.id === rule.id) ?? {};
  const named = rule.value !== undefined;
  const able = named ? groups.flatMap(({ members }) => members) : groups;
  if (rule.min === undefined || able.length >= rule.min) return [];
  const names = named
    ? groups.flatMap(({ members }) => members.map((firm) => problem.candidates[firm]!.supplier.supplier))
    : groups.map(({ value }) => value);
  const what = named ? `${counted(rule.min, 'member')} of ${rule.by} ${rule.value}` : differentOnes(rule.by, rule.min);
  const only = able.length === 0 ? 'no firm of any' : `only ${listed(names)}`;
  const message = `rule ${rule.id} asks for ${what}, but ${only} can make anything`;
  return [{ item: null, supplier: null, message }];
}

/** `members of 3 different countries`. */
function differentOnes(by: GroupedBy, count: number): string {
  const [one, many] = GROUP_WORDS[by];
  return `members of ${count} ${count === 1 ? one : `different ${many}`}`;
}

const GROUP_WORDS: { readonly [By in GroupedBy]: readonly [one: string, many: string] } = {
  category: ['category', 'categories'],
  country: ['country', 'countries'],
  region: ['region', 'regions'],
  group: ['firm', 'firms'],
  tag: ['tag', 'tags'],
};

/** Where awards are asked for, too: firms that could not make the least share of an award. */
function floorTooHigh(
  rule: RuleOf<'share-floor'>,
  conflict: readonly Rule[],
  problem: PlanningProblem,
): readonly Reason[] {
  const counts = conflict.filter((other) => other.rule === 'source-count');
  return pairsInScope(rule.scope, problem).flatMap(({ workPackage, pairs }) => {
    const item = workPackage.item.item;
    const asking = counts.find((count) =>
      pairsInScope(count.scope, problem).some(({ workPackage: other }) => other === workPackage),
    );
    const asked = asking ? leastSources(asking, pairs.length) : 0;
    const weak = pairs
      .map((pair) => ({ pair, ...reachOf(problem, pair) }))
      .filter(({ most }) => most < rule.min * workPackage.total - EXACT);
    if (asked === 0 || pairs.length - weak.length >= asked) return [];
    const firms = weak.map(
      ({ pair, most, allows }) => `${problem.pairs[pair]!.supplier}'s ${allows} ${percent(most / workPackage.total)}`,
    );
    const message =
      `rule ${rule.id} asks each source of ${item} for ${percent(rule.min)} and rule ${asking!.id} for ` +
      `${counted(asked, 'source')}, but ${listed(firms)}`;
    return [{ item, supplier: null, message }];
  });
}

/** Exact shares of several items from one firm that its hours of a process do not allow together. */
function sharedHours(rules: readonly Rule[], problem: PlanningProblem): readonly Reason[] {
  const locks = rules.filter((rule) => rule.rule === 'lock').filter((rule) => rule.share !== undefined);
  return [...grouped(locks, (rule) => rule.supplier)].flatMap(([supplier, own]) => {
    const asked = own.flatMap((rule) => {
      const pair = pairPosition(problem, supplier, rule.item!);
      return pair === undefined ? [] : [{ rule, pair, volume: rule.share! * totalOf(problem, rule.item!) }];
    });
    if (asked.length < 2) return [];
    const pairs = asked.map(({ pair }) => pair);
    const processes = new Set(pairs.flatMap((pair) => problem.pairs[pair]!.hours.map(({ process }) => process)));
    return [...processes].flatMap((process) => {
      const perUnit = (pair: number) => hoursIn(problem.pairs[pair]!, process, problem.horizon);
      const needed = asked.reduce((sum, { pair, volume }) => sum + volume * perUnit(pair), 0);
      const offered = hoursOffered(problem, pairs, process);
      if (needed <= offered + EXACT) return [];
      const ids = listed(asked.map(({ rule }) => rule.id));
      const message = `rules ${ids} ask ${Math.ceil(needed)} h of ${process} from ${supplier}, which has ${Math.floor(offered)} h while it is ready`;
      return [{ item: null, supplier, message }];
    });
  });
}

const totalOf = (problem: PlanningProblem, item: string): number =>
  problem.packages.find((workPackage) => workPackage.item.item === item)?.total ?? 0;
