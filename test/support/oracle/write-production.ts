import { atMost, constant, type Expression, NOTHING, scaled, total, variable } from './linear-program.ts';
import { addedHours, type Purchase } from './purchases.ts';
import { add } from './rational.ts';
import type { Requirement } from './requirement.ts';
import type { Sheet } from './sheet.ts';
import { capacity, type Source } from './sources.ts';
import { spanOf } from './span.ts';

/** Units that a source makes in a period. */
export type Made = (source: Source, period: number) => Expression;

/** Units that each awarded source makes in each period in which it can, and the limits of its hours and its quote. */
export function writeProduction(
  sheet: Sheet,
  { bill }: Requirement,
  awarded: readonly Source[],
  purchases: readonly Purchase[],
): Made {
  const { scenario } = bill;
  const periods = spanOf(1, scenario.calendar.periods);
  const entries = new Map<Source, readonly Expression[]>();
  for (const source of awarded) {
    entries.set(source, [NOTHING, ...periods.map((t) => (source.available[t] ? variable(sheet.fresh()) : NOTHING))]);
  }
  const made: Made = (source, period) => entries.get(source)?.[period] ?? NOTHING;
  for (const supplier of new Set(awarded.map((source) => source.supplier))) {
    const steps = awarded
      .filter((source) => source.supplier === supplier)
      .flatMap((source) => source.hours.map((step) => ({ source, ...step })));
    for (const process of new Set(steps.map((step) => step.process))) {
      const own = steps.filter((step) => step.process === process);
      for (const t of periods) {
        const load = total(own.map(({ source, hours }) => scaled(made(source, t), hours)));
        const offered = add(capacity(scenario, supplier, process, t), addedHours(purchases, supplier, process, t));
        sheet.relations.push(atMost(load, constant(offered)));
      }
    }
  }
  for (const source of awarded) {
    if (source.maximum === null) continue;
    sheet.relations.push(atMost(total(periods.map((t) => made(source, t))), constant(source.maximum)));
  }
  return made;
}
