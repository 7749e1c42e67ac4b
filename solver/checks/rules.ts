import type { RuleRow } from '../../scenarios/domain/plan.ts';
import type { Check, Fault } from './check.ts';
import { figureFault } from './faults.ts';
import { orNone } from './wording.ts';

/**
 * The plan lists exactly the stated rules in order of id, and says of each whether it holds and how much slack it leaves as the
 * checks of the rules find it. Prices of rules are only claimed.
 */
export const rules: Check = {
  name: 'rules',
  check({ plan, judged }) {
    const found = plan.rules.map(({ rule }) => rule);
    const expected = judged.map(({ rule }) => rule);
    if (found.join('\n') !== expected.join('\n')) return { faults: [listFault(found, expected)] };
    return { faults: judged.flatMap((row, at) => rowFaults(plan.rules[at]!, row)) };
  },
};

function listFault(found: readonly string[], expected: readonly string[]): Fault {
  const missing = expected.filter((rule) => !found.includes(rule));
  const unknown = found.filter((rule) => !expected.includes(rule));
  const list = (names: readonly string[]) => names.join(', ') || 'none';
  const message =
    missing.length + unknown.length > 0
      ? `the list of rules lacks ${list(missing)} and has ${list(unknown)} that the scenario does not state`
      : `the rules are listed as ${list(found)}, expected ${list(expected)}`;
  return { message, found: list(found), expected: list(expected) };
}

function rowFaults(row: RuleRow, { rule, holds, slack }: RuleRow): Fault[] {
  const faults = figureFault({ rule }, `slack of rule ${rule}`, row.slack, slack);
  if (row.holds === holds) return faults;
  const message = `rule ${rule} ${holds ? 'holds' : 'is broken'}, but the plan says otherwise`;
  return [...faults, { rule, message, found: orNone(String(row.holds)), expected: String(holds) }];
}
