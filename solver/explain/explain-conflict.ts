import type { Change, ConflictExplanation, Relaxation, TriedChange } from '../../scenarios/domain/explanation.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import { withHardRules } from '../../scenarios/soft-rules.ts';
import { constraintOf } from '../formulate.ts';
import { onlyRules } from './changes/rules.ts';
import { type ConflictSets, conflictSets } from './conflict-sets.ts';
import { compareRanks, rankOf } from './difference.ts';
import { allowedShortfall, type Goal, goalFor } from './goal.ts';
import { type FactChange, relaxFacts } from './relax-facts.ts';
import { type RuleChange, relaxRules } from './relax-rules.ts';
import type { Trials } from './trials.ts';

const MOST = { sets: 6, corrections: 6 };

/**
 * Why there is no plan, or why a plan is short: the smallest sets of rules that keep every plan from the goal, and changes of rules and
 * facts that reach it. Each change that is told was applied and solved again.
 */
export async function explainConflict(trials: Trials): Promise<ConflictExplanation> {
  const { base, problem } = trials;
  const goal = goalFor(base);
  if (goal.reachedBy(base, allowedShortfall(problem))) {
    return { goal: goal.name, reached: true, sets: [], complete: true, reference: null, relaxations: [] };
  }
  const found = await setsOf(trials.within(0.5), goal);
  const reference = await referenceOf(trials, found);
  const changes = isOpen(found) ? [AGAIN] : await changesFor(trials, found, goal);
  const relaxations = await checked(trials, changes, goal, reference);
  return {
    goal: goal.name,
    reached: false,
    sets: found.sets,
    complete: found.complete,
    reference: reference && { words: reference.words, aims: reference.plan.aims },
    relaxations,
  };
}

/** A change that may reach the goal. */
type Candidate = RuleChange | FactChange | (Change & { readonly kind: 'plan-again' });

/** Where the scenario as it is reaches the goal: the plan was stopped before it was found. */
const AGAIN: Candidate = { kind: 'plan-again', words: 'plan the same scenario again, with more time', patch: [] };

const isOpen = ({ corrections }: ConflictSets): boolean => corrections.some((correction) => correction.length === 0);

async function changesFor(trials: Trials, { corrections }: ConflictSets, goal: Goal): Promise<readonly Candidate[]> {
  const { rules } = trials.scenario;
  const changes: Candidate[] = [];
  const own = trials.within(0.5);
  for (const correction of corrections) {
    const stated = rules.filter(({ id }) => correction.includes(id));
    changes.push(...(await relaxRules(own, stated, goal)));
  }
  return [...changes, ...(await relaxFacts(trials.within(0.8), goal))];
}

async function setsOf(trials: Trials, goal: Goal): Promise<ConflictSets> {
  const { scenario, possible } = trials;
  const ids = withHardRules(scenario).rules.map(({ id }) => id);
  const found = await conflictSets(
    ids,
    async (kept) => {
      const answer = await possible(onlyRules(scenario, kept), goal);
      return answer === undefined ? undefined : !answer;
    },
    MOST,
  );
  if (found.sets.length === 0 && !isOpen(found)) {
    trials.untried('whether rules are at fault: a limit came before the first answer');
  }
  return { ...found, complete: found.complete && isMonotone(scenario.rules) };
}

/**
 * True where fewer rules never make less possible. A firm that is admitted again may make a rule ask for more sources, where it asks
 * for as many as are eligible: then further conflicts cannot be ruled out.
 */
function isMonotone(rules: readonly Rule[]): boolean {
  const excludes = rules.some(({ rule }) => rule === 'exclude');
  return !(excludes && rules.some((rule) => rule.rule === 'source-count' && !rule.strict));
}

/** What the relaxations are compared with: the short plan itself, or the best plan without all rules in conflict. */
async function referenceOf(
  trials: Trials,
  { sets }: ConflictSets,
): Promise<{ readonly words: string; readonly plan: Plan } | null> {
  const { base, scenario } = trials;
  if (base.status !== 'infeasible') return { words: 'the plan as it is', plan: base };
  const conflicting = new Set(sets.flatMap((set) => set.rules));
  if (conflicting.size === 0) return null;
  const kept = scenario.rules.map(({ id }) => id).filter((id) => !conflicting.has(id));
  const without = await trials.planned(onlyRules(scenario, kept));
  if (without === undefined || without.plan.aims.length === 0) return null;
  return { words: 'the best plan without any of the rules in conflict', plan: without.plan };
}

/** The changes that reach the goal when they are applied and solved again, the best plan first. */
async function checked(
  trials: Trials,
  changes: readonly Candidate[],
  goal: Goal,
  reference: { readonly plan: Plan } | null,
): Promise<readonly Relaxation[]> {
  const relaxations: Relaxation[] = [];
  for (const change of changes) {
    const found = await trials.planned(change.patch);
    const tried = await trials.tried(change, reference?.plan ?? { aims: [] });
    if (found === undefined || tried === undefined) trials.untried(`${change.words}: not solved again`);
    else if (!goal.reachedBy(found.plan, found.allowed)) trials.untried(`${change.words}: ${unreached(tried)}`);
    else relaxations.push({ ...tried, kind: change.kind, advice: 'rules' in change ? adviceOn(change.rules) : [] });
  }
  return relaxations.sort((left, right) => compareRanks(rankOf(left), rankOf(right)));
}

const unreached = ({ status, hit }: TriedChange): string =>
  hit === null ? `does not help (${status})` : 'solved again, but not far enough within its limits';

const adviceOn = (rules: readonly Rule[]): readonly string[] => [
  ...new Set(rules.map((rule) => constraintOf(rule).relax)),
];
