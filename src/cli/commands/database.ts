import { resolve } from 'node:path';
import type { Command } from 'commander';
import { count } from '../format/number.ts';
import type { Refusal } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { type DatabaseOptions, onDatabase } from '../terminal/on-database.ts';

const NOTES = `
The database is a file (default: gilde/gilde.db among your data, as in
~/.local/share) or, for migrate, the URL of a libSQL server; GILDE_DATABASE
names it for every command, GILDE_DATABASE_TOKEN holds the server's token.

Exit codes:
  0  done
  2  refused: nothing was changed
  70 a bug`;

const BACKUP_EXAMPLES = `Examples:
  gilde backup gilde-2026-11-22.db
  gilde backup copy.db --database /srv/gilde/gilde.db
`;

const RESTORE_EXAMPLES = `Examples:
  gilde restore gilde-2026-11-22.db --replace
  gilde restore copy.db --database elsewhere/gilde.db
`;

const MIGRATE_EXAMPLES = `Examples:
  gilde migrate
  GILDE_DATABASE_TOKEN=… gilde migrate --database libsql://gilde.example.org
`;

const noFile: Refusal = { ok: false, message: 'FILE must name a file, got nothing' };

/** Adds `gilde backup`, `gilde restore` and `gilde migrate`. */
export function addDatabase(program: Command, io: Io, finish: (code: number) => void): void {
  const where = ['--database <file>', 'the database, where it is not the default'] as const;
  program
    .command('backup')
    .summary('copy the database into a file')
    .description('Copies the database as it stands at one instant into a new file, while others may work with it.')
    .argument('<file>', 'the copy; a file that is there is not overwritten')
    .option(...where)
    .addHelpText('before', BACKUP_EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (file: string, options: DatabaseOptions) =>
      finish(
        await onDatabase(io, options, async (keeper, place, shown) => {
          if (file === '') return noFile;
          const kept = await keeper.backup(place, resolve(io.cwd, file));
          return kept.ok ? { ok: true, told: [`Copied ${shown} to ${file}: ${count(kept.bytes, 'byte')}.`] } : kept;
        }),
      ),
    );
  program
    .command('restore')
    .summary('put a copy in the place of the database')
    .description('Checks a copy and puts it in the place of the database, whole or not at all. Stop the service first.')
    .argument('<file>', 'a copy made by gilde backup')
    .option(...where)
    .option('--replace', 'the database that is there is lost')
    .addHelpText('before', RESTORE_EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (file: string, options: DatabaseOptions & { readonly replace?: boolean }) =>
      finish(
        await onDatabase(io, options, async (keeper, place, shown) => {
          if (file === '') return noFile;
          const kept = await keeper.restore(place, resolve(io.cwd, file), { replace: options.replace === true });
          return kept.ok ? { ok: true, told: [`${kept.replaced ? 'Replaced' : 'Made'} ${shown} from ${file}.`] } : kept;
        }),
      ),
    );
  program
    .command('migrate')
    .summary('bring the tables of the database up to date')
    .description('Applies the migrations that the database lacks: all of them or none. Makes a file that is not there.')
    .option('--database <file>', 'file or URL of the database, where it is not the default')
    .addHelpText('before', MIGRATE_EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (options: DatabaseOptions) =>
      finish(
        await onDatabase(io, options, async (keeper, place, shown) => {
          const kept = await keeper.migrate(place);
          if (!kept.ok) return kept;
          const told = kept.applied === 0 ? 'is up to date' : `: ${count(kept.applied, 'migration')} applied`;
          return { ok: true, told: [kept.applied === 0 ? `${shown} ${told}.` : `${shown}${told}.`] };
        }),
      ),
    );
}
