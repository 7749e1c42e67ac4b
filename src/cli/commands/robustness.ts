import type { Command } from 'commander';
import { outagesAsked, serialiseRobustness } from '../../../scenarios/wire/robustness-schema.ts';
import { assessRobustness, type StatedTerms } from '../../services/assess-robustness.ts';
import { robustnessTables } from '../../services/robustness-tables.ts';
import { robustnessLines } from '../format/robustness.ts';
import { EXIT, printLines, type Refusal, refuse } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { lookFor, mayAnimate } from '../terminal/paint.ts';
import { writeFolder } from '../terminal/write-folder.ts';
import { numberOf, type OutageOptions, outageFlags, refusedOptions, statedOutages } from './outage-options.ts';
import { planToAssess } from './plan-to-assess.ts';
import type { VerifyOptions } from './verify.ts';

interface RobustnessOptions extends VerifyOptions, OutageOptions {
  readonly serviceLevel?: string;
  readonly losses?: string;
  readonly out?: string;
}

const EXAMPLES = `Examples:
  gilde robustness out/crane/plan.json
  gilde robustness out/crane/plan.json --domains supplier,group,region --recover 2 --surge 0.2
  gilde robustness plan.json --scenario DIR --service-level 0.8 --losses 2 --out out/robustness
`;

const NOTES = `
Each loss is tried from each period of the horizon. A figure that is given holds
for every firm, else one that the scenario's rule survive-outage states; else a
firm's own timeToRecover and surge do, else the block robustness of the scenario,
else: each supplier, 90 % service, 2 periods, no surge. The plan need not be one
of Gilde's; where it does not hold for the scenario, that is said and it is
assessed as it stands. --out writes robustness.json and the tables.

Exit codes:
  0  assessed, whatever was found
  2  bad input or usage
  4  there is no plan to assess, or Ctrl-C ended the assessment
  70 a bug`;

/** What the options ask; every one that cannot be read, at once. */
function termsOf(options: RobustnessOptions): { readonly ok: true; readonly terms: StatedTerms } | Refusal {
  const { serviceLevel, losses } = options;
  const parsed = outagesAsked.safeParse({
    ...statedOutages(options),
    ...(serviceLevel !== undefined && { serviceLevel: numberOf(serviceLevel) }),
    ...(losses !== undefined && { losses: numberOf(losses) }),
  });
  if (parsed.success) return { ok: true, terms: parsed.data };
  return refusedOptions(parsed.error.issues, {
    ...outageFlags(options),
    serviceLevel: ['--service-level', serviceLevel],
    losses: ['--losses', losses],
  });
}

/** `gilde robustness`: how a plan stands against outages. Answers with the exit code. */
async function robustness(io: Io, planPath: string, options: RobustnessOptions): Promise<number> {
  const asked = termsOf(options);
  if (!asked.ok) return refuse(io, asked);
  const own = await planToAssess(io, planPath, options);
  if (typeof own === 'number') return own;
  const engine = await io.engine('highs');
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  if (mayAnimate(io)) say('Assessing outages; Ctrl-C ends it.');
  const report = await interruptible(
    io,
    say,
    () => 'the assessment ends',
    async (stop) => ({
      found: await assessRobustness({
        ctx: { engine, now: io.now },
        input: { ...own, terms: asked.terms, stop },
      }),
    }),
  );
  if (report === undefined) return EXIT.interrupted;
  if (report.found === undefined) {
    printLines(io.stderr, ['The assessment ended before all outages were assessed: nothing is told of them.']);
    return EXIT.undecided;
  }
  const text = serialiseRobustness(report.found);
  if (options.out !== undefined) {
    const files = new Map([...robustnessTables({ input: report.found }), ['robustness.json', text] as const]);
    const written = await writeFolder(io, options.out, files);
    if (!written.ok) return refuse(io, written);
  }
  if (options.json) io.stdout.write(text);
  else printLines(io.stdout, robustnessLines(report.found, lookFor(io, io.stdout)));
  return EXIT.done;
}

/** Adds `gilde robustness`. */
export function addRobustness(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('robustness')
    .summary('how a plan stands against outages')
    .description(
      'For each firm, group, region or tag that can fail: how long deliveries go on without it, what is lost where it is worst, who takes over and ' +
        'what would have to be in reserve; how concentrated the plan is, and which sources have one cause to fail.',
    )
    .argument('<plan>', 'plan.json, or - for stdin')
    .option('--scenario <dir>', 'scenario folder or .json file (default: the one that run.json beside the plan names)')
    .option('--domains <list>', 'what fails together: supplier, group, region, tag, with commas between')
    .option('--service-level <fraction>', 'of what the plan delivers of a product while an outage lasts')
    .option('--recover <periods>', 'how long an outage lasts')
    .option('--surge <fraction>', 'by how much the others can go beyond their hours')
    .option('--losses <number>', '2: any two at a time, too')
    .option('--requalify', 'whoever takes over work waits for its qualification once more')
    .option('--out <dir>', 'write robustness.json and its tables into this folder')
    .option('--json', 'print the assessment as JSON')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (path: string, options: RobustnessOptions) => finish(await robustness(io, path, options)));
}
