import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import type { Rule } from '../../../../scenarios/domain/rule.ts';
import { lookOf } from '../../../../src/cli/format/look.ts';
import { summary } from '../../../../src/cli/format/summary.ts';
import { displayWidth } from '../../../../src/cli/format/text.ts';
import { craneLoad, cranePlan, craneScenario } from '../support/crane-plan.ts';

const lines = (plan: Plan, columns: number, colours = false): string[] =>
  summary({ plan, scenario: craneScenario, load: craneLoad }, lookOf({ isTTY: true, columns }, colours));

describe('the summary of a plan', () => {
  test.each([80, 100, 120])('reads well at %i columns', async (columns) => {
    await expect(`${lines(cranePlan, columns).join('\n')}\n`).toMatchFileSnapshot(`../expected/summary-${columns}.txt`);
  });

  test.each([80, 90, 100, 120])('stays within %i columns', (columns) => {
    for (const line of lines(cranePlan, columns)) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
  });

  test('columns of which nothing is stated are left out of the members', () => {
    const suppliers = craneScenario.suppliers.map(({ name: _, place: __, ...supplier }) => supplier);
    const text = summary({ plan: cranePlan, scenario: { ...craneScenario, suppliers }, load: [] }, lookOf({}, false));
    expect(text[text.indexOf('Members (24)') + 1]).toMatch(/^Supplier {2}Cat {2}Roles /);
  });

  test('says the same with colours as without', () => {
    const coloured = lines(cranePlan, 80, true).join('\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours start with a control character
    const bare = coloured.replace(/\u001b\[\d+m/g, '');
    expect(coloured).not.toBe(bare);
    expect(bare).toBe(lines(cranePlan, 80).join('\n'));
  });

  test('a name with terminal codes in it cannot move the cursor or hide a line', () => {
    const [first, ...others] = craneScenario.suppliers;
    const scenario = { ...craneScenario, suppliers: [{ ...first!, name: '\u001b[2J\u001b[1AGone\r\n' }, ...others] };
    const text = summary({ plan: cranePlan, scenario, load: [] }, lookOf({ isTTY: true, columns: 100 }, false)).join(
      '\n',
    );
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\r');
    expect(text).toContain('�[2J�[1AGone');
  });

  const infeasible: Plan = {
    ...cranePlan,
    ...{ status: 'infeasible', conflict: ['at-most-30', 'two-sources'], aims: [], members: [], awards: [] },
    ...{ production: [], shortfall: [], rampUp: [], products: [], rules: [], certificates: [], pastDue: [] },
    cost: { ...cranePlan.cost, production: 0, bought: 0, onboarding: 0, qualification: 0, certificates: 0, stock: 0 },
  };
  const told = (plan: Plan, rules = craneScenario.rules): string[] =>
    summary({ plan, scenario: { ...craneScenario, rules }, load: [] }, lookOf({ columns: 80 }, false));
  const reason = (message: string) => ({ code: 'conflict', message, item: 'BOOM', supplier: null });

  test('an infeasible scenario is told as the rules that cannot hold together, in words, and what they come up against', async () => {
    const why = reason('rule two-sources asks for 2 sources of BOOM, but only S001 is eligible');
    const text = told({ ...infeasible, reported: [...infeasible.reported, why] }).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot('../expected/infeasible.txt');
  });

  test('facts that conflict without any rule are told once', () => {
    const reported = [reason('BOOM: a safety stock of 20 units is due in 2026-Q1'), reason('MAST: another')];
    expect(told({ ...infeasible, conflict: [], reported })).toEqual([
      'No plan is possible, whatever the rules: BOOM: a safety stock of 20 units is due in 2026-Q1.',
      '',
      'Why',
      '· MAST: another',
    ]);
  });

  test('a shortfall that is not proven is doubted before its causes, and its open aim is named at the bounds', () => {
    const aims = [{ ...cranePlan.aims[0]!, bound: 0, gap: 1 }, cranePlan.aims[1]!];
    const text = lines({ ...cranePlan, status: 'feasible', aims }, 120);
    const doubt = text.findIndex((line) => line.startsWith('Not proven to be the least: up to '));
    expect(text.slice(doubt, doubt + 2).join(' ')).toMatch(
      /up to 0\.\d+ % of the requirement more might be deliverable\. The causes are those of this plan; a better one may have others\.$/,
    );
    expect(doubt).toBeGreaterThan(text.indexOf('Short'));
    expect(doubt).toBeLessThan(text.findIndex((line) => line.startsWith('· BOOM: ')));
    expect(text).toContain('Bounds (shortfall not within the wanted gap of 1 %)');
  });

  test('a shortfall within its tolerance but not within the gap says so at the bounds', () => {
    const aims = [{ ...cranePlan.aims[0]!, bound: 0, gap: 1 }, cranePlan.aims[1]!];
    const scenario = { ...craneScenario, policy: { ...craneScenario.policy, shortfallTolerance: 0.01 } };
    const text = summary({ plan: { ...cranePlan, aims }, scenario, load: [] }, lookOf({ columns: 100 }, false));
    expect(text).toContain('Bounds (within the wanted gap of 1 %, the shortfall within its tolerance of 1 %)');
    expect(text.join('\n')).not.toContain('Not proven');
  });

  test('a most or least of one is in the singular', () => {
    const rules: readonly Rule[] = [
      { id: 'one', rule: 'member-count', max: 1 },
      { id: 'single', rule: 'source-count', min: 1, strict: true },
      { id: 'exact', rule: 'source-count', min: 1, max: 1, strict: false },
      { id: 'few', rule: 'member-count', min: 1, max: 3 },
    ];
    const text = told({ ...infeasible, conflict: rules.map(({ id }) => id), reported: [] }, rules);
    expect(text.slice(-4).map((line) => line.replace(/^\w+ +/, ''))).toEqual([
      'at most 1 member',
      'at least 1 source for each package, strictly',
      'exactly 1 source for each package',
      '1 to 3 members',
    ]);
  });
});
