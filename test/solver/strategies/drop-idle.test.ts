import { describe, expect, test } from 'vitest';
import { formulate } from '../../../solver/formulate.ts';
import { aims } from '../../../solver/objectives/index.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { dropIdle } from '../../../solver/strategies/drop-idle.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

/** The whole-number columns that stay at 1, of a plan that has what is said, else awards everything and makes nothing. */
function kept(statement: Statement, made: Readonly<Record<string, number>>): readonly string[] {
  const problem = planningProblem(twoWelders(statement));
  const whole = formulate(problem, aims.at(-1)!);
  const values = whole.model.columns.map((name, column) => made[name] ?? whole.model.integer[column]!);
  const left = dropIdle(problem, whole, Float64Array.from(values));
  return whole.model.columns.filter((_, column) => whole.model.integer[column] && left[column]);
}

const s1Makes = { 'x|S1|FRAME|1': 8, 'x|S1|FRAME|2': 8, 'y|FRAME|1': 8, 'y|FRAME|2': 8 };

describe('an award without volume', () => {
  test('is taken back, and the membership with it', () => {
    expect(kept({}, s1Makes)).toEqual(['a|S1|FRAME', 'm|S1']);
  });

  test('stays where a second source is asked for', () => {
    const rules = [{ rule: 'source-count', min: 2 } as const];
    expect(kept({ rules }, s1Makes)).toEqual(['a|S1|FRAME', 'a|S2|FRAME', 'm|S1', 'm|S2']);
  });

  test('stays where the firm is locked, or so many members are wanted', () => {
    const all = ['a|S1|FRAME', 'a|S2|FRAME', 'm|S1', 'm|S2'];
    expect(kept({ rules: [{ rule: 'lock', supplier: 'S2', award: true }] }, s1Makes)).toEqual(all);
    expect(kept({ rules: [{ rule: 'member-count', min: 2 }] }, s1Makes)).toEqual(all);
  });

  test('takes along the certificate that only it needs', () => {
    const items = [{ item: 'FRAME', certificates: ['AQAP-2110'] }];
    const certificates = ['S1', 'S2'].map(
      (supplier) => ({ supplier, certificate: 'AQAP-2110', status: 'obtainable', cost: 5 }) as const,
    );
    expect(kept({ items, certificates }, s1Makes)).toEqual(['a|S1|FRAME', 'm|S1', 'z|S1|AQAP-2110']);
  });

  test('is not there, yet its certificate was obtained: that is taken back too', () => {
    const items = [{ item: 'FRAME', certificates: ['AQAP-2110'] }];
    const certificates = ['S1', 'S2'].map(
      (supplier) => ({ supplier, certificate: 'AQAP-2110', status: 'obtainable', cost: 5 }) as const,
    );
    const noAward = { ...s1Makes, 'a|S2|FRAME': 0, 'm|S2': 0 };
    expect(kept({ items, certificates }, noAward)).toEqual(['a|S1|FRAME', 'm|S1', 'z|S1|AQAP-2110']);
  });

  test('of several that could stand by the dearest goes', () => {
    const suppliers = [
      { supplier: 'S2', onboardingCost: 900 },
      { supplier: 'S3', onboardingCost: 100 },
    ];
    const capacity = ['S1', 'S2', 'S3'].map((supplier) => [supplier, 'welding', 16] as const);
    const rules = [{ rule: 'source-count', min: 2 } as const];
    expect(kept({ suppliers, capacity, rules }, s1Makes)).toEqual(['a|S1|FRAME', 'a|S3|FRAME', 'm|S1', 'm|S3']);
  });
});
