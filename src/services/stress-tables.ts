import type { BreakingSet, StressReport } from '../../scenarios/domain/stress.ts';
import { csv } from '../../scenarios/wire/csv/write-csv.ts';

const setCells = ({ losses, from, to, left }: BreakingSet) => ({ lost: losses.join(' + '), from, to, left });

/** The report as tidy tables, one header line each, by file name. Quantities in units, `left` of a set as a share of what the plan delivers. */
export function stressTables({ input: { kinds } }: { input: StressReport }): ReadonlyMap<string, string> {
  const sets = kinds.flatMap(({ domain, smallest, others }) =>
    [...(smallest ? [smallest] : []), ...others].map((set) => ({ domain, set })),
  );
  const sizes = kinds.map(({ smallest, pivotal, ...kind }) => ({
    ...kind,
    ...(smallest && setCells(smallest)),
    pivotal: pivotal?.join(';'),
  }));
  return new Map([
    [
      'stress.csv',
      csv(['domain', 'domains', 'size', 'atLeast', 'proof', 'lost', 'from', 'to', 'left', 'pivotal'], sizes),
    ],
    [
      'breaking-sets.csv',
      csv(
        ['domain', 'lost', 'from', 'to', 'left', 'suppliers'],
        sets.map(({ domain, set }) => ({ domain, ...setCells(set), suppliers: set.suppliers.join(';') })),
      ),
    ],
    [
      'breaking-set-products.csv',
      csv(
        ['domain', 'lost', 'product', 'from', 'to', 'planned', 'left'],
        sets.flatMap(({ domain, set }) => set.products.map((row) => ({ domain, lost: setCells(set).lost, ...row }))),
      ),
    ],
    [
      'stress-windows.csv',
      csv(
        ['domain', 'from', 'to', 'size', 'atLeast'],
        kinds.flatMap(({ domain, windows }) => windows.map((window) => ({ domain, ...window }))),
      ),
    ],
  ]);
}
