import type { Command } from 'commander';
import { serialiseSheet } from '../../../scenarios/wire/supplier-sheet-schema.ts';
import { sheetFiles } from '../../services/sheets/sheet-files.ts';
import { sheetMarkdown } from '../../services/sheets/sheet-markdown.ts';
import { supplierSheet } from '../../services/sheets/supplier-sheet.ts';
import { verifyPlan } from '../../services/verify-plan.ts';
import { count } from '../format/number.ts';
import { violationLines } from '../format/verification.ts';
import { EXIT, printLines, type Refusal, refuse } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { judgeFor } from '../terminal/judge.ts';
import { paintOf } from '../terminal/paint.ts';
import { checkWritable, writeFolder } from '../terminal/write-folder.ts';
import { readPlanWithScenario, type VerifyOptions } from './verify.ts';

interface SheetOptions extends VerifyOptions {
  readonly supplier?: string;
  readonly margin?: string;
  readonly out?: string;
}

const EXAMPLES = `Examples:
  gilde sheet out/crane/plan.json --out out/crane
  gilde sheet out/crane/plan.json --supplier S054
  gilde sheet out/crane/plan.json --supplier S054 --margin 0.08 --json
`;

const NOTES = `
A sheet holds what one firm makes, earns, invests and has to do before, and
nothing of any other firm. --out writes sheets/SUPPLIER.md and .csv for each
member, or for the one that --supplier names. The plan is re-checked first.

Exit codes:
  0  done
  1  the plan does not hold: each violation is named
  2  bad input or usage, or the supplier is no member
  70 a bug`;

function marginOf(text: string | undefined): { readonly ok: true; readonly margin?: number } | Refusal {
  if (text === undefined) return { ok: true };
  const margin = text.trim() === '' ? Number.NaN : Number(text);
  if (margin > 0 && margin <= 1) return { ok: true, margin };
  return { ok: false, message: `--margin must be a number in (0, 1], got ${text}` };
}

/** `gilde sheet`: the business case of each member of a plan. Answers with the exit code. */
async function sheet(io: Io, planPath: string, options: SheetOptions): Promise<number> {
  const margin = marginOf(options.margin);
  if (!margin.ok) return refuse(io, margin);
  if (options.supplier === undefined && options.out === undefined)
    return refuse(io, { ok: false, message: 'name a --supplier to print, or a folder with --out' });
  const writable = options.out === undefined ? undefined : await checkWritable(io, options.out);
  if (writable?.ok === false) return refuse(io, writable);
  const read = await readPlanWithScenario(io, planPath, options);
  if (!read.ok) return refuse(io, read);
  const { plan, found } = read;
  const { scenario } = found.stated;
  const verification = await verifyPlan({ ctx: await judgeFor(io, scenario), input: { scenario, plan } });
  if (!verification.holds) {
    const paint = paintOf(io, io.stderr);
    const head = `${paint.red('error:')} the plan does not hold, so no sheet was made`;
    printLines(io.stderr, [head, ...violationLines(verification)]);
    return EXIT.verificationFailed;
  }
  const wanted = options.supplier === undefined ? plan.members.map((row) => row.supplier) : [options.supplier];
  const own = margin.margin === undefined ? {} : { margin: margin.margin };
  const sheets = wanted.flatMap((supplier) => supplierSheet({ input: { plan, scenario, supplier, ...own } }) ?? []);
  const [first] = sheets;
  if (first === undefined) {
    const none = `the plan has no members: its status is ${plan.status}`;
    const message = options.supplier === undefined ? none : `${options.supplier} is no member of the plan`;
    return refuse(io, { ok: false, message });
  }
  if (options.out !== undefined) {
    const written = await writeFolder(io, options.out, sheetFiles(sheets));
    if (!written.ok) return refuse(io, written);
    printLines(io.stderr, [`Wrote ${count(sheets.length, 'sheet')} to ${options.out}/sheets`]);
  }
  if (options.supplier !== undefined) io.stdout.write(options.json ? serialiseSheet(first) : sheetMarkdown(first));
  return EXIT.done;
}

/** Adds `gilde sheet`. */
export function addSheet(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('sheet')
    .summary('the business case of each firm in a plan')
    .description(
      'For a member of a plan: volumes and hours by period, revenue, investment, hires, pre-financing, payback, ' +
        'certificates to obtain and qualification work, as Markdown and CSV.',
    )
    .argument('<plan>', 'plan.json, or - for stdin')
    .option('--scenario <dir>', 'scenario folder or .json file (default: the one that run.json beside the plan names)')
    .option('--supplier <id>', 'this member alone, printed on stdout')
    .option('--margin <fraction>', 'margin on revenue for the payback (else only the margin that is needed is told)')
    .option('--out <dir>', 'write the sheets into the folder sheets below this one')
    .option('--json', 'print the sheet of --supplier as JSON instead of Markdown')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (plan: string, options: SheetOptions) => finish(await sheet(io, plan, options)));
}
