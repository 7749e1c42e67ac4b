import type { Change, PatchOperation } from '../../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { listed } from '../../diagnosis/wording.ts';
import { type PlanningProblem, pairPosition } from '../../problem.ts';

/** A certificate that a supplier does not hold today. */
export interface CertificateOf {
  readonly supplier: string;
  readonly certificate: string;
}

/** Reasons against a pair that certificates alone overcome. */
const ABOUT_CERTIFICATES: readonly string[] = ['certificate-missing', 'certificate-expired'];
/** The same with a wait, which a certificate may be the cause of. */
export const CERTIFICATES_AND_WAITS: readonly string[] = [...ABOUT_CERTIFICATES, 'too-late'];
/** What can be overcome together with a missing certificate. */
const NOT_FOR_GOOD: readonly string[] = [...CERTIFICATES_AND_WAITS, 'excluded', 'security'];

/**
 * Certificates that packages ask for and that stand between them and a supplier, where nothing but `surmountable` reasons does: by default
 * certificates alone. Of one supplier those, too, that it would need beside what else can be overcome.
 */
export function wantedCertificates(
  problem: PlanningProblem,
  of?: string,
  surmountable: readonly string[] = of === undefined ? ABOUT_CERTIFICATES : NOT_FOR_GOOD,
): readonly CertificateOf[] {
  const { scenario } = problem;
  const held = new Set(
    scenario.certificates.flatMap(({ supplier, certificate, status, validUntil, renewable }) =>
      status === 'held' && (renewable || validUntil === undefined) ? [keyOf({ supplier, certificate })] : [],
    ),
  );
  const found = new Map<string, CertificateOf>();
  for (const { item } of problem.packages) {
    if (item.certificates.length === 0) continue;
    for (const { supplier } of scenario.suppliers) {
      if (of !== undefined && supplier !== of) continue;
      const pair = problem.pairs[pairPosition(problem, supplier, item.item) ?? -1];
      const hasAll = pair !== undefined && pair.obtain.length === 0;
      if (hasAll || !problem.reasonsFor(supplier, item.item).every(({ code }) => surmountable.includes(code))) continue;
      for (const certificate of item.certificates) {
        const wanted = { supplier, certificate };
        if (!held.has(keyOf(wanted))) found.set(keyOf(wanted), wanted);
      }
    }
  }
  return [...found.values()];
}

const keyOf = ({ supplier, certificate }: CertificateOf): string => JSON.stringify([supplier, certificate]);

/**
 * These certificates from the start, for every process and without end. One that can be obtained is obtained at once, at its cost; one that
 * cannot is held, and what that costs is not part of the plan.
 */
export function haveCertificates(
  { certificates }: Pick<Scenario, 'certificates'>,
  wanted: readonly CertificateOf[],
): Change {
  const patch = wanted.map(({ supplier, certificate }): PatchOperation => {
    const at = certificates.findIndex((row) => row.supplier === supplier && row.certificate === certificate);
    const stated = certificates[at];
    const always = { scope: [], renewable: true, leadTime: 0 };
    if (stated?.status === 'obtainable') {
      return { op: 'replace', path: `/certificates/${at}`, value: { ...stated, ...always } };
    }
    const value = { supplier, certificate, status: 'held', cost: 0, ...always };
    return at < 0
      ? { op: 'add', path: '/certificates/-', value }
      : { op: 'replace', path: `/certificates/${at}`, value };
  });
  const obtainable = ({ supplier, certificate }: CertificateOf) =>
    certificates.some(
      (row) => row.supplier === supplier && row.certificate === certificate && row.status === 'obtainable',
    );
  const firms = [...grouped(wanted, ({ supplier }) => supplier)].map(([supplier, own]) => {
    const names = listed(own.map(({ certificate }) => certificate));
    return own.every(obtainable) ? `${supplier} obtains ${names} at once` : `${supplier} holds ${names} from the start`;
  });
  return { words: firms.join(', '), patch };
}
