import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { capacityOf } from '../../scenarios/capacity.ts';
import { stepHours } from '../../scenarios/domain/item.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { type EligiblePair, eligibility } from '../../scenarios/eligibility.ts';
import { CRANE } from '../../scenarios/examples/crane/author/crane.ts';
import { craneFiles } from '../../scenarios/examples/crane/author/files.ts';
import { rampUpFiles } from '../../scenarios/examples/crane-ramp-up/author/files.ts';
import { radarMastFiles } from '../../scenarios/examples/radar-mast/author/files.ts';
import { RADAR_MAST } from '../../scenarios/examples/radar-mast/author/radar-mast.ts';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { finalDemand } from '../../scenarios/final-demand.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { KNOWN_PLACES } from '../../scenarios/registry/places/known-places.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { RULE_NAMES } from '../../scenarios/wire/rules.ts';
import { requirements, type WorkPackage } from '../../scenarios/work-packages.ts';
import { planScenario } from '../../solver/plan.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { highsOfTests } from '../support/highs.ts';
import { hoursMargins } from '../support/hours-margin.ts';
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
    const input = { scenario, sha256: await scenarioSha256(scenario), engine: highsOfTests };
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

/** What a test of an example's shape looks at. */
interface Exploded {
  readonly scenario: Scenario;
  readonly levels: ReadonlyMap<string, number>;
  readonly packages: readonly WorkPackage[];
  readonly pairs: readonly EligiblePair[];
}

async function explodeExample(name: string): Promise<Exploded> {
  const scenario = await readExample(name);
  const exploded = explodeBom(scenario);
  if (!exploded.ok) throw new Error(`${name} contains itself`);
  const { packages } = requirements(scenario, exploded.explosion, finalDemand(scenario, exploded.explosion));
  const { pairs } = eligibility(scenario, packages);
  return { scenario, levels: exploded.explosion.levels, packages, pairs };
}

function expectWritten(name: string, files: ReadonlyMap<string, string>): void {
  expect(inputsOf(name).sort()).toEqual([...files.keys()].sort());
  for (const [file, text] of files)
    expect(readFileSync(new URL(file, folderOf(name)), 'utf8') === text, `${name}/${file}`).toBe(true);
}

/** Today's makers make today's products, each of them ready at once and with hours enough. */
function expectIncumbents({ scenario, packages, pairs }: Exploded, usage: (item: string) => number): void {
  const baseline = scenario.programmes[0]!.demand!.baseline;
  const loads = new Map<string, number>();
  const found = new Map(pairs.map((pair) => [`${pair.supplier} ${pair.item}`, pair]));
  for (const { item } of packages) {
    const rows = scenario.incumbents.filter((row) => row.item === item.item);
    const today = rows.reduce((sum, row) => sum + row.quantityPerPeriod, 0);
    expect(today, item.item).toBeCloseTo(baseline * usage(item.item), 2);
    for (const row of rows) {
      const key = `${row.supplier} ${row.item}`;
      expect(found.get(key), key).toMatchObject({ incumbent: true, ready: 1 });
      for (const { process, hours } of found.get(key)!.hours) {
        const load = `${row.supplier}/${process}`;
        loads.set(load, (loads.get(load) ?? 0) + hours * row.quantityPerPeriod);
      }
    }
  }
  const capacity = capacityOf(scenario);
  for (const [load, hours] of loads) {
    const [supplier, process] = load.split('/') as [string, string];
    expect(capacity(supplier, process, 1), load).toBeGreaterThanOrEqual(hours);
  }
}

it('the crane with every rule of ramp-up is what its author script writes, byte for byte, and reads', async () => {
  expectWritten('crane-ramp-up', rampUpFiles());
  const { scenario } = await explodeExample('crane-ramp-up');
  const stated = new Set(scenario.rules.map(({ rule }) => rule));
  expect(RULE_NAMES.filter((name) => !stated.has(name))).toEqual(['learning', 'survive-outage']);
});

describe('tiny with one more rule', () => {
  const planned = async (name: string, added: string) => {
    for (const file of inputsOf('tiny').filter((file) => file.endsWith('.csv')))
      expect(readFileSync(new URL(file, folderOf(name)), 'utf8')).toBe(
        readFileSync(new URL(file, folderOf('tiny')), 'utf8'),
      );
    const scenario = await readExample(name);
    expect(scenario.rules.filter(({ rule }) => rule !== added)).toEqual((await readExample('tiny')).rules);
    const input = { scenario, sha256: await scenarioSha256(scenario), engine: highsOfTests };
    const plan = await planScenario({ ...input, hooks: { now: () => performance.now() } });
    expect(await verifyPlan(scenario, plan, highsOfTests)).toMatchObject({ holds: true, violations: [] });
    return { plan, worth: (name: string) => plan.aims.find(({ aim }) => aim === name)!.value };
  };

  it('learns as much as its README works out', async () => {
    const { worth } = await planned('tiny-learning', 'learning');
    const hoursOf = (n: number) => 10 * (n / 33) ** Math.log2(0.9);
    const eight = Array.from({ length: 8 }, (_, k) => hoursOf(33 + k)).reduce((sum, hours) => sum + hours, 0);
    expect(worth('shortfall')).toBeCloseTo(1 - (80 - eight) / hoursOf(41), 5);
  });

  it('survives the loss of any firm as its README says, with one on standby', async () => {
    const { plan, worth } = await planned('tiny-robust', 'survive-outage');
    expect([worth('shortfall'), worth('unprotected')]).toEqual([1, expect.closeTo(0.8 * 9 - 1 + 0.8 * 9, 6)]);
    expect(worth('cost')).toBeCloseTo(71_178, 2);
    expect(plan.members.find(({ supplier }) => supplier === 'S3')).toMatchObject({ spend: 1000 });
  });
});

describe('the crane example', () => {
  let crane: Exploded;
  let scenario: Scenario;

  beforeAll(async () => {
    crane = await explodeExample('crane');
    scenario = crane.scenario;
  });

  it('is what its author script writes, byte for byte', () => {
    expectWritten('crane', craneFiles());
  });

  it('has 63 make items, the crane and four levels below it, 27 buy items and two phantoms', () => {
    expect(countBy(scenario.items, (item) => item.kind)).toEqual({ make: 63, buy: 27, phantom: 2 });
    const made = scenario.items.filter((item) => item.kind === 'make');
    expect(Math.max(...made.map((item) => crane.levels.get(item.item)!))).toBe(4);
    expect(made.filter((item) => item.critical)).toHaveLength(12);
    expect(crane.packages).toHaveLength(62);
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
    const { packages, pairs } = crane;
    const sources = countBy(pairs, (pair) => pair.item);
    expect(Object.keys(sources).sort()).toEqual(packages.map(({ item }) => item.item).sort());
    expect(Object.entries(sources).filter(([, count]) => count < 8 || count > 25)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(700);
    expect(pairs.length).toBeLessThan(1000);
  });

  it('has incumbents that make the cranes of today and could at once make a little more', () => {
    expectIncumbents(crane, CRANE.usage);
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

describe('the radar mast example', () => {
  let mast: Exploded;

  beforeAll(async () => {
    mast = await explodeExample('radar-mast');
  });

  it('is what its author script writes, byte for byte', () => {
    expectWritten('radar-mast', radarMastFiles());
  });

  it('has 158 make items, the mast and five levels below it, 30 buy items and two phantoms', () => {
    const { scenario, levels, packages } = mast;
    expect(countBy(scenario.items, (item) => item.kind)).toEqual({ make: 158, buy: 30, phantom: 2 });
    expect(Math.max(...levels.values())).toBe(5);
    expect(scenario.items.filter((item) => item.critical)).toHaveLength(18);
    expect(packages).toHaveLength(157);
    expect(new Set(scenario.routing.map((step) => step.process)).size).toBe(21);
  });

  it('draws 1,000 firms from the registry, in the proportions of the study, that are nobody', () => {
    const { suppliers } = mast.scenario;
    expect(countBy(suppliers, (firm) => firm.category)).toEqual({ A: 42, B: 67, C: 442, D: 449 });
    for (const { supplier, name } of suppliers) expect(name).toBe(`Synthetic supplier ${supplier.slice(1)}`);
    expect(suppliers.filter((firm) => !isInTheNetherlands(firm.latitude!, firm.longitude!))).toEqual([]);
  });

  it('gives each work package 6 to 150 eligible sources, fewer than 20,000 pairs in all', () => {
    const { packages, pairs } = mast;
    const sources = countBy(pairs, (pair) => pair.item);
    expect(Object.keys(sources).sort()).toEqual(packages.map(({ item }) => item.item).sort());
    expect(Object.entries(sources).filter(([, count]) => count < 6 || count > 150)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(5000);
    expect(pairs.length).toBeLessThan(20_000);
  });

  it('has incumbents that make the masts of today', () => {
    expectIncumbents(mast, RADAR_MAST.usage);
  });

  it('leaves room in every process: a seventh more at any time, six tenths more in the last quarter', () => {
    const margins = hoursMargins(mast.scenario, mast.packages, mast.pairs);
    for (const { process, t, required, offered } of margins) {
      const before = margins.find((row) => row.process === process && row.t === t - 1) ?? { required: 0, offered: 0 };
      expect(offered / required, `${process} until ${t}`).toBeGreaterThan(1.13);
      if (t === mast.scenario.calendar.periods)
        expect((offered - before.offered) / (required - before.required), process).toBeGreaterThan(1.6);
    }
    expect(margins.length).toBe(21 * 20);
  });

  it('ramps up to three times, about 2,000 hours a mast worth about €454,500', () => {
    const { demand } = mast.scenario.programmes[0]!;
    expect(demand).toMatchObject({ baseline: 8, multiplier: 3, reach: '2030-Q4' });
    const hours = mast.scenario.routing.reduce((sum, step) => sum + RADAR_MAST.usage(step.item) * stepHours(step), 0);
    expect(hours).toBeGreaterThan(1950);
    expect(hours).toBeLessThan(2250);
    expect(mast.scenario.items.find((item) => item.item === 'RM-01')!.unitValue).toBe(454_500);
  });
});
