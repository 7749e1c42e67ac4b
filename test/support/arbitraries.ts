import type fc from 'fast-check';
import type { Calendar } from '../../scenarios/domain/calendar.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { type ScenarioGene, scenarioGene } from './arbitraries/genes.ts';
import { writeItems } from './arbitraries/write-items.ts';
import { writeRules } from './arbitraries/write-rules.ts';
import { writeSuppliers } from './arbitraries/write-suppliers.ts';
import { allPurchases, everyPurchase } from './oracle/purchases.ts';
import { readRequirement } from './oracle/requirement.ts';
import { readSources } from './oracle/sources.ts';

const START = { year: '2026', quarter: '2026-Q1', month: '2026-01' } as const;

/** The document that a drawn set of genes stands for. */
function writeScenario(gene: ScenarioGene): Scenario {
  const calendar: Calendar = { start: START[gene.grain], period: gene.grain, periods: gene.periods };
  const { parts, ...tables } = writeItems(gene, calendar);
  return {
    name: 'small',
    calendar,
    eligibility: gene.quotedOnly ? 'quoted' : 'capability',
    rules: writeRules(gene, calendar, parts),
    costs: {
      holdingRate: gene.holdingRate,
      transportPerTonneKm: gene.tariff ?? 0,
      paymentTermDays: gene.paymentTermDays ?? 0,
      currencies: { USD: 0.5 },
    },
    policy: {
      stock: gene.stock,
      backlog: gene.backlog,
      pastDue: gene.pastDue,
      expandOnlyIfCovered: gene.covered,
      shortfallTolerance: gene.tolerance,
    },
    solve: { gap: 0, timeLimit: 60, engine: 'highs', seed: 1 },
    ...tables,
    ...writeSuppliers(gene, calendar, parts),
  };
}

/** Where a share of content is asked for, everything takes hours: what takes none would not be limited when made for the sake of the share. */
function withHoursForContent(gene: ScenarioGene): ScenarioGene {
  if (!gene.rules.some(({ rule }) => rule === 'content-share' || rule === 'legal-form')) return gene;
  return { ...gene, items: gene.items.map((item) => ({ ...item, hours: item.hours === 0 ? 1 : item.hours })) };
}

/** Only a work package may have a safety stock. */
function withoutIdleSafetyStock(scenario: Scenario): Scenario {
  const { packages } = readRequirement(scenario);
  return {
    ...scenario,
    items: scenario.items.map((row) => (packages.includes(row.item) ? row : { ...row, safetyStock: 0 })),
  };
}

/** Combinations of awards and purchases that the oracle would have to look at; a few more than it could. */
function combinations(scenario: Scenario): number {
  const eligible = readSources(scenario, readRequirement(scenario).packages);
  const buyable = allPurchases(scenario, eligible);
  if (buyable.length > 8) return Number.POSITIVE_INFINITY;
  return 2 ** eligible.length * everyPurchase(buyable).length;
}

/**
 * Random small scenarios, valid and quick to enumerate: up to four items on several levels, three suppliers, two
 * processes, four periods and seven eligible pairs (fewer with options to expand), with every fact, policy and rule that a plan obeys.
 */
export const smallScenario: fc.Arbitrary<Scenario> = scenarioGene
  .map(withHoursForContent)
  .map(writeScenario)
  .map(withoutIdleSafetyStock)
  .filter((scenario) => combinations(scenario) <= 160);
