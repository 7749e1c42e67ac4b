import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { serialiseCurve } from '../../../scenarios/wire/curve-schema.ts';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import { ENGINE_NAMES } from '../../services/ports.ts';
import {
  type CurveAsked,
  type CurveTurn,
  curveRefusal,
  type PlannedCurve,
  robustnessCurve,
} from '../../services/robustness-curve.ts';
import { curveLines } from '../format/curve.ts';
import { curveFiles, curvePicture } from '../format/curve-files.ts';
import { EXIT, printLines, refuse, warn } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { lookFor } from '../terminal/paint.ts';
import { shellWord } from '../terminal/path.ts';
import { finishing, startProgress } from '../terminal/progress.ts';
import { checkFileWritable, writeFolder } from '../terminal/write-folder.ts';
import { type CurveOptions, curveAskedOf } from './curve-options.ts';
import { planFiles, wrongPlan } from './plan.ts';
import { type Asked, understand } from './question.ts';

const EXAMPLES = `Examples:
  gilde curve scenarios/examples/tiny
  gilde curve scenarios/examples/crane --time 900 --out out/curve
  gilde curve DIR --levels 0.6,0.9 --recover 2 --surge 0.2 --svg curve.svg
  gilde curve DIR --domains supplier,region --no-two --json | jq .points
`;

const NOTES = `
Rungs: N-0 (nothing survived), two sources for each work package that has two,
N-1 (any one lost) at each service level, N-2 (any one or two) at the highest.
Each is planned and verified. A stricter plan is carried over to the looser rung
where that finds none better. All are measured by one yardstick: N-1 at the
highest level. What is not given of outages is as the scenario's own rule
survive-outage states, else its block robustness, else: each supplier, 2
periods, no surge. --time is for the solves of all rungs, in equal parts of what
is left; verification comes on top, and takes as long for many outages. N-2 is
left out where it has more than 2,000 outages, unless --two asks for it.

--out writes curve.csv, curve.json, curve.svg and a folder for each rung with
its scenario.json, plan.json and tables. Ctrl-C keeps the rungs begun.

Exit codes:
  0  done, also when a limit or Ctrl-C left some rungs open
  2  bad input or usage
  3  infeasible: the rules that cannot hold together are named
  4  a limit was reached before there was any plan
  70 a bug`;

/** Plans all rungs with a moving line; the first Ctrl-C keeps those begun, a second one ends with undefined. */
async function seek(io: Io, { found, settings, engine }: Asked, asked: CurveAsked): Promise<PlannedCurve | undefined> {
  const { scenario, sha256 } = found.stated;
  const limit = settings.timeLimit ?? scenario.solve.timeLimit;
  let line = startProgress(io, limit, { title: 'curve', before: () => undefined });
  const titled = (title: string): void => {
    line.end();
    line = startProgress(io, limit, { title, before: () => undefined });
  };
  const turn = ({ name, number, of }: CurveTurn): void => titled(`${name}, rung ${number} of ${of}`);
  const verifying = (name: string): void => titled(`verifying ${name}`);
  try {
    return await interruptible(
      io,
      (text) => finishing(line)(text),
      () => 'the rungs begun are kept',
      (stop) =>
        robustnessCurve({
          ctx: { engine, now: io.now },
          input: {
            ...{ scenario, sha256, settings, asked, stop, turn, verifying },
            progress: (event) => line.update(event),
          },
        }),
    );
  } finally {
    line.end();
  }
}

/** Every file: each rung in a folder of its own, the curve last. */
function filesOf(io: Io, asked: Asked, { points, curve }: PlannedCurve, out: string): Map<string, string> {
  const files = new Map<string, string>();
  let later = 0;
  for (const own of points) {
    const { point, plan, scenario, seconds, startedFrom } = own;
    later += seconds.solve + seconds.verify;
    if (plan.status === 'unknown') continue;
    files.set(`${point.name}/scenario.json`, `${JSON.stringify(scenario, undefined, 1)}\n`);
    const path = resolve(io.cwd, out, point.name, 'scenario.json');
    const found = { ...asked.found, path, stated: { ...asked.found.stated, scenario, sha256: point.scenario } };
    const about = { text: serialisePlan(plan), ago: later, startedFrom };
    for (const [name, text] of planFiles(io, { ...asked, found }, own, about)) files.set(`${point.name}/${name}`, text);
  }
  for (const [name, text] of curveFiles(curve)) files.set(name, text);
  return files;
}

const exitOf = ({ points }: PlannedCurve['curve']): number => {
  if (points.some(({ cost }) => cost !== null)) return EXIT.done;
  return points.some(({ status }) => status === 'infeasible') ? EXIT.infeasible : EXIT.undecided;
};

/** `gilde curve`: what robustness costs. Answers with the exit code. */
async function curve(io: Io, argument: string, options: CurveOptions): Promise<number> {
  const wanted = curveAskedOf(options);
  if (!wanted.ok) return refuse(io, wanted);
  const { svg, out } = options;
  const writable = svg === undefined ? undefined : await checkFileWritable(io, svg);
  if (writable?.ok === false) return refuse(io, writable);
  const asked = await understand(io, argument, options);
  if (!asked.ok) return refuse(io, asked);
  const refusal = curveRefusal({ input: { scenario: asked.found.stated.scenario } });
  if (refusal !== undefined) return refuse(io, { ok: false, message: refusal });
  warn(io, asked.found.warnings);
  const planned = await seek(io, asked, wanted.asked);
  if (planned === undefined) return EXIT.interrupted;
  const wrong = planned.points.find(({ verification }) => !verification.holds);
  if (wrong !== undefined) return wrongPlan(io, wrong);
  const picture = svg === undefined ? undefined : curvePicture(planned.curve);
  for (const [folder, files] of [
    ...(out === undefined ? [] : [[out, filesOf(io, asked, planned, out)] as const]),
    ...(svg === undefined || picture === undefined
      ? []
      : [[dirname(svg), new Map([[basename(svg), picture]])] as const]),
  ]) {
    const written = await writeFolder(io, folder, files);
    if (!written.ok) return refuse(io, written);
  }
  if (svg !== undefined && picture === undefined)
    printLines(io.stderr, ['There are not two points with a plan to draw, so that no picture was written.']);
  if (options.json) io.stdout.write(serialiseCurve(planned.curve));
  else printLines(io.stdout, curveLines(planned.curve, lookFor(io, io.stdout)));
  const last = planned.points.findLast(({ plan }) => plan.status !== 'unknown');
  if (out !== undefined && last !== undefined)
    printLines(io.stderr, ['', `Next: gilde verify ${shellWord(join(out, last.point.name, 'plan.json'))}`]);
  return exitOf(planned.curve);
}

/** Adds `gilde curve`. */
export function addCurve(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('curve')
    .summary('what robustness costs')
    .description(
      'Plans a scenario to survive more and more: nothing, the loss of any one firm at rising service levels, of any ' +
        'two; tells what each costs beyond the cheapest, with bounds, and what outages still leave unprotected.',
    )
    .argument('<scenario>', 'scenario folder, a .json file, or - for a JSON document on stdin')
    .option('--levels <list>', 'service levels of N-1, of what is planned (else 0.5,0.7,0.8,0.9)')
    .option('--domains <list>', 'what fails together: supplier, group, region, tag, with commas between')
    .option('--recover <periods>', 'how long an outage lasts')
    .option('--surge <fraction>', 'by how much the others can go beyond their hours')
    .option('--requalify', 'whoever takes over work waits for its qualification once more')
    .option('--two', 'plan N-2, however many outages there are')
    .option('--no-two', 'leave N-2 out')
    .option(
      '--gap <fraction>',
      'stop each rung at this relative gap of each aim (else as the scenario says, else 0.01)',
    )
    .option('--time <seconds>', 'stop solving after this time, all rungs together (else as the scenario says, else 60)')
    .option('--work <nodes>', 'stop each aim of each rung after this many branch-and-bound nodes')
    .option('--engine <name>', `${ENGINE_NAMES.join(' or ')} (small models only)`)
    .option('--strategy <name>', 'monolithic or kernel (else by the size of the model)')
    .option('--seed <number>', 'seed of the engine (else as the scenario says, else 1)')
    .option('--out <dir>', 'write the curve and the plan of each rung into this folder')
    .option('--svg <file>', 'write the picture of the curve into this file')
    .option('--json', 'print the curve as JSON')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (scenario: string, options: CurveOptions) => finish(await curve(io, scenario, options)));
}
