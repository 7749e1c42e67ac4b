import type { InputProblem } from '../domain/input-problem.ts';
import type { Rule } from '../domain/rule.ts';
import type { Draft } from '../wire/draft.ts';
import type { Placed } from '../wire/places.ts';
import { problemList } from '../wire/report.ts';
import { checkBom } from './bom.ts';
import { checkCertificates } from './certificates.ts';
import { type Check, checkedCalendar } from './check.ts';
import { checkDemandCases } from './demand-cases.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkItems } from './items.ts';
import { knownNames } from './known.ts';
import { checkTableNames } from './names.ts';
import { checkQuotes } from './quotes.ts';
import { checkRoutingStated } from './routing.ts';
import { checkRules } from './rules.ts';
import { checkSettings } from './settings.ts';
import { checkStated } from './stated.ts';
import { checkSuppliers, warnOfIdleExpansions } from './suppliers.ts';

/** What is checked of suppliers that stand alone, in a registry: no scenario says in which periods and for which items they count. */
export const REGISTRY_CHECKS: readonly ((check: Check) => void)[] = [checkDuplicates, checkTableNames, checkSuppliers];

const CHECKS: readonly ((check: Check) => void)[] = [
  checkStated,
  checkSettings,
  checkDemandCases,
  checkRules,
  checkDuplicates,
  checkTableNames,
  checkBom,
  checkItems,
  checkCertificates,
  checkSuppliers,
  warnOfIdleExpansions,
  checkQuotes,
  checkRoutingStated,
];

/**
 * Checks what the parts of a scenario say of each other: names, periods, dates, duplicates, and what is not implemented. Works
 * on a draft with problems too, and then leaves out what would only repeat them. `checks`: others than all.
 */
export function checkReferences(
  draft: Draft,
  rules: Placed<Rule>,
  checks: readonly ((check: Check) => void)[] = CHECKS,
): { readonly problems: readonly InputProblem[]; readonly warnings: readonly InputProblem[] } {
  const [problems, warnings] = [problemList(), problemList()];
  const [problem, warn] = [problems.report, warnings.report];
  const calendar = checkedCalendar(draft, problem);
  const known = knownNames(draft.tables);
  for (const check of checks) check({ draft, rules, known, calendar, problem, warn });
  return { problems: problems.all(), warnings: warnings.all() };
}
