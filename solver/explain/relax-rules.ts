import type { Change } from '../../scenarios/domain/explanation.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import { editRules, type RuleEdit } from './changes/rules.ts';
import { firstThatWorks } from './first-that-works.ts';
import type { Goal } from './goal.ts';
import { type Loosening, looseningsOf } from './loosenings.ts';
import type { Trials } from './trials.ts';

/** A change of rules that may reach the goal, and the rules that it touches. */
export interface RuleChange extends Change {
  readonly kind: 'loosen-rule' | 'drop-rule';
  readonly rules: readonly Rule[];
}

/**
 * How the goal can be reached by rules of one correction: all of them dropped, and as many of them as can be only loosened, one after the
 * other, each to the tightest value that works with what is decided for the others. A correction of one rule has a change for
 * each of its parameters.
 */
export async function relaxRules(
  trials: Trials,
  correction: readonly Rule[],
  goal: Goal,
): Promise<readonly RuleChange[]> {
  const { scenario } = trials;
  const dropped = correction.map((rule): RuleEdit => ({ rule, to: 'dropped' }));
  const drop: RuleChange = { ...editRules(scenario, dropped), kind: 'drop-rule', rules: correction };
  const [only, ...others] = correction;
  if (only === undefined) return [];
  if (others.length > 0) {
    const edits = await loosenTogether(trials, dropped, goal);
    if (edits.every(({ to }) => to === 'dropped')) return [drop];
    return [{ ...editRules(scenario, edits), kind: 'loosen-rule', rules: correction }, drop];
  }
  const changes: RuleChange[] = [];
  for (const loosening of looseningsOf(only, scenario)) {
    const edit = await tightest(trials, [], only, loosening, goal);
    if (edit) changes.push({ ...editRules(scenario, [edit]), kind: 'loosen-rule', rules: correction });
  }
  return [...changes, drop];
}

async function loosenTogether(trials: Trials, dropped: readonly RuleEdit[], goal: Goal): Promise<readonly RuleEdit[]> {
  let edits = dropped;
  for (const { rule } of dropped) {
    const others = edits.filter((edit) => edit.rule !== rule);
    for (const loosening of looseningsOf(rule, trials.scenario)) {
      const edit = await tightest(trials, others, rule, loosening, goal);
      if (edit === undefined) continue;
      edits = edits.map((before) => (before.rule === rule ? edit : before));
      break;
    }
  }
  return edits;
}

/** The tightest value of a parameter that reaches the goal beside other edits; undefined where not even the loosest does. */
async function tightest(
  { scenario, possible, untried }: Trials,
  others: readonly RuleEdit[],
  rule: Rule,
  loosening: Loosening,
  goal: Goal,
): Promise<RuleEdit | undefined> {
  const editTo = (at: number): RuleEdit => ({ rule, to: { loosening, at } });
  const found = await firstThatWorks([...loosening.values.keys()], (value) =>
    possible(editRules(scenario, [...others, editTo(value)]).patch, goal),
  );
  if (found === undefined) return undefined;
  const edit = editTo(found.at);
  if (!found.least) untried(`whether less would do: ${editRules(scenario, [edit]).words}`);
  return edit;
}
