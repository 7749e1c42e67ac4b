import { shown } from '../wire/issue-problems.ts';
import { type Check, checkName, checkPeriod, spokenPlace } from './check.ts';

function checkProgrammes(check: Check): void {
  const { draft, problem } = check;
  const { programmes, tables, places } = draft;
  const wanted = new Set(tables.demand.values.map((row) => row.item));
  const readable = tables.demand.whole && tables.demand.broken.length === 0;
  const kinds = new Map(tables.items.values.map((item) => [item.item, item.kind]));
  const first = new Map<string, number>();
  programmes.values.forEach(({ product, oem, demand }, index) => {
    const at = programmes.at[index]!;
    const place = (...path: string[]) => places.setting(['programmes', at, ...path]);
    checkName(check, 'item', product, () => place('product'));
    const before = first.get(product);
    if (before !== undefined) {
      const other = spokenPlace(places.setting(['programmes', before, 'product']));
      const message = `the product ${product} has a programme already, in ${other}`;
      problem({ ...place('product'), code: 'duplicate-programme', message });
    } else first.set(product, at);
    const kind = kinds.get(product);
    if (kind === 'phantom' || kind === 'buy')
      problem({
        ...place('product'),
        code: 'wrong-kind',
        message: `${product} is of kind ${kind}`,
        expected: 'a made item',
      });
    if (oem !== undefined && (oem.latitude === undefined) !== (oem.longitude === undefined)) {
      const message = 'only one of latitude and longitude is given';
      problem({ ...place('oem'), code: 'half-coordinates', message, expected: 'both or neither' });
    }
    if (demand !== undefined) checkPeriod(check, demand.reach, () => place('demand', 'reach'));
    else if (readable && !wanted.has(product))
      problem({
        ...place('product'),
        code: 'no-demand',
        message: `nothing is wanted of ${product}`,
        expected: 'a block `demand`, or rows in the demand table',
      });
  });
}

/** Checks programmes and the rates of currencies. */
export function checkSettings(check: Check): void {
  const { draft, problem } = check;
  checkProgrammes(check);
  const euro = draft.blocks.costs?.currencies['EUR'];
  if (euro !== undefined && euro !== 1)
    problem({
      ...draft.places.setting(['costs', 'currencies', 'EUR']),
      code: 'out-of-range',
      message: 'money is in euro',
      found: shown(euro),
      expected: '1, or nothing',
    });
}
