import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  AimDifference,
  Improvement,
  ImprovementKind,
  TriedChange,
} from '../../../scenarios/domain/explanation.ts';
import { type Plan, type PlanStatus, totalCost } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { applyScenarioPatch } from '../../../scenarios/patch.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { explainSmall } from '../../support/explain-small.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';

const seed = seedOf();
console.info(`explanations seed ${seed}`);
const TIMEOUT = 30 * 60_000;
const isLong = process.env['GILDE_LONG'] === '1';
/** Scenarios of each kind that are explained, and those that are drawn for them at most. */
const WANTED = isLong ? 60 : 5;
/** Of those with machines, shifts or limits on hires. */
const FEW = isLong ? 30 : 1;
const DRAWN = runs(600);

interface Drawn {
  readonly scenario: Scenario;
  readonly plan: Plan;
}

/** Random scenarios whose plans satisfy the condition, the first so many. */
async function scenariosWhere(
  holds: (plan: Plan) => boolean,
  isAsked: (scenario: Scenario) => boolean = () => true,
  wanted = WANTED,
): Promise<readonly Drawn[]> {
  const found: Drawn[] = [];
  for (const document of fc.sample(smallScenario, { seed, numRuns: DRAWN })) {
    if (!isAsked(document)) continue;
    const scenario = await parsed(document);
    const plan = await planSmall(scenario);
    if (holds(plan)) found.push({ scenario, plan });
    if (found.length === wanted) break;
  }
  expect(found.length, 'scenarios to explain').toBe(wanted);
  return found;
}

/** The plan of a what-if, applied and solved by nothing of what explains. */
async function whatIf(scenario: Scenario, { patch, words }: Pick<TriedChange, 'patch' | 'words'>): Promise<Plan> {
  const patched = applyScenarioPatch(JSON.parse(JSON.stringify(scenario)), patch);
  if (!patched.ok) throw new Error(`${words}: ${patched.problems[0]?.message}`);
  return planSmall(await parsed(patched.value as Scenario));
}

const ruledBy = async (scenario: Scenario, ids: readonly string[]): Promise<PlanStatus> =>
  (await planSmall({ ...scenario, rules: scenario.rules.filter(({ id }) => ids.includes(id)) })).status;

/** What is told of a change is what its plan has, and the differences are those of the optima. */
async function expectTrue(scenario: Scenario, tried: TriedChange, against?: Pick<Plan, 'aims'>): Promise<Plan> {
  const plan = await whatIf(scenario, tried);
  expect(plan.status, tried.words).toBe(tried.status);
  expect(plan.aims, tried.words).toEqual(tried.aims);
  if (against && against.aims.length > 0) {
    plan.aims.forEach(({ aim, value }, at) => {
      const change = value - against.aims[at]!.value;
      const told = tried.difference.find((row) => row.aim === aim) as AimDifference;
      const room = 1e-5 * Math.max(1, value, against.aims[at]!.value);
      expect(change, `${tried.words}: ${aim}`).toBeGreaterThanOrEqual(told.least - room);
      expect(change, `${tried.words}: ${aim}`).toBeLessThanOrEqual(told.most + room);
    });
  }
  return plan;
}

/** Lexicographically less, up to the last digits. */
function isLess(plan: Plan, than: Plan): boolean {
  for (const [at, { value }] of plan.aims.entries()) {
    const other = than.aims[at]!.value;
    if (Math.abs(value - other) > 1e-6 * Math.max(1, value, other)) return value < other;
  }
  return false;
}

/** Each figure of an improvement is what the two plans differ by, as far as their gaps tell. */
function expectWorth({ words, each, perEuro, price, amount }: Improvement, before: Plan, after: Plan): void {
  const at = before.aims.findIndex(({ aim }) => aim === each.aim);
  const gained = before.aims[at]!.value - after.aims[at]!.value;
  const room = 1e-5 * Math.max(1, before.aims[at]!.value);
  expect(each.least * amount, words).toBeLessThanOrEqual(gained + room);
  if (perEuro) expect(perEuro.least * price!, words).toBeLessThanOrEqual(gained + room);
  expect(perEuro === null, words).toBe(price === null || price === 0);
}

describe('what is told of a random small scenario is true when it is applied and solved again', {
  timeout: TIMEOUT,
}, () => {
  test('conflict sets cannot hold, any one rule less can; each relaxation makes a plan possible', async () => {
    let relaxations = 0;
    for (const { scenario, plan } of await scenariosWhere(({ status }) => status === 'infeasible')) {
      const { conflict } = await explainSmall(scenario, plan);
      expect(conflict!.sets.length).toBeGreaterThan(0);
      for (const { rules, minimal } of conflict!.sets) {
        expect(minimal).toBe(true);
        expect(await ruledBy(scenario, rules), rules.join()).toBe('infeasible');
        for (const rule of rules) {
          const rest = rules.filter((other) => other !== rule);
          expect(await ruledBy(scenario, rest), `${rules.join()} without ${rule}`).not.toBe('infeasible');
        }
      }
      for (const relaxation of conflict!.relaxations) {
        const relaxed = await expectTrue(scenario, relaxation, conflict!.reference ?? undefined);
        expect(relaxed.status, relaxation.words).toBe('optimal');
      }
      relaxations += conflict!.relaxations.length;
    }
    expect(relaxations).toBeGreaterThan(WANTED);
  });

  test('what would deliver the missing units delivers them', async () => {
    let relaxations = 0;
    const isShort = ({ status, aims }: Plan) => status === 'optimal' && aims[0]!.value > 0.01;
    for (const { scenario, plan } of await scenariosWhere(isShort)) {
      const { conflict } = await explainSmall(scenario, plan, { conflict: true });
      for (const relaxation of conflict!.relaxations) {
        const relaxed = await expectTrue(scenario, relaxation, plan);
        const tolerated = scenario.policy.shortfallTolerance * plan.aims[0]!.value * 100;
        expect(relaxed.aims[0]!.value, relaxation.words).toBeLessThan(1e-4 + tolerated);
      }
      relaxations += conflict!.relaxations.length;
    }
    expect(relaxations).toBeGreaterThan(WANTED / 2);
  });

  test('rules cost what they are said to, improvements improve, members are worth what they are said to be', async () => {
    for (const { scenario, plan } of await scenariosWhere(({ status }) => status === 'optimal')) {
      const told = await explainSmall(scenario, plan, { rules: true, nextEuro: true, why: true });
      for (const { without } of told.rules!) await expectTrue(scenario, without, plan);
      for (const improvement of told.improvements!) {
        const improved = await expectTrue(scenario, improvement, plan);
        expect(isLess(improved, plan), improvement.words).toBe(true);
        expectWorth(improvement, plan, improved);
      }
      for (const { without, conflict } of told.why!) {
        const left = await expectTrue(scenario, without, plan);
        expect(left.conflict).toEqual(conflict);
      }
      for (const { supplier, process, price } of told.tight!.hours) {
        expect(price, `${process} at ${supplier}`).toBeGreaterThan(0);
        expect(plan.members.map((member) => member.supplier)).toContain(supplier);
      }
    }
  });

  test('machines, shifts and hires that are told to help do help, each by what is told', async () => {
    const told: ImprovementKind[] = [];
    const mayExpand = ({ expansions }: Scenario) => expansions.some(({ maximum }) => maximum > 0);
    const expands = ({ status, expansions }: Plan) => status === 'optimal' && expansions.length > 0;
    const limitsHires = ({ rules }: Scenario) => rules.some(({ rule, hard }) => rule === 'labour' && hard !== false);
    const isShort = ({ status, aims }: Plan) => status === 'optimal' && aims[0]!.value > 0.01;
    const drawn = [
      ...(await scenariosWhere(expands, mayExpand, FEW)),
      ...(await scenariosWhere(isShort, limitsHires, FEW)),
    ];
    for (const { scenario, plan } of drawn) {
      const { improvements } = await explainSmall(scenario, plan, { nextEuro: true });
      for (const improvement of improvements!) {
        const improved = await expectTrue(scenario, improvement, plan);
        expect(isLess(improved, plan), improvement.words).toBe(true);
        expectWorth(improvement, plan, improved);
        told.push(improvement.kind);
      }
    }
    expect(told).toContain('add-expansion');
    if (isLong) expect(told).toEqual(expect.arrayContaining(['expansion-sooner', 'add-hire']));
  });

  test('a firm that is told how to enter makes something then', async () => {
    let entries = 0;
    const isOpen = ({ status, members }: Plan) => status === 'optimal' && members.length > 0 && members.length < 3;
    for (const { scenario, plan } of await scenariosWhere(isOpen)) {
      const makers = new Set(plan.production.map(({ supplier }) => supplier));
      const outsider = scenario.suppliers.find(({ supplier }) => !makers.has(supplier));
      if (outsider === undefined) continue;
      const { whyNot } = await explainSmall(scenario, plan, { whyNot: outsider.supplier });
      expect(whyNot!.produces).toBe(false);
      if (whyNot!.locked) await expectTrue(scenario, whyNot!.locked, plan);
      for (const entry of whyNot!.entries) {
        const entered = await expectTrue(scenario, entry, plan);
        const made = entered.production.filter(({ supplier }) => supplier === outsider.supplier);
        expect(made.length, entry.words).toBeGreaterThan(0);
        expect(entry.wins.map(({ item }) => item).sort()).toEqual([...new Set(made.map(({ item }) => item))].sort());
        expect(totalCost(entered)).toBeGreaterThan(0);
      }
      entries += whyNot!.entries.length;
    }
    expect(entries).toBeGreaterThan(0);
  });
});
