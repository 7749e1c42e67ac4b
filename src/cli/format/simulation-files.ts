import type { Estimated, Simulation } from '../../../scenarios/domain/simulation.ts';
import { serialiseSimulation } from '../../../scenarios/wire/simulation-schema.ts';
import { csv } from './csv.ts';

const interval = ({ value, low, high }: Estimated) => [value, low, high];

/** The files of `gilde simulate --out`: simulation.json, and its tables with one header line each. */
export function simulationFiles(simulation: Simulation): ReadonlyMap<string, string> {
  const { periods, reached, firms, service, shortfall, moneyLost } = simulation;
  const fan = csv(
    [
      'period',
      'required',
      'planned',
      'expected',
      'p5',
      'p25',
      'p50',
      'p75',
      'p95',
      'plannedMultiple',
      'multipleP5',
      'multipleP50',
      'multipleP95',
    ],
    periods.map(({ period, required, planned, expected, delivered: d, plannedMultiple, multiple: m }) => [
      ...[period, required, planned, expected, d.p5, d.p25, d.p50, d.p75, d.p95],
      ...[plannedMultiple, m?.p5 ?? null, m?.p50 ?? null, m?.p95 ?? null],
    ]),
  );
  const figures: readonly (readonly [string, string, Estimated])[] = [
    ['service', 'fraction', service.mean],
    ['as-planned', 'fraction', service.asPlanned],
    ['shortfall', 'units', shortfall.expected],
    ['shortfall-cvar95', 'units', shortfall.tail],
    ...(moneyLost
      ? ([
          ['money-lost', 'euro', moneyLost.expected],
          ['money-lost-cvar95', 'euro', moneyLost.tail],
        ] as const)
      : []),
  ];
  return new Map([
    ['simulation-periods.csv', fan],
    [
      'simulation-figures.csv',
      csv(
        ['figure', 'unit', 'value', 'low', 'high'],
        figures.map(([name, unit, of]) => [name, unit, ...interval(of)]),
      ),
    ],
    [
      'simulation-service.csv',
      csv(
        ['from', 'to', 'runs'],
        service.histogram.map(({ from, to, runs }) => [from, to, runs]),
      ),
    ],
    [
      'simulation-multiples.csv',
      csv(
        ['multiple', 'period', 'probability', 'low', 'high'],
        reached.flatMap(({ multiple, byPeriod }) =>
          byPeriod.map(({ period, probability }) => [multiple, period, ...interval(probability)]),
        ),
      ),
    ],
    [
      'simulation-firms.csv',
      csv(
        ['supplier', 'out', 'shortfallOut', 'shortfallElse', 'explains'],
        firms.map(({ supplier, out, shortfallOut, shortfallElse, explains }) => [
          supplier,
          out,
          shortfallOut,
          shortfallElse,
          explains,
        ]),
      ),
    ],
    ['simulation.json', serialiseSimulation(simulation)],
  ]);
}
