import { expect, test } from 'vitest';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import { verificationLines } from '../../../../src/cli/format/verification.ts';
import { cranePlan } from '../support/crane-plan.ts';

const judged = (plan: Plan = cranePlan) => ({ plan, scenario: { name: 'tiny', path: '/home/planner/tiny' } });
const claimed = ['the bound on cost is claimed by highs 1.15.3'];

test('a plan that holds is told with what was re-checked and what is only claimed', () => {
  const verification = { holds: true, violations: [], rules: cranePlan.rules, claimed };
  expect(verificationLines(verification, judged())).toEqual([
    'holds: 7 rules, 24 members, 48 awards, 1 row of production, 2 aims and the digest',
    'claimed: the bound on cost is claimed by highs 1.15.3',
  ]);
});

test('an answer without a plan holds with its digest alone', () => {
  const none = { ...cranePlan, members: [], awards: [], production: [], aims: [] };
  const verification = { holds: true, violations: [], rules: [], claimed };
  expect(verificationLines(verification, judged({ ...none, status: 'infeasible' }))[0]).toBe(
    'holds: the digest of an infeasible answer',
  );
  expect(verificationLines(verification, judged({ ...none, status: 'unknown' }))[0]).toBe(
    'holds: the digest of an unknown answer',
  );
});

test('each violation has its own line with the check and the rule, and cannot break out of it', () => {
  const violations = [
    { check: 'share-cap', rule: 'cap-60', message: 'S2 makes 48 FRAME, at most 42 of the 70 required' },
    { check: 'awards', message: 'the supplier S9\n\u001b[2J is unknown' },
  ];
  expect(verificationLines({ holds: false, violations, rules: [], claimed }, judged())).toEqual([
    'does not hold: 2 violations',
    'share-cap (rule cap-60): S2 makes 48 FRAME, at most 42 of the 70 required',
    'awards: the supplier S9��[2J is unknown',
    'claimed: the bound on cost is claimed by highs 1.15.3',
  ]);
});

test('of many violations of one kind five are told and the rest counted, each kind for itself', () => {
  const hours = Array.from({ length: 8 }, (_, at) => ({ check: 'capacity', message: `hours ${at}` }));
  const caps = ['cap-60', 'cap-80'].map((rule) => ({ check: 'share-cap', rule, message: 'too much' }));
  const violations = [hours[0]!, caps[0]!, ...hours.slice(1), caps[1]!];
  const [verdict, ...lines] = verificationLines({ holds: false, violations, rules: [], claimed: [] }, judged());
  expect(verdict).toBe('does not hold: 10 violations');
  expect(lines).toEqual([
    ...[0, 1, 2, 3, 4].map((at) => `capacity: hours ${at}`),
    'capacity: … and 3 more of this kind',
    'share-cap (rule cap-60): too much',
    'share-cap (rule cap-80): too much',
    '--json lists all 10',
  ]);
});

test("another scenario's plan: that alone is told, with both names and how to name the right one", () => {
  const violations = [
    {
      check: 'scenario-hash',
      message: 'the plan was made for another scenario',
      found: 'a'.repeat(64),
      expected: 'b1',
    },
    { check: 'capacity', message: 'S1 works 80.0 h' },
  ];
  const lines = verificationLines({ holds: false, violations, rules: [], claimed }, judged());
  expect(lines).toEqual([
    'does not hold: the plan was made for another scenario, or the scenario was changed since',
    '  made for: mobile-electric-crane (sha256 aaaaaaaaaaaa…)',
    '  judged by: tiny (sha256 b1…), read from /home/planner/tiny',
    'Name the scenario that it was made for with --scenario DIR, or plan this one anew; --json lists all that follows.',
  ]);
});

test("an altered digest is told even of another scenario's plan", () => {
  const violations = [
    { check: 'scenario-hash', message: 'the plan was made for another scenario', found: 'a1', expected: 'b1' },
    { check: 'digest', message: 'the plan was altered after it was made' },
  ];
  expect(verificationLines({ holds: false, violations, rules: [], claimed }, judged())).toContain(
    'digest: the plan was altered after it was made',
  );
});
