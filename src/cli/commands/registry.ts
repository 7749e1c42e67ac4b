import type { Command } from 'commander';
import places from '../../../scenarios/registry/places/dutch-places.json' with { type: 'json' };
import { STUDIED_FIRMS } from '../../../scenarios/registry/proportions.ts';
import { generateRegistry } from '../../services/generate-registry.ts';
import { count } from '../format/number.ts';
import { EXIT, printLines, type Refusal, refuse } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { writeNewFiles } from '../terminal/write-new-files.ts';

const EXAMPLES = `Examples:
  gilde registry generate --to out/registry
  gilde registry generate --seed 7 --size 1000 --to out/registry
`;

const NOTES = `
The same seed and size give the same files. README.md beside them says that they
are synthetic and what is assumed. Hours are free hours a quarter.`;

interface GenerateOptions {
  readonly seed: string;
  readonly size: string;
  readonly to: string;
  readonly expansions?: boolean;
}

const MOST_FIRMS = 200_000;
const MOST_SEED = 2 ** 32 - 1;

const wrong = (option: string, least: number, most: number, text: string): Refusal => ({
  ok: false,
  message: `${option} must be a whole number from ${least} to ${most}, got ${text}`,
});

/** `gilde registry generate`: writes a synthetic registry. Answers with the exit code. */
async function generate(io: Io, options: GenerateOptions): Promise<number> {
  const [seed, size] = [options.seed, options.size].map((text) => (/^\d{1,12}$/.test(text) ? Number(text) : -1));
  if (seed === undefined || seed < 0 || seed > MOST_SEED)
    return refuse(io, wrong('--seed', 0, MOST_SEED, options.seed));
  if (size === undefined || size < 1 || size > MOST_FIRMS)
    return refuse(io, wrong('--size', 1, MOST_FIRMS, options.size));
  const files = generateRegistry({ input: { seed, size, places, expansions: options.expansions === true } });
  const written = await writeNewFiles(io, options.to, files);
  if (!written.ok) return refuse(io, written);
  printLines(io.stdout, [
    `Wrote ${count(size, 'synthetic supplier')} to ${options.to}: ${[...files.keys()].join(', ')}`,
  ]);
  return EXIT.done;
}

/** Adds `gilde registry` and what is below it. */
export function addRegistry(program: Command, io: Io, finish: (code: number) => void): void {
  const registry = program
    .command('registry')
    .summary('make a registry of suppliers')
    .description('Makes registries of suppliers: what a consortium is chosen from.')
    .addHelpText('before', EXAMPLES);
  registry
    .command('generate')
    .summary('write a synthetic registry')
    .description(
      'Writes suppliers.csv, capacity.csv and certificates.csv of Dutch firms that do not exist: in real places, in the ' +
        'proportions of the study of suppliers to Defence, with sizes, processes, certificates, rates and free hours that go together.',
    )
    .option('--seed <number>', 'what is drawn depends on it', '1')
    .option('--size <number>', 'suppliers (the study has 7,274 in the categories A to D)', String(STUDIED_FIRMS))
    .requiredOption('--to <dir>', 'write into this folder; no file that is there is overwritten')
    .option('--expansions', 'also write expansions.csv (options to expand)')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (options: GenerateOptions) => finish(await generate(io, options)));
}
