import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { comparePlans, type NamedPlan } from '../../services/compare/compare-plans.ts';
import { verifyPlan } from '../../services/verify-plan.ts';
import { comparisonLines } from '../format/comparison.ts';
import { count } from '../format/number.ts';
import { EXIT, printLines, type Refusal, refuse } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { judgeFor } from '../terminal/judge.ts';
import { lookFor } from '../terminal/paint.ts';
import { countProgress } from '../terminal/progress.ts';
import { repeated } from './repeated.ts';
import { readPlanWithScenario } from './verify.ts';

interface CompareOptions {
  readonly scenario?: readonly string[];
  readonly causes?: boolean;
  readonly time?: string;
  readonly json?: boolean;
}

const EXAMPLES = `Examples:
  gilde compare out/crane/plan.json out/crane-2/plan.json
  gilde compare out/now/plan.json out/then/plan.json --causes --time 300
  gilde compare out/choice/*/plan.json --json | jq .figures
`;

const NOTES = `
Figures are told where they differ; who makes what instead is told against the
first plan. --causes plans the later scenario again with each change of its input
undone alone: a change is told as the cause of a move only where that undoes it.
A difference that the gaps of the two plans leave open is told as an interval.

Exit codes:
  0  compared
  1  a plan does not hold for its scenario
  2  bad input or usage
  4  there is no plan in one of the files
  70 a bug`;

/** Seconds for trying out causes, unless --time states others. */
const USUAL = 120;

function secondsOf({ causes, time }: CompareOptions): { readonly ok: true; readonly seconds: number } | Refusal {
  if (time === undefined) return { ok: true, seconds: causes ? USUAL : 0 };
  if (!causes) return { ok: false, message: '--time is for --causes', hint: 'add --causes' };
  const seconds = Number(time);
  if (time.trim() !== '' && seconds > 0 && seconds <= 1e6) return { ok: true, seconds };
  return { ok: false, message: `--time must be a number above 0, up to a million, got ${time}` };
}

/** The plans with names that tell them apart. */
async function readPlans(
  io: Io,
  paths: readonly string[],
  { scenario = [] }: CompareOptions,
): Promise<{ readonly ok: true; readonly plans: readonly NamedPlan[] } | Refusal | number> {
  if (paths.length < 2)
    return { ok: false, message: 'two plans are needed to compare', hint: 'name another plan.json' };
  if (scenario.length > 0 && scenario.length !== 1 && scenario.length !== paths.length)
    return {
      ok: false,
      message: `--scenario must be given once, or for each of ${paths.length} plans, got ${scenario.length}`,
    };
  const plans: NamedPlan[] = [];
  for (const [at, path] of paths.entries()) {
    const own = scenario[at] ?? scenario[0];
    const read = await readPlanWithScenario(io, path, own === undefined ? {} : { scenario: own });
    if (!read.ok) return read;
    const { plan, found } = read;
    if (plan.status !== 'optimal' && plan.status !== 'feasible') {
      printLines(io.stderr, [`The answer in ${path} is ${plan.status}: there is no plan to compare.`]);
      return EXIT.undecided;
    }
    const stated = found.stated.scenario;
    const { holds, violations } = await verifyPlan({
      ctx: await judgeFor(io, stated),
      input: { scenario: stated, plan },
    });
    if (!holds) {
      const what = `${path} does not hold for its scenario (${count(violations.length, 'violation')}; gilde verify names them)`;
      printLines(io.stderr, [what]);
      return EXIT.verificationFailed;
    }
    plans.push({ name: nameOf(path, plans), plan, scenario: stated });
  }
  return { ok: true, plans };
}

/** The folder of a plan.json, else its name; with a number where another is called so. */
function nameOf(path: string, before: readonly NamedPlan[]): string {
  const file = basename(path, '.json');
  const name = file === 'plan' && dirname(path) !== '.' ? basename(dirname(path)) : file;
  const alike = before.filter((other) => other.name === name || other.name.startsWith(`${name} (`)).length;
  return alike === 0 ? name : `${name} (${alike + 1})`;
}

/** `gilde compare`: plans side by side, and why they differ. Answers with the exit code. */
async function compare(io: Io, paths: readonly string[], options: CompareOptions): Promise<number> {
  const asked = secondsOf(options);
  if (!asked.ok) return refuse(io, asked);
  const read = await readPlans(io, paths, options);
  if (typeof read === 'number') return read;
  if (!read.ok) return refuse(io, read);
  const line = countProgress(io, 'compare', 'changes tried');
  const comparison = await interruptible(
    io,
    (text) => void io.stderr.write(`${text}\n`),
    () => 'what is known is told',
    async (stop) =>
      comparePlans({
        ctx: { engine: await io.engine('highs'), now: io.now },
        input: { plans: read.plans, seconds: asked.seconds, stop, progress: line.update },
      }),
  ).finally(line.end);
  if (comparison === undefined) return EXIT.interrupted;
  if (options.json) io.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  else printLines(io.stdout, comparisonLines(comparison, lookFor(io, io.stdout)));
  return EXIT.done;
}

/** Adds `gilde compare`. */
export function addCompare(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('compare')
    .summary('plans side by side, and why they differ')
    .description(
      'Tells two or more plans side by side: figures that differ, who makes what instead and, if asked, which change of the input causes it.',
    )
    .argument('<plans...>', 'plan.json of each; the others are compared with the first')
    .option(
      '--scenario <dir>',
      'scenario of all plans, or again for each (default: as run.json beside each names)',
      repeated,
    )
    .option('--causes', 'seek the change of the input that causes each move, by planning again without it')
    .option('--time <seconds>', 'for trying out causes (else 120)')
    .option('--json', 'print the comparison as JSON')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (paths: readonly string[], options: CompareOptions) => finish(await compare(io, paths, options)));
}
