import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { eligibility } from '../../../scenarios/eligibility.ts';
import { explodeBom } from '../../../scenarios/explode-bom.ts';
import { finalDemand } from '../../../scenarios/final-demand.ts';
import { requirements } from '../../../scenarios/work-packages.ts';
import { smallScenario } from '../arbitraries.ts';
import { parsed, runs, seedOf } from '../plan-small.ts';
import { type Rational, toNumber } from './rational.ts';
import { readRequirement } from './requirement.ts';
import { readSources } from './sources.ts';
import { spanOf } from './span.ts';

/** Figures in a form that forgives the last digits. */
const figure = (value: number): string => value.toFixed(9);
const exact = (value: Rational): string => figure(toNumber(value));

/** What the product reads out of a scenario. */
function productReading(scenario: Scenario) {
  const exploded = explodeBom(scenario);
  if (!exploded.ok) throw new Error('a drawn bill of materials has no cycles');
  const demand = finalDemand(scenario, exploded.explosion);
  const { packages } = requirements(scenario, exploded.explosion, demand);
  return {
    demand: demand.map(({ item, weight, required }) => [item, weight, ...Array.from(required.slice(1), figure)]),
    packages: packages.map(({ item, required }) => [item.item, ...Array.from(required.slice(1), figure)]),
    pairs: eligibility(scenario, packages).pairs.map((pair) => ({
      pair: `${pair.item} ${pair.supplier}`,
      available: pair.available.slice(1).map(Number).join(''),
      hours: pair.hours.map(({ process, hours }) => `${process} ${figure(hours)}`),
      costs: [figure(pair.unitCost), figure(pair.qualificationCost)],
      obtain: pair.obtain,
      maximum: pair.maximumQuantity,
    })),
  };
}

/** What the oracle reads, by code of its own. */
function oracleReading(scenario: Scenario): ReturnType<typeof productReading> {
  const requirement = readRequirement(scenario);
  const T = scenario.calendar.periods;
  return {
    demand: requirement.bill.finals.map((item) => [
      item,
      toNumber(requirement.weight(item)),
      ...spanOf(1, T + requirement.bill.beyond).map((t) => exact(requirement.demand(item, t))),
    ]),
    packages: requirement.packages.map((item) => [
      item,
      ...spanOf(1, T).map((t) => exact(requirement.required(item, t))),
    ]),
    pairs: readSources(scenario, requirement.packages).map((source) => ({
      pair: `${source.item} ${source.supplier}`,
      available: source.available.slice(1).map(Number).join(''),
      hours: source.hours.map(({ process, hours }) => `${process} ${exact(hours)}`),
      costs: [exact(source.unitCost), exact(source.qualificationCost)],
      obtain: source.obtain,
      maximum: source.maximum === null ? null : toNumber(source.maximum),
    })),
  };
}

test('demand, requirement and eligible pairs are what the oracle reads, too', () => {
  const seed = seedOf();
  console.info(`reading seed ${seed}`);
  return fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const scenario = await parsed(document);
      expect(productReading(scenario)).toEqual(oracleReading(scenario));
    }),
    { numRuns: runs(500), seed },
  );
});
