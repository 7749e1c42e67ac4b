import type { Hours, Units } from '../../scenarios/domain/units.ts';
import type { RecourseWanted } from '../constraints/survive-outage.ts';
import type { Column, ModelBuilder, Term } from '../model/model-builder.ts';
import type { RecourseColumns } from '../model/recourse-columns.ts';
import type { AskedOutage, PlanningProblem } from '../problem.ts';
import type { Ground } from './ground.ts';
import type { Outage } from './outages.ts';
import type { Program } from './solve-apart.ts';
import { serviceWindows } from './span.ts';
import type { OutageTerms } from './terms.ts';

/** Service that an outage leaves unprotected whatever the others do. */
export interface Unprotected {
  readonly outage: Outage;
  /** u per demand of the problem; 0 where it is less than an engine tells apart. */
  readonly missing: readonly Units[];
  /** Σ weight · u: the least there can be. */
  readonly weighted: Units;
}

/** An outage as a program asks about it. */
export interface Question extends Pick<AskedOutage, 'outage' | 'near'> {
  /** Absent: as the terms of the ground say. */
  readonly serviceLevel?: number;
}

const asked = ({ terms }: Ground, { outage, near, serviceLevel }: Question): AskedOutage => {
  const own: OutageTerms = serviceLevel === undefined ? terms : { ...terms, serviceLevel };
  return { rule: '', terms: own, outage, ...(near && { near }) };
};

const weighted = ({ demands }: PlanningProblem, recourse: RecourseColumns): readonly Term[] =>
  demands.flatMap(({ weight }, demand): readonly Term[] => {
    const column = recourse.unprotected(demand);
    return column === undefined ? [] : [{ column, value: weight }];
  });

/** The least weighted service that is missing in an outage. */
export function missingProgram(
  ground: Ground,
  question: Question,
  wantedOf: (builder: ModelBuilder, name: string) => RecourseWanted = () => ({}),
): Program<Unprotected> {
  const { problem } = ground.operation;
  const { outage } = question;
  let recourse: RecourseColumns;
  return {
    add(builder, name) {
      recourse = ground.write(builder, asked(ground, question), wantedOf(builder, name));
      return weighted(problem, recourse);
    },
    read(values) {
      const missing = problem.demands.map((_, demand) => {
        const column = recourse.unprotected(demand);
        return column === undefined ? 0 : told(ground, outage, demand, values[column]!);
      });
      const sum = missing.reduce((all, units, demand) => all + problem.demands[demand]!.weight * units, 0);
      return { outage, missing, weighted: sum };
    },
  };
}

/** A loss is known to so much of its size. */
const ROOM = 1e-8;

/** Of what the plan delivers while an outage is felt: less is noise of an engine. */
const NOISE = 1e-6;

/** What the plan delivers of a demand in a service window of an outage: in the one with most. */
export function deliveredIn({ operation, spanOf }: Ground, outage: Outage, demand: number): Units {
  const planned = operation.delivered[demand]!;
  const last = operation.problem.demands[demand]!.required.length - 1;
  return serviceWindows(spanOf(outage), demand, last).reduce(
    (most, { from, to }) => Math.max(most, total(planned.subarray(from, to + 1))),
    0,
  );
}

const total = (units: Float64Array): Units => units.reduce((sum, own) => sum + own, 0);

/** Units to a billionth, and none where they are too few to be told from noise. */
const told = (ground: Ground, outage: Outage, demand: number, units: Units): Units =>
  units <= NOISE * Math.max(1, deliveredIn(ground, outage, demand)) ? 0 : Math.round(units * 1e9) / 1e9;

/** The least further surge of all that are left, as a fraction of their hours without surge, with which an outage passes. */
export function surgeProgram(ground: Ground, question: Question): Program<number> {
  let surge: Column = 0;
  return {
    add(builder, name) {
      surge = builder.column(`${name}|surge`);
      const reserve = reserveOf(ground, surge);
      ground.write(builder, asked(ground, question), { strict: true, reserve });
      return [{ column: surge, value: 1 }];
    },
    read: (values) => values[surge]!,
  };
}

const reserveOf =
  ({ hours }: Ground, surge: Column): NonNullable<RecourseWanted['reserve']> =>
  (candidate, process, t) => [{ column: surge, value: hours[candidate]!.get(process)![t]! }];

/** The least weighted service that is missing in an outage, however far all that are left surge. */
export const surgingProgram = (ground: Ground, question: Question): Program<Unprotected> =>
  missingProgram(ground, question, (builder, name) => ({
    reserve: reserveOf(ground, builder.column(`${name}|surge`)),
  }));

/** The fewest hours beyond those with surge with which an outage passes, by process. */
export function hoursProgram(ground: Ground, outage: Outage): Program<ReadonlyMap<string, Hours>> {
  const columns: { readonly process: string; readonly column: Column }[] = [];
  return {
    add(builder, name) {
      const reserve: NonNullable<RecourseWanted['reserve']> = (candidate, process, t) => {
        const column = builder.column(`${name}|more|${candidate}|${process}|${t}`);
        columns.push({ process, column });
        return [{ column, value: 1 }];
      };
      ground.write(builder, asked(ground, { outage }), { strict: true, reserve });
      return columns.map(({ column }) => ({ column, value: 1 }));
    },
    read(values) {
      const hours = new Map<string, Hours>();
      for (const { process, column } of columns) hours.set(process, (hours.get(process) ?? 0) + values[column]!);
      return hours;
    },
  };
}

/** Units that a source makes beyond the plan. */
export interface Takeover {
  /** Position of its pair in the operation. */
  readonly pair: number;
  readonly extra: Units;
}

/**
 * Who takes over how much until the last effect of an outage: of all recourse that loses no more than `lost` weighted units of what the plan
 * delivers, the one that buys least beyond the plan. What the lost suppliers catch up afterwards is bought, too, but not told.
 */
export function takeoverProgram(ground: Ground, question: Question, lost: Units): Program<readonly Takeover[]> {
  const { problem, produced } = ground.operation;
  const { outage, near } = question;
  const columns: { readonly pair: number; readonly column: Column }[] = [];
  return {
    add(builder, name) {
      const recourse = ground.write(builder, asked(ground, { ...question, serviceLevel: 1 }));
      const least = { upper: lost + ROOM * Math.max(1, lost) };
      builder.row(`${name}|lost`, weighted(problem, recourse), least);
      const cost: Term[] = [];
      problem.pairs.forEach(({ item, unitCost }, pair) => {
        if (near && !near.has(item)) return;
        for (let t = outage.from; t <= Math.min(recourse.span.last, problem.horizon); t++) {
          const column = recourse.produced(pair, t);
          if (column === undefined) continue;
          const extra = builder.column(`${name}|extra|${pair}|${t}`);
          const beyond = [
            { column: extra, value: 1 },
            { column, value: -1 },
          ];
          builder.row(`${name}|extra|${pair}|${t}`, beyond, { lower: -produced[pair]![t]! });
          columns.push({ pair, column: extra });
          cost.push({ column: extra, value: Math.max(1, unitCost) });
        }
      });
      return cost;
    },
    read(values) {
      const away = new Set(outage.loss.suppliers);
      const extra = new Map<number, Units>();
      for (const { pair, column } of columns)
        if (!away.has(problem.pairs[pair]!.supplier)) extra.set(pair, (extra.get(pair) ?? 0) + values[column]!);
      return [...extra].flatMap(([pair, units]) => (units > NOISE ? [{ pair, extra: units }] : []));
    },
  };
}
