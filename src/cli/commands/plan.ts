import { basename, join } from 'node:path';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import { measureLoad } from '../../services/measure-load.ts';
import { type PlannedScenario, planScenario } from '../../services/plan-scenario.ts';
import { OUTPUT_FILES, outputFiles } from '../format/output-files.ts';
import { runText } from '../format/run-record.ts';
import { summary } from '../format/summary.ts';
import { timelineLines } from '../format/timeline.ts';
import { violationLines } from '../format/verification.ts';
import { EXIT, printLines, type Refusal, refuse, warn } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { lookFor, paintOf } from '../terminal/paint.ts';
import { shellWord } from '../terminal/path.ts';
import { finishing, startProgress } from '../terminal/progress.ts';
import { writeFolder } from '../terminal/write-folder.ts';
import { sameServer, serviceAsked, solveThere } from './plan-there.ts';
import { type PlanOptions, type Question, readQuestion, type SolvedQuestion, withEngine } from './question.ts';
import { sameOptions } from './solve-options.ts';

/** Solves with a moving line on a terminal; the first Ctrl-C keeps the best plan, a second one ends with undefined. */
async function solveHere(io: Io, question: Question): Promise<SolvedQuestion | Refusal | undefined> {
  const asked = await withEngine(io, question);
  if (!asked.ok) return asked;
  const { found, settings, engine, parent } = asked;
  warn(io, found.warnings);
  const { scenario, sha256 } = found.stated;
  const line = startProgress(io, settings.timeLimit ?? scenario.solve.timeLimit);
  const known = firstKnown();
  try {
    return await interruptible(io, finishing(line), known.left, async (stop) => {
      const planned = await planScenario({
        ctx: { engine, now: io.now },
        input: { scenario, sha256, settings, ...(parent && { parent }), stop, progress: line.update, ...known.hooks },
      });
      return { ...planned, startedFrom: parent?.digest ?? null };
    });
  } finally {
    line.end();
  }
}

/** Whether there is a plan yet, for what is said at the first Ctrl-C; no later plan is asked for. */
export function firstKnown() {
  let found = false;
  const better = (): void => {
    found = true;
  };
  return {
    hooks: { better, betterEvery: Number.POSITIVE_INFINITY },
    left: () => (found ? 'the best plan so far is kept' : 'no plan has been found yet'),
  };
}

/** The exit code of a plan that is shown. */
export const exitOf = (plan: Plan): number => {
  if (plan.status === 'infeasible') return EXIT.infeasible;
  return plan.status === 'unknown' ? EXIT.undecided : EXIT.done;
};

/** A plan and what stands beside it, by file name; `ago`: seconds since its run began; `startedFrom`: see {@link RunRecord}. */
export function planFiles(
  io: Io,
  { found, read }: Pick<Question, 'found' | 'read'>,
  { plan, timeline, seconds }: Pick<PlannedScenario, 'plan' | 'timeline' | 'seconds'>,
  { text, ago, startedFrom }: { readonly text: string; readonly ago: number; readonly startedFrom: string | null },
): Map<string, string> {
  const run = runText(plan, {
    scenario: found.path,
    started: io.now() - ago * 1000,
    version: io.version,
    stages: { read, ...seconds },
    machine: io.machine(),
    startedFrom,
    timeline,
  });
  return outputFiles(plan, found.stated.scenario, text, run);
}

/** Writes the plan and what stands beside it; a run without an answer leaves an earlier answer in place. */
async function store(
  io: Io,
  asked: Question,
  planned: SolvedQuestion,
  text: string,
  out: string,
): Promise<Refusal | undefined> {
  const { solve, verify } = planned.seconds;
  const { startedFrom } = planned;
  const ago = asked.read + solve + verify;
  const written = await writeFolder(io, out, planFiles(io, asked, planned, { text, ago, startedFrom }));
  return written.ok ? undefined : written;
}

/** What may help where a limit came before a plan. */
export const ALLOW_MORE = {
  time: ' Allow more time with --time.',
  work: ' Allow more nodes with --work.',
  interrupt: '',
  engine: '',
  learning: ' Hours that fall do not settle on a plan that keeps every rule.',
};

/** The closing lines: what was written, or how to have it written, and what to do next. */
function nextLines(asked: Question, plan: Plan, argument: string, options: PlanOptions): string[] {
  if (plan.status === 'unknown') return [`Nothing was written.${ALLOW_MORE[plan.limits.hit ?? 'engine']}`];
  if (options.out !== undefined) {
    const scenario = asked.found.path === null ? ' --scenario SCENARIO' : '';
    const verify = `gilde verify ${shellWord(join(options.out, 'plan.json'))}${scenario}`;
    const written = `Wrote ${OUTPUT_FILES.toReversed().join(', ')} to ${options.out}`;
    return plan.status === 'infeasible' ? [written] : [written, `Next: ${verify}`];
  }
  const out = join('out', asked.found.path === null ? 'plan' : basename(asked.found.path, '.json'));
  const kept = plan.status === 'infeasible' ? 'answer' : 'plan';
  const again = `gilde plan ${shellWord(argument)}${sameOptions(options)}${sameServer(options)} --out ${shellWord(out)}`;
  return [`Nothing was written. To keep the ${kept}:`, `  ${again}`];
}

/** Says that the engine returned a plan that does not hold. */
export function wrongPlan(io: Io, planned: Pick<PlannedScenario, 'verification'>): number {
  const paint = paintOf(io, io.stderr);
  printLines(io.stderr, [
    `${paint.red('error:')} the engine returned a wrong plan; nothing was written`,
    ...violationLines(planned.verification),
  ]);
  return EXIT.bug;
}

/** `gilde plan`: reads, solves (here or at a service), verifies, then writes and tells. Answers with the exit code. */
export async function plan(io: Io, scenario: string, options: PlanOptions): Promise<number> {
  const there = await serviceAsked(io, options);
  if (there?.ok === false) return refuse(io, there);
  const asked = await readQuestion(io, scenario, options);
  if (!asked.ok) return refuse(io, asked);
  const planned = await (there === undefined ? solveHere(io, asked) : solveThere(io, asked, there));
  if (planned === undefined) return EXIT.interrupted;
  if ('ok' in planned) return refuse(io, planned);
  if (!planned.verification.holds) return wrongPlan(io, planned);
  const text = serialisePlan(planned.plan);
  if (options.out !== undefined && planned.plan.status !== 'unknown') {
    const failed = await store(io, asked, planned, text, options.out);
    if (failed !== undefined) return refuse(io, failed);
  }
  if (options.json) io.stdout.write(text);
  else {
    const stated = asked.found.stated.scenario;
    const load = measureLoad({ input: { scenario: stated, plan: planned.plan } });
    const look = lookFor(io, io.stdout);
    printLines(io.stdout, [
      ...summary({ plan: planned.plan, scenario: stated, load }, look),
      // Times differ from run to run: what is piped on is the same for the same plan.
      ...(io.stdout.isTTY ? timelineLines(planned, look) : []),
    ]);
  }
  printLines(io.stderr, ['', ...nextLines(asked, planned.plan, scenario, options)]);
  return exitOf(planned.plan);
}
