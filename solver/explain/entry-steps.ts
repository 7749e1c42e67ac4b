import type { Change, EntryKind } from '../../scenarios/domain/explanation.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { haveCertificates, wantedCertificates } from './changes/certificates.ts';
import { addHours } from './changes/hours.ts';
import { lowerPrices } from './changes/prices.ts';
import { editRules } from './changes/rules.ts';
import { readySooner, waitingSuppliers } from './changes/sooner.ts';
import { MORE_HOURS } from './relax-facts.ts';
import type { Trials } from './trials.ts';

/** A change in favour of one supplier. */
export interface EntryStep {
  readonly kind: EntryKind;
  readonly change: Change;
}

/** All that keeps a supplier from packages by yes or no: rules that bar it, certificates, clearance, a wait beyond the horizon. */
export function obstaclesOf({ scenario, problem }: Trials, supplier: string): readonly EntryStep[] {
  const lifted = scenario.rules
    .filter((rule) => bars(rule, supplier))
    .map((rule): EntryStep => ({ kind: 'lift-rule', change: admit(scenario, rule, supplier) }));
  const wanted = wantedCertificates(problem, supplier).map(
    (certificate): EntryStep => ({ kind: 'certificate', change: haveCertificates(scenario, [certificate]) }),
  );
  return [...lifted, ...wanted, ...clearance(scenario, problem, supplier), ...tooLate(scenario, problem, supplier)];
}

const bars = (rule: Rule, supplier: string): boolean =>
  rule.rule === 'exclude'
    ? rule.suppliers.includes(supplier)
    : rule.rule === 'lock' && rule.supplier === supplier && !rule.award;

function admit(scenario: Scenario, rule: Rule, supplier: string): Change {
  if (rule.rule !== 'exclude' || rule.suppliers.length === 1) return editRules(scenario, [{ rule, to: 'dropped' }]);
  const at = scenario.rules.findIndex(({ id }) => id === rule.id);
  const value = rule.suppliers.filter((other) => other !== supplier);
  return {
    words: `admit ${supplier} again in exclude ${rule.id}`,
    patch: [{ op: 'replace', path: `/rules/${at}/suppliers`, value }],
  };
}

type Reasons = Pick<Trials['problem'], 'packages' | 'reasonsFor'>;

const isBarredBy = ({ packages, reasonsFor }: Reasons, supplier: string, code: string): boolean =>
  packages.some(({ item }) => reasonsFor(supplier, item.item).some((reason) => reason.code === code));

function clearance(scenario: Scenario, problem: Reasons, supplier: string): readonly EntryStep[] {
  if (!isBarredBy(problem, supplier, 'security')) return [];
  const levels = problem.packages.flatMap(({ item }) => item.securityLevel ?? []).sort();
  const [heaviest] = levels;
  const at = scenario.suppliers.findIndex((row) => row.supplier === supplier);
  const path = `/suppliers/${at}/securityLevel`;
  const words = `${supplier} is cleared for ${heaviest}`;
  return [{ kind: 'clearance', change: { words, patch: [{ op: 'add', path, value: heaviest }] } }];
}

function tooLate(scenario: Scenario, problem: Reasons, supplier: string): readonly EntryStep[] {
  const longest = waitingSuppliers(scenario).get(supplier);
  if (longest === undefined || !isBarredBy(problem, supplier, 'too-late')) return [];
  return [{ kind: 'date', change: readySooner(scenario, [supplier], longest) }];
}

const PER_CENT = Array.from({ length: 99 }, (_, at) => (at + 1) / 100);

/** What a supplier could improve by degrees, the smallest first: its prices, its hours, its first output. */
export function entrySteps(
  { scenario }: Pick<Trials, 'scenario'>,
  supplier: string,
): readonly (readonly EntryStep[])[] {
  const offered = new Set(scenario.capacity.flatMap((row) => (row.supplier === supplier ? [row.process] : [])));
  const hours = [...offered].map((process) => ({ supplier, process }));
  const longest = waitingSuppliers(scenario).get(supplier) ?? 0;
  const steps = (kind: EntryKind, changes: readonly Change[]) =>
    changes.filter(({ patch }) => patch.length > 0).map((change): EntryStep => ({ kind, change }));
  return [
    steps(
      'price',
      PER_CENT.map((fraction) => lowerPrices(scenario, supplier, fraction)),
    ),
    steps('hours', hours.length === 0 ? [] : MORE_HOURS.map((fraction) => addHours(scenario, hours, fraction))),
    steps(
      'date',
      Array.from({ length: longest }, (_, at) => readySooner(scenario, [supplier], at + 1)),
    ),
  ];
}
