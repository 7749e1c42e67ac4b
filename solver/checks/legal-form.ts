import { LEGAL_FORMS } from '../../scenarios/domain/legal-forms.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';

/**
 * The rules that a plan is judged by: a legal form stands for one rule for each thing that its data ask, named after it. Members in its perimeter are
 * of so many firms or countries; so much of the value of what is made and bought comes from there.
 */
export function withoutLegalForms(rules: readonly Rule[]): readonly Rule[] {
  const judged: Rule[] = [];
  for (const rule of rules) {
    if (rule.rule !== 'legal-form') {
      judged.push(rule);
      continue;
    }
    const { perimeter: country, asks } = LEGAL_FORMS[rule.form];
    for (const ask of asks) {
      const id = [rule.id, ask.part].join('/');
      judged.push(
        'valueFromPerimeter' in ask
          ? { id, rule: 'content-share', by: 'value', of: country, min: ask.valueFromPerimeter }
          : { id, rule: 'group-count', by: ask.different, min: ask.atLeast, scope: { country } },
      );
    }
  }
  return judged;
}
