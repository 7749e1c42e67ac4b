import { describe, expect, test } from 'vitest';
import type { CurvePoint } from '../../../scenarios/domain/curve.ts';
import { curveSchema, serialiseCurve } from '../../../scenarios/wire/curve-schema.ts';
import { curveKept } from '../../../src/services/ask-curve.ts';
import type { Store } from '../../../src/services/ports.ts';
import { type CurveAsked, curveRefusal, robustnessCurve } from '../../../src/services/robustness-curve.ts';
import { engineOfTests } from '../../support/highs.ts';
import { scenario as scenarioOf } from '../../support/scenario-builder.ts';
import { tinyPlanned } from '../../support/tiny-planned.ts';

const ctx = { engine: engineOfTests, now: () => performance.now() };

async function tinyCurve(asked: CurveAsked, stop?: Int32Array) {
  const { scenario, sha256 } = await tinyPlanned();
  return robustnessCurve({ ctx, input: { scenario, sha256, asked, ...(stop && { stop }) } });
}

/**
 * The example tiny (its README has the plan of N-0), each firm lost for one quarter. In 2026-Q1 nobody can help: of the nine units delivered only the frame
 * on hand is left without S1, and no bracket without S4. So whatever is planned, 9β − 1 and 9β units are unprotected, 18β − 1 together.
 *
 * At 40 % the plan of N-0 leaves nothing else. At 50 % it does:
 *   without S2 in Q3   1 frame in stock and 8 of S1 make 9 of the 10 wanted
 *   without S2 in Q4   3 and 8 make 11 of 12.5
 *   without S4 in Q4   20 brackets of S5, of which 12.5 units and frames for 12.5 units of Q5 need 25: 2.5 are missing of each
 * so by the yardstick at 50 % it leaves 3.5 + 4.5 + 1 + 1.5 + 2.5 = 13 units in five outages.
 *
 * To survive these, 4.5 frames have to be in stock at the end of Q3, for 12.5 in Q4. Q3 can make 22, so 20 + 4.5 − 22 = 2.5 are in stock at the end of Q2 (more
 * than the 2 that Q3 needs): 7 × €20 instead of 4 × €20. Frames are then made 17.5 in Q2, 22 in Q3 and 20.5 in Q4, so that Q1 uses 9 + 17.5 of 30
 * brackets and leaves 3.5 in stock; and 5 have to be there at the end of Q3: 8.5 × €2 instead of 5 × €2. Everything else costs what it did:
 * 70,130 + 60 + 7 = 70,197. A further source of frames would cost the €1,000 of S3.
 */
describe('the curve of the example tiny, worked out by hand', async () => {
  const { curve, points } = await tinyCurve({ timeToRecover: 1, levels: [0.5, 0.4], two: false });
  const point = (name: string): CurvePoint => curve.points.find((own) => own.name === name)!;

  test('goes from the loosest to the strictest, each plan verified', () => {
    expect(curve.points.map(({ name }) => name)).toEqual(['n-0', 'dual-sourcing', 'n-1-40', 'n-1-50']);
    expect(points.flatMap(({ verification }) => verification.violations)).toEqual([]);
    expect(curve.points.map(({ status }) => status)).toEqual(curve.points.map(() => 'optimal'));
    expect(curve.yardstick).toEqual({ serviceLevel: 0.5, outages: 20 });
    expect(curve.leftOut).toEqual([]);
  });

  test.each([
    ['n-0', 70_130, null, 5, 13],
    // Both packages have two sources anyway.
    ['dual-sourcing', 70_130, null, 5, 13],
    ['n-1-40', 70_130, 18 * 0.4 - 1, 5, 13],
    ['n-1-50', 70_197, 18 * 0.5 - 1, 2, 8],
  ])('%s costs %d', (name, cost, open, failing, left) => {
    const own = point(name);
    expect(own.cost!.value).toBeCloseTo(cost, 4);
    expect(own.cost!.bound).toBeCloseTo(cost, 2);
    expect(own.shortfall!.value).toBeCloseTo(1, 6);
    if (open === null) expect(own.unprotected).toBeNull();
    else expect(own.unprotected!.value).toBeCloseTo(open, 6);
    expect(own.standing!.failing).toBe(failing);
    expect(own.standing!.unprotected).toBeCloseTo(left, 6);
    // Without S1 in Q1, 3.5 of the nine units that are delivered then.
    expect(own.standing!.worst).toBeCloseTo(3.5 / 9, 6);
  });

  test('the premium is the difference of the two costs, to the gaps', () => {
    const { euro, share, sameShortfall } = point('n-1-50').premium!;
    expect(sameShortfall).toBe(true);
    for (const figure of [euro.least, euro.most]) expect(figure).toBeCloseTo(67, 2);
    for (const figure of [share!.least, share!.most]) expect(figure).toBeCloseTo(67 / 70_130, 6);
    expect(point('n-0').premium).toBeNull();
  });

  test('is text of its schema', () => {
    expect(curveSchema.parse(JSON.parse(serialiseCurve(curve)))).toEqual(curve);
  });
});

test('the terms are those of the scenario’s own rule, which no rung keeps beside its own', async () => {
  const { scenario, sha256 } = await tinyPlanned();
  const rule = {
    rule: 'survive-outage',
    id: 'ours',
    timeToRecover: 1,
    surge: 0.5,
    losses: 1,
    requalification: true,
  } as const;
  const stated = { ...scenario, rules: [...scenario.rules, { ...rule, serviceLevel: 0.9 }] };
  const { curve, points } = await robustnessCurve({
    ctx,
    input: { scenario: stated, sha256, asked: { levels: [0.3], two: false, surge: 0.1 } },
  });
  expect(curve.assumed).toEqual({ domains: ['supplier'], timeToRecover: 1, surge: 0.1, requalification: true });
  const outages = points.map(({ scenario: own }) => own.rules.filter((each) => each.rule === 'survive-outage'));
  expect(outages).toEqual([[], [], [{ ...rule, surge: 0.1, serviceLevel: 0.3 }]]);
});

test('a stop keeps the rungs begun, and says which were not', async () => {
  const stop = new Int32Array(1);
  const { scenario, sha256 } = await tinyPlanned();
  const turn = () => void Atomics.store(stop, 0, 1);
  const { curve } = await robustnessCurve({
    ctx,
    input: { scenario, sha256, asked: { levels: [0.5], two: false }, stop, turn },
  });
  expect(curve.points.map(({ name }) => name)).toEqual(['n-1-50']);
  expect(curve.leftOut.map(({ name, why }) => `${name}: ${why}`)).toEqual(['dual-sourcing: stopped', 'n-0: stopped']);
});

describe('a shop of 150 firms of which two can weld: 150 × 151 ÷ 2 losses in each of two quarters', () => {
  const scenario = scenarioOf({
    periods: 2,
    demand: [['FRAME', '2026-Q1', 10]],
    routing: [['FRAME', 'welding', 2]],
    capacity: [
      ['S1', 'welding', 40],
      ['S2', 'welding', 40],
    ],
    suppliers: Array.from({ length: 148 }, (_, at) => ({ supplier: `X${at}` })),
  });

  test('two losses are left out, as there are too many outages', async () => {
    const { curve } = await robustnessCurve({ ctx, input: { scenario, sha256: 'a', asked: { levels: [0.5] } } });
    expect(curve.leftOut).toEqual([{ name: 'n-2', why: 'too-many-outages', outages: 150 * 151 }]);
    expect(curve.points.map(({ rung }) => rung)).not.toContain('n-2');
    const { curve: not } = await robustnessCurve({
      ctx,
      input: { scenario, sha256: 'a', asked: { levels: [0.5], two: false } },
    });
    expect(not.leftOut).toEqual([]);
  });

  test('nobody waits for so many over HTTP', async () => {
    const store = { scenarios: { document: async () => JSON.stringify(scenario) } } as unknown as Pick<
      Store,
      'scenarios'
    >;
    const solving = { engines: [ctx.engine], now: ctx.now };
    const answer = async (asked: CurveAsked) =>
      curveKept({ ctx: { store, solving }, input: { sha256: 'a', asked, seconds: 10 } });
    const refused = await answer({ levels: [0.5, 0.9, 0.9], two: true });
    expect(refused).toMatchObject({ ok: false, reason: 'input', pointer: '/terms' });
    expect(refused.ok || refused.message).toContain(`survive ${2 * 300 + 150 * 151} outages, at most 10000`);
    expect((await answer({ levels: [0.5] })).ok).toBe(true);
  });
});

test('is refused beside demand cases and learning', () => {
  const shop = { demand: [['FRAME', '2026-Q1', 10]], routing: [['FRAME', 'welding', 2]] } as const;
  const learning = { rule: 'learning', id: 'practice', model: 'wright', rate: 0.9, floor: 0.5 } as const;
  expect(curveRefusal({ input: { scenario: scenarioOf({ ...shop, rules: [learning] }) } })).toContain('practice');
  const demandCases = [{ name: 'low', probability: 1 }];
  expect(curveRefusal({ input: { scenario: scenarioOf({ ...shop, demandCases }) } })).toContain('demandCases');
  expect(curveRefusal({ input: { scenario: scenarioOf(shop) } })).toBeUndefined();
});
