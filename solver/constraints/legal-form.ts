import type { StatedConstraint } from './constraint.ts';

/** No rule of a plan itself: a problem has the rules that it comes to in its place (`scenarios/legal-forms.ts`), each with its own rows. */
export const legalForm: StatedConstraint<'legal-form'> = {
  name: 'legal-form',
  effect: 'restricts',
  relax: 'Choose another form, or leave it out.',
  formulate: ({ id }) => notReplaced(id),
  slack: ({ id }) => notReplaced(id),
};

function notReplaced(id: string): never {
  throw new Error(`the legal form ${id} was not replaced by the rules that it comes to`);
}
