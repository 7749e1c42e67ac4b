import type { CertificatePlanRow } from '../../scenarios/domain/plan.ts';
import type { Check, Fault } from './check.ts';
import { moneyFault, textFault } from './faults.ts';
import { certificatesToObtain } from './one-offs.ts';

/**
 * A certificate is obtained exactly when an awarded pair of the supplier relies on obtaining it: once per supplier and
 * certificate, started in period 1, first counting in period leadTime + 1, at the stated cost.
 */
export const certificates: Check = {
  name: 'certificates',
  check({ stated, plan, view }) {
    const key = ({ supplier, certificate }: CertificatePlanRow) => `${certificate} of ${supplier}`;
    const open = new Map(certificatesToObtain(stated, view).map((row) => [key(row), row]));
    const faults: Fault[] = [];
    for (const row of plan.certificates) {
      const { supplier } = row;
      const expected = open.get(key(row));
      open.delete(key(row));
      if (!expected) faults.push({ supplier, message: `${key(row)} is obtained, but no award needs that` });
      else faults.push(...rowFaults(row, expected, key(row)));
    }
    for (const [name, { supplier }] of open) {
      faults.push({ supplier, message: `${name} is not obtained, but an award needs it` });
    }
    return { faults };
  },
};

const rowFaults = (row: CertificatePlanRow, expected: CertificatePlanRow, name: string): Fault[] => [
  ...textFault({ supplier: row.supplier }, `start of ${name}`, row.start, expected.start),
  ...textFault({ supplier: row.supplier }, `first period of ${name}`, row.firstPeriod, expected.firstPeriod),
  ...moneyFault({ supplier: row.supplier }, `cost of ${name}`, row.cost, expected.cost),
];
