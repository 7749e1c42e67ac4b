import { expect, test } from 'vitest';
import { lookOf } from '../../../../src/cli/format/look.ts';
import { outageLines } from '../../../../src/cli/format/outages.ts';
import { ruleLines } from '../../../../src/cli/format/rules.ts';
import { exportRefusal } from '../../../../src/services/export-refusal.ts';
import { proposeRefusal } from '../../../../src/services/propose.ts';
import { parsed, planSmall } from '../../../support/plan-small.ts';
import { twoWelders } from '../../../support/two-welders.ts';

const look = lookOf({ columns: 100 }, false);
const surviving = (surge: number) =>
  parsed(
    twoWelders({
      rules: [
        {
          id: 'n-1',
          rule: 'survive-outage',
          timeToRecover: 1,
          surge,
          losses: 1,
          requalification: false,
          serviceLevel: 0.9,
        },
      ],
    }),
  );

test('each of four losses leaves a frame of nine unprotected, and the summary says when', async () => {
  const scenario = await surviving(0);
  const lines = outageLines(await planSmall(scenario), scenario, look);
  expect(lines.join('\n')).toContain(
    '4 outages of 4 leave service unprotected that nobody else can give; 4 of them shaped the plan',
  );
  expect(lines).toContain('· without S1 from 2026-Q1 to 2026-Q1: 1 of FRAME');
});

test('with surge enough all are survived', async () => {
  const scenario = await surviving(0.2);
  expect(outageLines(await planSmall(scenario), scenario, look).join('\n')).toContain('all 4 outages are survived');
});

test('what is not proven to be the least is not called so', async () => {
  const scenario = await surviving(0);
  const plan = await planSmall(scenario);
  const aims = plan.aims.map((aim) => (aim.aim === 'unprotected' ? { ...aim, bound: 0 } : aim));
  const lines = outageLines({ ...plan, aims }, scenario, look);
  expect(lines.join('\n')).toContain('4 outages of 4 leave service unprotected; 4 of them shaped the plan');
});

test('the rule is met in part where an outage leaves service unprotected', async () => {
  for (const [surge, word] of [
    [0, 'in part'],
    [0.2, 'yes'],
  ] as const) {
    const scenario = await surviving(surge);
    const lines = ruleLines(await planSmall(scenario), scenario, look);
    expect(lines.find((line) => line.startsWith('n-1'))).toMatch(new RegExp(` ${word} +–$`));
  }
});

test('a plan under no such rule says nothing of outages', async () => {
  const scenario = await parsed(twoWelders());
  expect(outageLines(await planSmall(scenario), scenario, look)).toEqual([]);
});

test('models for other solvers and proposals say that they do not ask about outages', async () => {
  const scenario = await surviving(0);
  expect(exportRefusal(scenario)).toContain('under the rule n-1');
  expect(proposeRefusal({ input: { scenario } })).toContain('leave the rule survive-outage out');
});
