import { expect, test } from 'vitest';
import { verificationLines } from '../../../../src/cli/format/verification.ts';
import { cranePlan } from '../support/crane-plan.ts';

const claimed = ['the bound on cost is claimed by highs 1.15.3'];

test('a plan that holds is told with what was re-checked and what is only claimed', () => {
  const verification = { holds: true, violations: [], rules: cranePlan.rules, claimed };
  expect(verificationLines(verification, cranePlan)).toEqual([
    'holds: 7 rules, 24 members, 48 awards, 1 row of production, 2 aims and the digest',
    'claimed: the bound on cost is claimed by highs 1.15.3',
  ]);
});

test('an answer without a plan holds with its digest alone', () => {
  const none = { ...cranePlan, members: [], awards: [], production: [], aims: [] };
  const verification = { holds: true, violations: [], rules: [], claimed };
  expect(verificationLines(verification, { ...none, status: 'infeasible' })[0]).toBe(
    'holds: the digest of an infeasible answer',
  );
  expect(verificationLines(verification, { ...none, status: 'unknown' })[0]).toBe(
    'holds: the digest of an unknown answer',
  );
});

test('each violation has its own line with the check and the rule, and cannot break out of it', () => {
  const violations = [
    { check: 'share-cap', rule: 'cap-60', message: 'S2 makes 48 FRAME, at most 42 of the 70 required' },
    { check: 'awards', message: 'the supplier S9\n\u001b[2J is unknown' },
  ];
  expect(verificationLines({ holds: false, violations, rules: [], claimed }, cranePlan)).toEqual([
    'does not hold: 2 violations',
    'share-cap (rule cap-60): S2 makes 48 FRAME, at most 42 of the 70 required',
    'awards: the supplier S9��[2J is unknown',
    'claimed: the bound on cost is claimed by highs 1.15.3',
  ]);
});
