import type { SourceCount } from '../../scenarios/domain/rule.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { packagesIn, pairsIn, rulesOf } from './scope.ts';
import { room, tighter } from './slack.ts';
import { counted } from './wording.ts';

/**
 * For each work package in scope: min(min, eligible sources) ≤ awarded sources ≤ max, counting the suppliers in scope, a standby
 * too. With `strict` the whole minimum is asked. Slack: the least of awarded − minimum and max − awarded, in sources.
 */
export const sourceCount: Check = {
  name: 'source-count',
  check(context) {
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const rule of rulesOf(context.stated.scenario, 'source-count')) {
      let least: number | null = null;
      for (const sources of sourcesInScope(context, rule)) {
        const { awarded, eligible } = sources;
        const from = leastSources(rule, eligible);
        if (awarded < from) faults.push(countFault(rule.id, sources, from, 'at least'));
        if (awarded > (rule.max ?? awarded)) faults.push(countFault(rule.id, sources, rule.max!, 'at most'));
        least = tighter(least, room(awarded, rule.min === undefined ? undefined : from, rule.max));
      }
      slack.set(rule.id, least);
    }
    return { faults, slack };
  },
};

/** The suppliers in scope that can make a work package in scope, and those that are awarded it. */
export interface Sources {
  readonly item: string;
  readonly eligible: number;
  readonly awarded: number;
}

/** Counts the sources of each work package in scope of a rule. */
export function sourcesInScope(
  { stated, view }: Pick<CheckContext, 'stated' | 'view'>,
  { scope }: SourceCount,
): readonly Sources[] {
  const inScope = pairsIn(scope, stated);
  const eligible = new Map<string, number>();
  for (const { supplier, item } of stated.pairs) {
    if (inScope(supplier, item)) eligible.set(item, (eligible.get(item) ?? 0) + 1);
  }
  return packagesIn(scope, stated).map(({ item: { item } }) => ({
    item,
    eligible: eligible.get(item) ?? 0,
    awarded: (view.awardsOfItem.get(item) ?? []).filter(({ supplier }) => inScope(supplier, item)).length,
  }));
}

const leastSources = ({ min = 0, strict }: SourceCount, eligible: number): number =>
  strict ? min : Math.min(min, eligible);

const countFault = (rule: string, { item, awarded, eligible }: Sources, expected: number, words: string): Fault => ({
  rule,
  item,
  message: `${item} is awarded to ${awarded} of its ${counted(eligible, 'eligible source')} in scope, ${words} ${expected}`,
  found: awarded,
  expected,
});
