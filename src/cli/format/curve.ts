import type { CurvePoint, LeftOut, Premium, RobustnessCurve } from '../../../scenarios/domain/curve.ts';
import { euroWords, figureWords, isNothing, rungWords, shareWords } from './curve-words.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count, percent, prose, whole } from './number.ts';
import { bar } from './ramp-up.ts';
import { type Column, table } from './table.ts';
import { pad, plain, wrap } from './text.ts';

const dearer = (premium: Premium | null): string =>
  premium === null ? '–' : euroWords(premium.euro) + (premium.sameShortfall ? '' : ' *');

const COSTS: Column<CurvePoint>[] = [
  { header: 'Rung', cell: rungWords },
  { header: 'Cost €', cell: ({ cost, status }) => (cost ? whole(cost.value) : status), align: 'right' },
  { header: 'At least €', cell: ({ cost }) => (cost ? whole(cost.bound) : '–'), align: 'right', optional: true },
  { header: 'Beyond N-0', cell: ({ premium }) => dearer(premium), align: 'right' },
  { header: '', cell: ({ premium }) => shareWords(premium?.share ?? null), align: 'right' },
  { header: 'Short', cell: ({ shortfall }) => figureWords(shortfall), align: 'right', optional: true },
];

const STANDINGS: Column<CurvePoint>[] = [
  { header: 'Rung', cell: rungWords },
  { header: 'Unprotected', cell: ({ unprotected }) => figureWords(unprotected), align: 'right' },
  { header: 'Fail', cell: ({ standing }) => (standing ? whole(standing.failing) : '–'), align: 'right' },
  { header: 'Left open', cell: ({ standing }) => (standing ? prose(standing.unprotected) : '–'), align: 'right' },
  { header: 'Worst', cell: ({ standing }) => (standing ? percent(standing.worst) : '–'), align: 'right' },
  { header: 'Members', cell: ({ members, cost }) => (cost ? whole(members) : '–'), align: 'right' },
  { header: 'Standby', cell: ({ standby, cost }) => (cost ? whole(standby) : '–'), align: 'right' },
];

/** The answer in one sentence: from nothing survived to the strictest rung of one loss. */
function answer({ points }: RobustnessCurve): string {
  const none = points.find(({ rung }) => rung === 'n-0');
  const strictest = points.findLast(({ rung, cost }) => rung === 'n-1' && cost !== null);
  if (!none?.cost || !strictest?.premium) return 'There is no plan at both ends of the curve to compare.';
  const { euro: more, share } = strictest.premium;
  const part = share === null ? '' : ` (${shareWords(share)})`;
  const left = [none, strictest].map(({ standing }) => standing?.unprotected);
  const from =
    left[0] === undefined || left[1] === undefined
      ? ''
      : ` and takes what outages leave unprotected from ${prose(left[0])} to ${prose(left[1])} units`;
  const what = isNothing(more) ? 'costs nothing' : `costs ${euroWords(more)}${part}`;
  return `${rungWords(strictest)} ${what} beyond N-0${from}.`;
}

function assumedWords({ assumed, yardstick, limits }: RobustnessCurve): string {
  const { domains, timeToRecover, surge, requalification } = assumed;
  const terms = [
    `what fails: each ${domains.join(', ')}`,
    `${count(timeToRecover, 'period')} to recover and ${percent(surge)} surge unless a firm states its own`,
    ...(requalification ? ['work that is moved is qualified once more'] : []),
    `gap ${percent(limits.gap)}`,
  ];
  return `${capital(terms.join('; '))}. All plans are measured by the same ${count(yardstick.outages, 'outage')}: any one lost, ${percent(yardstick.serviceLevel)} of what is planned to be delivered.`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Two bars a rung: what it costs beyond n-0 (solid: proven, ░: perhaps), and what the yardstick leaves open. */
function pictureLines({ points }: RobustnessCurve, look: Look): string[] {
  const drawn = points.filter(({ cost }) => cost !== null);
  const mostEuro = Math.max(...drawn.map(({ premium }) => premium?.euro.most ?? 0), 0);
  const mostOpen = Math.max(...drawn.map(({ standing }) => standing?.unprotected ?? 0), 0);
  if (drawn.length < 2 || mostEuro <= 0) return [];
  const label = Math.max(...drawn.map((point) => rungWords(point).length));
  const width = Math.floor((look.width - label - 6) / 2);
  const size = (value: number, most: number): number =>
    most > 0 ? Math.round((Math.max(0, value) / most) * width) : 0;
  const head = `${' '.repeat(label)}  ${pad('beyond N-0', width, 'left')}  left open by the yardstick`;
  return [
    look.paint.dim(head),
    ...drawn.map((point) => {
      const { least, most } = point.premium?.euro ?? { least: 0, most: 0 };
      const solid = size(least, mostEuro);
      const perhaps = Math.max(0, size(most, mostEuro) - solid);
      const money = '█'.repeat(solid) + look.paint.dim('░'.repeat(perhaps)) + ' '.repeat(width - solid - perhaps);
      const open = bar(point.standing?.unprotected ?? 0, Math.max(mostOpen, 1e-9), width);
      return `${pad(rungWords(point), label, 'left')}  ${money}  ${open}`.trimEnd();
    }),
  ];
}

function leftOutWords({ name, why, outages }: LeftOut): string {
  if (why === 'stopped') return `${name}: not begun, as a stop came before.`;
  return `${name.toUpperCase()}: not planned, as any two lost at a time make ${whole(outages ?? 0)} outages; --two plans it all the same, other --domains make fewer.`;
}

/** What a reader has to know to read the figures, where it applies. */
function notes({ points, leftOut }: RobustnessCurve): string[] {
  const carried = points.filter(({ carriedFrom }) => carriedFrom !== null);
  const open = points.filter(({ hit }) => hit !== null);
  const differs = points.some(({ premium }) => premium?.sameShortfall === false);
  const stuck = points.filter(({ status }) => status === 'infeasible');
  return [
    ...leftOut.map(leftOutWords),
    ...stuck.map(
      (point) => `${rungWords(point)}: no plan holds ${point.conflict.map(plain).join(', ') || 'all rules'}.`,
    ),
    ...carried.map(
      (point) => `${rungWords(point)} has the plan of ${point.carriedFrom}: its own search found none better.`,
    ),
    ...(differs ? ['* more or less is missing than in N-0, so that the two do not pay for the same.'] : []),
    ...(open.length > 0
      ? [`A limit ended the search of ${open.map(rungWords).join(', ')}: more time with --time narrows the intervals.`]
      : []),
  ];
}

/** The curve for a reader: what it costs, what it brings, and a picture of both. */
export function curveLines(curve: RobustnessCurve, look: Look): string[] {
  const { points } = curve;
  return [
    ...wrap(answer(curve), look.width).map(look.paint.bold),
    ...wrap(assumedWords(curve), look.width).map(look.paint.dim),
    ...section('What it costs', dimHeader(table(COSTS, points, look.width), look), look),
    ...section(
      'What it brings: unprotected at the rung’s own terms; then by the yardstick',
      dimHeader(table(STANDINGS, points, look.width), look),
      look,
    ),
    ...section('Picture (░: perhaps)', pictureLines(curve, look), look),
    ...section(
      'Notes',
      notes(curve).flatMap((line) => wrap(line, look.width)),
      look,
    ),
  ];
}
