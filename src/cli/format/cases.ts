import { shownCase } from '../../../scenarios/demand-cases.ts';
import { type CasePlan, type Plan, totalCost } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { dimHeader, type Look, section } from './look.ts';
import { percent, prose, times, whole } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';
import { weightedUnits } from './weighted.ts';

interface Row {
  readonly name: string;
  readonly probability: number;
  /** Weighted units of the first aim. */
  readonly shortfall: number;
  /** Of the weighted requirement; null where a backlog is carried, which counts in each period in which it waits. */
  readonly fraction: number | null;
  /** In the last period. */
  readonly multiple: number | null;
  readonly cost: number;
}

function rowOf(own: CasePlan, scenario: Scenario): Row {
  const shortfall = own.aims.find(({ aim }) => aim === 'shortfall')?.value ?? 0;
  const required = weightedUnits([...own.products, ...own.continuation], scenario, (row) => row.required);
  return {
    ...{ name: own.name, probability: own.probability, shortfall, cost: totalCost(own) },
    fraction: scenario.policy.backlog === 'carried' || required === 0 ? null : shortfall / required,
    multiple: own.rampUp.at(-1)?.multiple ?? null,
  };
}

const COLUMNS: Column<Row>[] = [
  { header: 'Case', cell: ({ name }) => plain(name), least: 10 },
  { header: 'Probability', cell: ({ probability }) => percent(probability), align: 'right' },
  { header: 'Missing units', cell: ({ shortfall }) => prose(shortfall), align: 'right' },
  {
    header: 'Of requirement',
    cell: ({ fraction }) => (fraction === null ? '–' : percent(fraction)),
    align: 'right',
    optional: true,
  },
  { header: 'Multiple', cell: ({ multiple }) => (multiple === null ? '–' : times(multiple)), align: 'right' },
  { header: 'Cost, €', cell: ({ cost }) => whole(cost), align: 'right' },
];

/** What the plan comes to in each demand case and in expectation; nothing where demand is certain. */
export function caseLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  const { cases } = plan;
  if (!cases) return [];
  const { risk } = plan;
  const madeOf = (name: 'shortfall' | 'cost') => risk?.aims.find(({ aim }) => aim === name);
  const shortfall = madeOf('shortfall')?.mean ?? plan.aims.find(({ aim }) => aim === 'shortfall')?.value ?? 0;
  const none = { fraction: null, multiple: null };
  const expected: Row = { ...none, name: 'on average', probability: 1, cost: totalCost(plan), shortfall };
  const worst = risk && {
    ...{ ...none, name: 'at worst', probability: 1 - risk.level },
    ...{ shortfall: madeOf('shortfall')?.cvar ?? 0, cost: madeOf('cost')?.cvar ?? 0 },
  };
  const rows = [...cases.map((own) => rowOf(own, scenario)), expected, ...(worst ? [worst] : [])];
  const counted = risk
    ? ` The aims and their bounds are ${prose(1 - risk.weight)} times the average and ${prose(risk.weight)} times the mean of the worst ${percent(1 - risk.level)} of all futures.`
    : '';
  const shown = plain(cases[shownCase(cases)]!.name);
  const note =
    `Members, awards, certificates and expansions are the same in all cases. What follows is case ${shown}, but for the cost and the bounds, ` +
    `which are those on average, and the rules, each as in the case where it is tightest; demand-cases.csv, ramp-up-by-case.csv and production-by-case.csv have every case.${counted}`;
  return section(
    'Demand cases',
    [...dimHeader(table(COLUMNS, rows, look.width), look), ...hang(note, look.width, 0).map(look.paint.dim)],
    look,
  );
}
