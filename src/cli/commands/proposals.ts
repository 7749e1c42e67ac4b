import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import { measureLoad } from '../../services/measure-load.ts';
import {
  type ProposalTurn,
  type ProposedPlan,
  type ProposedPlans,
  proposePlans,
  proposeRefusal,
} from '../../services/propose.ts';
import { euro, whole } from '../format/number.ts';
import { folderOf, proposalsTable, proposalsText } from '../format/proposal-files.ts';
import { PROPOSAL_NAMES } from '../format/proposal-words.ts';
import { proposalLines } from '../format/proposals.ts';
import { summary } from '../format/summary.ts';
import { EXIT, printLines, type Refusal, refuse, warn } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { lookFor } from '../terminal/paint.ts';
import { shellWord } from '../terminal/path.ts';
import { finishing, startProgress } from '../terminal/progress.ts';
import { writeFolder } from '../terminal/write-folder.ts';
import { ALLOW_MORE, exitOf, firstKnown, planFiles, wrongPlan } from './plan.ts';
import { type Asked, type PlanOptions, understand } from './question.ts';
import { proposalSettings, sameOptions } from './solve-options.ts';

interface Wanted {
  readonly wanted: number;
  readonly allowance: number;
}

/** Seeks the proposals with a moving line for each; the first Ctrl-C keeps those that are finished, a second one ends with undefined. */
async function seek(
  io: Io,
  { found, settings, engine, parent }: Asked,
  wanted: Wanted,
): Promise<ProposedPlans | undefined> {
  const { scenario, sha256 } = found.stated;
  const limit = settings.timeLimit ?? scenario.solve.timeLimit;
  let measure: string | undefined;
  let current: ProposalTurn['name'] = 'cheapest';
  let line = startProgress(io, limit);
  const known = firstKnown();
  const turn = ({ number, of, name }: ProposalTurn): void => {
    line.end();
    measure = undefined;
    const title = `proposal ${number} of ${of}: ${PROPOSAL_NAMES[name]}`;
    line = startProgress(io, limit, { title, before: () => measure });
    current = name;
  };
  const figure = (value: number | null): string => {
    if (value === null) return '–';
    return current === 'fewest-firms' ? whole(value) : euro(value);
  };
  try {
    return await interruptible(
      io,
      (text) => finishing(line)(text),
      known.left,
      async (stop) => {
        const ctx = { engine, now: io.now };
        const input = {
          ...{ scenario, sha256, settings, stop, turn, ...wanted, ...known.hooks },
          ...(parent && { parent }),
          progress: (event: Parameters<typeof line.update>[0]) => line.update(event),
          measured: ({ incumbent, bound }: { readonly incumbent: number | null; readonly bound: number | null }) => {
            measure = `${figure(incumbent)}, bound ${figure(bound)}`;
          },
        };
        return proposePlans({ ctx, input });
      },
    );
  } finally {
    line.end();
  }
}

/** Every file of every proposal and of the comparison, the comparison last. */
function filesOf(io: Io, asked: Asked, proposed: ProposedPlans, { allowance }: Wanted): Map<string, string> {
  const files = new Map<string, string>();
  let later = 0;
  for (const [position, proposal] of [...proposed.proposals.entries()].toReversed()) {
    const { plan, seconds } = proposal;
    later += seconds.solve + seconds.verify;
    // The first is what the others are sought by; they start from it and not from another plan.
    const startedFrom = position === 0 ? (asked.parent?.digest ?? null) : null;
    const about = { text: serialisePlan(plan), ago: later, startedFrom };
    for (const [name, text] of planFiles(io, asked, proposal, about)) {
      files.set(`${folderOf(position, proposal)}/${name}`, text);
    }
  }
  if (proposed.proposals[0]?.plan.status === 'infeasible') return files;
  files.set('proposals.csv', proposalsTable(proposed, allowance));
  return files.set('proposals.json', proposalsText(proposed, allowance, false));
}

/** Folders of proposals that an earlier run left in the folder written, and this one has not replaced. */
async function leftBehind(io: Io, out: string, proposals: readonly ProposedPlan[]): Promise<readonly string[]> {
  const ours = proposals.map((proposal, position) => folderOf(position, proposal));
  const names = Object.keys(PROPOSAL_NAMES);
  const entries = await readdir(resolve(io.cwd, out), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders
    .filter((folder) => !ours.includes(folder) && names.some((name) => new RegExp(`^\\d+-${name}$`).test(folder)))
    .sort();
}

/** The closing lines: what was written, or how to have it written. */
function nextLines(proposals: readonly ProposedPlan[], argument: string, options: PlanOptions, asked: Asked): string[] {
  const first = proposals[0]!;
  if (first.plan.status === 'unknown') return [`Nothing was written.${ALLOW_MORE[first.plan.limits.hit ?? 'engine']}`];
  if (options.out !== undefined) {
    const folders = proposals.map((proposal, position) => folderOf(position, proposal));
    if (first.plan.status === 'infeasible') return [`Wrote ${folders[0]} to ${options.out}`];
    const scenario = asked.found.path === null ? ' --scenario SCENARIO' : '';
    return [
      `Wrote proposals.csv, proposals.json and ${folders.join(', ')} to ${options.out}`,
      `Next: gilde verify ${shellWord(join(options.out, folders.at(-1)!, 'plan.json'))}${scenario}`,
    ];
  }
  const out = join('out', asked.found.path === null ? 'plan' : basename(asked.found.path, '.json'));
  const again = `gilde plan ${shellWord(argument)}${sameOptions(options)} --out ${shellWord(out)}`;
  return ['Nothing was written. To keep the proposals:', `  ${again}`];
}

/** The comparison; where even the cheapest has no plan, what is said of a single one. */
function show(io: Io, asked: Asked, proposed: ProposedPlans, { allowance }: Wanted): void {
  const look = lookFor(io, io.stdout);
  const { plan } = proposed.proposals[0]!;
  if (plan.status !== 'infeasible' && plan.status !== 'unknown') {
    printLines(io.stdout, proposalLines(proposed, allowance, look));
    return;
  }
  const { scenario } = asked.found.stated;
  printLines(io.stdout, summary({ plan, scenario, load: measureLoad({ input: { scenario, plan } }) }, look));
}

/** `gilde plan --proposals N`: reads, seeks, verifies each, then writes and tells. Answers with the exit code. */
export async function proposals(io: Io, scenario: string, options: PlanOptions): Promise<number> {
  if (options.server !== undefined)
    return refuse(io, {
      ok: false,
      message: '--proposals is not available with --server yet',
      hint: 'leave --server out',
    });
  const wanted = proposalSettings(options);
  if (!wanted.ok) return refuse(io, wanted);
  const asked = await understand(io, scenario, options);
  if (!asked.ok) return refuse(io, asked);
  warn(io, asked.found.warnings);
  const refusal = proposeRefusal({ input: { scenario: asked.found.stated.scenario } });
  if (refusal !== undefined) return refuse(io, { ok: false, message: refusal });
  const proposed = await seek(io, asked, wanted);
  if (proposed === undefined) return EXIT.interrupted;
  const wrong = proposed.proposals.find(({ verification }) => !verification.holds);
  if (wrong !== undefined) return wrongPlan(io, wrong);
  const { plan } = proposed.proposals[0]!;
  if (options.out !== undefined && plan.status !== 'unknown') {
    const written: { readonly ok: true } | Refusal = await writeFolder(
      io,
      options.out,
      filesOf(io, asked, proposed, wanted),
    );
    if (!written.ok) return refuse(io, written);
    const stale = await leftBehind(io, options.out, proposed.proposals);
    if (stale.length > 0)
      printLines(io.stderr, ['', `Left from an earlier run in ${options.out}: ${stale.join(', ')}`]);
  }
  if (options.json) io.stdout.write(proposalsText(proposed, wanted.allowance, true));
  else show(io, asked, proposed, wanted);
  printLines(io.stderr, ['', ...nextLines(proposed.proposals, scenario, options, asked)]);
  return exitOf(plan);
}
