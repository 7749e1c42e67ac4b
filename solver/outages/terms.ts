import type { DomainKind, RuleOf } from '../../scenarios/domain/rule.ts';
import type { Robustness, Scenario } from '../../scenarios/domain/scenario.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { Fraction, Periods } from '../../scenarios/domain/units.ts';

/** What outages are assumed: everything that a rule or a question leaves open is settled. */
export interface OutageTerms {
  readonly domains: readonly DomainKind[];
  readonly losses: 1 | 2;
  /** β */
  readonly serviceLevel: Fraction;
  /** True: who takes over work waits for the qualification of the pair once more. */
  readonly requalification: boolean;
  /** Of a supplier that states none of its own. */
  readonly usualTime: Periods;
  readonly usualSurge: Fraction;
  readonly timeToRecover: (supplier: Supplier) => Periods;
  /** σ */
  readonly surge: (supplier: Supplier) => Fraction;
}

/** What may be stated of outages; what is absent is as the scenario's `robustness` says. */
export type StatedTerms = Partial<Robustness> & Partial<Pick<RuleOf<'survive-outage'>, 'losses' | 'requalification'>>;

/** The terms as stated, which holds for all, else a supplier's own figures, else the scenario's `robustness`, else as here. */
export function outageTerms(stated: StatedTerms, { robustness }: Pick<Scenario, 'robustness'>): OutageTerms {
  const timeToRecover = robustness?.timeToRecover ?? 2;
  const surge = robustness?.surge ?? 0;
  return {
    domains: stated.domains ?? robustness?.domains ?? ['supplier'],
    losses: stated.losses ?? 1,
    serviceLevel: stated.serviceLevel ?? robustness?.serviceLevel ?? 0.9,
    requalification: stated.requalification ?? false,
    usualTime: stated.timeToRecover ?? timeToRecover,
    usualSurge: stated.surge ?? surge,
    timeToRecover: (supplier) => stated.timeToRecover ?? supplier.timeToRecover ?? timeToRecover,
    surge: (supplier) => stated.surge ?? supplier.surge ?? surge,
  };
}

/** The terms of a question about a plan: as asked, else as the scenario's first rule `survive-outage` states, so that a plan is tried for what it was made for. */
export function termsAsked(asked: StatedTerms, scenario: Pick<Scenario, 'robustness' | 'rules'>): OutageTerms {
  const rule = scenario.rules.find(({ rule }) => rule === 'survive-outage');
  return outageTerms({ ...rule, ...asked }, scenario);
}
