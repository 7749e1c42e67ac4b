import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import type { ProposedPlan, ProposedPlans } from '../../services/propose.ts';
import { csv } from './csv.ts';
import { proposalWords, skippedWords } from './proposal-words.ts';

/** The folder of a proposal: its number and name. */
export const folderOf = (position: number, { name }: Pick<ProposedPlan, 'name'>): string => `${position + 1}-${name}`;

/** The text of proposals.json: every figure and word of the comparison, each plan by its file or, with `whole`, in full with its time-line. */
export function proposalsText({ proposals, skipped }: ProposedPlans, allowance: number, whole: boolean): string {
  const cheapest = proposals[0]!;
  const document = {
    format: 'gilde-proposals/1',
    scenario: cheapest.plan.scenario,
    allowance,
    proposals: proposals.map((proposal, position) => {
      const { name, plan, aims, hit, figures } = proposal;
      const { cost, dearer, members, dutchShare, largest, differences } = figures;
      return {
        number: position + 1,
        name,
        status: plan.status,
        words: proposalWords(proposal, cheapest, allowance),
        ...{ cost, dearer, members, dutchShare, largest },
        aims: aims.map(({ aim, value, bound, gap, conditional }) => ({
          ...{ aim, value, bound, gap },
          ...(conditional && { conditional }),
        })),
        hit,
        differences,
        digest: plan.digest,
        ...(whole
          ? { timeline: proposal.timeline, plan: JSON.parse(serialisePlan(plan)) as unknown }
          : { plan: `${folderOf(position, proposal)}/plan.json` }),
      };
    }),
    skipped: skipped.map((row) => ({ ...row, words: skippedWords(row, allowance) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const COLUMNS = [
  ...['number', 'name', 'words', 'status', 'shortfall', 'cost', 'dearer', 'members', 'dutchShare'],
  ...['largest', 'largestSpend', 'largestShare', 'measure', 'value', 'bound', 'gap', 'plan'],
];

/** The text of proposals.csv: one row for each proposal; `leavesOut1` … count the members of proposal 1 … that it does without. */
export function proposalsTable({ proposals }: ProposedPlans, allowance: number): string {
  const numbers = proposals.map((_, position) => position + 1);
  const rows = proposals.map((proposal, position) => {
    const { name, plan, aims, figures } = proposal;
    // The aim that it is for: the one after the shortfall.
    const measure = aims[1];
    const leavesOut = numbers.map(
      (from) => figures.differences.find((row) => row.from === from)?.leavesOut.length ?? 0,
    );
    return [
      ...[position + 1, name, proposalWords(proposal, proposals[0]!, allowance), plan.status],
      ...[aims[0]?.value, figures.cost, figures.dearer, figures.members, figures.dutchShare],
      ...[figures.largest?.supplier, figures.largest?.spend, figures.largest?.share],
      ...[measure?.aim, measure?.value, measure?.bound, measure?.gap, `${folderOf(position, proposal)}/plan.json`],
      ...leavesOut,
    ];
  });
  return csv([...COLUMNS, ...numbers.map((number) => `leavesOut${number}`)], rows);
}
