import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { canonicalSha256 } from '../../../scenarios/wire/hash.ts';
import { parsePlan, planDigest, serialisePlan } from '../../../scenarios/wire/plan.ts';

const PLAN: Plan = {
  format: 'gilde-plan/1',
  scenario: { name: 'tiny', sha256: '0'.repeat(64) },
  engine: { name: 'highs', version: '1.15.3' },
  strategy: 'monolithic',
  seed: 1,
  limits: { gap: 0.01, timeLimit: 60, workLimit: null, hit: null },
  status: 'optimal',
  digest: 'f'.repeat(64),
  aims: [{ aim: 'shortfall', value: 0, bound: 0, gap: 0 }],
  cost: {
    production: 10,
    bought: 0,
    transport: 0,
    onboarding: 5,
    qualification: 0,
    certificates: 0,
    capex: 0,
    hiring: 0,
    stock: 0,
    commitments: 0,
  },
  products: [{ product: 'P', period: '2026-Q1', required: 1, delivered: 1, backlog: 0, multiple: null }],
  continuation: [],
  members: [
    { supplier: '=S1', roles: ['source', 'standby'], start: '2026-Q1', firstPeriod: null, spend: 15.25, share: 1 },
  ],
  awards: [
    {
      supplier: '00123, "Alfa"',
      item: 'P',
      share: 0.1,
      firstPeriod: '2026-Q1',
      qualificationCost: 0,
      role: 'source',
    },
  ],
  production: [{ supplier: 'S1', item: 'P', period: '2026-Q1', quantity: 1, unitCost: 10 }],
  shipments: [{ item: 'P', from: 'S1', to: null, consumer: 'P', quantity: 1 }],
  stock: [],
  shortfall: [{ item: 'P', period: '2026-Q2', quantity: 1, causes: ['BOOM'] }],
  pastDue: [],
  expansions: [],
  certificates: [],
  hires: [],
  commitments: [],
  rampUp: [
    { period: '2026-Q1', required: 1, delivered: 1, multiple: null, hours: 2, hires: 0, capex: 0, prefinancing: null },
  ],
  robustness: { assessed: false },
  rules: [{ rule: 'share-cap-12345678', holds: true, slack: null, price: null }],
  reported: [],
  certificate: { kind: 'engine-claimed' },
  conflict: [],
};

const text = serialisePlan(PLAN);
const problemsOf = (changed: string) => {
  const checked = parsePlan(changed);
  return checked.ok ? [] : checked.problems.map(({ code, pointer, line }) => [code, pointer ?? line]);
};

describe('plan.json', () => {
  it('is read back as what was written', () => {
    expect(parsePlan(text)).toEqual({ ok: true, value: PLAN, warnings: [] });
  });

  it('has the same bytes whatever the order in which the plan was put together', () => {
    const backwards = Object.fromEntries(Object.entries(PLAN).reverse()) as unknown as Plan;
    expect(serialisePlan(backwards)).toBe(text);
    expect(text.startsWith('{\n  "format": "gilde-plan/1",\n  "scenario": {')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('is refused with a key that nobody knows, a missing one, and a value of another kind, all at once', () => {
    const changed = text
      .replace('"seed": 1', '"seed": 1.5')
      .replace('"strategy"', '"strategie"')
      .replace('"source"', '"sauce"');
    expect(problemsOf(changed)).toEqual([
      ['missing-value', '/strategy'],
      ['not-a-number', '/seed'],
      ['unknown-word', '/members/0/roles/0'],
      ['unknown-key', '/strategie'],
    ]);
  });

  it('is refused when it is cut off, with the line', () => {
    expect(problemsOf(text.slice(0, text.indexOf('"name"')))).toEqual([['not-json', 4]]);
  });

  it('cannot be written with a number that is not one', () => {
    const broken: Plan = { ...PLAN, cost: { ...PLAN.cost, stock: Number.NaN } };
    expect(() => serialisePlan(broken)).toThrow('finite');
  });

  it('has a digest of everything but the digest', async () => {
    const { digest: _, ...rest } = PLAN;
    expect(await planDigest(PLAN)).toBe(await planDigest(rest));
    expect(await planDigest({ ...PLAN, seed: 2 })).not.toBe(await planDigest(PLAN));
  });
});

describe('bounds by prices', () => {
  const prices = {
    ...{ periods: ['2026-Q1', '2026-Q2'], most: null, theta: 1 },
    lambda: [{ item: 'P "1"', prices: [0.1, -2.5e-9] }],
    ...{ phi: [], pi: [{ rule: 'r', item: null, price: -1 }], tau: [{ supplier: 'S1', item: 'P', price: 2 }] },
  };
  const certified: Plan = { ...PLAN, certificate: { kind: 'prices', shortfall: prices, cost: null } };
  const written = serialisePlan(certified);

  it('are read back to the last bit, and stand on a line for each item', () => {
    expect(parsePlan(written)).toEqual({ ok: true, value: certified, warnings: [] });
    expect(written).toContain('"item": "P \\"1\\"",\n          "prices": [ 0.1, -2.5e-9 ]\n');
    expect(written).toContain('"periods": [\n        "2026-Q1",\n        "2026-Q2"\n      ]');
  });

  it('leave the layout of a plan that has none as it is', () => {
    expect(text).toBe(`${JSON.stringify(PLAN, undefined, 2)}\n`);
  });

  it('are refused in another kind of certificate, with keys that nobody knows, and with what is no figure', () => {
    expect(problemsOf(written.replace('"kind": "prices"', '"kind": "proof"'))).toEqual([
      ['malformed', '/certificate/kind'],
    ]);
    expect(problemsOf(written.replace('"theta"', '"thetas"').replace('0.1, -2.5e-9', '"x"'))).toEqual([
      ['missing-value', '/certificate/shortfall/theta'],
      ['not-a-number', '/certificate/shortfall/lambda/0/prices/0'],
      ['unknown-key', '/certificate/shortfall/thetas'],
    ]);
    const unknown = parsePlan(written.replace('"theta"', '"thetas"'));
    expect(unknown.ok ? [] : unknown.problems.map(({ message }) => message)).toContain(
      'unknown key "thetas"; did you mean theta?',
    );
  });
});

describe('the canonical hash', () => {
  it('is SHA-256 of RFC 8785: sorted keys, no blanks', async () => {
    // printf '{"a":1,"b":[true,null,"é"]}' | sha256sum
    const expected = '9488dd13ca33d3291f5a91a1833dfa164811755ffba538c2b340780f8c31a0cb';
    expect(await canonicalSha256({ b: [true, null, 'é'], a: 1 })).toBe(expected);
  });
});
