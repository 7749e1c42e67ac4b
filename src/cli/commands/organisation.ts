import type { Command } from 'commander';
import type { Contents } from '../../services/ports.ts';
import { table } from '../format/table.ts';
import { plain } from '../format/text.ts';
import type { Refusal } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { type DatabaseOptions, inDatabase } from '../terminal/on-database.ts';
import { lookFor } from '../terminal/paint.ts';

const EXAMPLES = `Examples:
  gilde organisation add 'Scheepswerf De Maas'
  gilde organisation list
  gilde token issue --organisation org_… --name planner
`;

/** What follows the help of every command for whoever runs the service. */
export const OPERATOR_NOTES = `
For whoever runs the service: works on its database, also while it runs. That is
--database, else GILDE_DATABASE, else gilde/gilde.db among your data.

Exit codes:
  0  done
  2  refused: nothing was changed
  70 a bug`;

const MOST_LETTERS = 200;

/** Why a text is no name, or undefined where it is one. */
export function wrongName(option: string, name: string): Refusal | undefined {
  if (name.trim() !== '' && name.length <= MOST_LETTERS && plain(name) === name) return undefined;
  return { ok: false, message: `${option} must be a name of 1 to ${MOST_LETTERS} letters, got '${plain(name)}'` };
}

/** An instant to the minute, UTC. */
export const minute = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** All rows of a list of the database, page by page. */
export async function everyRow<Row>(
  read: (wanted: {
    limit: number;
    cursor?: string;
  }) => Promise<
    | { ok: true; value: { readonly items: readonly Row[]; readonly next: string | null } }
    | { ok: false; reason: string }
  >,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page = await read({ limit: 200, ...(cursor !== null && { cursor }) });
    if (!page.ok) throw new Error(page.reason);
    rows.push(...page.value.items);
    cursor = page.value.next;
  } while (cursor !== null);
  return rows;
}

/** Makes an organisation with a name that no other has, so that nobody mixes them up by their names. */
async function add(organisations: Contents['organisations'], stated: string) {
  const wrong = wrongName('NAME', stated);
  if (wrong !== undefined) return wrong;
  const name = stated.trim();
  const standing = (await everyRow(organisations.list)).find((known) => known.name === name);
  if (standing === undefined) return { ok: true as const, told: [(await organisations.add(name)).id] };
  const message = `there is an organisation ${name} already: ${standing.id}`;
  return { ok: false as const, message, hint: 'issue a token for that one, or choose another name' };
}

interface ListOptions extends DatabaseOptions {
  readonly json?: boolean;
}

/** Adds `gilde organisation` and what is below it. */
export function addOrganisation(program: Command, io: Io, finish: (code: number) => void): void {
  const organisation = program
    .command('organisation')
    .summary('say who has data in the service')
    .description('Organisations have registries, scenarios, plans and jobs of their own; none sees those of another.')
    .addHelpText('before', EXAMPLES);
  organisation
    .command('add')
    .summary('make an organisation')
    .description('Makes an organisation and prints its id, which gilde token issue asks for.')
    .argument('<name>', 'what it is called; no other has that name')
    .option('--database <file>', 'file or URL of the database, where it is not the default')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', OPERATOR_NOTES)
    .action(async (name: string, options: DatabaseOptions) =>
      finish(await inDatabase(io, options, ({ organisations }) => add(organisations, name), true)),
    );
  organisation
    .command('list')
    .summary('list the organisations')
    .description(
      'Lists the organisations, newest first. org_local is the one of this machine, for which no token is asked.',
    )
    .option('--json', 'print them as JSON')
    .option('--database <file>', 'file or URL of the database, where it is not the default')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', OPERATOR_NOTES)
    .action(async (options: ListOptions) =>
      finish(
        await inDatabase(io, options, async ({ organisations }) => {
          const rows = await everyRow(organisations.list);
          if (options.json) return { ok: true, told: [JSON.stringify(rows, null, 2)] };
          const columns = [
            { header: 'organisation', cell: ({ id }: (typeof rows)[number]) => id },
            { header: 'since', cell: ({ createdAt }: (typeof rows)[number]) => minute(createdAt) },
            { header: 'name', cell: ({ name }: (typeof rows)[number]) => plain(name), least: 20 },
          ];
          return { ok: true, told: table(columns, rows, lookFor(io, io.stdout).width) };
        }),
      ),
    );
}
