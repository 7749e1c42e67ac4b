import type { Command } from 'commander';
import { type ApiToken, type Contents, SCOPES } from '../../services/ports.ts';
import { table } from '../format/table.ts';
import { plain } from '../format/text.ts';
import { printLines, type Refusal } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { type DatabaseOptions, inDatabase } from '../terminal/on-database.ts';
import { lookFor } from '../terminal/paint.ts';
import { everyRow, minute, OPERATOR_NOTES, wrongName } from './organisation.ts';
import { expiryOf } from './token-expiry.ts';

const EXAMPLES = `Examples:
  gilde token issue --organisation org_… --name planner --expires 90d > token
  gilde token issue --organisation org_… --name reader --scope plans:read
  gilde token list --organisation org_…
  gilde token revoke tok_… --organisation org_…
`;

const SCOPE_NOTES = `
Scopes: ${SCOPES.slice(0, 4).join(', ')},
${SCOPES.slice(4).join(', ')}. Without --scope a token has all of them.

The secret is printed once, alone on stdout; only its SHA-256 is kept. Send it
as "Authorization: Bearer …", or put it into GILDE_TOKEN for gilde plan
--server.
`;

interface TokenOptions extends DatabaseOptions {
  readonly organisation: string;
}

interface IssueOptions extends TokenOptions {
  readonly name: string;
  readonly scope?: readonly string[];
  readonly expires?: string;
}

const unknown = (message: string, hint: string): Refusal => ({ ok: false, message, hint });

/** The store of an organisation that is there. */
async function storeIn(contents: Contents, { organisation }: TokenOptions) {
  const found = await contents.organisations.get(organisation);
  if (found === undefined)
    return unknown(`there is no organisation ${plain(organisation)}`, 'gilde organisation list shows their ids');
  return { ok: true as const, store: contents.storeOf(found.id) };
}

async function issue(io: Io, options: IssueOptions): Promise<number> {
  return inDatabase(io, options, async (contents) => {
    const scopes = options.scope ?? SCOPES;
    const strange = scopes.find((scope) => !SCOPES.some((known) => known === scope));
    if (strange !== undefined)
      return unknown(
        `--scope must be one of ${SCOPES.join(', ')}, got ${plain(strange)}`,
        'give --scope once for each of them',
      );
    const wrong = wrongName('--name', options.name);
    if (wrong !== undefined) return wrong;
    const expiry = expiryOf(options.expires, io.now());
    if (!expiry.ok) return expiry;
    const found = await storeIn(contents, options);
    if (!found.ok) return found;
    const { token, secret } = await found.store.tokens.issue({
      ...{ name: options.name.trim(), scopes: [...new Set(scopes)], expiresAt: expiry.at },
    });
    const until = token.expiresAt === null ? 'does not expire' : `expires ${minute(token.expiresAt)}`;
    printLines(io.stderr, [`${token.id} ${until}; this is shown once:`]);
    return { ok: true, told: [secret] };
  });
}

async function list(io: Io, options: TokenOptions & { readonly json?: boolean }): Promise<number> {
  return inDatabase(io, options, async (contents) => {
    const found = await storeIn(contents, options);
    if (!found.ok) return found;
    const rows = await everyRow(found.store.tokens.list);
    if (options.json) return { ok: true, told: [JSON.stringify(rows, null, 2)] };
    const cells: readonly (readonly [header: string, cell: (row: ApiToken) => string])[] = [
      ['token', ({ id }) => id],
      ['expires', ({ expiresAt }) => (expiresAt === null ? 'never' : minute(expiresAt))],
      ['used', ({ lastUsedAt }) => (lastUsedAt === null ? 'not yet' : minute(lastUsedAt))],
    ];
    const columns = [
      ...cells.map(([header, cell]) => ({ header, cell })),
      { header: 'name', cell: ({ name }: ApiToken) => plain(name), least: 10 },
      { header: 'scopes', cell: ({ scopes }: ApiToken) => scopesOf(scopes), least: 16, wraps: true, optional: true },
    ];
    return { ok: true, told: table(columns, rows, lookFor(io, io.stdout).width) };
  });
}

const scopesOf = (scopes: readonly string[]): string => (scopes.length === SCOPES.length ? 'all' : scopes.join(' '));

async function revoke(io: Io, id: string, options: TokenOptions): Promise<number> {
  return inDatabase(io, options, async (contents) => {
    const found = await storeIn(contents, options);
    if (!found.ok) return found;
    if (await found.store.tokens.revoke(id)) return { ok: true, told: [`${id} is not accepted any more.`] };
    return unknown(`the organisation has no token ${plain(id)}`, 'gilde token list shows their ids');
  });
}

/** Adds `gilde token` and what is below it. */
export function addToken(program: Command, io: Io, finish: (code: number) => void): void {
  const token = program
    .command('token')
    .summary('let programs ask for an organisation')
    .description('Tokens by which programs and people ask the service for an organisation.')
    .addHelpText('before', EXAMPLES);
  const below = (name: string, summary: string, description: string): Command =>
    token
      .command(name)
      .summary(summary)
      .description(description)
      .requiredOption('--organisation <id>', 'whose token; gilde organisation list shows the ids')
      .option('--database <file>', 'file or URL of the database, where it is not the default')
      .addHelpText('before', EXAMPLES);
  below('issue', 'make a token', 'Makes a token for an organisation and prints it, this once.')
    .requiredOption('--name <name>', 'what it is for, to know it again')
    .option('--scope <scope>', 'what it allows; more than one may be given', (scope, all: string[] = []) => [
      ...all,
      scope,
    ])
    .option('--expires <when>', 'after so many days, as 90d, or at the end of a day, as 2027-06-30 (else never)')
    .addHelpText('after', SCOPE_NOTES + OPERATOR_NOTES)
    .action(async (options: IssueOptions) => finish(await issue(io, options)));
  below('list', 'list the tokens', 'Lists the tokens of an organisation, newest first; not their secrets.')
    .option('--json', 'print them as JSON')
    .addHelpText('after', OPERATOR_NOTES)
    .action(async (options: TokenOptions) => finish(await list(io, options)));
  below('revoke', 'end a token', 'Ends a token at once: its next request is refused.')
    .argument('<token>', 'its id, tok_…')
    .addHelpText('after', OPERATOR_NOTES)
    .action(async (id: string, options: TokenOptions) => finish(await revoke(io, id, options)));
}
