import type { Lock, Rule } from '../domain/rule.ts';
import type { Path } from '../wire/places.ts';
import { type Check, checkName, checkPeriod, spokenPlace } from './check.ts';
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
  if (rule.rule !== 'lock') return;
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
  if (rule.rule !== 'source-count' && rule.rule !== 'member-count') return;
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

/** Regions and categories that nobody is of: legal, but the rule then binds nothing. */
function warnOfEmptyScope({ draft, warn }: Check, rule: Rule, where: Where): void {
  const { region, category } = rule.scope ?? {};
  const { values, whole } = draft.tables.suppliers;
  if (!whole) return;
  if (region !== undefined && !values.some((supplier) => supplier.region?.startsWith(region)))
    warn({ ...where('scope', 'region'), code: 'empty-scope', message: `no supplier is in region ${region}` });
  if (category !== undefined && !values.some((row) => row.category !== undefined && category.includes(row.category)))
    warn({ ...where('scope', 'category'), code: 'empty-scope', message: `no supplier is of category ${category}` });
}

function checkIds({ draft, rules, problem }: Check): void {
  const first = new Map<string, number>();
  rules.values.forEach((rule, index) => {
    const before = first.get(rule.id);
    if (before === undefined) {
      first.set(rule.id, index);
      return;
    }
    const other = spokenPlace(draft.places.setting(['rules', rules.at[before]!]));
    const place = draft.places.setting(['rules', rules.at[index]!, 'id']);
    const expected = 'one rule for each id (an equal rule without id has an equal id)';
    problem({ ...place, code: 'duplicate-rule', message: `the same id ${rule.id} as in ${other}`, expected });
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
    if (rule.rule === 'labour') checkLabour(check, rule, where);
    warnOfEmptyScope(check, rule, where);
  });
  checkIds(check);
}
