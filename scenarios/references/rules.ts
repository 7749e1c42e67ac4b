import { isOneOf } from '../countries.ts';
import { yearsOf } from '../domain/calendar.ts';
import type { Budget, Lock, Rule } from '../domain/rule.ts';
import { rulesToKeep } from '../legal-forms.ts';
import type { Path } from '../wire/places.ts';
import { type Check, checkName, checkPeriod, spokenPlace } from './check.ts';
import { checkConsortiumRule } from './consortium-rules.ts';
import type { Kind } from './known.ts';
import { checkLabour } from './labour.ts';

type Where = (...path: (string | number)[]) => ReturnType<Check['draft']['places']['setting']>;

function checkNames(check: Check, rule: Rule, where: Where): void {
  const each = (kind: Kind, names: readonly string[] | undefined, ...path: string[]) =>
    names?.forEach((name, index) => {
      checkName(check, kind, name, () => where(...path, index));
    });
  const one = (kind: Kind, name: string | undefined, ...path: string[]) => {
    if (name !== undefined) checkName(check, kind, name, () => where(...path));
  };
  each('item', rule.scope?.items, 'scope', 'items');
  each('supplier', rule.scope?.suppliers, 'scope', 'suppliers');
  one('process', rule.scope?.process, 'scope', 'process');
  if (rule.rule === 'exclude') each('supplier', rule.suppliers, 'suppliers');
  if (rule.rule !== 'lock' && rule.rule !== 'commitment') return;
  one('supplier', rule.supplier, 'supplier');
  one('item', rule.item, 'item');
}

function checkSpan(check: Check, rule: Rule, where: Where): void {
  const { from, to } = rule.scope ?? {};
  if (from !== undefined) checkPeriod(check, from, () => where('scope', 'from'));
  if (to !== undefined) checkPeriod(check, to, () => where('scope', 'to'));
  if (from === undefined || to === undefined || from <= to) return;
  const place = where('scope', 'to');
  const expected = `${from} or later`;
  check.problem({
    ...place,
    code: 'reversed-periods',
    message: `${rule.rule}: to lies before from`,
    found: to,
    expected,
  });
}

function checkCounts({ problem }: Check, rule: Rule, where: Where): void {
  if (rule.rule !== 'source-count' && rule.rule !== 'member-count' && rule.rule !== 'group-count') return;
  const { min, max } = rule;
  if (min === undefined && max === undefined)
    problem({
      ...where(),
      code: 'missing-value',
      message: `${rule.rule} without a number`,
      expected: 'min, max or both',
    });
  if (min !== undefined && max !== undefined && min > max)
    problem({
      ...where('max'),
      code: 'out-of-range',
      message: `${rule.rule}: max lies below min`,
      found: String(max),
      expected: `${min} or more`,
    });
}

function checkLock({ problem }: Check, lock: Lock, where: Where): void {
  if (lock.share === undefined) return;
  const refuse = (message: string, expected: string) =>
    problem({ ...where('share'), code: 'meaningless-value', message: `lock: ${message}`, expected });
  if (lock.item === undefined) refuse('a share of no item', 'an item beside the share');
  if (!lock.award) refuse('a share of what is not awarded', '`award: true` beside the share');
}

/** The year of a budget has planned periods. */
function checkYear({ calendar, problem }: Check, { year }: Budget, where: Where): void {
  const years = calendar ? yearsOf(calendar, 1, calendar.periods).map((own) => own.year) : [year];
  if (years.includes(year)) return;
  const expected = years.length > 1 ? `${years[0]} to ${years.at(-1)}` : String(years[0]);
  problem({
    ...where('year'),
    code: 'beyond-horizon',
    message: 'no period of this year is planned',
    found: String(year),
    expected,
  });
}

/** Regions and categories that nobody is of: legal, but the rule then binds nothing. */
function warnOfEmptyScope({ draft, warn }: Check, rule: Rule, where: Where): void {
  const { region, category, country } = rule.scope ?? {};
  const { values, whole } = draft.tables.suppliers;
  if (!whole) return;
  if (region !== undefined && !values.some((supplier) => supplier.region?.startsWith(region)))
    warn({ ...where('scope', 'region'), code: 'empty-scope', message: `no supplier is in region ${region}` });
  if (country !== undefined && !values.some((supplier) => isOneOf(country, supplier.country)))
    warn({ ...where('scope', 'country'), code: 'empty-scope', message: `no supplier is in ${country.join(', ')}` });
  if (category !== undefined && !values.some((row) => row.category !== undefined && category.includes(row.category)))
    warn({ ...where('scope', 'category'), code: 'empty-scope', message: `no supplier is of category ${category}` });
}

function checkIds({ draft, rules, problem }: Check): void {
  const first = new Map<string, number>();
  const named = rules.values.flatMap((rule, index) =>
    [rule, ...rulesToKeep([rule]).filter((part) => part !== rule)].map(({ id }) => ({ id, index })),
  );
  named.forEach(({ id, index }) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return;
    }
    const other = spokenPlace(draft.places.setting(['rules', rules.at[before]!]));
    const place = draft.places.setting(['rules', rules.at[index]!, 'id']);
    const expected = 'one rule for each id (an equal rule without id has an equal id)';
    problem({ ...place, code: 'duplicate-rule', message: `the same id ${id} as in ${other}`, expected });
  });
}

/** Checks every rule against the tables and the calendar. */
export function checkRules(check: Check): void {
  const { draft, rules } = check;
  rules.values.forEach((rule, index) => {
    const base: Path = ['rules', rules.at[index]!];
    const where: Where = (...path) => draft.places.setting([...base, ...path]);
    checkNames(check, rule, where);
    checkSpan(check, rule, where);
    checkCounts(check, rule, where);
    if (rule.rule === 'lock') checkLock(check, rule, where);
    checkConsortiumRule(check, rule, where);
    if (rule.rule === 'budget') checkYear(check, rule, where);
    if (rule.rule === 'labour') checkLabour(check, rule, where);
    warnOfEmptyScope(check, rule, where);
  });
  checkIds(check);
}
