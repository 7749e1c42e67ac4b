import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
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

  test('an infeasible scenario is told as the rules that cannot hold together, in words', async () => {
    const plan: Plan = {
      ...cranePlan,
      ...{ status: 'infeasible', conflict: ['at-most-30', 'two-sources'], aims: [], members: [], awards: [] },
      ...{ production: [], shortfall: [], rampUp: [], products: [], rules: [], certificates: [], pastDue: [] },
      cost: { ...cranePlan.cost, production: 0, bought: 0, onboarding: 0, qualification: 0, certificates: 0, stock: 0 },
    };
    const text = summary({ plan, scenario: craneScenario, load: [] }, lookOf({ columns: 80 }, false)).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot('../expected/infeasible.txt');
  });
});
