import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Verification, Violation } from '../../services/verify-plan.ts';
import { count } from './number.ts';
import { plain } from './text.ts';

function violationLine(violation: Violation): string {
  const rule = violation.rule === undefined ? '' : ` (rule ${violation.rule})`;
  return plain(`${violation.check}${rule}: ${violation.message}`);
}

/** Each violation on a line of its own. */
export const violationLines = (verification: Verification): string[] => verification.violations.map(violationLine);

/** What was re-checked and holds, or each violation; and what is only claimed. */
export function verificationLines(verification: Verification, plan: Plan): string[] {
  const claimed = verification.claimed.map((line) => plain(`claimed: ${line}`));
  const { violations } = verification;
  if (!verification.holds)
    return [`does not hold: ${count(violations.length, 'violation')}`, ...violationLines(verification), ...claimed];
  if (plan.status === 'infeasible' || plan.status === 'unknown') {
    return [`holds: the digest of an ${plan.status} answer`, ...claimed];
  }
  const checked = [
    count(verification.rules.length, 'rule'),
    count(plan.members.length, 'member'),
    count(plan.awards.length, 'award'),
    count(plan.production.length, 'row of production', 'rows of production'),
    count(plan.aims.length, 'aim'),
  ];
  return [`holds: ${checked.join(', ')} and the digest`, ...claimed];
}
