import type { Certificate } from '../../registry/certificates.ts';
import type { Firm } from '../../registry/firm.ts';
import type { Structure } from './structure.ts';

/** Who can make what, from processes, certificates and security. */
export interface Capability {
  /** A firm that can make the item one day: certificates of any status, security granted or grantable. */
  readonly isCapable: (firm: Firm, item: string) => boolean;
  /** A firm that can make it today and throughout: certificates held and renewed, security granted. */
  readonly isProven: (firm: Firm, item: string) => boolean;
}

/** EXC3 covers EXC2. */
const covers = (row: Certificate, wanted: string): boolean =>
  row.certificate === wanted || (wanted === 'EN 1090-2 EXC2' && row.certificate === 'EN 1090-2 EXC3');

/** Who can make what of a product, given all certificates. */
export function capabilityOf(structure: Structure, certificates: readonly Certificate[]): Capability {
  const { certificatesOf, securityOf, stepsOf } = structure;
  const having = new Map<string, Certificate[]>();
  for (const row of certificates) having.set(row.supplier, [...(having.get(row.supplier) ?? []), row]);
  const certified = (rows: readonly Certificate[], item: string): boolean =>
    certificatesOf(item).every((wanted) => rows.some((row) => covers(row, wanted)));
  const equipped = (firm: Firm, item: string): boolean => stepsOf(item).every((step) => firm.mix.has(step.process));
  return {
    isCapable: (firm, item) => {
      const secure = securityOf(item) === undefined || (firm.securityLevel ?? firm.securityPeriods) !== undefined;
      return secure && certified(having.get(firm.supplier) ?? [], item) && equipped(firm, item);
    },
    isProven: (firm, item) => {
      const held = (having.get(firm.supplier) ?? []).filter((row) => row.status === 'held' && row.renewable);
      const secure = securityOf(item) === undefined || firm.securityLevel !== undefined;
      return secure && certified(held, item) && equipped(firm, item);
    },
  };
}
