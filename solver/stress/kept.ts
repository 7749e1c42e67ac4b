import type { Fraction } from '../../scenarios/domain/units.ts';
import type { Column, Term } from '../model/model-builder.ts';
import type { RecourseColumns } from '../model/recourse-columns.ts';
import type { Outage } from '../outages/outages.ts';
import type { RecourseWriter } from '../outages/planned.ts';
import type { Program } from '../outages/solve-apart.ts';
import { serviceWindows } from '../outages/span.ts';
import type { Stage } from './stage.ts';

/** What is left of the deliveries in an outage, and who brings it. */
export interface Kept {
  /** λ */
  readonly share: Fraction;
  /** Suppliers that make something while the outage lasts. */
  readonly at: ReadonlySet<string>;
}

/** Below this a quantity is noise of an engine; what is counted as at work though it is not only weakens a cut. */
const NOISE = 1e-9;

/**
 * What is left of the deliveries in an outage: the largest λ, no more than `most`, such that one recourse (docs/model.md, "Robustness") brings
 *
 *   Σ_{t=τ+k..e+k} y′[d,t] ≥ λ·Σ_{t=τ+k..e+k} y[d,t]   for each product d and each number k of periods by which the lost could work before it
 *
 * The outage leaves something unprotected at service level β exactly where λ < β.
 */
export function keptProgram(
  { ground }: Stage,
  outage: Outage,
  write: RecourseWriter = ground.write,
  most: Fraction = 1,
): Program<Kept> {
  const { problem, delivered } = ground.operation;
  let recourse: RecourseColumns;
  let kept: Column;
  return {
    add(builder, name) {
      const terms = { ...ground.terms, serviceLevel: 0 };
      recourse = write(builder, { rule: '', terms, outage });
      kept = builder.column(`${name}|kept`, { upper: most });
      problem.demands.forEach(({ item, required }, demand) => {
        for (const { from, to } of serviceWindows(recourse.span, demand, required.length - 1)) {
          const row: Term[] = [];
          let planned = 0;
          for (let t = from; t <= to; t++) {
            row.push({ column: recourse.delivered(demand, t)!, value: 1 });
            planned += delivered[demand]![t]!;
          }
          row.push({ column: kept, value: -planned });
          if (planned > 0) builder.row(`${name}|kept|${item}|${from}|${to}`, row, { lower: 0 });
        }
      });
      return [{ column: kept, value: -1 }];
    },
    read(values) {
      const at = new Set<string>();
      problem.pairs.forEach(({ supplier }, pair) => {
        for (let t = outage.from; t <= outage.to; t++) {
          const column = recourse.produced(pair, t);
          if (column !== undefined && values[column]! > NOISE) at.add(supplier);
        }
      });
      return { share: rounded(values[kept]!), at };
    },
  };
}

/** To a billionth, and never less than nothing. */
const rounded = (value: number): number => Math.max(0, Math.round(value * 1e9) / 1e9);
