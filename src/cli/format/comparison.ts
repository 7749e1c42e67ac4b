import type { Comparison, FigureRow, Move, PlanDifference } from '../../../scenarios/domain/comparison.ts';
import { differenceWords } from './effect.ts';
import { figureWords } from './figure.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count, percent, prose } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

/** Rows told one by one. */
const MOST = 15;

/** Plans side by side: what differs, who makes what instead, and why. */
export function comparisonLines({ plans, figures, differences }: Comparison, look: Look): string[] {
  const columns: Column<FigureRow>[] = [
    { header: 'Figure', cell: ({ figure }) => figure, least: 12 },
    ...plans.map(
      ({ name }, at): Column<FigureRow> => ({
        header: plain(name),
        cell: ({ figure, values }) => figureWords(figure, values[at]),
        align: 'right',
        least: 8,
      }),
    ),
  ];
  const names = plans.map(({ name }) => plain(name));
  const rows = figures.length === 0 ? ['No figure differs.'] : dimHeader(table(columns, figures, look.width), look);
  return [
    `${count(plans.length, 'plan')}: ${names.join(', ')}. The others are compared with ${names[0]}.`,
    ...section('What differs', rows, look),
    ...differences.flatMap((difference) => differenceLines(difference, names, look)),
  ];
}

function differenceLines(difference: PlanDifference, names: readonly string[], look: Look): string[] {
  const { plan, aims, joined, left, moves, changes, untried } = difference;
  const words = aims.flatMap((aim) => differenceWords(aim) ?? []);
  const told = (text: string) => hang(`· ${plain(text)}`, look.width, 2);
  const lines = [
    ...told(words.length === 0 ? 'as good in every aim' : words.join('; ')),
    ...(joined.length > 0 ? told(`joins: ${joined.join(', ')}`) : []),
    ...(left.length > 0 ? told(`leaves: ${left.join(', ')}`) : []),
  ];
  return [
    ...section(`${names[plan]} against ${names[0]}`, lines, look),
    ...section(
      'Changed input',
      rest(
        changes,
        changes.flatMap((change) => told(change)),
        look,
      ),
      look,
    ),
    ...section(
      'Who makes what instead',
      rest(
        moves,
        moves.slice(0, MOST).flatMap((move) => told(moveWords(move))),
        look,
      ),
      look,
    ),
    ...section('Not tried as a cause', untried.slice(0, MOST).flatMap(told), look),
  ];
}

const rest = (all: readonly unknown[], lines: readonly string[], look: Look): string[] => [
  ...lines,
  ...(all.length > MOST ? [look.paint.dim(`  … and ${all.length - MOST} more (--json)`)] : []),
];

/** `400 FRAME (62 %) from S1 to S2, as certificates of S1, EN 1090-2 EXC3 is gone` */
export function moveWords({ item, from, to, quantity, share, causes }: Move): string {
  const what = `${prose(quantity)} ${item} (${percent(share)})`;
  const where = [from === null ? 'made by nobody before' : `from ${from}`, to === null ? 'made by nobody' : `to ${to}`];
  const why =
    causes === undefined
      ? ''
      : causes.length === 0
        ? '; no single change undoes it'
        : `; because: ${causes.join(', or: ')}`;
  return `${what} ${where.join(' ')}${why}`;
}
