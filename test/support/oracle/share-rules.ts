import type { Rule, RuleOf } from '../../../scenarios/domain/rule.ts';
import { atLeast, atMost, constant, type Expression, equal, type Relation, total } from './linear-program.ts';
import { multiply, type Rational, rational } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { periodsInScope, sourceInScope } from './scope.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import type { Made } from './write-production.ts';

/** What a source makes and what is required of its item: once over the span, or in each period of it. */
function amounts(requirement: Requirement, rule: RuleOf<'share-cap' | 'share-floor'>, source: Source, made: Made) {
  const [from, to] = periodsInScope(requirement.bill.scenario, rule);
  if (rule.per === 'period') {
    return spanOf(from, to).map((t) => ({ t, makes: made(source, t), of: requirement.required(source.item, t) }));
  }
  const makes = total(spanOf(from, to).map((t) => made(source, t)));
  return [{ t: null, makes, of: requirement.volume(source.item, from, to) }];
}

function relationsOf(requirement: Requirement, rule: Rule, source: Source, made: Made, floors: boolean): Relation[] {
  const share = (part: number, of: Rational): Expression => constant(multiply(rational(part), of));
  if (rule.rule === 'share-cap') {
    return amounts(requirement, rule, source, made).map(({ makes, of }) => atMost(makes, share(rule.max, of)));
  }
  if (rule.rule === 'share-floor' && floors) {
    return amounts(requirement, rule, source, made)
      .filter(({ t }) => t === null || (source.possible ?? source.available)[t])
      .map(({ makes, of }) => atLeast(makes, share(rule.min, of)));
  }
  if (rule.rule === 'lock' && rule.share !== undefined && floors) {
    if (rule.supplier !== source.supplier || rule.item !== source.item) return [];
    const makes = total(spanOf(1, requirement.bill.scenario.calendar.periods).map((t) => made(source, t)));
    return [equal(makes, share(rule.share, requirement.volume(source.item)))];
  }
  return [];
}

/** share-cap, share-floor and locked shares of the awarded sources. */
export function shareRelations(
  requirement: Requirement,
  awarded: readonly Source[],
  made: Made,
  floors: boolean,
): readonly Relation[] {
  const { scenario } = requirement.bill;
  return scenario.rules.flatMap((rule) =>
    awarded
      .filter((source) => sourceInScope(scenario, rule, source))
      .flatMap((source) => relationsOf(requirement, rule, source, made, floors)),
  );
}
