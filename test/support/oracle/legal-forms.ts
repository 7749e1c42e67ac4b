import type { Rule } from '../../../scenarios/domain/rule.ts';

/** A legal form as the oracle has read its text, rule by rule. */
export function spelledOut(rule: Rule): readonly Rule[] {
  if (rule.rule !== 'legal-form') return [rule];
  const at = (part: string) => `${rule.id}/${part}`;
  const content = (of: readonly string[], min: number): readonly Rule[] => [
    { id: at('content'), rule: 'content-share', of, min, by: 'value' },
  ];
  switch (rule.form) {
    case 'edf-2021': {
      const scope = { country: ['EU', 'NO'] };
      return [
        { id: at('firms'), rule: 'group-count', by: 'group', min: 3, scope },
        { id: at('countries'), rule: 'group-count', by: 'country', min: 3, scope },
      ];
    }
    case 'edip-2025':
      return content(['EU', 'IS', 'LI', 'NO'], 0.65);
    case 'safe-2025':
      return content(['EU', 'IS', 'LI', 'NO', 'UA'], 0.65);
    case 'nl-50':
      return content(['EU'], 0.5);
  }
}
