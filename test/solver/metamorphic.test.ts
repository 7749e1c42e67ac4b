import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import { type Scenario, TABLES } from '../../scenarios/domain/scenario.ts';
import { serialisePlan } from '../../scenarios/wire/plan.ts';
import { smallScenario } from '../support/arbitraries.ts';
import { doubled } from '../support/doubled.ts';
import { parsed, planSmall, runs, seedOf } from '../support/plan-small.ts';

const seed = seedOf();
console.info(`metamorphic seed ${seed}`);
const settings = { seed, numRuns: runs(100) };
const options = { timeout: 30 * 60_000 };

/** Small scenarios whose cost is compared at exactly the least shortfall. */
const exact = smallScenario.map(
  (scenario): Scenario => ({ ...scenario, policy: { ...scenario.policy, shortfallTolerance: 0 } }),
);

type Values = readonly [shortfall: number, cost: number];
const NONE: Values = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
const valuesOf = ({ aims: [shortfall, cost] }: Plan): Values => (shortfall ? [shortfall.value, cost!.value] : NONE);
const valuesFor = async (scenario: Scenario): Promise<Values> => valuesOf(await planSmall(scenario));

const precision = (value: number): number => (Number.isFinite(value) ? 1e-6 * Math.max(1, Math.abs(value)) : 0);
const above = (a: number, b: number): boolean => a > b + precision(b);

/** True when the first pair is worse than the second, shortfall before cost. */
const isWorse = (a: Values, b: Values): boolean => above(a[0], b[0]) || (!above(b[0], a[0]) && above(a[1], b[1]));

function expectEqual(found: Values, wanted: Values, factor = 1): void {
  for (const [i, value] of wanted.entries()) {
    if (Number.isFinite(value)) expect(Math.abs(found[i]! - factor * value)).toBeLessThan(factor * precision(value));
    else expect(found[i]).toBe(value);
  }
}

/** A rule with its least count or share lowered and its greatest raised, or none in its place. */
function relaxed(rule: Rule, drop: boolean): Rule[] {
  if (drop) return [];
  if (rule.rule === 'share-cap') return [{ ...rule, max: (rule.max + 1) / 2 }];
  if (rule.rule === 'share-floor') return [{ ...rule, min: rule.min / 2 }];
  if (rule.rule === 'region-share-cap' || rule.rule === 'dependency-cap') return [{ ...rule, max: (rule.max + 1) / 2 }];
  if (rule.rule === 'content-share') return [{ ...rule, min: rule.min / 2 }];
  if (rule.rule !== 'source-count' && rule.rule !== 'member-count' && rule.rule !== 'group-count') return [];
  const min = rule.min === undefined ? {} : { min: Math.max(0, rule.min - 1) };
  const max = rule.max === undefined ? {} : { max: rule.max + 1 };
  return [{ ...rule, ...min, ...max }];
}

/** Without an exclusion there may be more eligible sources, of which source-count then asks more, and safety stock is held earlier. */
const asksMoreOfMore = ({ rules, items }: Scenario): boolean =>
  rules.some((rule) => rule.rule === 'source-count' && rule.min !== undefined) ||
  items.some((row) => row.safetyStock > 0);

test('relaxing a rule never makes shortfall, then cost, worse', options, () => {
  const ruled = exact.filter((scenario) => scenario.rules.length > 0);
  return fc.assert(
    fc.asyncProperty(ruled, fc.nat(2), fc.boolean(), async (scenario, choice, drop) => {
      const at = choice % scenario.rules.length;
      fc.pre(scenario.rules[at]!.rule !== 'exclude' || !asksMoreOfMore(scenario));
      // A promise to who may make nothing of it is none; it becomes one where the exclusion goes.
      fc.pre(scenario.rules[at]!.rule !== 'exclude' || !scenario.rules.some(({ rule }) => rule === 'commitment'));
      // What is promised pays for expansions.
      fc.pre(scenario.rules[at]!.rule !== 'commitment' || !scenario.policy.expandOnlyIfCovered);
      const rules = scenario.rules.flatMap((rule, i) => (i === at ? relaxed(rule, drop) : [rule]));
      const [before, after] = [await valuesFor(scenario), await valuesFor({ ...scenario, rules })];
      expect(isWorse(after, before), `${before} became ${after}`).toBe(false);
    }),
    settings,
  );
});

/** The rule without a supplier; none when it spoke of nobody else. */
function ruleWithout(rule: Rule, supplier: string): Rule[] {
  if (rule.rule === 'lock' && rule.supplier === supplier) return [];
  const scoped = rule.scope?.suppliers?.filter((name) => name !== supplier);
  if (scoped?.length === 0) return [];
  const kept = scoped ? { ...rule, scope: { ...rule.scope, suppliers: scoped } } : rule;
  if (kept.rule !== 'exclude') return [kept];
  const suppliers = kept.suppliers.filter((name) => name !== supplier);
  return suppliers.length === 0 ? [] : [{ ...kept, suppliers }];
}

function without(scenario: Scenario, supplier: string): Scenario {
  const others = <Row extends { readonly supplier: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.supplier !== supplier);
  return {
    ...scenario,
    suppliers: others(scenario.suppliers),
    capacity: others(scenario.capacity),
    certificates: others(scenario.certificates),
    quotes: others(scenario.quotes),
    incumbents: others(scenario.incumbents),
    expansions: others(scenario.expansions),
    rules: scenario.rules.flatMap((rule) => ruleWithout(rule, supplier)),
  };
}

/** True when a bought item has no other quote: it would then be bought from anybody. */
const quotesAlone = ({ quotes, routing }: Scenario, supplier: string): boolean =>
  quotes.some(
    (quote) =>
      quote.supplier === supplier &&
      !routing.some((step) => step.item === quote.item) &&
      !quotes.some((other) => other.item === quote.item && other.supplier !== supplier),
  );

test('a supplier that gets no award can be dropped without a change in shortfall or cost', options, () => {
  const unsafe = exact.map((scenario) => ({
    ...scenario,
    items: scenario.items.map((row) => ({ ...row, safetyStock: 0 })),
  }));
  return fc.assert(
    fc.asyncProperty(unsafe, async (scenario) => {
      const plan = await planSmall(scenario);
      fc.pre(plan.status !== 'infeasible');
      const members = plan.members.map((member) => member.supplier);
      const idle = scenario.suppliers.map((row) => row.supplier).filter((supplier) => !members.includes(supplier));
      const isPromised = (supplier: string) =>
        scenario.rules.some((rule) => rule.rule === 'commitment' && rule.supplier === supplier);
      const dropped = idle.find((supplier) => !quotesAlone(scenario, supplier) && !isPromised(supplier));
      fc.pre(dropped !== undefined);
      fc.pre(!isCountedWithOthers(scenario, dropped!));
      expectEqual(await valuesFor(without(scenario, dropped!)), valuesOf(plan));
    }),
    settings,
  );
});

/** True when a firm is part of a larger one whose size counts. */
const isCountedWithOthers = ({ rules, suppliers }: Scenario, supplier: string): boolean =>
  rules.some((rule) => rule.rule === 'content-share' && rule.of.includes('SME')) &&
  suppliers.some((row) => row.supplier === supplier && row.group !== undefined);

/** The rows in another order, fixed by the salt. */
const shuffled = <Row>(rows: readonly Row[], salt: number): Row[] =>
  rows
    .map((row, i) => ({ row, key: Math.imul(i + 1, 2 * salt + 1) % 7919 }))
    .sort((a, b) => b.key - a.key)
    .map(({ row }) => row);

test('the order of rows in the tables does not change a byte of the plan', options, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, fc.integer({ min: 1, max: 2 ** 20 }), async (document, salt) => {
      const tables = Object.fromEntries(TABLES.map((table) => [table, shuffled<unknown>(document[table], salt)]));
      const [plan, other] = [await parsed(document), await parsed({ ...document, ...tables })].map((scenario) =>
        planSmall(scenario),
      );
      expect(serialisePlan(await other!)).toBe(serialisePlan(await plan!));
    }),
    settings,
  ),
);

test('where stock costs nothing to hold, more of it on hand never makes shortfall, then cost, worse', options, () =>
  fc.assert(
    fc.asyncProperty(exact, fc.nat(3), fc.constantFrom(1, 0.5, 4), async (drawn, choice, more) => {
      const scenario = { ...drawn, costs: { ...drawn.costs, holdingRate: 0 } };
      const item = scenario.items[choice % scenario.items.length]!;
      fc.pre(item.kind !== 'phantom');
      // What comes off the shelf comes from nobody: a share of content may then be out of reach.
      fc.pre(!scenario.rules.some(({ rule }) => rule === 'content-share' || rule === 'legal-form'));
      const items = scenario.items.map((row) => (row === item ? { ...row, stock: row.stock + more } : row));
      const [before, after] = [await valuesFor(scenario), await valuesFor({ ...scenario, items })];
      expect(isWorse(after, before), `${before} became ${after}`).toBe(false);
    }),
    settings,
  ),
);

test('twice the demand, stock, hours and one-off costs give twice the shortfall and twice the cost', options, () =>
  fc.assert(
    fc.asyncProperty(exact, async (scenario) => {
      expectEqual(await valuesFor(doubled(scenario)), await valuesFor(scenario), 2);
    }),
    settings,
  ),
);
