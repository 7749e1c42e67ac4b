import type {
  Estimated,
  ReachedMultiple,
  SimulatedComparison,
  SimulatedPeriod,
  Simulation,
} from '../../../scenarios/domain/simulation.ts';
import { dimHeader, type Look, section } from './look.ts';
import { amount, count, euro, percent, prose, times } from './number.ts';
import { type Column, table } from './table.ts';
import { plain, wrap } from './text.ts';

type Words = (value: number) => string;

/** `3.1 (2.9 to 3.3)`: a figure and its interval. */
const between = ({ value, low, high }: Estimated, words: Words): string =>
  low === null || high === null ? words(value) : `${words(value)} (${words(low)} to ${words(high)})`;

const units: Words = (value) => amount(value, 'unit');
/** Near 100 % the distance to it counts: three digits of what is missing. */
const level: Words = (value) => (value > 0.99 && value < 1 ? `${(value * 100).toFixed(2)} %` : percent(value));

/** What the futures were drawn from, in words. */
function termsWords({ terms, members, assumed, outages }: Simulation): string {
  const parts = [
    `${count(members.atRisk, 'member')} of ${members.all} can have outages (${prose(outages.perRun)} a run, ${prose(outages.periodsOut)} periods out in all)`,
    ...terms.commonCauses.map(
      ({ by, probability }) => `all firms of a ${by} together with ${percent(probability)} a year`,
    ),
    ...(terms.recoverySpread > 0 ? [`times to recover spread by ${percent(terms.recoverySpread)}`] : []),
    ...(terms.demandSpread > 0 ? [`demand of programmes by ${percent(terms.demandSpread)}`] : []),
    ...(terms.periodDemandSpread > 0 ? [`of single periods by ${percent(terms.periodDemandSpread)}`] : []),
    ...(terms.yieldLoss > 0 ? [`loss of output, half-normal with σ ${percent(terms.yieldLoss)}`] : []),
    ...(terms.lateness > 0 ? [`each further period of lateness of new sources ${percent(terms.lateness)}`] : []),
  ];
  const rest = `where nothing is stated ${count(assumed.timeToRecover, 'period')} to recover and ${percent(assumed.surge)} surge`;
  return `${count(terms.runs, 'run')}, seed ${terms.seed}; ${parts.join(', ')}; ${rest}. Intervals: ${percent(terms.confidence)}.`;
}

function answer({ service, undisturbed, members, terms }: Simulation): string {
  const { p5, p50 } = service.quantiles;
  const usual = `half of all futures see at least ${level(p50)} delivered in time, 19 in 20 at least ${level(p5)}`;
  const plan = `the plan itself delivers ${level(undisturbed.service)}`;
  const nothing =
    members.atRisk === 0 && terms.demandSpread + terms.periodDemandSpread + terms.yieldLoss + terms.lateness === 0;
  return nothing
    ? `Nothing can happen to this plan: no member has an outage probability, no spread is asked for; ${plan}.`
    : `${capital(usual)}; ${plan}.`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

interface Figure {
  readonly what: string;
  readonly value: string;
}
const FIGURES: Column<Figure>[] = [
  { header: 'Figure', cell: ({ what }) => what },
  { header: 'Value', cell: ({ value }) => value, wraps: true, least: 20 },
];

function figures({ service, shortfall, moneyLost, undisturbed }: Simulation): Figure[] {
  const money: Figure[] = moneyLost
    ? [
        { what: 'Products not delivered, expected', value: between(moneyLost.expected, euro) },
        { what: 'in the worst 5 % of futures (CVaR95)', value: between(moneyLost.tail, euro) },
      ]
    : [];
  const planned = undisturbed.shortfall > 0 ? `, ${units(undisturbed.shortfall)} of them short in the plan itself` : '';
  return [
    { what: 'Delivered in time, expected', value: between(service.mean, level) },
    { what: 'Futures that deliver all that is planned', value: between(service.asPlanned, percent) },
    { what: 'Shortfall, expected', value: between(shortfall.expected, units) + planned },
    { what: 'in the worst 5 % of futures (CVaR95)', value: between(shortfall.tail, units) },
    ...money,
  ];
}

function reachedWords({ multiple, planned, date, byDate, byPeriod }: ReachedMultiple): string {
  const last = byPeriod.at(-1)!;
  const plan = planned === null ? 'not in the plan' : `planned for ${planned}`;
  const when = planned === null ? undefined : byPeriod.find(({ period }) => period === planned);
  const then =
    when && when.period !== date && when.period !== last.period
      ? [`${between(when.probability, percent)} by then`]
      : [];
  const dated = byDate === null || date === null ? [] : [`${between(byDate, percent)} by ${date}`];
  const end = last.period === date ? [] : [`${between(last.probability, percent)} by ${last.period}`];
  return `${times(multiple)} the baseline: ${[plan, ...then, ...dated, ...end].join('; ')}`;
}

const PERIODS: Column<SimulatedPeriod>[] = [
  { header: 'Period', cell: ({ period }) => period },
  { header: 'Due', cell: ({ required }) => prose(required), align: 'right' },
  { header: 'Planned', cell: ({ planned }) => prose(planned), align: 'right' },
  { header: '5 %', cell: ({ delivered }) => prose(delivered.p5), align: 'right' },
  { header: '25 %', cell: ({ delivered }) => prose(delivered.p25), align: 'right', optional: true },
  { header: '50 %', cell: ({ delivered }) => prose(delivered.p50), align: 'right' },
  { header: '75 %', cell: ({ delivered }) => prose(delivered.p75), align: 'right', optional: true },
  { header: '95 %', cell: ({ delivered }) => prose(delivered.p95), align: 'right' },
  {
    header: 'Multiple',
    cell: ({ multiple }) => (multiple ? times(multiple.p50) : '–'),
    align: 'right',
    optional: true,
  },
];

const firmLines = ({ firms }: Simulation, look: Look): string[] =>
  dimHeader(
    table(
      [
        { header: 'Firm', cell: ({ supplier }) => plain(supplier) },
        { header: 'Out in', cell: ({ out }) => percent(out), align: 'right' },
        {
          header: 'Shortfall then',
          cell: ({ shortfallOut }) => (shortfallOut === null ? '–' : prose(shortfallOut)),
          align: 'right',
        },
        {
          header: 'else',
          cell: ({ shortfallElse }) => (shortfallElse === null ? '–' : prose(shortfallElse)),
          align: 'right',
        },
        { header: 'Explains', cell: ({ explains }) => percent(explains), align: 'right' },
      ],
      firms,
      look.width,
    ),
    look,
  );

function comparedLines({ service, shortfall, less, same, more, moneyLost }: SimulatedComparison): string[] {
  const difference =
    (words: Words): Words =>
    (value) =>
      `${value < 0 ? '−' : '+'}${words(Math.abs(value))}`;
  const points: Words = (value) => `${prose(value * 100)} percentage points`;
  const money = moneyLost ? [`Products not delivered: ${between(moneyLost, difference(euro))}.`] : [];
  return [
    `Shortfall: ${between(shortfall, difference(units))}; less in ${percent(less)}, the same in ${percent(same)}, more in ${percent(more)} of the futures.`,
    `Delivered in time: ${between(service, difference(points))}.`,
    ...money,
    ...(shortfall.low !== null && shortfall.low <= 0 && shortfall.high !== null && shortfall.high >= 0
      ? ['The interval of the shortfall contains 0: the runs do not tell which plan is better.']
      : []),
  ];
}

/** A simulation for a reader: the answer in a sentence, figures with intervals, the fan of deliveries, and whose outages cost most. */
export function simulationLines(simulation: Simulation, look: Look): string[] {
  const wrapped = (lines: readonly string[]): string[] => lines.flatMap((line) => wrap(line, look.width));
  const { comparison } = simulation;
  return [
    ...wrap(answer(simulation), look.width).map(look.paint.bold),
    ...wrap(termsWords(simulation), look.width).map(look.paint.dim),
    ...section('What to expect', dimHeader(table(FIGURES, figures(simulation), look.width), look), look),
    ...section('When a multiple is reached', wrapped(simulation.reached.map(reachedWords)), look),
    ...section(
      'Deliveries: due, planned, and what so many of the futures stay below',
      dimHeader(table(PERIODS, simulation.periods, look.width), look),
      look,
    ),
    ...section(
      'Whose outages cost most',
      firmLines(simulation, look).slice(0, simulation.firms.length === 0 ? 0 : undefined),
      look,
    ),
    ...section(
      'Against the other plan, in the same futures',
      wrapped(comparison ? comparedLines(comparison) : []),
      look,
    ),
  ];
}
