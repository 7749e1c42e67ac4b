import type { StatedConstraint } from './constraint.ts';

/**
 * The named suppliers get no award for the packages in scope. Eligibility already leaves such pairs out, with the rule's id as
 * the reason, so that no variable is made which must be zero: there is nothing left to write.
 */
export const exclude: StatedConstraint<'exclude'> = {
  name: 'exclude',
  effect: 'restricts',
  relax: 'Admit the supplier again.',
  formulate: () => undefined,
  slack: () => 0,
};
