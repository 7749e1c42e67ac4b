import type { Plan } from '../../../scenarios/domain/plan.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import type { Verification, Violation } from '../../services/verify-plan.ts';
import { count, whole } from './number.ts';
import { plain } from './text.ts';

function violationLine(violation: Violation): string {
  const rule = violation.rule === undefined ? '' : ` (rule ${violation.rule})`;
  return plain(`${violation.check}${rule}: ${violation.message}`);
}

const MOST_OF_A_KIND = 5;
const CUT = 'of this kind';

/** Each violation on a line of its own, check by check, at most five of one kind (of one check and one rule). */
export function violationLines({ violations }: Pick<Verification, 'violations'>): string[] {
  const kinds = grouped(violations, ({ check, rule }) => JSON.stringify([check, rule]));
  return [...kinds.values()].flatMap((alike) => {
    const rest = alike.length - MOST_OF_A_KIND;
    const shown = alike.slice(0, MOST_OF_A_KIND).map(violationLine);
    return rest > 0 ? [...shown, plain(`${alike[0]!.check}: … and ${whole(rest)} more ${CUT}`)] : shown;
  });
}

/** The fault of a plan that was made for another scenario: what else is wrong with it then means nothing. */
const OTHER_SCENARIO = 'scenario-hash';
const MOST_OF_A_HASH = 12;

/** Says which scenario the plan is of, which one was found, and how to name the right one. */
function otherScenarioLines(violation: Violation, seals: readonly Violation[], judged: Judged): string[] {
  const hash = (value: Violation['found']): string => `sha256 ${String(value).slice(0, MOST_OF_A_HASH)}…`;
  const { name, path } = judged.scenario;
  return [
    'does not hold: the plan was made for another scenario, or the scenario was changed since',
    `  made for: ${judged.plan.scenario.name} (${hash(violation.found)})`,
    `  judged by: ${name} (${hash(violation.expected)})${path === null ? '' : `, read from ${path}`}`,
    ...seals.map(violationLine),
    'Name the scenario that it was made for with --scenario DIR, or plan this one anew; --json lists all that follows.',
  ].map(plain);
}

/** A plan and the scenario that it was judged by. */
export interface Judged {
  readonly plan: Plan;
  /** Its name, and the path that it was read from; null for stdin. */
  readonly scenario: { readonly name: string; readonly path: string | null };
}

/** What was re-checked and holds, or what is wrong; and what is only claimed. Of another scenario's plan that alone is told. */
export function verificationLines(verification: Verification, judged: Judged): string[] {
  const { plan } = judged;
  const claimed = verification.claimed.map((line) => plain(`claimed: ${line}`));
  const { violations } = verification;
  const other = violations.find(({ check }) => check === OTHER_SCENARIO);
  const altered = violations.filter(({ check }) => check === 'digest');
  if (other !== undefined) return otherScenarioLines(other, altered, judged);
  if (!verification.holds) {
    const lines = violationLines(verification);
    const all = lines.some((line) => line.endsWith(CUT)) ? [`--json lists all ${whole(violations.length)}`] : [];
    return [`does not hold: ${count(violations.length, 'violation')}`, ...lines, ...all, ...claimed];
  }
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
