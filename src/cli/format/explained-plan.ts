import type {
  Explanation,
  HoursWithoutOption,
  Improvement,
  RuleExplanation,
  TightHours,
  WhyExplanation,
} from '../../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { effectWords } from './effect.ts';
import { dimHeader, type Look, section } from './look.ts';
import { amount, euro, percent, prose } from './number.ts';
import { listed } from './range.ts';
import { ruleWords } from './rules.ts';
import { type Column, table } from './table.ts';
import { plain } from './text.ts';

const MOST_HOURS = 12;

/** What each rule costs. */
export function ruleCostLines({ rules }: Explanation, scenario: Scenario, look: Look): string[] {
  const stated = new Map(scenario.rules.map((rule) => [rule.id, rule]));
  const columns: Column<RuleExplanation>[] = [
    { header: 'Rule', cell: ({ rule }) => plain(rule), least: 12 },
    { header: 'Says', cell: ({ rule }) => ruleWords(stated.get(rule)!), least: 20, wraps: true },
    { header: 'Without it', cell: ({ without }) => effectWords(without), least: 16, wraps: true },
  ];
  if (rules === null || rules.length === 0) return [];
  return section('What the rules cost', dimHeader(table(columns, rules, look.width), look), look);
}

interface Worth {
  readonly first: TightHours;
  readonly periods: readonly TightHours[];
}

const perHour = ({ aim, price }: Pick<TightHours, 'aim' | 'price'>): string =>
  aim === 'cost' ? euro(price) : `${prose(price)} unit`;

const HOURS: Column<Worth>[] = [
  { header: 'Hours used up', cell: ({ first }) => plain(`${first.process} at ${first.supplier}`), least: 20 },
  {
    header: 'One more is worth',
    cell: ({ periods }) => periods.map((row) => `${perHour(row)} in ${row.period}`).join(', '),
    least: 24,
    wraps: true,
  },
];

/** What one more hour is worth, firm by firm. */
export function tightLines({ tight }: Explanation, look: Look): string[] {
  if (tight === null || tight.hours.length === 0) return [];
  const own = grouped(tight.hours, ({ supplier, process, aim }) => JSON.stringify([supplier, process, aim]));
  const worth = [...own.values()].map((periods): Worth => ({ first: periods[0]!, periods: periods.slice(0, 4) }));
  const how =
    tight.basis === 'duals'
      ? 'At the margin, with the awards as they are; a period may be worth less after the first few hours.'
      : 'Found by solving again with a hundredth more; the engine gives no prices.';
  const rest = worth.length > MOST_HOURS ? [`… and ${worth.length - MOST_HOURS} more in --json`] : [];
  return section(
    'What an hour is worth',
    [...dimHeader(table(HOURS, worth.slice(0, MOST_HOURS), look.width), look), ...rest, look.paint.dim(how)],
    look,
  );
}

const UNIT: Readonly<Record<Improvement['kind'], string>> = {
  'add-hours': 'an hour',
  'hold-certificate': 'a certificate',
  'ready-sooner': 'a period',
  'add-expansion': 'each',
  'expansion-sooner': 'a period',
  'add-hire': 'a hire a period',
};

/** `€ 40,000`, `nothing`, `not stated`: what the scenario says that it costs. */
const priceWords = ({ price }: Improvement): string =>
  price === null ? 'not stated' : price === 0 ? 'nothing' : euro(price);

function worthWords({ each, kind, perEuro }: Improvement): string {
  const { aim, least } = perEuro ?? each;
  const what = aim === 'cost' ? euro(least) : amount(least, 'unit');
  return `${what} ${perEuro ? 'a euro' : UNIT[kind]}`;
}

const IMPROVEMENTS: Column<Improvement>[] = [
  { header: 'Improvement', cell: ({ words }) => plain(words), least: 30, wraps: true },
  { header: 'Brings', cell: effectWords, least: 16, wraps: true },
  { header: 'Price', cell: priceWords, align: 'right' },
  { header: 'Worth at least', cell: worthWords, align: 'right' },
];

/** Where the next euro helps most. */
export function improvementLines({ improvements, withoutOption }: Explanation, look: Look): string[] {
  if (improvements === null) return [];
  const rows = dimHeader(table(IMPROVEMENTS, improvements, look.width), look);
  const has = (isPriced: boolean) => improvements.some(({ price }) => (price !== null) === isPriced);
  const lines = [
    ...(improvements.length === 0 ? ['Nothing that was tried is proven to help.'] : rows),
    ...(has(true) ? [look.paint.dim(PAID)] : []),
    ...(has(false) ? [look.paint.dim(NOT_STATED)] : []),
    ...noOptionLines(withoutOption ?? []).map(look.paint.dim),
  ];
  return section('The next-best euro', lines, look);
}

const PAID = 'A stated price is paid in what it brings: what it is worth is what each euro of it brings beyond that.';
const NOT_STATED = 'Where no price is stated, it is worth having up to what it brings.';

function noOptionLines(hours: readonly HoursWithoutOption[]): readonly string[] {
  if (hours.length === 0) return [];
  const places = [...grouped(hours, ({ process }) => process)].map(
    ([process, own]) => `${process} at ${listed(own.map(({ supplier }) => supplier))}`,
  );
  const what = plain(places.join(', nor for '));
  return [`No machine or shift is stated for ${what} (expansions.csv): what more of these hours costs is not known.`];
}

const insteadWords = ({ items }: WhyExplanation): string =>
  items
    .map(({ item, instead, missing }) => {
      const others = instead.map(({ supplier, share }) => `${supplier} + ${percent(share)}`);
      const nobody = missing > 0 ? [`${percent(missing)} not made`] : [];
      const words = [...others, ...nobody];
      return `${item}: ${words.length === 0 ? 'nothing changes' : words.join(', ')}`;
    })
    .map(plain)
    .join('; ');

const WHY: Column<WhyExplanation>[] = [
  { header: 'Without', cell: ({ supplier }) => plain(supplier), least: 8 },
  {
    header: 'The plan',
    cell: ({ without, conflict }) =>
      conflict.length === 0 ? effectWords(without) : `no plan is possible: ${conflict.map(plain).join(', ')}`,
    least: 20,
    wraps: true,
  },
  { header: 'Who makes its items instead', cell: insteadWords, least: 24, wraps: true },
];

/** What the plan loses without each member. */
export function whyLines({ why }: Explanation, look: Look): string[] {
  if (why === null || why.length === 0) return [];
  return section('Why these firms', dimHeader(table(WHY, why, look.width), look), look);
}
