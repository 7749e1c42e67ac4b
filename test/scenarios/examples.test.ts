import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { stepHours } from '../../scenarios/domain/item.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { type EligiblePair, eligibility } from '../../scenarios/eligibility.ts';
import { CRANE } from '../../scenarios/examples/crane/author/crane.ts';
import { craneFiles } from '../../scenarios/examples/crane/author/files.ts';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { finalDemand } from '../../scenarios/final-demand.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { KNOWN_PLACES } from '../../scenarios/registry/places/known-places.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { requirements, type WorkPackage } from '../../scenarios/work-packages.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { planScenario } from '../../solver/plan.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { isInTheNetherlands } from '../support/netherlands.ts';

const folderOf = (name: string) => new URL(`../../scenarios/examples/${name}/`, import.meta.url);
const inputsOf = (name: string) => readdirSync(folderOf(name)).filter((file) => /\.(csv|yaml)$/.test(file));

async function readExample(name: string): Promise<Scenario> {
  const read = await readScenarioFolder(
    new Map(inputsOf(name).map((file) => [file, new Uint8Array(readFileSync(new URL(file, folderOf(name))))])),
  );
  expect(read).toMatchObject({ ok: true, warnings: [] });
  if (!read.ok) throw new Error(`${name} does not read`);
  return read.value;
}

const countBy = <Row>(rows: readonly Row[], key: (row: Row) => string | undefined): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row) ?? ''] = (counts[key(row) ?? ''] ?? 0) + 1;
  return counts;
};

describe('the tiny example', () => {
  it('has the optimum that its README works out by hand', async () => {
    const scenario = await readExample('tiny');
    const optimum = JSON.parse(readFileSync(new URL('expected/optimum.json', folderOf('tiny')), 'utf8'));
    const input = { scenario, sha256: await scenarioSha256(scenario), engine: createHighsEngine() };
    const plan = await planScenario({ ...input, hooks: { now: () => performance.now() } });

    expect(plan.status).toBe('optimal');
    const [shortfall, cost] = plan.aims;
    expect(shortfall!.value).toBeCloseTo(optimum.shortfall, 5);
    expect(shortfall!.bound).toBeCloseTo(optimum.shortfall, 5);
    expect(cost!.value).toBeCloseTo(optimum.total, 2);
    expect(cost!.bound).toBeCloseTo(optimum.total, 2);
    for (const [part, euro] of Object.entries(plan.cost)) expect(euro, part).toBeCloseTo(optimum.cost[part] ?? 0, 2);
    for (const { supplier, spend } of plan.members) expect(spend, supplier).toBeCloseTo(optimum.spend[supplier], 2);
    for (const { period, delivered } of plan.products) expect(delivered).toBeCloseTo(optimum.delivered[period], 5);
    expect(plan.production.map(({ supplier, item, period }) => [supplier, item, period])).toEqual(
      optimum.production.map((row: [string, string, string, number]) => row.slice(0, 3)),
    );
    plan.production.forEach(({ quantity }, at) => {
      expect(quantity).toBeCloseTo(optimum.production[at][3], 5);
    });
    expect(plan.stock.map(({ item, period, quantity }) => [item, period, Math.round(quantity * 1e5) / 1e5])).toEqual(
      optimum.stock,
    );
    expect(await verifyPlan(scenario, plan)).toMatchObject({ holds: true, violations: [] });
  });
});

describe('the crane example', () => {
  let scenario: Scenario;
  let levels: ReadonlyMap<string, number>;
  let packages: readonly WorkPackage[];
  let pairs: readonly EligiblePair[];

  beforeAll(async () => {
    scenario = await readExample('crane');
    const exploded = explodeBom(scenario);
    if (!exploded.ok) throw new Error('the crane contains itself');
    levels = exploded.explosion.levels;
    ({ packages } = requirements(scenario, exploded.explosion, finalDemand(scenario, exploded.explosion)));
    ({ pairs } = eligibility(scenario, packages));
  });

  it('is what its author script writes, byte for byte', () => {
    expect(inputsOf('crane').sort()).toEqual([...craneFiles().keys()].sort());
    for (const [name, text] of craneFiles()) {
      expect(readFileSync(new URL(name, folderOf('crane')), 'utf8') === text, name).toBe(true);
    }
  });

  it('has 63 make items, the crane and four levels below it, 27 buy items and two phantoms', () => {
    expect(countBy(scenario.items, (item) => item.kind)).toEqual({ make: 63, buy: 27, phantom: 2 });
    const made = scenario.items.filter((item) => item.kind === 'make');
    expect(Math.max(...made.map((item) => levels.get(item.item)!))).toBe(4);
    expect(made.filter((item) => item.critical)).toHaveLength(12);
    expect(packages).toHaveLength(62);
  });

  it('draws 300 firms, few of them near Defence, all over the country', () => {
    expect(countBy(scenario.suppliers, (firm) => firm.category)).toEqual({ A: 13, B: 20, C: 135, D: 132 });
    const regions = new Set(KNOWN_PLACES.map((place) => place.region));
    expect(regions.size).toBe(40);
    for (const firm of scenario.suppliers) expect(regions).toContain(firm.region);
    expect(new Set(scenario.suppliers.map((firm) => firm.region)).size).toBeGreaterThan(36);
  });

  it('places every firm inside the Netherlands', () => {
    const outside = scenario.suppliers.filter((firm) => !isInTheNetherlands(firm.latitude!, firm.longitude!));
    expect(outside.map((firm) => `${firm.supplier} ${firm.place}`)).toEqual([]);
    const antwerp = isInTheNetherlands(51.22, 4.4);
    const aachen = isInTheNetherlands(50.776, 6.084);
    expect([antwerp, aachen]).toEqual([false, false]);
  });

  it('names no firm: every supplier is a number', () => {
    for (const { supplier, name } of scenario.suppliers) expect(name).toBe(`Supplier ${supplier.slice(1)}`);
  });

  it('gives each work package 8 to 25 eligible sources', () => {
    const sources = countBy(pairs, (pair) => pair.item);
    expect(Object.keys(sources).sort()).toEqual(packages.map(({ item }) => item.item).sort());
    expect(Object.entries(sources).filter(([, count]) => count < 8 || count > 25)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(700);
    expect(pairs.length).toBeLessThan(1000);
  });

  it('has incumbents that make the cranes of today and could at once make a little more', () => {
    const baseline = scenario.programmes[0]!.demand!.baseline;
    for (const { item } of packages) {
      const rows = scenario.incumbents.filter((row) => row.item === item.item);
      const today = rows.reduce((sum, row) => sum + row.quantityPerPeriod, 0);
      expect(today, item.item).toBeCloseTo(baseline * CRANE.usage(item.item), 2);
      for (const row of rows) {
        const pair = pairs.find((each) => each.supplier === row.supplier && each.item === row.item);
        expect(pair, `${row.supplier} ${row.item}`).toMatchObject({ incumbent: true, ready: 1 });
      }
    }
  });

  it('asks about 1,130 hours a crane, which is worth about €450,000 and weighs about 16 t', () => {
    const hours = scenario.routing.reduce((sum, step) => sum + CRANE.usage(step.item) * stepHours(step), 0);
    const crane = scenario.items.find((item) => item.item === 'CRANE-01')!;
    expect(hours).toBeGreaterThan(1100);
    expect(hours).toBeLessThan(1160);
    expect(crane.unitValue).toBe(447_500);
    expect(crane.weightKg).toBe(16_119.3);
  });
});
