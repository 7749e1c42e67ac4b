import fc from 'fast-check';
import { BUDGET_PARTS } from '../../../scenarios/domain/rule.ts';

/*
 * A scenario is drawn as a fixed set of small choices (genes) and then written out as a document, so that whatever is
 * drawn is valid and every choice shrinks on its own towards its first value.
 */

/** `value` in `share` of a hundred draws, else nothing; shrinks to nothing. */
const rarely = <Value>(value: fc.Arbitrary<Value>, share: number): fc.Arbitrary<Value | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 100 - share }, { arbitrary: value, weight: share });
const pick = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const yes = (share: number): fc.Arbitrary<boolean> => rarely(fc.constant(true), share).map((value) => value ?? false);

const line = fc.record({
  /** Position of the parent among the items before it, counted back. */
  parent: fc.nat(3),
  quantity: pick(1, 2, 0.5, 3),
  scrap: pick(0, 0, 0, 0.5, 0.2),
  alternate: yes(30),
  priority: pick(1, 2),
  /** First and last period of effectivity; 0 stands for no date. */
  from: pick(0, 0, 0, 0, 0, 0, 2, 3, 1),
  to: pick(0, 0, 0, 0, 0, 0, 2, 1, 3),
});

/** One item of the bill of materials. */
export const itemGene = fc.record({
  kind: pick(
    'routed' as const,
    'routed' as const,
    'routed' as const,
    'buy' as const,
    'quoted' as const,
    'phantom' as const,
    'phantom' as const,
    'assembly' as const,
  ),
  leadTime: pick(0, 1, 0, 1, 2),
  first: pick(0, 1),
  both: yes(20),
  hours: pick(1, 2, 0.5, 4, 1, 2, 0),
  setup: pick(0, 0, 1, 2),
  lot: pick(1, 2, 4),
  critical: fc.boolean(),
  certificate: pick(null, null, null, null, null, 'AQAP-2110', 'EN 1090-2 EXC2'),
  secure: yes(6),
  unitValue: pick(10, 1, 4, 20.5),
  materialCost: pick(0, 1, 2.5),
  weight: pick(100, 0, 40),
  toProduct: yes(25),
  stock: pick(0, 0, 0, 0, 0, 1, 2, 5, 0.5),
  safety: rarely(pick(1, 0.5), 8),
  line,
  second: rarely(line, 35),
  spares: fc.array(fc.record({ period: fc.nat(3), quantity: pick(1, 2, 3, 0.5) }), { maxLength: 2 }),
  spared: yes(20),
  origin: pick('NL', 'DE', 'US'),
});

/** A supplier with its hours, certificates, quotes and present work. */
export const supplierGene = fc.record({
  hours: fc.tuple(pick(8, 4, 2, 16, 6, 12, 0), pick(8, 4, 2, 16, 6, 12, 0)),
  later: rarely(
    fc.record({ process: pick(0, 1), period: fc.integer({ min: 2, max: 4 }), hours: pick(0, 2, 6, 20) }),
    30,
  ),
  rate: pick(10, 5, 7.5, 20),
  place: fc.nat(3),
  rateOfProcess: rarely(pick(4, 12.5), 20),
  onboardingCost: pick(0, 100, 20, 40),
  onboardingPeriods: pick(0, 0, 0, 1, 2),
  employees: pick(2, 240, 1, 300),
  defenceHeads: rarely(pick(1, 2, 0, 4), 60),
  rampRate: rarely(pick(0, 0.5, 2), 20),
  qualificationPeriods: pick(0, 0, 0, 1, 2),
  security: pick(null, null, 'TBB4' as const, 'TBB2' as const),
  securityPeriods: rarely(pick(0, 1, 2), 50),
  category: pick('C' as const, 'A' as const, 'D' as const, null),
  region: pick('NL32', 'NL42', 'DE', null),
  country: pick('NL', 'DE', 'US'),
  group: rarely(pick('G1', 'G2'), 40),
  tagged: yes(40),
  turnover: pick(400, 50, 2000, 0),
  certificates: fc.tuple(fc.nat(9), fc.nat(9)),
  /** The class held of the second certificate; only 2 and above covers what items ask for. */
  executionClass: pick(2, 3, 1),
  scope: rarely(pick(0, 1), 20),
  certificateCost: pick(0, 30, 60),
  certificateLead: pick(0, 1, 2),
  quotes: fc.array(
    rarely(
      fc.record({
        price: pick(10, 5, 20, 7.5, 0),
        hours: rarely(pick(0.5, 2, 1.5), 40),
        process: pick(0, 1),
        maximum: rarely(pick(2, 6, 10), 25),
        minimum: rarely(pick(2, 1, 4), 12),
        qualificationCost: pick(0, 0, 15, 50),
        qualificationPeriods: rarely(pick(0, 1, 2), 30),
        dollars: yes(15),
        /** Units from which each of up to two further prices holds, and those prices. */
        breaks: rarely(
          fc.array(fc.record({ after: pick(1, 2, 3, 0.5), price: pick(5, 10, 2.5, 20, 1) }), {
            minLength: 1,
            maxLength: 2,
          }),
          15,
        ),
      }),
      50,
    ),
    { minLength: 4, maxLength: 4 },
  ),
  incumbent: rarely(fc.record({ item: fc.nat(3), qualified: yes(60) }), 30),
  expansion: rarely(
    fc.record({
      process: pick(0, 1),
      hours: pick(4, 2, 8, 1),
      capex: pick(40, 10, 100, 0),
      leadTime: pick(0, 0, 1, 2),
      maximum: pick(1, 1, 2, 0),
    }),
    20,
  ),
});

const ruleScope = fc.record({
  item: rarely(fc.nat(3), 30),
  critical: rarely(fc.boolean(), 20),
  process: rarely(pick(0, 1), 15),
  supplier: rarely(fc.nat(2), 20),
  category: rarely(pick('C' as const, 'A' as const), 10),
  region: rarely(pick('NL', 'NL3'), 10),
  country: rarely(pick(['NL'], ['EU']), 10),
  from: rarely(fc.nat(3), 35),
  span: rarely(fc.nat(3), 35),
});

/** A rule; which of the numbers matter depends on its kind. */
export const ruleGene = fc.record({
  rule: pick(
    'source-count' as const,
    'share-cap' as const,
    'member-count' as const,
    'lock' as const,
    'share-floor' as const,
    'exclude' as const,
    'group-count' as const,
    'region-share-cap' as const,
    'content-share' as const,
    'dependency-cap' as const,
    'legal-form' as const,
    'commitment' as const,
    'budget' as const,
    'ramp-rate' as const,
    'labour' as const,
    'onboarding-throughput' as const,
  ),
  least: rarely(pick(1, 2, 3), 60),
  most: rarely(pick(0, 1, 2), 50),
  strict: yes(25),
  share: pick(0.5, 0.25, 0.75, 0.6, 1),
  perPeriod: yes(35),
  supplier: fc.nat(2),
  item: rarely(fc.nat(3), 70),
  award: pick(true, true, false),
  budget: pick(100, 40, 20, 0, 200),
  parts: fc.array(pick(...BUDGET_PARTS), { minLength: 1, maxLength: 3 }),
  exact: yes(50),
  by: pick('country' as const, 'group' as const, 'category' as const, 'region' as const, 'tag' as const),
  named: yes(50),
  level: pick('NUTS2' as const, 'country' as const, 'NUTS3' as const),
  of: pick(['NL'], ['EU'], ['SME'], ['near'], ['DE', 'near']),
  byVolume: yes(40),
  form: pick('nl-50' as const, 'safe-2025' as const, 'edip-2025' as const, 'edf-2021' as const),
  /** Growth per period, and hours beside. */
  growth: pick(0.5, 0, 0.25, 1),
  plus: pick(0, 0, 1, 3),
  /** People hired in a period, at a firm or in a region; and what each works. */
  hires: pick(0.5, 0, 1),
  regional: yes(40),
  productive: pick(4, 2, 8),
  productivity: pick(0, 0, 0.5),
  scoped: yes(40),
  scope: ruleScope,
});

/** Everything that is drawn for one scenario. */
export const scenarioGene = fc.record({
  periods: pick(1, 2, 3, 4, 3, 4),
  grain: pick('quarter' as const, 'month' as const, 'year' as const),
  items: fc.array(itemGene, { minLength: 1, maxLength: 4 }),
  suppliers: fc.oneof(
    { withCrossShrink: true },
    fc.array(supplierGene, { minLength: 1, maxLength: 3 }),
    fc.array(supplierGene, { minLength: 2, maxLength: 3 }),
    fc.array(supplierGene, { minLength: 3, maxLength: 3 }),
  ),
  rules: fc.array(ruleGene, { maxLength: 3 }),
  programme: fc.record({
    present: pick(true, true, true, false),
    weight: pick(1, 2, 0.5),
    ramp: rarely(
      fc.record({
        baseline: pick(1, 2, 0.5),
        multiplier: pick(2, 3, 3.5, 0.5),
        reach: fc.integer({ min: 1, max: 4 }),
        shape: pick('linear' as const, 's-curve' as const, 'step' as const),
      }),
      50,
    ),
    /** Weight of a second programme, for the second item. */
    second: rarely(pick(1, 3), 15),
    rows: fc.array(fc.record({ period: fc.nat(3), quantity: pick(1, 2, 4, 6, 0.5) }), { minLength: 1, maxLength: 4 }),
  }),
  quotedOnly: yes(8),
  stock: pick('allowed' as const, 'none' as const),
  backlog: pick('lost' as const, 'carried' as const),
  pastDue: pick('pipeline' as const, 'first-period' as const),
  holdingRate: pick(0, 0, 0.2, 0.4),
  /** Euro per tonne and kilometre. */
  tariff: rarely(pick(0.25, 2), 25),
  tolerance: pick(0, 0, 0.0625, 0.25),
  paymentTermDays: rarely(pick(36.5, 146, 60), 20),
  covered: yes(8),
});

type Drawn<Source> = Source extends fc.Arbitrary<infer Value> ? Value : never;
export type ItemGene = Drawn<typeof itemGene>;
export type SupplierGene = Drawn<typeof supplierGene>;
export type RuleGene = Drawn<typeof ruleGene>;
export type ScenarioGene = Drawn<typeof scenarioGene>;
