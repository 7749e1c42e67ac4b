import { LEGAL_FORMS } from './domain/legal-forms.ts';
import type { LegalForm, Rule } from './domain/rule.ts';

/** The rules that a legal form comes to, each under its id and the name of the part. */
function partsOf({ id, form }: LegalForm): readonly Rule[] {
  const { asks, perimeter } = LEGAL_FORMS[form];
  return asks.map((ask): Rule => {
    const named = { id: `${id}/${ask.part}`, note: LEGAL_FORMS[form].source };
    if ('different' in ask)
      return { rule: 'group-count', ...named, by: ask.different, min: ask.atLeast, scope: { country: perimeter } };
    return { rule: 'content-share', ...named, of: perimeter, min: ask.valueFromPerimeter, by: 'value' };
  });
}

/** The rules that a plan has to keep: each legal form replaced by what it comes to. */
export const rulesToKeep = (rules: readonly Rule[]): readonly Rule[] =>
  rules.flatMap((rule) => (rule.rule === 'legal-form' ? partsOf(rule) : [rule]));
