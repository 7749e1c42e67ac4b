import { capacityTable, inPlaceFrom } from '../../scenarios/capacity.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { SimulationTerms } from '../../scenarios/domain/simulation.ts';
import { eligibility } from '../../scenarios/eligibility.ts';
import type { Requirements } from '../../scenarios/work-packages.ts';
import type { PlannedFlow } from './planned-flow.ts';

type Sources = Pick<
  PlannedFlow,
  | 'firms'
  | 'outageProbability'
  | 'timeToRecover'
  | 'surge'
  | 'causes'
  | 'firstPair'
  | 'pairFirm'
  | 'pairNames'
  | 'available'
  | 'waits'
  | 'firstOutput'
  | 'planned'
  | 'firstHour'
  | 'hourOf'
  | 'hourUnits'
  | 'processFirm'
  | 'hours'
>;

/** What holds where neither firm nor scenario says it: the defaults of the block `robustness`. */
export const ASSUMED = { timeToRecover: 2, surge: 0.2 } as const;

/** The members of a plan, their awards with what is planned of each, and their hours. */
export function sourceFlow(
  scenario: Scenario,
  plan: Pick<Plan, 'members' | 'awards' | 'production' | 'expansions'>,
  terms: Pick<SimulationTerms, 'outageProbability' | 'commonCauses'>,
  frame: {
    readonly items: readonly string[];
    readonly last: number;
    readonly packages: Requirements['packages'];
    readonly at: (label: string) => number;
  },
): Sources {
  const { items, last, at } = frame;
  const width = last + 1;
  const firms = plan.members.map(({ supplier }) => supplier).sort();
  const firmOf = new Map(firms.map((firm, number) => [firm, number]));
  const startOf = new Map(plan.members.map(({ supplier, start }) => [supplier, at(start)]));
  const rows = new Map(scenario.suppliers.map((row) => [row.supplier, row]));
  const members = firms.map((firm) => rows.get(firm)!);
  const { pairs } = eligibility({ ...scenario, suppliers: members }, frame.packages);
  const pairAt = new Map(pairs.map((pair) => [JSON.stringify([pair.supplier, pair.item]), pair]));
  const awarded = items.map((item) =>
    plan.awards
      .filter((award) => award.item === item)
      .sort((a, b) => b.share - a.share || (a.supplier < b.supplier ? -1 : 1))
      .map((award) => pairAt.get(JSON.stringify([award.supplier, item])))
      .filter((pair) => pair !== undefined),
  );
  const own = awarded.flat();
  const positions = new Map(own.map(({ supplier, item }, pair) => [JSON.stringify([supplier, item]), pair]));
  const firstOutput = Int32Array.from(own, ({ supplier, ready, lead }) =>
    Math.max(ready, (startOf.get(supplier) ?? 1) + lead),
  );
  const available = new Uint8Array(own.length * width);
  own.forEach((pair, at) => {
    for (let t = firstOutput[at]!; t < pair.available.length; t++)
      available[at * width + t] = pair.available[t] ? 1 : 0;
  });
  const planned = new Float64Array(own.length * width);
  for (const { supplier, item, period, quantity } of plan.production) {
    const pair = positions.get(JSON.stringify([supplier, item]));
    if (pair !== undefined) planned[pair * width + at(period)]! += quantity;
  }
  const { robustness = ASSUMED } = scenario;
  return {
    firms,
    outageProbability: Float64Array.from(members, (firm) => firm.outageProbability ?? terms.outageProbability),
    timeToRecover: Int32Array.from(members, (firm) => Math.max(1, firm.timeToRecover ?? robustness.timeToRecover)),
    surge: Float64Array.from(members, (firm) => firm.surge ?? robustness.surge),
    causes: causesOf(members, terms),
    firstPair: sums(awarded.map(({ length }) => length)),
    pairFirm: Int32Array.from(own, ({ supplier }) => firmOf.get(supplier)!),
    pairNames: own.map(({ supplier, item }) => [supplier, item] as const),
    ...{ available, firstOutput, planned },
    waits: Uint8Array.from(firstOutput, (first) => (first > 1 ? 1 : 0)),
    ...hoursOf(scenario, plan, own, { firmOf, width, at }),
  };
}

/** Where each of consecutive rows begins, and where the last one ends. */
function sums(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, row) => {
    starts[row + 1] = starts[row]! + length;
  });
  return starts;
}

function causesOf(
  members: readonly Scenario['suppliers'][number][],
  { commonCauses }: Pick<SimulationTerms, 'commonCauses'>,
): PlannedFlow['causes'] {
  return commonCauses.flatMap(({ by, probability }) => {
    const groups = new Map<string, number[]>();
    members.forEach((firm, number) => {
      const one = by === 'tag' ? undefined : firm[by];
      for (const value of by === 'tag' ? firm.tags : one === undefined ? [] : [one]) {
        groups.set(value, [...(groups.get(value) ?? []), number]);
      }
    });
    return [...groups]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([value, firms]) => ({ name: `${by} ${value}`, probability, firms }));
  });
}

function hoursOf(
  scenario: Scenario,
  { expansions }: Pick<Plan, 'expansions'>,
  pairs: readonly {
    readonly supplier: string;
    readonly hours: readonly { readonly process: string; readonly hours: number }[];
  }[],
  frame: {
    readonly firmOf: ReadonlyMap<string, number>;
    readonly width: number;
    readonly at: (label: string) => number;
  },
): Pick<Sources, 'firstHour' | 'hourOf' | 'hourUnits' | 'processFirm' | 'hours'> {
  const numberOf = new Map<string, number>();
  const processFirm: number[] = [];
  const hourOf: number[] = [];
  const hourUnits: number[] = [];
  for (const { supplier, hours } of pairs) {
    for (const { process, hours: units } of hours) {
      const key = JSON.stringify([supplier, process]);
      const number = numberOf.get(key) ?? numberOf.size;
      if (!numberOf.has(key)) processFirm.push(frame.firmOf.get(supplier)!);
      numberOf.set(key, number);
      hourOf.push(number);
      hourUnits.push(units);
    }
  }
  const offered = new Float64Array(numberOf.size * frame.width);
  const add = (key: string, t: number, hours: number): void => {
    const number = numberOf.get(key);
    if (number !== undefined && t >= 1 && t <= scenario.calendar.periods) offered[number * frame.width + t]! += hours;
  };
  for (const [supplier, own] of capacityTable(scenario)) {
    if (!frame.firmOf.has(supplier)) continue;
    for (const [process, hours] of own)
      hours.forEach((value, t) => void add(JSON.stringify([supplier, process]), t, value));
  }
  for (const { supplier, process, option, period, count } of expansions) {
    const row = scenario.expansions.find(
      (own) => own.supplier === supplier && own.process === process && own.option === option,
    );
    if (!row) continue;
    for (let t = inPlaceFrom(row, frame.at(period)); t < frame.width; t++) {
      add(JSON.stringify([supplier, process]), t, row.hoursPerPeriod * count);
    }
  }
  return {
    firstHour: sums(pairs.map(({ hours }) => hours.length)),
    hourOf: Int32Array.from(hourOf),
    hourUnits: Float64Array.from(hourUnits),
    processFirm: Int32Array.from(processFirm),
    hours: offered,
  };
}
