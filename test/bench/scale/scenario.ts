import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { Programme } from '../../../scenarios/domain/programme.ts';
import type { Rule } from '../../../scenarios/domain/rule.ts';
import type { Policy, Scenario } from '../../../scenarios/domain/scenario.ts';
import { between, roundTo, streamsOf, whole } from '../../../scenarios/registry/random.ts';
import { demandSide } from './demand-side.ts';
import { unitHours } from './hours.ts';
import { quotedBy } from './offers.ts';
import { peakUnits } from './peak-units.ts';
import { quoteRows } from './quotes.ts';
import { drawShops } from './shops.ts';
import { type Size, secondsFor, sizeName } from './size.ts';
import { supplySide } from './supply-side.ts';
import { drawWorks, productNames } from './works.ts';

const START = '2026-Q1';
const WANTED_GAP = 0.005;

const POLICY: Policy = {
  ...{ stock: 'none', backlog: 'lost', pastDue: 'pipeline' },
  ...{ expandOnlyIfCovered: false, shortfallTolerance: 0 },
};

/** Sorted by id, as in a document. */
const rulesWith = (members: number | undefined): readonly Rule[] => [
  { id: 'cap-70', rule: 'share-cap', max: 0.7, per: 'horizon', scope: { critical: true } },
  ...(members === undefined ? [] : [{ id: 'table-size', rule: 'member-count', max: members } as const]),
  { id: 'two-sources', rule: 'source-count', min: 2, strict: false, scope: { critical: true } },
];

/**
 * A generated scenario: products of packages on two levels, demand that rises to three or four times the baseline, firms with one to
 * three of twelve processes, a quote for about a fifth of all pairs, and free hours for more than twice the highest demand. The same for
 * the same size and seed. `members`: a limit on their number, where one is wanted.
 */
export function scaleScenario(size: Size, { seed = 1, members }: { seed?: number; members?: number } = {}): Scenario {
  const streams = streamsOf(seed);
  const calendar = { start: START, period: 'quarter', periods: size.periods } as const;
  const shops = drawShops(streams, size.suppliers);
  const works = drawWorks(streams, size.packages, shops);
  const programmes = productNames(size.packages).map((product): Programme => {
    const draw = streams('demand', product);
    const multiplier = roundTo(between(draw, 3, 4), 0.1);
    const reach = periodLabel(calendar, size.periods - whole(draw, 0, 2));
    return { product, weight: 1, demand: { baseline: whole(draw, 4, 12), multiplier, reach, shape: 's-curve' } };
  });
  const quoted = quotedBy(streams, shops, works);
  const peaks = new Map(programmes.map(({ product, demand }) => [product, demand!.baseline * demand!.multiplier]));
  const hours = unitHours(streams, { shops, works, quoted }, peakUnits(works, peaks));
  return {
    name: `scale ${sizeName(size)}`,
    calendar,
    programmes,
    eligibility: 'quoted',
    rules: rulesWith(members),
    costs: { holdingRate: 0, transportPerTonneKm: 0, paymentTermDays: 0, currencies: {} },
    policy: POLICY,
    solve: { gap: WANTED_GAP, timeLimit: secondsFor(size), engine: 'highs', seed: 1 },
    ...demandSide(productNames(size.packages), works, hours),
    ...supplySide(streams, calendar, shops),
    quotes: quoteRows(streams, { shops, works, quoted, hours }),
  };
}
