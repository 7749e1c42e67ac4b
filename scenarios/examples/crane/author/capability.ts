import { CERTIFICATES, type Certificate } from './certificates.ts';
import { certificatesOf, securityOf, stepsOf } from './structure.ts';
import type { Firm } from './suppliers.ts';

const held = new Map<string, Certificate[]>();
for (const row of CERTIFICATES) held.set(row.supplier, [...(held.get(row.supplier) ?? []), row]);

/** EXC3 covers EXC2. */
const covers = (row: Certificate, wanted: string): boolean =>
  row.certificate === wanted || (wanted === 'EN 1090-2 EXC2' && row.certificate === 'EN 1090-2 EXC3');

/** A firm that can make the item one day: processes, certificates of any status, security granted or grantable. */
export function isCapable(firm: Firm, item: string): boolean {
  const rows = held.get(firm.supplier) ?? [];
  const secure = securityOf(item) === undefined || (firm.securityLevel ?? firm.securityPeriods) !== undefined;
  const certified = certificatesOf(item).every((wanted) => rows.some((row) => covers(row, wanted)));
  return secure && certified && stepsOf(item).every((step) => firm.mix.has(step.process));
}

/** A firm that can make it today and throughout: certificates held and renewed, security granted. */
export function isProven(firm: Firm, item: string): boolean {
  const rows = (held.get(firm.supplier) ?? []).filter((row) => row.status === 'held' && row.renewable);
  const secure = securityOf(item) === undefined || firm.securityLevel !== undefined;
  const certified = certificatesOf(item).every((wanted) => rows.some((row) => covers(row, wanted)));
  return secure && certified && stepsOf(item).every((step) => firm.mix.has(step.process));
}
