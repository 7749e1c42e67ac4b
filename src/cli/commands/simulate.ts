import type { Command } from 'commander';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { SimulationTerms } from '../../../scenarios/domain/simulation.ts';
import { simulatePlan, simulationRefusal } from '../../services/simulate-plan.ts';
import { verifyPlan } from '../../services/verify-plan.ts';
import { simulationLines } from '../format/simulation.ts';
import { simulationFiles } from '../format/simulation-files.ts';
import { violationLines } from '../format/verification.ts';
import { EXIT, printLines, type Refusal, refuse, warn } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { judgeFor } from '../terminal/judge.ts';
import { lookFor, paintOf } from '../terminal/paint.ts';
import { countProgress } from '../terminal/progress.ts';
import { readPlanArgument } from '../terminal/read-plan.ts';
import type { FoundScenario } from '../terminal/read-scenario.ts';
import { checkWritable, writeFolder } from '../terminal/write-folder.ts';
import { multiplesOf } from './multiples.ts';
import { type SimulateOptions, termsOf } from './simulate-options.ts';
import { readStated } from './verify.ts';

const EXAMPLES = `Examples:
  gilde simulate out/crane/plan.json
  gilde simulate out/crane/plan.json --runs 10000 --seed 7 --out out/futures
  gilde simulate out/crane/plan.json --demand-spread 0.2 --yield-loss 0.03 --lateness 0.1
  gilde simulate out/choice/1-cheapest/plan.json --compare out/choice/4-most-spread/plan.json --scenario DIR
`;

const NOTES = `
Each run draws one future: outages of members by outageProbability and timeToRecover
of suppliers.csv, and what the options add. The plan is carried out in it by a stated
policy (docs/simulation.md): nobody foresees anything, lost work moves to awarded
sources that are ready and have free hours. The same seed draws the same futures for
every plan of a scenario, whatever the number of threads.

Exit codes:
  0  simulated
  1  a plan does not hold for this scenario: each violation is named
  2  bad input or usage
  70 a bug`;

interface Checked {
  readonly ok: true;
  readonly plan: Plan;
}

/** A plan of the scenario that holds; answers with an exit code where it does not. */
async function checked(io: Io, path: string, { stated }: FoundScenario): Promise<Checked | number> {
  const read = await readPlanArgument(io, path);
  if (!read.ok) return refuse(io, read);
  const refused = simulationRefusal(read.plan);
  if (refused !== undefined) return refuse(io, { ok: false, message: `${path} cannot be simulated: ${refused}` });
  const { scenario } = stated;
  const verification = await verifyPlan({ ctx: await judgeFor(io, scenario), input: { scenario, plan: read.plan } });
  if (verification.holds) return read;
  const what = `${path} does not hold for this scenario, so that it is not simulated`;
  printLines(io.stderr, [`${paintOf(io, io.stderr).red('error:')} ${what}`, ...violationLines(verification)]);
  return EXIT.verificationFailed;
}

interface Asked {
  readonly ok: true;
  readonly found: FoundScenario;
  readonly terms: SimulationTerms;
  readonly multiples?: readonly number[];
}

/** What can be refused before a plan is looked at. */
async function understand(io: Io, path: string, options: SimulateOptions): Promise<Asked | Refusal> {
  const terms = termsOf(options);
  if (!terms.ok) return terms;
  const multiples = multiplesOf(options.multiples);
  if (!multiples.ok) return multiples;
  if (options.out !== undefined) {
    const writable = await checkWritable(io, options.out);
    if (!writable.ok) return writable;
  }
  const found = await readStated(io, path, options);
  return found.ok ? { ...multiples, found, terms: terms.terms } : found;
}

/** `gilde simulate`: verifies a plan, then runs it in many futures. Answers with the exit code. */
async function simulate(io: Io, path: string, options: SimulateOptions): Promise<number> {
  const asked = await understand(io, path, options);
  if (!asked.ok) return refuse(io, asked);
  const { found, terms, multiples } = asked;
  warn(io, found.warnings);
  const own = await checked(io, path, found);
  if (typeof own === 'number') return own;
  const other = options.compare === undefined ? undefined : await checked(io, options.compare, found);
  if (typeof other === 'number') return other;
  const line = countProgress(io, 'simulate', 'runs');
  const simulation = await simulatePlan({
    ctx: io.simulating ? { running: io.simulating } : {},
    input: {
      ...{ ...found.stated, plan: own.plan, terms, progress: line.update },
      ...(other && { other: other.plan }),
      ...(multiples && { multiples }),
    },
  }).finally(line.end);
  const files = simulationFiles(simulation);
  if (options.out !== undefined) {
    const written = await writeFolder(io, options.out, files);
    if (!written.ok) return refuse(io, written);
  }
  if (options.json) io.stdout.write(files.get('simulation.json')!);
  else printLines(io.stdout, simulationLines(simulation, lookFor(io, io.stdout)));
  if (options.out !== undefined) printLines(io.stderr, [`Wrote ${[...files.keys()].join(', ')} to ${options.out}`]);
  return EXIT.done;
}

/** Adds `gilde simulate`. */
export function addSimulate(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('simulate')
    .summary('how a plan fares in many drawn futures')
    .description(
      'Runs a plan in many drawn futures: service level, probability of reaching a multiple by a date, expected ' +
        'shortfall and CVaR95, each with its interval; the fan of deliveries; whose outages cost most.',
    )
    .argument('<plan>', 'plan.json, or - for stdin')
    .option('--scenario <dir>', 'scenario folder or .json file (default: the one that run.json beside the plan names)')
    .option('--compare <plan>', 'another plan of the same scenario, in the same futures')
    .option('--runs <number>', 'futures that are drawn (else 1000)')
    .option('--seed <number>', 'of the draws (else 1)')
    .option('--outages <p>', 'outage probability a year of firms that state none (else 0)')
    .option(
      '--common <list>',
      'probability a year that all firms of a group, region or tag are lost together: group=0.01,region=0.002',
    )
    .option('--recovery-spread <x>', 'coefficient of variation of times to recover (else 0)')
    .option('--demand-spread <x>', 'coefficient of variation of the demand of each programme (else 0)')
    .option('--period-spread <x>', 'coefficient of variation of the demand of single periods (else 0)')
    .option('--yield-loss <x>', 'share of output lost: half-normal with this σ for each source and period (else 0)')
    .option('--lateness <p>', 'probability of each further period that a new source is late (else 0)')
    .option('--confidence <x>', 'of the intervals (else 0.95)')
    .option('--multiples <list>', 'multiples of the baseline whose probabilities are told (else 2,3,4)')
    .option('--out <dir>', 'write simulation.json and its tables into this folder')
    .option('--json', 'print the simulation as JSON')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (path: string, options: SimulateOptions) => finish(await simulate(io, path, options)));
}
