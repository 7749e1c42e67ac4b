import { describe, expect, test } from 'vitest';
import type { Envelope } from '../../../scenarios/domain/envelope.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { envelopeSmall } from '../../support/envelope-small.ts';
import { parsed } from '../../support/plan-small.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

const ramp = { baseline: 5, multiplier: 2, reach: '2026-Q4', shape: 'linear' } as const;

/** Five frames a quarter, ten hours of welding each, four quarters. */
const frames = (statement: Statement): Promise<Scenario> =>
  parsed(
    scenario({
      periods: 4,
      programmes: [{ product: 'FRAME', demand: ramp }],
      routing: [['FRAME', 'welding', 10]],
      capacity: [['S1', 'welding', 100]],
      policy: { stock: 'none' },
      ...statement,
    }),
  );

const multiples = ({ periods }: Envelope): readonly (number | null)[] =>
  periods.map(({ multiple }) => (multiple === null ? null : Math.round(multiple * 1e6) / 1e6));
const bounds = ({ periods }: Envelope): readonly (number | null)[] =>
  periods.map(({ bound }) => (bound === null ? null : Math.round(bound * 1e6) / 1e6));
const words = ({ periods }: Envelope, at: number): readonly string[] => periods[at]!.limits.map((limit) => limit.words);

describe('the largest multiple of the baseline', () => {
  test('is what the hours of a quarter make where nothing may be stocked', async () => {
    const envelope = await envelopeSmall(await frames({}));
    expect(multiples(envelope)).toEqual([2, 2, 2, 2]);
    expect(bounds(envelope)).toEqual([2, 2, 2, 2]);
    expect(envelope.periods.every(({ status, gap }) => status === 'optimal' && gap! < 1e-6)).toBe(true);
  });

  test('is larger the later it is asked for where stock can be built up: 40 frames over what is left of four quarters', async () => {
    const envelope = await envelopeSmall(await frames({ policy: { stock: 'allowed' } }));
    expect(multiples(envelope)).toEqual([2, 2.666667, 4, 8]);
  });

  test('counts what is on hand at the start', async () => {
    const envelope = await envelopeSmall(
      await frames({ policy: { stock: 'allowed' }, items: [{ item: 'FRAME', kind: 'make', stock: 4, unitValue: 1 }] }),
    );
    // Forty frames and four on hand over four quarters of five.
    expect(multiples(envelope)[0]).toBe(2.2);
  });

  test('names the hours that are used up, and when and where', async () => {
    const envelope = await envelopeSmall(await frames({}));
    expect(envelope.periods[1]!.limits[0]).toMatchObject({
      ...{ kind: 'hours', process: 'welding', suppliers: ['S1'], rule: null },
    });
    expect(words(envelope, 3)).toEqual(['welding is used up in 2026-Q4 at S1']);
    // One per cent more of all that is used up is one per cent more of twice the baseline.
    expect(envelope.periods[3]!.limits[0]!.gain).toBeCloseTo(0.02, 6);
  });

  test('is 0 until a source is ready, and says what it waits for', async () => {
    const envelope = await envelopeSmall(await frames({ suppliers: [{ supplier: 'S1', onboardingPeriods: 2 }] }));
    expect(multiples(envelope)).toEqual([0, 0, 2, 2]);
    expect(words(envelope, 0)).toEqual(['FRAME: S1 is not ready before 2026-Q3 (onboarding takes 2 periods)']);
    expect(envelope.earliest).toEqual([
      { multiple: 2, reached: '2026-Q3', possible: '2026-Q3' },
      { multiple: 3, reached: null, possible: null },
      { multiple: 4, reached: null, possible: null },
    ]);
  });

  test('waits for the certificate that has to be obtained, by its name', async () => {
    const envelope = await envelopeSmall(
      await frames({
        items: [{ item: 'FRAME', kind: 'make', certificates: ['ISO 9001'] }],
        certificates: [{ supplier: 'S1', certificate: 'ISO 9001', status: 'obtainable', leadTime: 1 }],
      }),
    );
    expect(multiples(envelope)).toEqual([0, 2, 2, 2]);
    expect(words(envelope, 0)[0]).toContain('S1 is not ready before 2026-Q2 (ISO 9001 takes 1 period)');
  });

  test('is 0 throughout where nobody can make an item, and says why', async () => {
    const envelope = await envelopeSmall(await frames({ capacity: [['S1', 'milling', 100]] }));
    expect(multiples(envelope)).toEqual([0, 0, 0, 0]);
    expect(envelope.periods[2]!.limits).toMatchObject([
      { kind: 'no-source', words: 'FRAME: no supplier is eligible: 1 lacks the process welding' },
    ]);
  });

  test('keeps a share cap of what is required at that multiple', async () => {
    const envelope = await envelopeSmall(
      await frames({
        capacity: [
          ['S1', 'welding', 100],
          ['S2', 'welding', 20],
        ],
        rules: [{ id: 'cap', rule: 'share-cap', max: 0.6 }],
      }),
    );
    // S2 makes 2 a quarter, which has to be at least 40 %.
    expect(multiples(envelope)).toEqual([1, 1, 1, 1]);
    expect(envelope.periods[0]!.limits).toContainEqual(
      expect.objectContaining({ kind: 'rule', rule: 'cap', suppliers: ['S1'], items: ['FRAME'] }),
    );
  });

  test('keeps a share floor, and leaves a source out that is too small for it', async () => {
    const statement: Statement = {
      capacity: [
        ['S1', 'welding', 100],
        ['S2', 'welding', 20],
      ],
    };
    const floor = (min: number) => frames({ ...statement, rules: [{ rule: 'share-floor', min }] });
    // With S2 at its 2 of 12 a sixth is kept just so; above it S1 makes 10 alone.
    expect(multiples(await envelopeSmall(await floor(1 / 6)))[0]).toBe(2.4);
    expect(multiples(await envelopeSmall(await floor(0.17)))[0]).toBe(2.352941);
    expect(multiples(await envelopeSmall(await floor(0.25)))[0]).toBe(2);
  });

  test('keeps a limit on members, which is named where it binds', async () => {
    const statement: Statement = {
      capacity: [
        ['S1', 'welding', 100],
        ['S2', 'welding', 100],
      ],
    };
    const limited = await envelopeSmall(await frames({ ...statement, rules: [{ rule: 'member-count', max: 1 }] }));
    expect(multiples(limited)).toEqual([2, 2, 2, 2]);
    expect(words(limited, 0).join('\n')).toContain('rule member-count-1 (member-count) allows 1 member');
    expect(multiples(await envelopeSmall(await frames(statement)))).toEqual([4, 4, 4, 4]);
  });

  test('ends where a quote ends', async () => {
    const envelope = await envelopeSmall(
      await frames({ quotes: [{ supplier: 'S1', item: 'FRAME', unitPrice: 1, maximumQuantity: 20 }] }),
    );
    expect(multiples(envelope)).toEqual([1, 1.333333, 2, 2]);
    expect(words(envelope, 0)).toEqual(['the quote of S1 for FRAME ends at 20 units']);
  });

  test('leaves hours for spare parts as stated, from the same quarter on', async () => {
    const envelope = await envelopeSmall(
      await frames({
        routing: [
          ['FRAME', 'welding', 10],
          ['SPARE', 'welding', 1],
        ],
        demand: [
          ['SPARE', '2026-Q1', 60],
          ['SPARE', '2026-Q3', 50],
        ],
      }),
    );
    // Forty hours are left in Q1 and fifty in Q3.
    expect(multiples(envelope)).toEqual([0.8, 1, 1, 2]);
  });

  test('multiplies all programmes together', async () => {
    const envelope = await envelopeSmall(
      await frames({
        programmes: [
          { product: 'FRAME', demand: ramp },
          { product: 'MAST', demand: { ...ramp, baseline: 10 } },
        ],
        routing: [
          ['FRAME', 'welding', 10],
          ['MAST', 'welding', 5],
        ],
      }),
    );
    expect(envelope.baseline).toEqual([
      { product: 'FRAME', quantity: 5 },
      { product: 'MAST', quantity: 10 },
    ]);
    expect(multiples(envelope)).toEqual([1, 1, 1, 1]);
  });

  test('has no limit where nothing is made by anybody', async () => {
    const envelope = await envelopeSmall(
      await frames({
        bom: [['FRAME', 'BOLT', 8]],
        routing: [['SPARE', 'welding', 1]],
        items: [{ item: 'BOLT', kind: 'buy', unitValue: 3 }],
      }),
    );
    expect(envelope.periods.map(({ status }) => status)).toEqual(Array(4).fill('unlimited'));
    expect(envelope.earliest[0]).toEqual({ multiple: 2, reached: '2026-Q1', possible: '2026-Q1' });
  });

  test('is no figure where the rules leave no plan at all: they are named', async () => {
    const rules = [
      { id: 'few', rule: 'member-count', max: 1 },
      { id: 'many', rule: 'source-count', min: 2, strict: true },
      { id: 'idle', rule: 'share-cap', max: 0.9 },
    ] as const;
    const envelope = await envelopeSmall(await frames({ capacity: [...twice], rules: [...rules] }));
    expect(envelope.periods.map(({ status }) => status)).toEqual(Array(4).fill('infeasible'));
    expect(envelope.conflict).toEqual(['few', 'many']);
  });

  test('is the same where a small model is solved in parts, as large ones are', async () => {
    const document = await frames({
      capacity: [...twice],
      rules: [
        { rule: 'share-cap', max: 0.7 },
        { rule: 'share-floor', min: 0.2 },
      ],
    });
    expect(multiples(await envelopeSmall(document, 0))).toEqual(multiples(await envelopeSmall(document)));
  });
});

const twice = [
  ['S1', 'welding', 100],
  ['S2', 'welding', 60],
] as const;
