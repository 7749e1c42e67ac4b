import type { RungKind } from '../../scenarios/domain/curve.ts';
import type { Rule, RuleOf } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Fraction } from '../../scenarios/domain/units.ts';
import { type OutageTerms, outageTerms, type StatedTerms } from '../outages/terms.ts';

/** A step of the ladder: the scenario with what it asks of outages instead of its own rules on them. */
export interface Rung {
  readonly name: string;
  readonly kind: RungKind;
  /** Null where nothing is asked of outages. */
  readonly serviceLevel: Fraction | null;
  readonly scenario: Scenario;
}

/** What is assumed of the outages of every rung; the service level and the number of losses are the rung's own. */
export type CurveTerms = Omit<StatedTerms, 'serviceLevel' | 'losses'>;

/** The terms of a curve: as asked, else as the scenario's first rule `survive-outage` states, else as nothing is stated. */
export function curveTerms({ rules }: Pick<Scenario, 'rules'>, asked: CurveTerms): CurveTerms {
  const own = rules.find((rule): rule is RuleOf<'survive-outage'> => rule.rule === 'survive-outage');
  const stated: CurveTerms = own
    ? {
        ...(own.domains && { domains: own.domains }),
        ...(own.timeToRecover !== undefined && { timeToRecover: own.timeToRecover }),
        ...(own.surge !== undefined && { surge: own.surge }),
        requalification: own.requalification,
      }
    : {};
  return { ...stated, ...asked };
}

/** The terms by which all points are compared: any one domain lost, at the highest service level. */
export const yardstickTerms = (scenario: Scenario, terms: CurveTerms, levels: readonly Fraction[]): OutageTerms =>
  outageTerms({ ...terms, losses: 1, serviceLevel: Math.max(...levels) }, scenario);

/**
 * The rungs from the strictest to the loosest: two losses at the highest level where wanted, one loss at falling levels, two sources where there
 * are two, nothing. All but two sources are a chain: what a plan leaves unprotected falls from each to the next, whatever the plan, and all
 * other rules are the same.
 */
export function rungsOf(
  scenario: Scenario,
  { terms, levels, two }: { readonly terms: CurveTerms; readonly levels: readonly Fraction[]; readonly two: boolean },
): readonly Rung[] {
  const others = scenario.rules.filter(({ rule }) => rule !== 'survive-outage');
  const own = scenario.rules.find(({ rule }) => rule === 'survive-outage');
  const free = (wanted: string): string => {
    const taken = new Set(others.map(({ id }) => id));
    let id = wanted;
    for (let more = 2; taken.has(id); more++) id = `${wanted}-${more}`;
    return id;
  };
  const bare = { ...scenario, rules: others };
  // The order of a normalised document, so that the scenario of a rung is known by its hash when it is read again.
  const withRule = (rule: Rule): Scenario => ({
    ...scenario,
    rules: [...others, rule].sort((left, right) => (left.id < right.id ? -1 : 1)),
  });
  const surviving = (kind: 'n-1' | 'n-2', serviceLevel: Fraction): Rung => {
    const { requalification = false, ...stated } = terms;
    const rule: Rule = {
      ...{ rule: 'survive-outage', id: free(own?.id ?? 'survive-outage'), ...stated },
      ...{ serviceLevel, losses: kind === 'n-1' ? 1 : 2, requalification },
    };
    return { name: nameOf(kind, serviceLevel), kind, serviceLevel, scenario: withRule(rule) };
  };
  const dual: Rule = { rule: 'source-count', id: free('dual-sourcing'), min: 2, strict: false };
  const falling = [...new Set(levels)].sort((left, right) => right - left);
  return [
    ...(two ? [surviving('n-2', falling[0]!)] : []),
    ...falling.map((level) => surviving('n-1', level)),
    {
      name: 'dual-sourcing',
      kind: 'dual-sourcing',
      serviceLevel: null,
      scenario: withRule(dual),
    },
    { name: 'n-0', kind: 'n-0', serviceLevel: null, scenario: bare },
  ];
}

/** `n-1-80`, `n-1-92.5`. */
const nameOf = (kind: RungKind, level: Fraction): string => `${kind}-${Number((100 * level).toPrecision(12))}`;
