import type { Command } from 'commander';
import { makeTemplate } from '../../services/make-template.ts';
import { EXIT, printLines, refuse } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { shellWord } from '../terminal/path.ts';
import { writeNewFiles } from '../terminal/write-new-files.ts';

const EXAMPLES = `Examples:
  gilde template --to my-scenario
  gilde plan my-scenario
`;

/** `gilde template`: writes a scenario folder to fill in. Answers with the exit code. */
async function template(io: Io, { to }: { readonly to: string }): Promise<number> {
  const files = makeTemplate();
  const written = await writeNewFiles(io, to, files);
  if (!written.ok) return refuse(io, written);
  printLines(io.stdout, [`Wrote ${[...files.keys()].join(', ')} to ${to}`]);
  printLines(io.stderr, [`Next: read ${to}/README.md, replace the example rows, then: gilde plan ${shellWord(to)}`]);
  return EXIT.done;
}

/** Adds `gilde template`. */
export function addTemplate(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('template')
    .summary('write a scenario folder to fill in')
    .description(
      'Writes scenario.yaml with every block explained, every table with all its columns and a few example rows, and a ' +
        'README.md that says what each column means. The folder can be planned as it is.',
    )
    .requiredOption('--to <dir>', 'write into this folder; no file that is there is overwritten')
    .addHelpText('before', EXAMPLES)
    .action(async (options: { to: string }) => finish(await template(io, options)));
}
