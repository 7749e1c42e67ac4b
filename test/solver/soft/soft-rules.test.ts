import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { planDigest } from '../../../scenarios/wire/plan.ts';
import { planScenario } from '../../../solver/plan.ts';
import { kernel } from '../../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { findEnvelope } from '../../../src/services/envelope.ts';
import { explainSmall } from '../../support/explain-small.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { proposeSmall } from '../../support/propose-small.ts';
import { type RuleStatement, type Statement, scenario } from '../../support/scenario-builder.ts';
import { FIRMS, NINE, SHELF, TEN, TWELVE } from '../rules/cases.ts';

const soft = (rule: RuleStatement, priority = 1): RuleStatement => ({ ...rule, hard: false, priority });
const stating = (rules: readonly RuleStatement[], more: Statement) => parsed(scenario({ ...FIRMS, ...more, rules }));
const givenUp = ({ reported }: Plan) => reported.filter(({ code }) => code === 'rule-given-up').map(({ rule }) => rule);

describe.each([monolithic, kernel])('soft rules under the strategy $name', (strategy) => {
  async function planned(rules: readonly RuleStatement[], more: Statement) {
    const stated = await stating(rules, more);
    const plan = await planSmall(stated, strategy);
    expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    return { plan, out: givenUp(plan), aims: plan.aims.map(({ value }) => Math.round(value * 1e4) / 1e4) };
  }

  test('a soft rule that can be kept is kept, whatever it costs', async () => {
    const { plan, out, aims } = await planned([soft({ id: 'half', rule: 'share-cap', max: 0.5 })], TEN);
    expect({ out, aims, holds: plan.rules[0]!.holds }).toEqual({ out: [], aims: [0, 100 + 200 + 100], holds: true });
  });

  test('one that leaves no plan gives way, is named with what it asks and what the plan does', async () => {
    const rules = [
      soft({ id: 'fine', rule: 'member-count', max: 3 }),
      soft({ id: 'two', rule: 'member-count', max: 1 }, 3),
    ];
    const { plan, out } = await planned(rules, SHELF);
    expect([plan.status, out]).toEqual(['optimal', ['two']]);
    expect(plan.reported.find(({ rule }) => rule === 'two')!.message).toBe(
      'rule two is soft (priority 3) and given up, as no plan keeps it beside the others: it asks for member-count max 1; in this plan it is broken by 2',
    );
    expect(plan.rules.map(({ rule, holds, slack }) => [rule, holds, slack])).toEqual([
      ['fine', true, 0],
      ['two', false, -2],
    ]);
  });

  test('one with which more would be missing gives way; a hard one does not', async () => {
    const one: RuleStatement = { id: 'one', rule: 'member-count', max: 1 };
    const { plan, out, aims } = await planned([soft(one)], TWELVE);
    expect({ out, aims }).toEqual({ out: ['one'], aims: [0, 380] });
    expect(plan.reported[0]!.message).toContain('with it beside the others more would be missing');
    expect((await planned([one], TWELVE)).aims).toEqual([4, 200]);
  });

  test('one that costs units which nobody could deliver anyway is kept', async () => {
    const more: Statement = { ...TEN, capacity: [['S1', 'welding', 5]] };
    const { out, aims } = await planned([soft({ id: 'one', rule: 'member-count', max: 1 })], more);
    expect({ out, aims }).toEqual({ out: [], aims: [10, 100] });
  });

  test('what is tolerated to be missing is no reason to give a rule up', async () => {
    const tolerant: Statement = { ...TWELVE, policy: { stock: 'none', shortfallTolerance: 0.2 } };
    const { out } = await planned([soft({ id: 'one', rule: 'member-count', max: 1 })], tolerant);
    expect(out).toEqual([]);
  });

  test('the highest number gives way first, also where several of them do instead of one', async () => {
    // Twelve on the shelf: not from one firm, nor from two of 5 hours and less.
    const rules = [
      soft({ id: 'firms', rule: 'member-count', max: 1 }, 1),
      { id: 'only', rule: 'exclude', suppliers: ['S3'] } as const,
      soft({ id: 'both', rule: 'source-count', min: 2 }, 2),
      soft({ id: 'dutch', rule: 'group-count', by: 'country', min: 2 }, 2),
    ];
    const { out } = await planned(rules, TEN);
    expect(out).toEqual(['both', 'dutch']);
    const turned = rules.map((rule) => ('priority' in rule ? { ...rule, priority: 3 - rule.priority! } : rule));
    expect((await planned(turned, TEN)).out).toEqual(['firms']);
  });

  test('as few as can be of one priority, of equals those that cost least', async () => {
    const few = [
      soft({ id: 'a', rule: 'member-count', max: 1 }),
      soft({ id: 'b', rule: 'source-count', min: 2 }),
      soft({ id: 'c', rule: 'group-count', by: 'country', min: 2 }),
    ];
    expect((await planned(few, TEN)).out).toEqual(['a']);
    const [one, two] = [few[0]!, few[1]!];
    // Without the count of sources S1 makes all; without the count of members S2 is onboarded beside it.
    expect((await planned([one, two], TEN)).out).toEqual(['b']);
  });

  test('where the hard rules leave no plan, these are the conflict and no soft one', async () => {
    const rules: readonly RuleStatement[] = [
      soft({ id: 'soft', rule: 'member-count', max: 1 }),
      { id: 'cap', rule: 'share-cap', max: 0.1 },
    ];
    const { plan } = await planned(rules, SHELF);
    expect([plan.status, plan.conflict]).toEqual(['infeasible', ['cap']]);
  });

  test('a legal form gives way as a whole, each of its parts is judged', async () => {
    const { plan, out } = await planned([soft({ id: 'fund', rule: 'legal-form', form: 'edf-2021' })], TEN);
    expect(out).toEqual(['fund']);
    expect(plan.rules.map(({ rule, holds }) => [rule, holds])).toEqual([
      ['fund/countries', false],
      ['fund/firms', false],
    ]);
  });

  test.each([
    [{ rule: 'share-floor', min: 1 }, NINE],
    [{ rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 1 }, NINE],
    [{ rule: 'exclude', suppliers: ['S1', 'S2'] }, SHELF],
    [{ rule: 'region-share-cap', level: 'country', max: 0.1 }, SHELF],
    [{ rule: 'content-share', of: ['NL'], min: 1, by: 'volume' }, SHELF],
    [{ rule: 'dependency-cap', max: 0.001 }, SHELF],
    [{ rule: 'budget', year: 2026, max: 99, of: ['onboarding'] }, SHELF],
    [
      { rule: 'labour', productiveHours: 3, hiresPerPeriod: 0 },
      {
        ...SHELF,
        suppliers: [
          { supplier: 'S1', employees: 1 },
          { supplier: 'S2', employees: 1 },
          { supplier: 'S3', employees: 1 },
        ],
      },
    ],
    [{ rule: 'onboarding-throughput', max: 1 }, SHELF],
    [
      { rule: 'ramp-rate', max: 0.2 },
      {
        demand: [
          ['FRAME', '2026-Q1', 5],
          ['FRAME', '2026-Q2', 30],
        ],
      },
    ],
    [{ rule: 'source-count', min: 4, strict: true }, SHELF],
  ] satisfies [RuleStatement, Statement][])('%j gives way, and the check finds the same', async (rule, more) => {
    const { plan, out } = await planned([soft({ id: 'it', ...rule })], more);
    expect([out, plan.rules[0]!.holds]).toEqual([['it'], false]);
  });
});

describe('verify', () => {
  const one: RuleStatement = { id: 'one', rule: 'member-count', max: 1 };
  const sealed = async (plan: Plan): Promise<Plan> => ({ ...plan, digest: await planDigest(plan) });

  test('refuses a broken soft rule that the plan does not report', async () => {
    const stated = await stating([soft(one)], TWELVE);
    const plan = await planSmall(stated);
    const silent = await sealed({ ...plan, reported: [] });
    expect((await verifyPlan(stated, silent)).violations.map(({ check, rule }) => [check, rule])).toContainEqual([
      'member-count',
      'one',
    ]);
  });

  test('refuses a hard rule, an unknown one, one that holds and one named twice as given up', async () => {
    const stated = await stating(
      [soft(one), { id: 'hard', rule: 'share-cap', max: 1 }, soft({ id: 'kept', rule: 'member-count', max: 3 })],
      TWELVE,
    );
    const plan = await planSmall(stated);
    const row = plan.reported.find(({ rule }) => rule === 'one')!;
    const said = ['hard', 'none', 'kept', 'one'].map((rule) => ({ ...row, rule }));
    const { violations } = await verifyPlan(stated, await sealed({ ...plan, reported: [...plan.reported, ...said] }));
    expect(violations.filter(({ check }) => check === 'given-up').map(({ message }) => message)).toEqual([
      'rule hard is hard and cannot be given up',
      'none, reported as given up, is no rule of the scenario',
      'rule kept is reported as given up, but it holds',
      'rule one is reported as given up more than once',
    ]);
  });
});

describe('other questions about a scenario with soft rules', () => {
  const one = soft({ id: 'one', rule: 'member-count', max: 1 });

  test('each proposal gives up the same rules and says so', async () => {
    const stated = await stating([one], TWELVE);
    const { proposals } = await proposeSmall(stated, { allowance: 0.5 });
    expect(proposals.length).toBeGreaterThan(1);
    for (const { plan } of proposals) {
      expect((await verifyPlan(stated, plan)).violations).toEqual([]);
      expect(givenUp(plan)).toEqual(['one']);
    }
  });

  test('soft rules are in no conflict, neither where there is no plan nor where one is short', async () => {
    const hard: RuleStatement = { id: 'cap', rule: 'share-cap', max: 0.1 };
    const infeasible = await stating([one, hard], SHELF);
    const { conflict } = await explainSmall(infeasible, await planSmall(infeasible), { conflict: true });
    expect(conflict!.sets).toEqual([{ rules: ['cap'], minimal: true }]);
    const short = await stating([one, hard], TEN);
    const told = await explainSmall(short, await planSmall(short), { conflict: true });
    expect(told.conflict!.sets).toEqual([{ rules: ['cap'], minimal: true }]);
  });

  test('the first solve tells its plans, no solve tells a bound that another may beat, limits are those asked for', async () => {
    const stated = await stating([one], TWELVE);
    const events: (number | null)[] = [];
    const told: (readonly (string | undefined)[])[] = [];
    const plan = await planScenario({
      ...{ scenario: stated, sha256: 'ab'.repeat(32), engine: engineOfTests, strategy: monolithic },
      hooks: { now: () => performance.now(), progress: ({ bound }) => void events.push(bound) },
      better: (better) => void told.push(givenUp(better)),
    });
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((bound) => bound !== null)).toEqual([]);
    for (const rules of told) expect(rules).toEqual([]);
    expect([givenUp(plan), plan.limits.timeLimit]).toEqual([['one'], stated.solve.timeLimit]);
  });

  test('without time for more than one solve every soft rule is kept', async () => {
    const stated = await stating([one], TWELVE);
    let now = 0;
    const plan = await planScenario({
      ...{ scenario: stated, sha256: 'ab'.repeat(32), engine: engineOfTests, strategy: monolithic },
      // Each look at the clock costs a second of the minute that the scenario has.
      hooks: { now: () => 1000 * ++now + (now > 3 ? 60_000 : 0) },
    });
    expect([givenUp(plan), plan.rules[0]!.holds]).toEqual([[], true]);
  });

  test('they limit no multiple of the envelope', async () => {
    const demand = { baseline: 5, multiplier: 2, reach: '2026-Q2', shape: 'linear' } as const;
    const envelopeOf = async (rules: readonly RuleStatement[]) => {
      const stated = await stating(rules, { programmes: [{ product: 'FRAME', demand }] });
      const ctx = { engine: engineOfTests, now: () => performance.now() };
      const { periods } = await findEnvelope({ ctx, input: { scenario: stated, sha256: 'ab'.repeat(32) } });
      return periods.map(({ multiple }) => multiple);
    };
    // Thirty hours a quarter from three firms, ten from one.
    expect(await envelopeOf([one])).toEqual([expect.closeTo(6, 6), expect.closeTo(6, 6)]);
    expect((await envelopeOf([{ id: 'one', rule: 'member-count', max: 1 }]))[0]).toBeCloseTo(2, 6);
  });

  test('a rule has the same id, hard or soft, and is soft in the document with its priority', async () => {
    const cap = { rule: 'share-cap', max: 0.5, per: 'horizon' } as const;
    const [hard, weak] = await Promise.all(
      [cap, { ...cap, hard: false as const }].map(async (rule) => {
        const document = { ...scenario({ ...FIRMS, ...TEN }), rules: [rule] };
        return (await parsed(document as never)).rules[0]!;
      }),
    );
    expect(weak).toEqual({ ...hard, hard: false, priority: 1 });
  });
});
