import type { Entry, Explanation, NotAwarded } from '../../../scenarios/domain/explanation.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { differenceWords, effectWords } from './effect.ts';
import { dimHeader, type Look, section } from './look.ts';
import { percent } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

const MOST_ITEMS = 8;

/** Whether what it gains is proven, or another plan without it may be as good. */
function advantageWords({ advantage }: Entry): string {
  const words = advantage.map(differenceWords);
  const first = advantage.find((_, at) => words[at] !== undefined);
  if (first === undefined) return 'a plan without it is as good';
  return first.least > 0 ? (differenceWords(first) ?? '') : 'a plan without it may be as good';
}

const ENTRIES: Column<Entry>[] = [
  { header: 'If', cell: ({ words }) => plain(words), least: 30, wraps: true },
  {
    header: 'it makes',
    cell: ({ wins }) => wins.map(({ item, share }) => plain(`${percent(share)} of ${item}`)).join(', '),
    least: 16,
    wraps: true,
  },
  { header: 'The plan', cell: effectWords, least: 16, wraps: true },
  { header: 'Without it then', cell: advantageWords, least: 16, wraps: true },
];

/** The reasons against a firm, each once with the items that it is of. */
function reasonLines(items: readonly NotAwarded[], look: Look): string[] {
  const lines = items.map(({ item, reasons }) =>
    reasons.length === 0 ? `${item}: eligible, but not chosen` : `${item}: ${reasons.join('; ')}`,
  );
  const shown = [...grouped(lines, (line) => line).keys()].slice(0, MOST_ITEMS);
  const rest = lines.length > shown.length ? [`  … and ${lines.length - shown.length} more items in --json`] : [];
  return [...shown.flatMap((line) => hang(`· ${plain(line)}`, look.width, 2)), ...rest];
}

/** Why a firm makes nothing in the plan, what it would cost to have it, and what would bring it in. */
export function whyNotLines({ whyNot }: Explanation, look: Look): string[] {
  if (whyNot === null) return [];
  const { supplier, produces, items, locked, entries } = whyNot;
  const firm = plain(supplier);
  if (produces) return section(`Why not ${firm}`, [`It is in the plan and makes something; ask --why ${firm}.`], look);
  const forced = locked === null ? [] : [`If it has to be a member: ${effectWords(locked)}.`];
  const ways =
    entries.length === 0
      ? ['No single change that was tried brings it into the plan.']
      : dimHeader(table(ENTRIES, entries, look.width), look);
  return [
    ...section(`Why not ${firm}`, [...reasonLines(items, look), ...forced], look),
    ...section(`What would bring ${firm} into the plan`, ways, look),
  ];
}
