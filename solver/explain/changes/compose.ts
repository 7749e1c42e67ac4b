import type { Change } from '../../../scenarios/domain/explanation.ts';

/** Several changes as one, what is removed last: a place that a patch names is its place in the scenario as it was. */
export function together(changes: readonly Change[]): Change {
  const operations = changes.flatMap(({ patch }) => patch);
  return {
    words: changes.map(({ words }) => words).join(', and '),
    patch: [...operations.filter(({ op }) => op !== 'remove'), ...operations.filter(({ op }) => op === 'remove')],
  };
}
