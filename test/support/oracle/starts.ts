import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { suppliersOf } from './ramps.ts';
import { periodsInScope, supplierInScope } from './scope.ts';
import { isOnboarded, type Source } from './sources.ts';
import { spanOf } from './span.ts';

/** Period in which the onboarding of a supplier starts; the first where none is stated. */
export type Starts = ReadonlyMap<string, number>;

const throughputs = (scenario: Scenario): RuleOf<'onboarding-throughput'>[] =>
  scenario.rules.filter((rule): rule is RuleOf<'onboarding-throughput'> => rule.rule === 'onboarding-throughput');

/** Awarded suppliers of which a rule says how many of them start in a period. */
export const timedBy = (
  scenario: Scenario,
  rule: RuleOf<'onboarding-throughput'>,
  awarded: readonly Source[],
): readonly string[] =>
  suppliersOf(awarded).filter(
    (supplier) => !isOnboarded(scenario, supplier) && supplierInScope(scenario, rule, supplier),
  );

/** The largest number of starts in a period in scope. */
export function busiest(
  scenario: Scenario,
  rule: RuleOf<'onboarding-throughput'>,
  awarded: readonly Source[],
  starts: Starts,
): number {
  const [from, to] = periodsInScope(scenario, rule);
  const own = timedBy(scenario, rule, awarded);
  return Math.max(
    0,
    ...spanOf(from, to).map((t) => own.filter((supplier) => (starts.get(supplier) ?? 1) === t).length),
  );
}

/** Every way to start the onboardings that the rules allow; the awarded sources with what each leaves of their periods. */
export function everyStart(
  scenario: Scenario,
  awarded: readonly Source[],
): readonly { readonly starts: Starts; readonly awarded: readonly Source[] }[] {
  const rules = throughputs(scenario);
  const timed = [...new Set(rules.flatMap((rule) => timedBy(scenario, rule, awarded)))];
  const periods = spanOf(1, scenario.calendar.periods);
  let all: Starts[] = [new Map()];
  for (const supplier of timed) all = all.flatMap((starts) => periods.map((t) => new Map([...starts, [supplier, t]])));
  const allowed = all.filter((starts) => rules.every((rule) => busiest(scenario, rule, awarded, starts) <= rule.max));
  const isNoLater = (one: Starts, other: Starts) =>
    timed.every((supplier) => one.get(supplier)! <= other.get(supplier)!);
  // Whoever starts later can do no more, but may be paid for in a year with more money.
  const isPaidFor = scenario.rules.some(
    (rule) => rule.rule === 'budget' && (rule.of.includes('onboarding') || rule.of.includes('qualification')),
  );
  const earliest = isPaidFor
    ? allowed
    : allowed.filter((own, at) => !allowed.some((other, k) => k !== at && isNoLater(other, own)));
  return earliest
    .map((starts) => ({ starts, awarded: awarded.map((source) => delayed(source, starts.get(source.supplier))) }))
    .filter(({ awarded: late }) => late.every(({ available }) => available.includes(true)));
}

function delayed(source: Source, start: number | undefined): Source {
  if (start === undefined) return source;
  const available = source.available.map((can, t) => can && t >= start + source.lead);
  return { ...source, available, possible: source.available };
}
