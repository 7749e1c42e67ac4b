import type { Command } from 'commander';
import { serialiseStress, stressAsked } from '../../../scenarios/wire/stress-schema.ts';
import { type StatedStress, stressPlan } from '../../services/stress-plan.ts';
import { stressTables } from '../../services/stress-tables.ts';
import { stressLines } from '../format/stress.ts';
import { EXIT, printLines, type Refusal, refuse } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { lookFor, mayAnimate } from '../terminal/paint.ts';
import { writeFolder } from '../terminal/write-folder.ts';
import { numberOf, type OutageOptions, outageFlags, refusedOptions, statedOutages } from './outage-options.ts';
import { planToAssess } from './plan-to-assess.ts';
import type { VerifyOptions } from './verify.ts';

interface StressOptions extends VerifyOptions, OutageOptions {
  readonly target?: string;
  readonly time?: string;
  readonly out?: string;
}

const EXAMPLES = `Examples:
  gilde stress out/crane/plan.json
  gilde stress out/crane/plan.json --target 0.5 --recover 2
  gilde stress plan.json --scenario DIR --domains group,tag --time 600 --out out/stress
`;

const NOTES = `
The smallest set of firms (or regions, groups, tags; each kind by itself) without
which less than the target is left of what the plan delivers of some product, in
the service window in which their loss is felt most. All of a set are lost from
the same period on and for as long. What is not given is as the scenario's rule
survive-outage states, else as in its block robustness, else: 90 % is to be left,
2 periods, no surge.
"exact" is proven: no smaller set breaks the plan. Where time is up, a smaller
one may; the least size that is still possible is told.

Exit codes:
  0  tested, also when a limit or Ctrl-C left a bound
  2  bad input or usage
  4  there is no plan to test
  70 a bug`;

const SECONDS = 60;

interface Asked {
  readonly ok: true;
  readonly terms: StatedStress;
  readonly seconds: number;
}

/** What the options ask; every one that cannot be read, at once. */
function understand(options: StressOptions): Asked | Refusal {
  const { target, time } = options;
  const seconds = time === undefined ? SECONDS : numberOf(time);
  const parsed = stressAsked.safeParse({
    ...statedOutages(options),
    ...(target !== undefined && { target: numberOf(target) }),
  });
  const isTime = typeof seconds === 'number' && seconds >= 0 && seconds < Number.POSITIVE_INFINITY;
  if (parsed.success && isTime) return { ok: true, terms: parsed.data, seconds };
  const timed = isTime ? [] : [{ path: ['time'], message: 'a number of seconds, 0 or more' }];
  return refusedOptions([...(parsed.error?.issues ?? []), ...timed], {
    ...outageFlags(options),
    ...{ target: ['--target', target], time: ['--time', time] },
  });
}

/** `gilde stress`: how many have to be lost at once for a plan to break. Answers with the exit code. */
async function stress(io: Io, planPath: string, options: StressOptions): Promise<number> {
  const asked = understand(options);
  if (!asked.ok) return refuse(io, asked);
  const own = await planToAssess(io, planPath, options);
  if (typeof own === 'number') return own;
  const { terms, seconds } = asked;
  const engine = await io.engine('highs');
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  if (mayAnimate(io))
    say(`Seeking what breaks the plan, for ${seconds} s at most; Ctrl-C tells what is known by then.`);
  const report = await interruptible(
    io,
    say,
    () => 'what is known is told',
    (stop) => stressPlan({ ctx: { engine, now: io.now }, input: { ...own, terms, seconds, stop } }),
  );
  if (report === undefined) return EXIT.interrupted;
  const text = serialiseStress(report);
  if (options.out !== undefined) {
    const files = new Map([...stressTables({ input: report }), ['stress.json', text] as const]);
    const written = await writeFolder(io, options.out, files);
    if (!written.ok) return refuse(io, written);
  }
  if (options.json) io.stdout.write(text);
  else printLines(io.stdout, stressLines(report, lookFor(io, io.stdout)));
  return EXIT.done;
}

/** Adds `gilde stress`. */
export function addStress(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('stress')
    .summary('how many firms have to be lost at once for a plan to break')
    .description(
      'The reverse stress test: the fewest firms, or regions, groups, tags, that have to be lost at the same time for ' +
        'deliveries to fall below a target, with what is left then and the proof that fewer do not.',
    )
    .argument('<plan>', 'plan.json, or - for stdin')
    .option('--scenario <dir>', 'scenario folder or .json file (default: the one that run.json beside the plan names)')
    .option('--target <fraction>', 'of what the plan delivers of a product: less than that is a break')
    .option(
      '--domains <list>',
      'what is lost: supplier, group, region, tag, with commas between (else supplier,region)',
    )
    .option('--recover <periods>', 'how long all of it is lost')
    .option('--surge <fraction>', 'by how much the others can go beyond their hours')
    .option('--requalify', 'whoever takes over work waits for its qualification once more')
    .option('--time <seconds>', 'for all kinds together (else 60)')
    .option('--out <dir>', 'write stress.json and its tables into this folder')
    .option('--json', 'print the result as JSON')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (path: string, options: StressOptions) => finish(await stress(io, path, options)));
}
