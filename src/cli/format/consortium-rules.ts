import { LEGAL_FORMS } from '../../../scenarios/domain/legal-forms.ts';
import type { Rule } from '../../../scenarios/domain/rule.ts';
import { count, percent } from './number.ts';
import { listed, range } from './range.ts';

type ConsortiumRule = Extract<
  Rule,
  { rule: 'group-count' | 'region-share-cap' | 'content-share' | 'dependency-cap' | 'legal-form' }
>;

/** What group-count counts: one and many of it, and how one is called by its name. */
const GROUPS = {
  category: ['category', 'categories', 'of category'],
  country: ['country', 'countries', 'in'],
  region: ['region', 'regions', 'in region'],
  group: ['firm', 'firms', 'of group'],
  tag: ['tag', 'tags', 'with the tag'],
} as const;

const REGIONS = { country: 'country', NUTS2: 'NUTS 2 region', NUTS3: 'NUTS 3 region' } as const;

/** A rule on who is in a consortium and where its work and money go, in words without its scope. */
export function consortiumStatement(rule: ConsortiumRule): string {
  switch (rule.rule) {
    case 'group-count': {
      const [one, many, called] = GROUPS[rule.by];
      if (rule.value !== undefined) return `${range(rule.min, rule.max, 'member')} ${called} ${rule.value}`;
      return `members of ${range(rule.min, rule.max, one, many)}`;
    }
    case 'region-share-cap':
      return `the firms of a ${REGIONS[rule.level]} make at most ${percent(rule.max)} of what is required of a package`;
    case 'content-share': {
      const whole = rule.by === 'value' ? 'the value of what is made and bought' : 'the units made of a package';
      return `at least ${percent(rule.min)} of ${whole} from ${listed(rule.of)}`;
    }
    case 'dependency-cap':
      return `no firm earns more than ${percent(rule.max)} of its turnover of a year with this`;
    case 'legal-form':
      return LEGAL_FORMS[rule.form].name;
  }
}

/** How far such a rule is from being broken, where that is a count; undefined for a share. */
export function consortiumRoom(rule: Rule | undefined, slack: number): string | undefined {
  if (rule?.rule !== 'group-count') return undefined;
  if (rule.value !== undefined) return count(slack, 'firm');
  const [one, many] = GROUPS[rule.by];
  return count(slack, one, many);
}
