import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import { type Loss, lossesOf } from './domains.ts';
import type { OutageTerms } from './terms.ts';

/** Suppliers that make nothing in periods from … to. */
export interface Outage {
  readonly loss: Loss;
  readonly from: PeriodIndex;
  /** Last period, within the horizon. */
  readonly to: PeriodIndex;
}

/** The outages that terms speak of: each loss from each period of the horizon on. One that takes no time is none. */
export function outagesOf(
  scenario: Pick<Scenario, 'suppliers' | 'calendar'>,
  terms: OutageTerms,
): { readonly count: number; readonly list: () => Iterable<Outage> } {
  const last = scenario.calendar.periods;
  const times = new Map(scenario.suppliers.map((supplier) => [supplier.supplier, terms.timeToRecover(supplier)]));
  const lasting = lossesOf(scenario.suppliers, terms)
    .map((loss) => ({ loss, time: loss.suppliers.reduce((most, id) => Math.max(most, times.get(id)!), 0) }))
    .filter(({ time }) => time > 0);
  return {
    count: lasting.length * last,
    *list() {
      for (const { loss, time } of lasting)
        for (let from = 1; from <= last; from++) yield { loss, from, to: Math.min(last, from + time - 1) };
    },
  };
}
