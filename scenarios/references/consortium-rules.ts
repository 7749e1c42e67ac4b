import type { GroupedBy, Rule, RuleOf } from '../domain/rule.ts';
import type { Check } from './check.ts';

type Where = (...path: (string | number)[]) => ReturnType<Check['draft']['places']['setting']>;

/** Checks what the rules on who is in a consortium name: categories, regions, tags. */
export function checkConsortiumRule(check: Check, rule: Rule, where: Where): void {
  if (rule.rule === 'group-count') checkGroup(check, rule, where);
  if (rule.rule === 'content-share') warnOfUnknownTags(check, rule, where);
}

/** How a group is named, where not any text is a name. */
const LAWS: Readonly<Record<GroupedBy, { readonly form: RegExp; readonly expected: string } | undefined>> = {
  category: { form: /^[ABCD]$/, expected: 'A, B, C or D' },
  country: { form: /^[A-Z]{2}$/, expected: 'a country code of two capitals, like NL' },
  region: { form: /^[A-Z]{2}[A-Z0-9]{0,3}$/, expected: 'a NUTS code or its start, like NL3' },
  group: undefined,
  tag: undefined,
};

function checkGroup({ draft, problem, warn }: Check, { by, value }: RuleOf<'group-count'>, where: Where): void {
  const { values, whole } = draft.tables.suppliers;
  if (value === undefined) {
    const silent = by === 'group' || by === 'tag' ? [] : values.filter((row) => row[by] === undefined);
    const names = silent.slice(0, 5).map(({ supplier }) => supplier);
    const more = silent.length > 5 ? ` and ${silent.length - 5} more` : '';
    const message = `group-count: suppliers without a ${by} count in none: ${names.join(', ')}${more}`;
    if (silent.length > 0) warn({ ...where('by'), code: 'not-counted', message });
    return;
  }
  const law = LAWS[by];
  if (law !== undefined && !law.form.test(value)) {
    const message = `group-count: no ${by}`;
    problem({ ...where('value'), code: 'out-of-range', message, found: value, expected: law.expected });
    return;
  }
  const isThere = values.some((row) => {
    if (by === 'tag') return row.tags.includes(value);
    return by === 'region' ? row.region?.startsWith(value) : row[by] === value;
  });
  if (whole && !isThere)
    warn({ ...where('value'), code: 'empty-scope', message: `no supplier is of the ${by} ${value}` });
}

function warnOfUnknownTags({ draft, warn }: Check, { of }: RuleOf<'content-share'>, where: Where): void {
  const { values, whole } = draft.tables.suppliers;
  if (!whole) return;
  const tags = new Set(values.flatMap((row) => row.tags));
  of.forEach((name, index) => {
    if (/^[A-Z]{2}$/.test(name) || name === 'SME' || tags.has(name)) return;
    const message = `no supplier has the tag ${name}, and it is no country, EU or SME`;
    warn({ ...where('of', index), code: 'empty-scope', message });
  });
}
