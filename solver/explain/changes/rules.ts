import type { Change, PatchOperation } from '../../../scenarios/domain/explanation.ts';
import type { Rule } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { dropWords, type Loosening } from '../loosenings.ts';

/** What happens to a rule: it is dropped, or a parameter of it gets a looser value. */
export interface RuleEdit {
  readonly rule: Rule;
  readonly to: 'dropped' | { readonly loosening: Loosening; readonly at: number };
}

/** Rules loosened and dropped, in one change; those that are dropped last, so that the places of the others stay what they are. */
export function editRules({ rules }: Pick<Scenario, 'rules'>, edits: readonly RuleEdit[]): Change {
  const placeOf = (rule: Rule) => rules.findIndex(({ id }) => id === rule.id);
  const loosened = edits.flatMap(({ rule, to }) =>
    to === 'dropped' ? [] : [setParameter(placeOf(rule), to.loosening.key, to.loosening.values[to.at])],
  );
  const dropped = edits
    .filter(({ to }) => to === 'dropped')
    .map(({ rule }) => placeOf(rule))
    .sort((left, right) => right - left)
    .map((place): PatchOperation => ({ op: 'remove', path: `/rules/${place}` }));
  return { words: edits.map(wordsOf).join(', and '), patch: [...loosened, ...dropped] };
}

function setParameter(place: number, key: string, value: Loosening['values'][number]): PatchOperation {
  const path = `/rules/${place}/${key}`;
  return value === undefined ? { op: 'remove', path } : { op: 'replace', path, value };
}

const wordsOf = ({ rule, to }: RuleEdit): string =>
  to === 'dropped' ? dropWords(rule) : to.loosening.words(to.loosening.values[to.at]);

/** The scenario with these rules alone. */
export const onlyRules = (scenario: Pick<Scenario, 'rules'>, kept: readonly string[]): Change['patch'] =>
  editRules(
    scenario,
    scenario.rules.filter(({ id }) => !kept.includes(id)).map((rule): RuleEdit => ({ rule, to: 'dropped' })),
  ).patch;

/** A rule more. */
export const addRule = (value: object): PatchOperation => ({ op: 'add', path: '/rules/-', value });
