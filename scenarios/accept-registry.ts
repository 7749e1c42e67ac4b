import { advised } from './advice.ts';
import { isPeriodLabel } from './domain/calendar.ts';
import type { Checked, InputProblem } from './domain/input-problem.ts';
import type { RegistryEntry } from './domain/registry.ts';
import { grouped } from './grouped.ts';
import { checkReferences, REGISTRY_CHECKS } from './references/index.ts';
import { missingTable } from './references/stated.ts';
import type { Draft } from './wire/draft.ts';
import { shown } from './wire/issue-problems.ts';
import { problemList } from './wire/report.ts';
import { spellCertificates } from './wire/spell-certificates.ts';
import { spellProcesses } from './wire/spell-processes.ts';

function checkStated(draft: Draft): readonly InputProblem[] {
  const { stated, whole, values, broken } = draft.tables.suppliers;
  if (!stated)
    return [missingTable(draft, 'suppliers', 'a registry is its suppliers', 'a table with the column supplier')];
  if (!whole || values.length + broken.length > 0) return [];
  const place = draft.places.table('suppliers');
  return [{ ...place, code: 'empty-table', message: 'the table has no rows', expected: 'at least one row' }];
}

const GRAINS = ['month', 'quarter', 'year'] as const;

/** A registry has no calendar: a period of any grain stands, and whether it fits is judged with the scenario that uses the registry. */
function checkPeriods({ tables, places }: Draft): readonly InputProblem[] {
  const problems = problemList();
  const { values, at } = tables.capacity;
  values.forEach(({ period }, index) => {
    if (period === undefined || GRAINS.some((grain) => isPeriodLabel(period, grain))) return;
    const expected = 'a quarter like 2027-Q3, a month like 2027-03 or a year like 2027';
    const place = places.row('capacity', at[index]!, 'period');
    problems.report({ ...place, code: 'wrong-period', message: 'not a period', found: shown(period), expected });
  });
  return problems.all();
}

/** A certificate may cover a process that no supplier offers: the routing of a scenario may still name it. */
const isScope = ({ code, column }: InputProblem): boolean =>
  code === 'unknown-reference' && column !== undefined && /scope/i.test(column);

function entriesOf({ tables }: Draft): readonly RegistryEntry[] {
  const capacity = grouped(tables.capacity.values, (row) => row.supplier);
  const certificates = grouped(tables.certificates.values, (row) => row.supplier);
  const expansions = grouped(tables.expansions.values, (row) => row.supplier);
  return tables.suppliers.values.map((supplier) => ({
    supplier,
    capacity: capacity.get(supplier.supplier) ?? [],
    certificates: certificates.get(supplier.supplier) ?? [],
    expansions: expansions.get(supplier.supplier) ?? [],
  }));
}

/** Checks the tables of a registry as a scenario's are, as far as they speak for themselves: its entries by supplier, or every problem. */
export function acceptRegistry(stated: Draft): Checked<readonly RegistryEntry[]> {
  const draft = spellProcesses(spellCertificates(stated));
  const references = checkReferences(draft, { values: [], at: [] }, REGISTRY_CHECKS);
  const found = [...draft.problems, ...checkStated(draft), ...checkPeriods(draft), ...references.problems];
  const problems = found.filter((problem) => !isScope(problem));
  if (problems.length > 0) return { ok: false, problems: problems.map(advised) };
  const warnings = [...draft.warnings, ...references.warnings, ...found.filter(isScope)];
  return { ok: true, value: entriesOf(draft), warnings };
}
