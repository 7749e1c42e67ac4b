import type { Command } from 'commander';
import type { Envelope } from '../../../scenarios/domain/envelope.ts';
import { serialiseEnvelope } from '../../../scenarios/wire/envelope-schema.ts';
import { type EnvelopeProgress, envelopeRefusal, findEnvelope } from '../../services/envelope.ts';
import { ENGINE_NAMES } from '../../services/ports.ts';
import { envelopeLines } from '../format/envelope.ts';
import { EXIT, printLines, refuse, warn } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { lookFor } from '../terminal/paint.ts';
import { finishing, startProgress } from '../terminal/progress.ts';
import { readScenarioArgument } from '../terminal/read-scenario.ts';
import { multiplesOf } from './multiples.ts';
import { engineAsked, type SolveOptions, solveSettings } from './solve-options.ts';

interface EnvelopeOptions extends Pick<SolveOptions, 'gap' | 'time' | 'engine' | 'seed'> {
  readonly multiples?: string;
  readonly json?: boolean;
}

const EXAMPLES = `Examples:
  gilde envelope scenarios/examples/tiny
  gilde envelope scenarios/examples/crane --time 120
  gilde envelope DIR --multiples 1.5,2,3.5 --json | jq .earliest
`;

const NOTES = `
The figures of a period are what a plan delivers from then on, and what no plan
can exceed. Nothing is asked before that period, so that stock can be built up;
demand without a baseline is asked for as stated from the same period on. --time
is for all periods together; Ctrl-C keeps what is found.

Exit codes:
  0  done, also when a limit or Ctrl-C left some periods open
  2  bad input or usage, or no programme states a baseline
  3  infeasible: the rules that cannot hold together are named
  4  a limit was reached before anything was found
  70 a bug`;

const exitOf = ({ periods }: Envelope): number => {
  if (periods.every(({ status }) => status === 'infeasible')) return EXIT.infeasible;
  const found = periods.some(({ multiple, status }) => multiple !== null || status === 'unlimited');
  return found ? EXIT.done : EXIT.undecided;
};

/** `gilde envelope`: the largest multiple of the baseline from each period on. Answers with the exit code. */
async function envelope(io: Io, argument: string, options: EnvelopeOptions): Promise<number> {
  const solve = solveSettings(options);
  if (!solve.ok) return refuse(io, solve);
  const asked = multiplesOf(options.multiples);
  if (!asked.ok) return refuse(io, asked);
  const found = await readScenarioArgument(io, argument);
  if (!found.ok) return refuse(io, found);
  const { scenario, sha256 } = found.stated;
  const engine = engineAsked(scenario, solve.settings);
  if (!engine.ok) return refuse(io, engine);
  const refusal = envelopeRefusal({ input: { scenario } });
  if (refusal !== undefined) return refuse(io, { ok: false, message: refusal });
  warn(io, found.warnings);

  const ctx = { engine: await io.engine(engine.engine), now: io.now };
  let at: EnvelopeProgress | undefined;
  const before = () => at && `${at.done} of ${at.of} periods are done, ${at.period} is next`;
  const line = startProgress(io, solve.settings.timeLimit ?? scenario.solve.timeLimit, { title: 'envelope', before });
  const { multiples } = asked;
  const { strategy: _, ...settings } = solve.settings;
  const answer = await interruptible(
    io,
    finishing(line),
    () => 'what is found is kept',
    (stop) => {
      const progress = (news: EnvelopeProgress): void => {
        at = news;
      };
      return findEnvelope({
        ctx,
        input: { scenario, sha256, settings, stop, progress, ...(multiples && { multiples }) },
      });
    },
  ).finally(line.end);
  if (answer === undefined) return EXIT.interrupted;
  if (options.json) io.stdout.write(serialiseEnvelope(answer));
  else printLines(io.stdout, envelopeLines(answer, lookFor(io, io.stdout)));
  return exitOf(answer);
}

/** Adds `gilde envelope`. */
export function addEnvelope(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('envelope')
    .summary('how fast production can be ramped up at most')
    .description(
      'For each period the largest multiple of the baseline that can be delivered in every period from then on, with ' +
        'the rules of a plan; from when on 2, 3 and 4 times the baseline are possible, and what holds it back.',
    )
    .argument('<scenario>', 'scenario folder, a .json file, or - for a JSON document on stdin')
    .option(
      '--multiples <list>',
      'multiples whose earliest period is told (else 2,3,4), beside those of the programmes',
    )
    .option('--gap <fraction>', 'stop at this relative gap of each period (else as the scenario says, else 0.01)')
    .option('--time <seconds>', 'stop after this time, all periods together (else as the scenario says, else 60)')
    .option('--engine <name>', `${ENGINE_NAMES.join(' or ')} (small models only)`)
    .option('--seed <number>', 'seed of the engine (else as the scenario says, else 1)')
    .option('--json', 'print the envelope as JSON')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (scenario: string, options: EnvelopeOptions) => finish(await envelope(io, scenario, options)));
}
