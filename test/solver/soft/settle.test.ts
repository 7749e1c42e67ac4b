import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { roomFor, settleSoftRules } from '../../../solver/soft/settle.ts';
import { scenario } from '../../support/scenario-builder.ts';
import { FIRMS, TEN } from '../rules/cases.ts';

const weak = (id: string, max: number) => ({ id, rule: 'share-cap', max, hard: false, priority: 1 }) as const;
const stated = scenario({ ...FIRMS, ...TEN, rules: [weak('a', 0.9), weak('b', 0.8), weak('c', 0.7)] });

/** What a solve says by the rules that it kept: its shortfall and the bound of it, or that it has no plan. */
type Said = readonly [value: number, bound: number] | 'infeasible' | 'unknown' | 'no time';

async function settled(says: (kept: string) => Said) {
  const asked: string[] = [];
  const { made, givenUp, why } = await settleSoftRules(stated, async ({ rules }) => {
    const kept = rules.map(({ id }) => id).join('');
    asked.push(kept);
    const said = says(kept);
    if (said === 'no time') return undefined;
    const isPlan = typeof said === 'object';
    const aims: Plan['aims'] = isPlan
      ? [
          { aim: 'shortfall', value: said[0], bound: said[1], gap: 0 },
          { aim: 'cost', value: kept.length, bound: 0, gap: 1 },
        ]
      : [];
    const limits: Plan['limits'] = { gap: 0, timeLimit: 60, workLimit: null, hit: null };
    return {
      made: kept,
      room: roomFor(planningProblem(stated)),
      plan: { status: isPlan ? 'optimal' : said, aims, limits },
    };
  });
  return { made, out: givenUp.map(({ id }) => id).join(''), why, asked };
}

test('one solve is enough where all rules are kept and everything is delivered', async () => {
  expect(await settled(() => [0, 0])).toMatchObject({ made: 'abc', out: '', asked: ['abc'] });
});

test('two are enough where as much is missing without any soft rule', async () => {
  expect(await settled(() => [3, 3])).toMatchObject({ made: 'abc', out: '', asked: ['abc', ''] });
});

test('an open gap is no reason to give a rule up', async () => {
  expect(await settled((kept) => (kept === '' ? [0, 0] : [2, 0]))).toMatchObject({ made: 'abc', out: '' });
});

test('what conflicts is found by plans, and each is asked for once', async () => {
  const { made, out, why, asked } = await settled((kept) =>
    kept.includes('a') && kept.includes('c') ? 'infeasible' : [0, 0],
  );
  expect({ made, out, why }).toEqual({ made: 'bc', out: 'a', why: 'no-plan' });
  expect(new Set(asked).size).toBe(asked.length);
});

test('where a limit came before any plan with the rules, it is said so', async () => {
  const found = await settled((kept) => (kept === '' ? [0, 0] : 'unknown'));
  expect(found).toMatchObject({ made: '', out: 'abc', why: 'not-found' });
});

test('where no time is left after the first plan, that is the answer', async () => {
  expect(await settled((kept) => (kept === 'abc' ? [4, 4] : 'no time'))).toMatchObject({ made: 'abc', out: '' });
});

test('where the hard rules leave no plan, theirs is the answer', async () => {
  expect(await settled(() => 'infeasible')).toMatchObject({ made: '', out: '' });
});
