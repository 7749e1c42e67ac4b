import { describe, expect, test } from 'vitest';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import type { Engine } from '../../../solver/engines/engine.ts';
import { compareProposals } from '../../../solver/proposals/compare.ts';
import type { Proposals } from '../../../solver/proposals/proposal.ts';
import { monolithicFrom } from '../../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { highsOfTests as highs } from '../../support/highs.ts';
import { proposeSmall } from '../../support/propose-small.ts';
import { fourFirms } from './four-firms.ts';

/** `name: members` of each proposal. */
const consortia = ({ proposals }: Proposals): string[] =>
  proposals.map(({ name, plan }) => `${name}: ${plan.members.map(({ supplier }) => supplier).join(' ')}`);

const aim = ({ proposals }: Proposals, number: number, name: string) => {
  const found = proposals[number - 1]!.aims.find((row) => row.aim === name);
  if (found === undefined) throw new Error(`proposal ${number} has no aim ${name}`);
  return found;
};

describe('proposals for four firms, each worked out by hand', () => {
  test('the cheapest, the most Dutch, the one with the fewest firms, the most spread and a different one', async () => {
    const proposed = await proposeSmall(fourFirms(), { wanted: 5 });
    expect(consortia(proposed)).toEqual([
      'cheapest: A B',
      'most-dutch: A C',
      'fewest-firms: D',
      'most-spread: A B C D',
      'different: B C',
    ]);
    expect(proposed.skipped).toEqual([]);
  });

  test('the most Dutch one has the least made abroad, and is the cheapest of those', async () => {
    const proposed = await proposeSmall(fourFirms(), { wanted: 2 });
    // C makes all that it can, 50; the other 50 cost € 10 each at A.
    expect(aim(proposed, 2, 'value-abroad')).toMatchObject({
      value: expect.closeTo(500, 3),
      gap: expect.closeTo(0, 6),
    });
    expect(aim(proposed, 2, 'cost').value).toBeCloseTo(1025, 3);
  });

  test('the fewest firms: D alone, as long as the allowance pays for it', async () => {
    const proposed = await proposeSmall(fourFirms(), { wanted: 3 });
    expect(aim(proposed, 3, 'firms')).toEqual({ aim: 'firms', value: 1, bound: 1, gap: 0 });
    expect(aim(proposed, 3, 'cost').value).toBeCloseTo(1040, 6);
    const tight = await proposeSmall(fourFirms(), { wanted: 3, allowance: 0.02 });
    expect(consortia(tight)).toEqual(['cheapest: A B', 'most-dutch: A C', 'most-spread: A B C D']);
    expect(tight.skipped).toEqual([{ name: 'fewest-firms', why: 'met', by: 1, value: 2, bound: 2, hit: null }]);
  });

  test('the most spread one pays nobody more than can be avoided', async () => {
    const proposed = await proposeSmall(fourFirms(), { wanted: 4 });
    // z ÷ 10 + (z − 1) ÷ 10 + z ÷ 10.5 + z ÷ 10.4 = 100 frames.
    const z = 100.1 / (0.1 + 0.1 + 1 / 10.5 + 1 / 10.4);
    expect(aim(proposed, 4, 'largest-spend').value).toBeCloseTo(z, 2);
    expect(aim(proposed, 4, 'largest-spend').bound).toBeCloseTo(z, 2);
  });

  test('the allowance is used no further than it goes', async () => {
    const proposed = await proposeSmall(fourFirms(), { wanted: 2, allowance: 0.02 });
    // 1.02 × 1,001 = 1,021.02 pays € 0.50 more for 42.04 frames made by C.
    expect(aim(proposed, 2, 'value-abroad').value).toBeCloseTo(579.6, 2);
    expect(aim(proposed, 2, 'cost').value).toBeCloseTo(1021.02, 2);
  });

  test('with no allowance there is nothing but what costs nothing: the same two firms, evenly', async () => {
    const suppliers = fourFirms().suppliers.map((row) => (row.supplier === 'A' ? row : { ...row, onboardingCost: 1 }));
    const proposed = await proposeSmall({ ...fourFirms(), suppliers }, { allowance: 0 });
    expect(consortia(proposed)).toEqual(['cheapest: A B', 'most-spread: A B']);
    // Half of € 1,001 each.
    expect(aim(proposed, 2, 'largest-spend').value).toBeCloseTo(500.5, 3);
    expect(proposed.skipped.map(({ name, why }) => `${name} ${why}`)).toEqual([
      'most-dutch met',
      'fewest-firms met',
      'different impossible',
    ]);
  });

  test('no sixth one leaves out a firm of each earlier one', async () => {
    const proposed = await proposeSmall(fourFirms(), { wanted: 8 });
    expect(proposed.proposals).toHaveLength(5);
    expect(proposed.skipped).toEqual([{ name: 'different', why: 'impossible' }]);
  });

  test('the most Dutch one is left out where countries tell nothing apart', async () => {
    const all = (country: string | undefined) =>
      fourFirms().suppliers.map(({ country: _, ...row }) => (country === undefined ? row : { ...row, country }));
    const reason = async (country: string | undefined) => {
      const proposed = await proposeSmall({ ...fourFirms(), suppliers: all(country) }, { wanted: 2 });
      expect(proposed.proposals.map(({ name }) => name)).toEqual(['cheapest', 'fewest-firms']);
      return proposed.skipped;
    };
    const skipped = (why: string) => [{ name: 'most-dutch', why: 'pointless', reason: why }];
    expect(await reason('NL')).toEqual(skipped('all candidates are Dutch'));
    expect(await reason(undefined)).toEqual(skipped('no candidate states a country'));
    expect(await reason('DE')).toEqual(skipped('no candidate is Dutch'));
  });
});

describe('every proposal', () => {
  test('is a plan that holds, with the bounds of the scenario and not of its own search', async () => {
    const scenario = fourFirms();
    const { proposals } = await proposeSmall(scenario, { wanted: 5 });
    for (const { plan } of proposals) {
      expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
      expect(plan.aims.map(({ bound }) => bound)).toEqual(proposals[0]!.plan.aims.map(({ bound }) => bound));
    }
    // € 1,040 is 3.75 % above the least cost, and the wanted gap is 0.
    expect(proposals.map(({ plan }) => plan.status)).toEqual(['optimal', ...Array(4).fill('feasible')]);
  });

  test('is optimal where the wanted gap is that wide', async () => {
    const { proposals } = await proposeSmall(fourFirms({ solve: { gap: 0.039 } }), { wanted: 3 });
    expect(proposals.map(({ plan }) => plan.status)).toEqual(['optimal', 'optimal', 'optimal']);
  });

  test('misses no more than the cheapest plan does', async () => {
    const scenario = fourFirms({ demand: [['FRAME', '2026-Q1', 300]] });
    const { proposals } = await proposeSmall(scenario);
    // 260 hours are offered in all.
    for (const { plan } of proposals) expect(plan.aims[0]!.value).toBeCloseTo(40, 6);
  });

  test('may miss as much as is tolerated', async () => {
    const scenario = fourFirms({ policy: { shortfallTolerance: 0.01 } });
    const { proposals } = await proposeSmall(scenario);
    for (const { plan } of proposals) {
      expect(plan.aims[0]!.value).toBeLessThanOrEqual(1 + 1e-5);
      expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
    }
  });

  test('is the same to the byte when it is made again', async () => {
    const texts = async () =>
      (await proposeSmall(fourFirms(), { wanted: 5 })).proposals.map(({ plan }) => serialisePlan(plan));
    expect(await texts()).toEqual(await texts());
  });

  test('is found in parts too, as for large models', async () => {
    const strategy = monolithicFrom(0);
    expect(consortia(await proposeSmall(fourFirms(), { wanted: 5, strategy, few: 0 }))).toEqual(
      consortia(await proposeSmall(fourFirms(), { wanted: 5 })),
    );
  });

  test('keeps the rules of the scenario', async () => {
    const scenario = fourFirms({ rules: [{ rule: 'source-count', min: 2 }] });
    const { proposals } = await proposeSmall(scenario);
    for (const { plan } of proposals) expect(plan.members.length).toBeGreaterThanOrEqual(2);
  });
});

test('proposals are compared by cost, firms, Dutch share, largest share and who is in or out', async () => {
  const scenario = fourFirms();
  const { proposals } = await proposeSmall(scenario, { wanted: 3 });
  const [cheapest, dutch, fewest] = compareProposals(scenario, proposals);
  expect(cheapest).toMatchObject({ dearer: 0, members: 2, dutchShare: 0 });
  expect(dutch!.cost).toBeCloseTo(1025, 3);
  expect(dutch!.dearer).toBeCloseTo(24 / 1001, 6);
  expect(dutch!.dutchShare).toBeCloseTo(525 / 1025, 6);
  expect(dutch!.differences).toEqual([
    { from: 1, leavesOut: ['B'], adds: ['C'] },
    { from: 3, leavesOut: ['D'], adds: ['A', 'C'] },
  ]);
  expect(fewest!.largest).toEqual({ supplier: 'D', spend: expect.closeTo(1040, 6), share: 1 });
});

describe('proposals that cannot be made', () => {
  test('rules that cannot hold together leave one answer without a plan', async () => {
    const scenario = fourFirms({ rules: [{ rule: 'member-count', min: 5 }] });
    const { proposals, skipped } = await proposeSmall(scenario);
    expect(proposals.map(({ plan }) => plan.status)).toEqual(['infeasible']);
    expect(skipped).toEqual([]);
  });

  test('a stop keeps the proposals that are finished', async () => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const turn = ({ number }: { readonly number: number }) => {
      if (number === 3) Atomics.store(stop, 0, 1);
    };
    const proposed = await proposeSmall(fourFirms(), { hooks: { now: () => performance.now(), stop, turn } });
    expect(proposed.proposals.map(({ name }) => name)).toEqual(['cheapest', 'most-dutch']);
    expect(proposed.skipped).toEqual([{ name: 'fewest-firms', why: 'stopped' }]);
  });

  test('turns tell which proposal is worked on', async () => {
    const turns: unknown[] = [];
    const hooks = { now: () => performance.now(), turn: (turn: unknown) => void turns.push(turn) };
    await proposeSmall(fourFirms(), { wanted: 3, allowance: 0.02, hooks });
    expect(turns).toEqual([
      { number: 1, of: 3, name: 'cheapest' },
      { number: 2, of: 3, name: 'most-dutch' },
      { number: 3, of: 3, name: 'fewest-firms' },
      { number: 3, of: 3, name: 'most-spread' },
    ]);
  });
});

describe('a purpose that was not bettered before a limit', () => {
  /** HiGHS, but it gives up on models that count firms. */
  const givesUp: Engine = {
    ...highs,
    solve: async (model, limits, hooks, start) => {
      const counts = model.cost.every((price, column) => price === (model.columns[column]!.startsWith('m|') ? 1 : 0));
      if (counts) return { status: 'undecided', limit: 'time', reason: 'no solution' };
      return highs.solve(model, limits, hooks, start);
    },
  };

  test('names the proposal that has the best of it, even a later one, and the limit', async () => {
    const proposed = await proposeSmall(fourFirms(), { wanted: 7, engine: givesUp });
    // For € 1,016, € 1,021, € 1,026 and € 1,040.
    expect(consortia(proposed).slice(3)).toEqual(['A D', 'B D', 'B C', 'D'].map((firms) => `different: ${firms}`));
    expect(proposed.skipped).toEqual([{ name: 'fewest-firms', why: 'met', by: 7, value: 1, bound: 0, hit: 'time' }]);
  });

  test('is proposed less good than it could be, with its bound, where a limit came after a better one', async () => {
    const engine: Engine = {
      ...highs,
      solve: async (model, ...asked) => {
        const outcome = await highs.solve(model, ...asked);
        const measures = model.columns.includes('largest') && outcome.status === 'optimal';
        return measures ? { ...outcome, status: 'feasible', bound: outcome.value * 0.9, limit: 'time' } : outcome;
      },
    };
    const { proposals } = await proposeSmall(fourFirms(), { wanted: 4, engine });
    const spread = proposals[3]!;
    expect(spread).toMatchObject({ name: 'most-spread', hit: 'time', plan: { limits: { hit: 'time' } } });
    expect(spread.aims[1]!.gap).toBeCloseTo(0.1, 6);
  });
});
