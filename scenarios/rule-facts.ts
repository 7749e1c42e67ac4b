import type { RowProblem } from './domain/input-problem.ts';
import type { Item } from './domain/item.ts';
import type { Rule, RuleOf } from './domain/rule.ts';
import type { Scenario } from './domain/scenario.ts';
import type { Supplier } from './domain/supplier.ts';
import { rulesToKeep } from './legal-forms.ts';
import { supplierInScope } from './scope.ts';
import type { Requirements } from './work-packages.ts';

type Needed = Pick<Requirements, 'packages' | 'unconstrained'>;
type Lack = (column: 'country' | 'region' | 'turnover' | 'employees', firm: Supplier, found?: string) => void;

/**
 * Facts that a stated rule goes by and that are not there: country or region, turnover and people of suppliers that can make something, the origin of
 * what is bought. Each is told once, for the first rule that needs it.
 */
export function ruleFactProblems(
  scenario: Scenario,
  needed: Needed,
  pairs: readonly { readonly supplier: string }[],
): readonly RowProblem[] {
  const able = new Set(pairs.map(({ supplier }) => supplier));
  const firms = scenario.suppliers.filter(({ supplier }) => able.has(supplier));
  const problems = new Map<string, RowProblem>();
  const tell = (
    file: string,
    column: keyof typeof EXPECTED,
    row: { supplier?: string; item?: string },
    rule: Rule,
    found?: string,
  ) => {
    const name = row.supplier ?? row.item!;
    const key = JSON.stringify([file, column, name]);
    if (problems.has(key)) return;
    const message = `${name} has no ${found === undefined ? column : `${column} that says enough`}, which rule ${rule.id} goes by`;
    const more = found === undefined ? {} : { found };
    problems.set(key, { code: 'missing-for-rule', file, column, row, message, ...more, expected: EXPECTED[column] });
  };
  for (const rule of rulesToKeep(scenario.rules)) {
    const lack: Lack = (column, { supplier }, found) => tell('suppliers.csv', column, { supplier }, rule, found);
    const inScope = firms.filter((firm) => supplierInScope(rule.scope, firm));
    if (rule.rule === 'dependency-cap')
      for (const firm of inScope) if (firm.turnover === undefined) lack('turnover', firm);
    if (rule.rule === 'region-share-cap') for (const firm of inScope) lackOfRegion(rule, firm, lack);
    if (rule.rule !== 'content-share') continue;
    lackOfContent(rule, scenario.suppliers, firms, lack);
    for (const item of rule.by === 'value' && isOfCountries(rule) ? boughtIn(rule, needed) : [])
      if (!/^[A-Z]{2}$/.test(item.origin ?? '')) tell('items.csv', 'origin', { item: item.item }, rule, item.origin);
  }
  return [...problems.values()];
}

const EXPECTED = {
  country: 'a country code of two capitals, like NL',
  region: 'a NUTS code as deep as the rule goes, like NL326',
  turnover: 'euro a year',
  employees: 'people',
  origin: 'a country code of two capitals, like NL',
} as const;

function lackOfRegion({ level }: RuleOf<'region-share-cap'>, firm: Supplier, lack: Lack): void {
  if (level === 'country') {
    if (firm.country === undefined) lack('country', firm);
  } else if ((firm.region?.length ?? 0) < (level === 'NUTS2' ? 4 : 5)) lack('region', firm, firm.region);
}

const isOfCountries = ({ of }: RuleOf<'content-share'>): boolean => of.some((name) => /^[A-Z]{2}$/.test(name));

/** People count for every site of an enterprise of which one can make something. */
function lackOfContent(
  rule: RuleOf<'content-share'>,
  suppliers: readonly Supplier[],
  able: readonly Supplier[],
  lack: Lack,
): void {
  if (isOfCountries(rule)) for (const firm of able) if (firm.country === undefined) lack('country', firm);
  if (!rule.of.includes('SME')) return;
  const groups = new Set(able.flatMap(({ group }) => group ?? []));
  const ids = new Set(able.map(({ supplier }) => supplier));
  for (const firm of suppliers)
    if (firm.employees === undefined && (ids.has(firm.supplier) || groups.has(firm.group ?? '')))
      lack('employees', firm);
}

/** What is had without an award at a price, as far as the rule speaks of it. */
const boughtIn = ({ scope }: RuleOf<'content-share'>, { unconstrained }: Needed): readonly Item[] =>
  unconstrained
    .filter(({ unitCost }) => unitCost > 0)
    .map(({ item }) => item)
    .filter(({ item }) => scope?.items?.includes(item) ?? true)
    .filter(({ critical }) => scope?.critical === undefined || scope.critical === critical);
