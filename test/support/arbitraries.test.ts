import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { smallScenario } from './arbitraries.ts';
import { oracle } from './oracle/oracle.ts';
import { isZero } from './oracle/rational.ts';
import { parsed, seedOf } from './plan-small.ts';

const seed = seedOf();
const drawn = fc.sample(smallScenario, { numRuns: 400, seed });
console.info(`arbitraries seed ${seed}`);

test('every drawn scenario is a valid document and already in its normal form but for the order of rows', async () => {
  for (const document of drawn) {
    const scenario = await parsed(document);
    expect(scenario.items).toHaveLength(document.items.length);
    expect(scenario.rules.map((rule) => rule.rule)).toEqual(document.rules.map((rule) => rule.rule));
    expect(await parsed(scenario)).toEqual(scenario);
  }
});

/** Drawn scenarios, of a hundred, in which something occurs. */
const percent = (occurs: (scenario: Scenario) => boolean): number => (100 * drawn.filter(occurs).length) / drawn.length;

test('every fact, policy and rule that a plan obeys is drawn often', () => {
  const often: Record<string, (scenario: Scenario) => boolean> = {
    'three levels': ({ bom }) => bom.some((line) => bom.some((below) => below.parent === line.item)),
    'a shared component': ({ bom }) =>
      bom.some((line) => bom.some((other) => other !== line && other.item === line.item)),
    phantom: ({ items }) => items.some((row) => row.kind === 'phantom'),
    scrap: ({ bom }) => bom.some((line) => line.scrap > 0),
    alternates: ({ bom }) => bom.some((line) => line.alternateGroup !== undefined),
    'dates of lines': ({ bom }) =>
      bom.some((line) => line.effectiveFrom !== undefined || line.effectiveTo !== undefined),
    ramp: ({ programmes }) => programmes.some((programme) => programme.demand),
    'two programmes': ({ programmes }) => programmes.length > 1,
    'independent demand': ({ demand, programmes }) =>
      demand.some((row) => !programmes.some((programme) => programme.product === row.item)),
    'stock on hand': ({ items }) => items.some((row) => row.stock > 0),
    'safety stock': ({ items }) => items.some((row) => row.safetyStock > 0),
    'holding cost': ({ costs }) => costs.holdingRate > 0,
    'no stock': ({ policy }) => policy.stock === 'none',
    'carried backlog': ({ policy }) => policy.backlog === 'carried',
    'first period': ({ policy }) => policy.pastDue === 'first-period',
    tolerance: ({ policy }) => policy.shortfallTolerance > 0,
    'expiring certificate': ({ certificates }) => certificates.some((row) => row.validUntil !== undefined),
    'certificate to obtain': ({ certificates }) =>
      certificates.some((row) => row.status === 'obtainable' && row.cost > 0),
    security: ({ items }) => items.some((row) => row.securityLevel !== undefined),
    'minimum order': ({ quotes }) => quotes.some((quote) => quote.minimumOrder !== undefined),
    'quoted maximum': ({ quotes }) => quotes.some((quote) => quote.maximumQuantity !== undefined),
    incumbent: ({ incumbents }) => incumbents.some((row) => row.qualified),
    'quoted only': ({ eligibility }) => eligibility === 'quoted',
    strict: ({ rules }) => rules.some((rule) => rule.rule === 'source-count' && rule.strict),
    'per period': ({ rules }) => rules.some((rule) => 'per' in rule && rule.per === 'period'),
    expansion: ({ expansions }) => expansions.some((row) => row.maximum > 0),
    'locked share': ({ rules }) => rules.some((rule) => rule.rule === 'lock' && rule.share !== undefined),
    scope: ({ rules }) => rules.some((rule) => rule.scope !== undefined),
  };
  const rules = [
    'source-count',
    'share-cap',
    'share-floor',
    'member-count',
    'lock',
    'exclude',
    'commitment',
    'budget',
    'ramp-rate',
    'labour',
    'onboarding-throughput',
  ];
  for (const rule of rules) {
    often[rule] = ({ rules }) => rules.some((stated) => stated.rule === rule);
  }
  for (const [name, occurs] of Object.entries(often)) expect(percent(occurs), name).toBeGreaterThan(1);
});

test('answers are of every kind: none, nothing missing, something missing, several awards', {
  timeout: 120_000,
}, () => {
  const answers = drawn.map(oracle);
  const plans = answers.flatMap((answer) => (answer.status === 'optimal' ? [answer] : []));
  expect(answers.length - plans.length).toBeGreaterThan(20);
  expect(plans.filter((plan) => isZero(plan.shortfall)).length).toBeGreaterThan(40);
  expect(plans.filter((plan) => !isZero(plan.shortfall) && plan.awarded.length > 0).length).toBeGreaterThan(40);
  expect(plans.filter((plan) => plan.awarded.length > 1).length).toBeGreaterThan(40);
  expect(plans.filter((plan) => plan.eligible.length > plan.awarded.length).length).toBeGreaterThan(40);
});
