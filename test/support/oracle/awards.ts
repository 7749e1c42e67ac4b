import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { groupsCounted } from './group-count.ts';
import { add, type Rational, rational, sum } from './rational.ts';
import { packageInScope, sourceInScope, supplierInScope } from './scope.ts';
import { isOnboarded, type Source } from './sources.ts';

/** Every set of sources that can be awarded, the empty one included, in the order of their numbers as bit sets. */
export function* everySubset(sources: readonly Source[]): Generator<{ bits: number; awarded: readonly Source[] }> {
  for (let bits = 0; bits < 2 ** sources.length; bits++) {
    yield { bits, awarded: sources.filter((_, i) => bits & (1 << i)) };
  }
}

const members = (awarded: readonly Source[]): readonly string[] => [...new Set(awarded.map((pair) => pair.supplier))];

function sourceCountHolds(
  scenario: Scenario,
  rule: RuleOf<'source-count'>,
  packages: readonly string[],
  eligible: readonly Source[],
  awarded: readonly Source[],
): boolean {
  return packages
    .filter((item) => packageInScope(scenario, rule, item, eligible))
    .every((item) => {
      const counted = (pairs: readonly Source[]): number =>
        pairs.filter((pair) => pair.item === item && sourceInScope(scenario, rule, pair)).length;
      const wanted = rule.min ?? 0;
      const least = rule.strict ? wanted : Math.min(wanted, counted(eligible));
      return least <= counted(awarded) && counted(awarded) <= (rule.max ?? Number.POSITIVE_INFINITY);
    });
}

function lockHolds(rule: RuleOf<'lock'>, awarded: readonly Source[]): boolean {
  const found = awarded.some(
    (pair) => pair.supplier === rule.supplier && (rule.item === undefined || pair.item === rule.item),
  );
  return found === rule.award;
}

/** True when the rules that speak of awards and members alone allow this set. */
export function isAllowed(
  scenario: Scenario,
  packages: readonly string[],
  eligible: readonly Source[],
  awarded: readonly Source[],
): boolean {
  return scenario.rules.every((rule) => {
    if (rule.rule === 'source-count') return sourceCountHolds(scenario, rule, packages, eligible, awarded);
    if (rule.rule === 'lock') return lockHolds(rule, awarded);
    if (rule.rule === 'group-count') {
      const count = groupsCounted(scenario, rule, members(awarded));
      return (rule.min ?? 0) <= count && count <= (rule.max ?? Number.POSITIVE_INFINITY);
    }
    if (rule.rule !== 'member-count') return true;
    const count = members(awarded).filter((supplier) => supplierInScope(scenario, rule, supplier)).length;
    return (rule.min ?? 0) <= count && count <= (rule.max ?? Number.POSITIVE_INFINITY);
  });
}

/** Certificates that the awards make members obtain, each once. */
export function obtained(awarded: readonly Source[]): readonly { supplier: string; certificate: string }[] {
  const pairs = awarded.flatMap(({ supplier, obtain }) => obtain.map((certificate) => ({ supplier, certificate })));
  return pairs.filter(
    (pair, i) => pairs.findIndex((p) => p.supplier === pair.supplier && p.certificate === pair.certificate) === i,
  );
}

/** What the awards cost before a unit is made. */
export function oneOffCosts(scenario: Scenario, awarded: readonly Source[]) {
  const certificateCost = ({ supplier, certificate }: { supplier: string; certificate: string }): Rational =>
    rational(
      scenario.certificates.find(
        (row) => row.supplier === supplier && row.certificate === certificate && row.status === 'obtainable',
      )!.cost,
    );
  const onboarding = sum(
    members(awarded)
      .filter((supplier) => !isOnboarded(scenario, supplier))
      .map((supplier) => rational(scenario.suppliers.find((row) => row.supplier === supplier)!.onboardingCost)),
  );
  const qualification = sum(awarded.map((pair) => pair.qualificationCost));
  const certificates = sum(obtained(awarded).map(certificateCost));
  return { onboarding, qualification, certificates, total: add(add(onboarding, qualification), certificates) };
}
