import { CommanderError } from 'commander';
import { program } from './commands/program.ts';
import { plain, shorten } from './format/text.ts';
import { EXIT, printLines } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

const MOST_COLUMNS = 300;
const MOST_FRAMES = 12;

/** Says on stderr that Gilde itself failed: one short line, and a trimmed stack where GILDE_DEBUG is set. */
export function reportBug(io: Pick<Io, 'stderr' | 'env'>, error: unknown): typeof EXIT.bug {
  const [message, ...frames] = String(error instanceof Error ? (error.stack ?? error.message) : error).split('\n');
  const shown = [message ?? '', ...frames].map((line) => shorten(plain(line), MOST_COLUMNS));
  const debug = (io.env['GILDE_DEBUG'] ?? '') !== '';
  printLines(io.stderr, [
    `error: a bug in gilde: ${shown[0]}`,
    ...(debug ? shown.slice(1, MOST_FRAMES) : ['hint: nothing was written; GILDE_DEBUG=1 shows where it happened']),
  ]);
  return EXIT.bug;
}

/** Runs one command line to its exit code. Never throws, and touches nothing but what `io` and its arguments name. */
export async function main(io: Io): Promise<number> {
  let code: number = EXIT.done;
  try {
    await program(io, (finished) => {
      code = finished;
    }).parseAsync(io.argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.refused;
    return reportBug(io, error);
  }
}
