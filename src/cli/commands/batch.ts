import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { casesOf } from '../../../scenarios/sweep/cases.ts';
import { batchCsv, batchJsonl, membersCsv } from '../../services/batch/batch-tables.ts';
import { type BatchProgress, type CaseRow, type CaseStore, runBatch } from '../../services/batch/run-batch.ts';
import { batchLines } from '../format/batch.ts';
import { count, duration } from '../format/number.ts';
import { batchProgress } from '../terminal/batch-progress.ts';
import { caseFolder, UnwritableFolder } from '../terminal/case-folder.ts';
import { EXIT, printLines, type Refusal, refuse, warn } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { lookFor } from '../terminal/paint.ts';
import { checkWritable, writeFolder } from '../terminal/write-folder.ts';
import { type BasePlan, basePlan } from './batch-base.ts';
import { type AskedSweep, askedSweep, type BatchOptions } from './batch-options.ts';
import { type Asked, understand } from './question.ts';
import { repeated } from './repeated.ts';

const EXAMPLES = `Examples:
  gilde batch sweep.yaml --out out/sweep
  gilde batch scenarios/examples/tiny -S /programmes/0/demand/multiplier=2,2.5,3 -S "/rules/0/max=range(0.5,0.7,0.05)"
  gilde batch scenarios/examples/crane -S "/programmes/0/demand/multiplier=between(2,4)" --design latin-hypercube --samples 50 --out out/sweep
`;

const NOTES = `
Each case is the scenario with the values of its axes put in, planned and verified
like any other. All start from the plan of the scenario itself (--from names another,
--cold none). --out keeps each result as soon as it is there: the same command goes
on where it was stopped, by Ctrl-C or otherwise. A case without a plan never stops
the rest: its row says why. --time and the other options are for each case.

sweep.yaml:
  scenario: scenarios/examples/crane      # from this file's folder, else from here
  design: grid                            # grid, list or latin-hypercube (samples, seed)
  axes:
    - { name: multiplier, path: /programmes/0/demand/multiplier, values: [2, 3, 3.5, 4] }
    - name: lost
      cases: { none: [], S017: [{ op: add, path: /rules/-, value: { rule: exclude, suppliers: [S017] } }] }
  metrics: [cost, shortfall, members, multiple, gap]   # columns; else all
  pareto: [cost, shortfall]               # marks the cases that no other beats in these

Exit codes:
  0  done, also when Ctrl-C left cases open
  2  bad input or usage
  4  no case has a plan
  70 a bug`;

/** Threads that plan cases, at most. */
const MOST_THREADS = 64;

function threadsOf(text: string | undefined): { readonly ok: true; readonly threads: number } | Refusal {
  if (text === undefined) return { ok: true, threads: availableParallelism() };
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return { ok: true, threads };
  return { ok: false, message: `--threads must be a whole number from 1 to ${MOST_THREADS}, got ${text}` };
}

interface Batch extends AskedSweep {
  readonly asked: Asked;
  readonly threads: number;
}

/** Everything that can be refused before the first solve. */
async function readBatch(io: Io, argument: string, options: BatchOptions): Promise<Batch | Refusal> {
  const threads = threadsOf(options.threads);
  if (!threads.ok) return threads;
  const sweep = await askedSweep(io, argument, options);
  if (!sweep.ok) return sweep;
  const { out: _, json: __, ...solve } = options;
  const asked = await understand(io, sweep.scenario, solve);
  if (!asked.ok) return asked;
  const writable = options.out === undefined ? undefined : await checkWritable(io, options.out);
  if (writable?.ok === false) return writable;
  return { ...sweep, asked, threads: threads.threads };
}

/** Results that are kept nowhere. */
const NOWHERE: CaseStore = { kept: async () => new Map(), keep: async () => undefined };

/** `gilde batch`: what-ifs of one scenario, many at a time. Answers with the exit code. */
async function batch(io: Io, argument: string, options: BatchOptions): Promise<number> {
  const read = await readBatch(io, argument, options);
  if (!read.ok) return refuse(io, read);
  const { sweep, asked, threads } = read;
  const cases = casesOf(sweep);
  warn(io, asked.found.warnings);
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  say(`${count(cases.length, 'case')}, ${threads} at a time, each at most ${duration(timeOf(asked))}.`);
  if (options.dryRun) {
    io.stdout.write(
      batchCsv(
        { design: sweep.design, axes: sweep.axes, metrics: [] },
        cases.map((own) => ({ case: own, result: undefined, seconds: null })),
      ),
    );
    return EXIT.done;
  }
  const line = batchProgress(io);
  const rows = await interruptible(
    io,
    line.say,
    () => 'what is finished is kept',
    (stop) => planCases(io, { read, options, cases, stop, say: line.say, progress: line.update }),
  ).finally(line.end);
  if (rows === undefined) return EXIT.interrupted;
  return 'ok' in rows ? refuse(io, rows) : tell(io, read, options, rows);
}

const timeOf = ({ settings, found }: Asked): number => settings.timeLimit ?? found.stated.scenario.solve.timeLimit;

interface Planning {
  readonly read: Batch;
  readonly options: BatchOptions;
  readonly cases: ReturnType<typeof casesOf>;
  readonly stop: Int32Array;
  readonly say: (line: string) => void;
  readonly progress: (progress: BatchProgress) => void;
}

async function planCases(
  io: Io,
  { read, options, cases, stop, say, progress }: Planning,
): Promise<readonly CaseRow[] | Refusal> {
  const { asked, threads } = read;
  const { settings, parent, found } = asked;
  const isGiven = parent !== undefined || options.cold === true;
  const given: BasePlan = { ok: true, seconds: null, ...(parent && { plan: parent }) };
  const base = isGiven ? given : await basePlan(io, asked, { out: options.out, stop });
  if (!base.ok) return base;
  if (base.seconds !== null)
    say(
      `The scenario itself took ${duration(base.seconds)}; at most about ${duration((base.seconds * cases.length) / threads)} for all cases if each takes as long.`,
    );
  const { scenario } = found.stated;
  const common = { scenario, settings, version: io.version, ...(base.plan && { parent: base.plan }) };
  const runner = await io.cases(common, threads);
  const store = options.out === undefined ? NOWHERE : caseFolder(io, options.out, options.plans === true);
  try {
    return await runBatch({ ctx: { runner, store, now: io.now }, input: { cases, stop, progress } });
  } catch (error) {
    if (error instanceof UnwritableFolder) return { ok: false, message: error.message };
    throw error;
  } finally {
    await runner.close();
  }
}

/** Writes the tables and tells what came of the batch. */
async function tell(io: Io, { sweep }: Batch, options: BatchOptions, rows: readonly CaseRow[]): Promise<number> {
  const jsonl = batchJsonl(rows);
  if (options.out !== undefined) {
    const files = new Map([
      ['results.jsonl', jsonl],
      ['members.csv', membersCsv(rows)],
      ['results.csv', batchCsv(sweep, rows)],
    ]);
    const written = await writeFolder(io, options.out, files);
    if (!written.ok) return refuse(io, written);
  }
  if (options.json) io.stdout.write(jsonl);
  else printLines(io.stdout, batchLines(sweep, rows, lookFor(io, io.stdout)));
  const open = rows.filter(({ result }) => result === undefined).length;
  const next = open === 0 ? [] : [`${count(open, 'case')} left open; the same command goes on with them.`];
  const where =
    options.out === undefined
      ? 'Nothing was written. To keep results and go on after a stop, add --out.'
      : `Wrote results.csv, results.jsonl, members.csv and cases/ to ${options.out}`;
  printLines(io.stderr, ['', ...next, where]);
  const hasPlan = rows.some(({ result }) => result?.status === 'optimal' || result?.status === 'feasible');
  return hasPlan ? EXIT.done : EXIT.undecided;
}

/** Adds `gilde batch`. */
export function addBatch(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('batch')
    .summary('what-ifs by the hundred')
    .description('Plans a scenario again and again with values varied, and tells all cases in one table.')
    .argument('<sweep>', 'sweep.yaml; or a scenario folder or .json file, with -S')
    .option(
      '-S, --set <path=values>',
      'vary what stands at a path: 2,3,4, range(2,4,0.5) or between(2,4); again for more',
      repeated,
    )
    .option('--design <name>', 'grid (each combination), list (first with first) or latin-hypercube (else grid)')
    .option('--samples <number>', 'cases of a Latin hypercube')
    .option('--draw <number>', 'seed of a Latin hypercube (else 1)')
    .option('--metrics <list>', 'columns of the table, with commas between (else all)')
    .option('--out <dir>', 'keep results in this folder, and go on with what is there')
    .option('--plans', 'keep plan.json of each case, in the folder plans of --out')
    .option('--from <plan>', 'plan.json that all cases start from (else the plan of the scenario itself)')
    .option('--cold', 'start each case from nothing')
    .option('--threads <number>', 'cases at a time (else as many as there are cores)')
    .option('--gap <fraction>', 'stop a case at this relative gap of each aim (else as the scenario says, else 0.01)')
    .option('--time <seconds>', 'stop a case after this time (else as the scenario says, else 60)')
    .option('--work <nodes>', 'stop each aim after this many branch-and-bound nodes')
    .option('--engine <name>', 'highs or javascript-lp-solver (small models only)')
    .option('--strategy <name>', 'how the model is solved (else by its size)')
    .option('--seed <number>', 'seed of the engine (else as the scenario says, else 1)')
    .option('--dry-run', 'print the cases as CSV, solve nothing')
    .option('--json', 'print a line of JSON for each case instead of the summary')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (argument: string, options: BatchOptions) => finish(await batch(io, argument, options)));
}
