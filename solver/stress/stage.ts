import type { DomainKind } from '../../scenarios/domain/rule.ts';
import type { Fraction, PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import { failureDomains, type Loss } from '../outages/domains.ts';
import { type Ground, groundOf } from '../outages/ground.ts';
import type { Operation } from '../outages/operation.ts';
import type { Outage } from '../outages/outages.ts';
import { type RecourseWriter, recourseWriter } from '../outages/planned.ts';
import { type StatedTerms, termsAsked } from '../outages/terms.ts';

/** What may be stated of a stress test; what is absent is as the scenario's `robustness` says. */
export type StatedStress = Pick<StatedTerms, 'domains' | 'timeToRecover' | 'surge' | 'requalification'> & {
  readonly target?: Fraction;
};

/** What losses of one kind are tried on. Losses are known by their position in `losses`. */
export interface Stage {
  readonly ground: Ground;
  readonly kind: DomainKind;
  readonly target: Fraction;
  /** Domains with a supplier that is awarded something: to lose any other changes nothing. */
  readonly losses: readonly Loss[];
  /** The outage in which all of a set are lost from a period on. */
  readonly outageOf: (set: Iterable<number>, from: PeriodIndex) => Outage;
  /** Writes recourse with the service windows of losing everything, whoever is lost. */
  readonly writeWide: RecourseWriter;
  /** What suppliers make of all that is awarded, in units over the horizon: a guess at whose loss matters. */
  readonly work: readonly Units[];
}

/** The ground on which sets of losses are tried: all that is lost is lost for the same time. */
export function stressGround(operation: Operation, { target, ...stated }: StatedStress): Ground {
  const { scenario } = operation.problem;
  const usual = termsAsked(stated, scenario);
  const timed = { ...stated, timeToRecover: usual.usualTime, ...(target !== undefined && { serviceLevel: target }) };
  return groundOf(operation, termsAsked(timed, scenario));
}

/** The stage of a kind of domain. */
export function stageOf(ground: Ground, kind: DomainKind): Stage {
  const { sources, sourcesAt, operation, terms } = ground;
  const { scenario, horizon } = operation.problem;
  const losses = failureDomains(scenario.suppliers, [kind]).filter(({ suppliers }) =>
    suppliers.some((supplier) => sourcesAt.has(supplier)),
  );
  const outageOf: Stage['outageOf'] = (set, from) => ({
    loss: together([...set].map((at) => losses[at]!)),
    from,
    to: Math.min(horizon, from + terms.usualTime - 1),
  });
  const everything = losses.keys();
  const all = together([...everything].map((at) => losses[at]!));
  const made = (supplier: string): Units =>
    (sourcesAt.get(supplier) ?? []).reduce((sum, at) => sum + total(sources[at]!.made), 0);
  return {
    ...{ ground, kind, losses, outageOf, target: terms.serviceLevel },
    writeWide: recourseWriter(operation, ({ from, to }) => ground.spanOf({ loss: all, from, to })),
    work: losses.map(({ suppliers }) => suppliers.reduce((sum, supplier) => sum + made(supplier), 0)),
  };
}

const total = (units: Float64Array): Units => units.reduce((sum, own) => sum + own, 0);

/** Several losses as one. */
const together = (losses: readonly Loss[]): Loss => ({
  kinds: losses.flatMap(({ kinds }) => kinds),
  names: losses.flatMap(({ names }) => names),
  suppliers: [...new Set(losses.flatMap(({ suppliers }) => suppliers))].sort(),
});
