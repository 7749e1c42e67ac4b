import type { ProposedPlan, ProposedPlans } from '../../services/propose.ts';
import { dimHeader, type Look } from './look.ts';
import { count, oneDecimal, percent, prose, whole } from './number.ts';
import { PROPOSAL_NAMES, proposalWords, skippedWords } from './proposal-words.ts';
import { type Column, table } from './table.ts';
import { hang } from './text.ts';

interface Row {
  readonly number: number;
  readonly proposal: ProposedPlan;
}

const COLUMNS: Column<Row>[] = [
  { header: '', cell: ({ number }) => whole(number), align: 'right' },
  { header: 'Proposal', cell: ({ proposal }) => PROPOSAL_NAMES[proposal.name] },
  { header: 'Cost €', cell: ({ proposal }) => whole(proposal.figures.cost), align: 'right' },
  { header: 'More %', cell: ({ proposal }) => oneDecimal(proposal.figures.dearer * 100), align: 'right' },
  { header: 'Firms', cell: ({ proposal }) => whole(proposal.figures.members), align: 'right' },
  { header: 'Out/in', cell: ({ proposal }) => outAndIn(proposal), align: 'right' },
  { header: 'Dutch %', cell: ({ proposal }) => share(proposal.figures.dutchShare), align: 'right' },
  { header: 'Largest %', cell: ({ proposal }) => share(proposal.figures.largest?.share ?? null), align: 'right' },
  {
    header: 'Short',
    cell: ({ proposal }) => prose(proposal.plan.aims.find(({ aim }) => aim === 'shortfall')?.value ?? 0),
    align: 'right',
  },
];

/** Only where a firm of some proposal makes nothing. */
const STANDBY: Column<Row> = {
  header: 'Standby',
  cell: ({ proposal }) => whole(proposal.figures.standby.members),
  align: 'right',
};

const share = (fraction: number | null): string => (fraction === null ? '–' : oneDecimal(fraction * 100));

/** `−3 +2`: firms of the first proposal that are out, and firms that are in instead. */
function outAndIn({ figures }: ProposedPlan): string {
  const first = figures.differences.find(({ from }) => from === 1);
  return first === undefined ? '–' : `−${first.leavesOut.length} +${first.adds.length}`;
}

/** The proposals side by side, then what each gains and gives up, then what was not proposed and why. */
export function proposalLines({ proposals, skipped }: ProposedPlans, allowance: number, look: Look): string[] {
  const cheapest = proposals[0];
  if (cheapest === undefined) return [];
  const heading = `${count(proposals.length, 'proposal')}, none shorter of products than the cheapest and none more than ${percent(allowance)} dearer.`;
  const rows = proposals.map((proposal, position): Row => ({ number: position + 1, proposal }));
  const idle = proposals.some(({ figures }) => figures.standby.members > 0);
  const columns = idle ? [...COLUMNS.slice(0, 5), STANDBY, ...COLUMNS.slice(5)] : COLUMNS;
  const words = rows.flatMap(({ number, proposal }) =>
    hang(`${number} ${PROPOSAL_NAMES[proposal.name]}: ${proposalWords(proposal, cheapest, allowance)}.`, look.width, 2),
  );
  const reasons = skipped.flatMap((row) => hang(`· ${skippedWords(row, allowance)}.`, look.width, 2));
  return [
    ...hang(heading, look.width, 0).map(look.paint.bold),
    '',
    ...dimHeader(table(columns, rows, look.width), look),
    '',
    ...words,
    ...reasons.map(look.paint.dim),
    ...conditionalLines(proposals).flatMap((line) => hang(line, look.width, 0).map(look.paint.dim)),
  ];
}

/** What the words above are proven for, where a rule lets hours fall, and what is known at the hours of the passes. */
function conditionalLines(proposals: readonly ProposedPlan[]): string[] {
  const gaps = proposals.flatMap(({ name, aims }) => {
    const own = aims.find(({ aim }, at) => at > 0 && (name !== 'cheapest' || aim === 'cost'));
    return own?.conditional ? [`${PROPOSAL_NAMES[name]} ${percent(own.conditional.gap)}`] : [];
  });
  if (gaps.length === 0) return [];
  const proven = 'What is called possible or needed is so for the fewest hours that anybody could learn down to';
  return [`${proven}. At the hours for a unit that each was made with it is within: ${gaps.join(', ')}.`];
}
