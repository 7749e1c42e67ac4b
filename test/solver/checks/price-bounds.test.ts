import { beforeAll, expect, test } from 'vitest';
import type { AimPrices, Plan, PriceCertificate } from '../../../scenarios/domain/plan.ts';
import { parsePlan, serialisePlan } from '../../../scenarios/wire/plan.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { redigested } from '../../support/plan-builder.ts';
import { planSmall } from '../../support/plan-small.ts';
import { pricedFor } from '../../support/priced.ts';
import { proposeSmall } from '../../support/propose-small.ts';
import { scenario } from '../../support/scenario-builder.ts';

/** Six W due in two quarters, of which S and Z weld five at most; both have to be sources. */
const stated = scenario({
  periods: 2,
  policy: { stock: 'none', shortfallTolerance: 0.1 },
  programmes: [{ product: 'W' }],
  demand: [
    ['W', '2026-Q1', 3],
    ['W', '2026-Q2', 3],
  ],
  routing: [['W', 'welding', 4]],
  capacity: [
    ['S', 'welding', 8],
    ['Z', 'welding', 2],
  ],
  suppliers: [
    { supplier: 'S', hourlyRate: 50, onboardingCost: 100 },
    { supplier: 'Z', hourlyRate: 60, onboardingCost: 90 },
  ],
  rules: [{ rule: 'source-count', id: 'two', min: 2 }],
});

let plan: Plan;
let certificate: PriceCertificate;
beforeAll(async () => {
  plan = await planSmall(stated, pricedFor('shortfall', 'cost'));
  certificate = plan.certificate as PriceCertificate;
});

/** What is found with a digest that belongs to the change. */
const found = async (change: Partial<Plan>) =>
  (await verifyPlan(stated, await redigested({ ...plan, ...change }))).violations.map(({ check, message }) => [
    check,
    message,
  ]);
const certified = (aim: 'shortfall' | 'cost', change: (prices: AimPrices) => Partial<AimPrices>) => {
  const prices = certificate[aim]!;
  return found({ certificate: { ...certificate, [aim]: { ...prices, ...change(prices) } } });
};
/** The bound of an aim raised by a share of its value, the gap with it. */
const raised = (aim: 'shortfall' | 'cost', share: number) =>
  plan.aims.map((row) => {
    const bound = Math.min(row.value, row.bound + share * row.value);
    return row.aim === aim ? { ...row, bound, gap: (row.value - bound) / row.value } : row;
  });
const claimed = (aim: 'shortfall' | 'cost') => plan.aims.find((row) => row.aim === aim)!;

test('a plan with bounds by prices holds, read back from its text too, and claims no bound', async () => {
  expect(claimed('shortfall').bound).toBeGreaterThan(0.8);
  expect(claimed('cost').bound).toBeGreaterThan(0.8 * claimed('cost').value);
  const read = parsePlan(serialisePlan(plan));
  if (!read.ok) throw new Error('the plan is not read back');
  expect(read.value).toEqual(plan);
  const { violations, claimed: said } = await verifyPlan(stated, read.value);
  expect(violations).toEqual([]);
  expect(said.filter((text) => text.includes('bound'))).toEqual([]);
});

test('a bound that only the engine claims is said to be claimed', async () => {
  const half = await planSmall(stated, pricedFor('cost'));
  const { violations, claimed: said } = await verifyPlan(stated, half);
  expect(violations).toEqual([]);
  expect(said[0]).toMatch(/^the bound of shortfall is claimed by highs .*; it is protected by the digest/);
});

test.each(['shortfall', 'cost'] as const)('a bound on %s that is raised is named', async (aim) => {
  const violations = await found({ aims: raised(aim, 0.001), status: 'feasible' });
  expect(violations).toEqual([
    ['price-bounds', expect.stringMatching(`^bound of ${aim} is [0-9.]+, but its prices give [0-9.]+$`)],
  ]);
});

test('one that is lower than its prices give is a bound all the same', async () => {
  expect(await found({ aims: raised('cost', -0.001), status: 'feasible' })).toEqual([]);
});

test.each(['shortfall', 'cost'] as const)('prices of %s that give less than what is claimed are named', async (aim) => {
  const violations = await certified(aim, ({ lambda }) => ({
    lambda: lambda.map(({ item, prices }) => ({ item, prices: prices.map((price) => price / 2) })),
  }));
  expect(violations).toEqual([['price-bounds', expect.stringContaining('but its prices give')]]);
});

const row = { prices: [1] };
test.each<[string, (prices: AimPrices) => Partial<AimPrices>, string]>([
  [
    'an unknown item',
    ({ lambda }) => ({ lambda: [...lambda, { item: 'X', ...row }] }),
    'lambda: unknown work package X',
  ],
  ['an unknown item in a lead time', () => ({ phi: [{ item: 'X', ...row }] }), 'phi: unknown work package X'],
  [
    'an unknown rule',
    ({ pi }) => ({ pi: [...pi, { rule: 'r', item: null, price: 1 }] }),
    'pi: unknown count of members by rule r',
  ],
  [
    'a count that the rule does not make',
    ({ pi }) => ({ pi: [...pi, { rule: 'two', item: 'X', price: 1 }] }),
    'pi: unknown count of awards of X by rule two',
  ],
  [
    'an unknown supplier',
    ({ tau }) => ({ tau: [...tau, { supplier: 'Q', item: 'W', price: 0 }] }),
    'tau: unknown pair Q W',
  ],
  ['an item twice', ({ lambda }) => ({ lambda: [...lambda, ...lambda] }), 'lambda: W stands twice'],
  ['other periods', () => ({ periods: ['2026-Q1', '2026-Q3'] }), 'periods are not those of the scenario'],
])('prices of %s are named', async (_, change, message) => {
  expect(await certified('cost', change)).toContainEqual(['price-bounds', `prices of cost: ${message}`]);
});

test('a package without prices, and more prices than periods, are named', async () => {
  expect(await certified('cost', () => ({ lambda: [] }))).toContainEqual([
    'price-bounds',
    'prices of cost: lambda: W is missing',
  ]);
  const longer = ({ lambda }: AimPrices) => ({ lambda: lambda.map(({ item }) => ({ item, prices: [1, 1, 1] })) });
  expect(await certified('cost', longer)).toContainEqual([
    'price-bounds',
    'prices of cost: lambda: W has 3 prices for 2 periods',
  ]);
});

test.each([1e17, 1e307])('prices of %d, so large that rounding would decide, are named', async (large) => {
  // Six due, five welded and one allowed to be missing: all else cancels.
  const enlarged = ({ lambda }: AimPrices) => ({
    ...{ most: 1, theta: large },
    lambda: lambda.map(({ item }) => ({ item, prices: [large, large] })),
  });
  expect(await certified('cost', enlarged)).toContainEqual([
    'price-bounds',
    'prices of cost: too large, rounding would decide on the bound',
  ]);
});

test('the bound on cost has to speak of every plan within the tolerance of the least shortfall, and of this one', async () => {
  const { value, bound } = claimed('shortfall');
  const least = Math.max(value, bound + 0.6);
  const dearer = plan.aims.map((aim) => (aim.aim === 'cost' ? { ...aim, bound: 0, gap: 1 } : aim));
  const withMost = (most: number | null) =>
    found({ aims: dearer, status: 'feasible', certificate: { ...certificate, cost: { ...certificate.cost!, most } } });
  expect(await withMost(least)).toEqual([]);
  expect(await withMost(least - 0.01)).toEqual([
    [
      'price-bounds',
      expect.stringMatching(/^prices of cost: most is [0-9.]+, but plans with a shortfall of [0-9.]+ are allowed$/),
    ],
  ]);
  expect(await withMost(null)).toContainEqual(['price-bounds', 'prices of cost: most is not stated']);
});

test('less room for shortfall raises the bound on cost, so that it cannot be had by stating less', async () => {
  const bought = { ...certificate.cost!, most: 0 };
  expect(await found({ certificate: { ...certificate, cost: bought } })).toEqual([
    ['price-bounds', expect.stringContaining('most is 0, but plans with a shortfall of')],
  ]);
});

test('the shortfall has no limit and one price', async () => {
  expect(await certified('shortfall', () => ({ most: 1, theta: 2 }))).toEqual([
    ['price-bounds', 'prices of shortfall: most is stated, but the shortfall has no limit'],
    ['price-bounds', 'prices of shortfall: theta is 2, expected 1'],
  ]);
});

test('a certificate by prices has prices, and belongs to a plan', async () => {
  expect(await found({ certificate: { kind: 'prices', shortfall: null, cost: null } })).toEqual([
    ['price-bounds', 'the certificate by prices has prices for no aim'],
  ]);
  const unsolved = await found({ status: 'unknown' });
  expect(unsolved).toContainEqual(['heading', 'kind of certificate is prices, expected engine-claimed']);
});

test('proposals carry the prices of the bounds that they share with the cheapest', async () => {
  const { proposals } = await proposeSmall(stated, {
    wanted: 2,
    allowance: 0.5,
    strategy: pricedFor('shortfall', 'cost'),
  });
  expect(proposals).toHaveLength(2);
  for (const { plan: proposed } of proposals) {
    expect(proposed.certificate).toEqual(certificate);
    expect((await verifyPlan(stated, proposed)).violations).toEqual([]);
  }
});
