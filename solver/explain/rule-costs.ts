import type { RuleExplanation } from '../../scenarios/domain/explanation.ts';
import { editRules } from './changes/rules.ts';
import type { Trials } from './trials.ts';

/** What each rule costs: the best plan without it, against the given one. Rules that have nothing to spare come first. */
export async function ruleCosts(trials: Trials): Promise<readonly RuleExplanation[]> {
  const { scenario, base } = trials;
  const slackOf = new Map(base.rules.map(({ rule, slack }) => [rule, slack]));
  const tightness = (id: string) => slackOf.get(id) ?? Number.POSITIVE_INFINITY;
  const rules = [...scenario.rules].sort((left, right) => compare(tightness(left.id), tightness(right.id)));
  const explained: RuleExplanation[] = [];
  for (const rule of rules) {
    const without = await trials.tried(editRules(scenario, [{ rule, to: 'dropped' }]));
    if (without) explained.push({ rule: rule.id, slack: slackOf.get(rule.id) ?? null, without });
    else trials.untried(`what rule ${rule.id} costs`);
  }
  return explained;
}

/** Infinities are equal. */
const compare = (left: number, right: number): number => (left === right ? 0 : left < right ? -1 : 1);
