import type { Contents, DatabaseKeeper, DatabasePlace } from '../../services/ports.ts';
import { databasePlace } from './database-place.ts';
import { EXIT, printLines, type Refusal, refuse } from './exit.ts';
import type { Io } from './io.ts';
import { systemError } from './path.ts';

/** How every command that works on a database is told which. */
export interface DatabaseOptions {
  readonly database?: string;
}

type Done = { readonly ok: true; readonly told: readonly string[] } | Refusal;

/** The file that the operating system speaks of, which need not be the database. */
const pathOf = (error: unknown): string | undefined =>
  error instanceof Error && 'path' in error ? String(error.path) : undefined;

/** Tells in words what the disk or the database at `shown` refused; any other error is a bug and is thrown on. */
export function refusedBy(keeper: DatabaseKeeper, shown: string, error: unknown): Refusal {
  const words = systemError(error) ?? keeper.words(error);
  if (words === undefined) throw error;
  return { ok: false, message: `${pathOf(error) ?? shown}: ${words}` };
}

/** Runs a command on the database that is named; what the disk or the database refuses is told in words. */
export async function onDatabase(
  io: Io,
  { database }: DatabaseOptions,
  act: (keeper: DatabaseKeeper, place: DatabasePlace, shown: string) => Promise<Done>,
): Promise<number> {
  const found = databasePlace(io, database);
  if (!found.ok) return refuse(io, found);
  const keeper = await io.keeper();
  try {
    const done = await act(keeper, found.place, found.shown);
    if (!done.ok) return refuse(io, done);
    printLines(io.stdout, done.told);
    return EXIT.done;
  } catch (error) {
    return refuse(io, refusedBy(keeper, found.shown, error));
  }
}

/**
 * Runs a command on what is in the database that is named, its tables brought up to date before. A file that is not there is made only
 * where `make` says so.
 */
export const inDatabase = (
  io: Io,
  options: DatabaseOptions,
  act: (contents: Contents) => Promise<Done>,
  make = false,
): Promise<number> =>
  onDatabase(io, options, async (keeper, place) => {
    const opened = await keeper.open(place, { make });
    if (!opened.ok) return opened;
    try {
      return await act(opened.contents);
    } finally {
      opened.contents.close();
    }
  });
