import { describe, expect, test } from 'vitest';
import { expiryOf } from '../../../src/cli/commands/token-expiry.ts';
import { contents, emptyFolder } from './support/folder.ts';
import { run } from './support/run.ts';

/** Commands on one database, with one organisation in it. */
async function office() {
  const cwd = await emptyFolder();
  const gilde = (...argv: string[]) => run(argv, { cwd, env: { GILDE_DATABASE: 'gilde.db' }, now: Date.now });
  const organisation = (await gilde('organisation', 'add', 'Werf')).stdout.trim();
  const issue = (...options: string[]) => gilde('token', 'issue', '--organisation', organisation, ...options);
  return { gilde, organisation, issue };
}

describe('an organisation', () => {
  test('is made, and listed with its id', async () => {
    const { gilde, organisation } = await office();
    expect(organisation).toMatch(/^org_[0-9a-f]{32}$/);
    expect((await gilde('organisation', 'list')).stdout).toMatch(
      new RegExp(`^organisation +since +name\\n${organisation} +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC +Werf\\n$`),
    );
    const listed = JSON.parse((await gilde('organisation', 'list', '--json')).stdout);
    expect(listed).toMatchObject([{ id: organisation, name: 'Werf' }]);
  });

  test('has a name that no other has', async () => {
    const { gilde, organisation } = await office();
    expect(await gilde('organisation', 'add', ' Werf ')).toEqual({
      ...{ code: 2, stdout: '' },
      stderr: `error: there is an organisation Werf already: ${organisation}\nhint: issue a token for that one, or choose another name\n`,
    });
    expect(JSON.parse((await gilde('organisation', 'list', '--json')).stdout)).toHaveLength(1);
  });

  test('has a name', async () => {
    const { gilde } = await office();
    const refused = await gilde('organisation', 'add', ' ');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/NAME must be a name of 1 to 200 letters/);
  });
});

describe('a database that is not there', () => {
  test.each([
    [['organisation', 'list']],
    [['token', 'list', '--organisation', 'org_x']],
    [['token', 'issue', '--organisation', 'org_x', '--name', 'x']],
  ])('is not made by gilde %s', async (argv) => {
    const cwd = await emptyFolder();
    const refused = await run([...argv, '--database', 'new/gilde.db'], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^error: there is no database .*gilde\.db\nhint: gilde serve and gilde migrate/);
    expect(await contents(cwd)).toEqual({});
  });
});

describe('a token', () => {
  test('is shown once, alone on stdout; lists show it without its secret until it is revoked', async () => {
    const { gilde, organisation, issue } = await office();
    const issued = await issue(
      '--name',
      'planner',
      '--scope',
      'plans:read',
      '--scope',
      'plans:solve',
      '--expires',
      '90d',
    );
    expect(issued.code).toBe(0);
    expect(issued.stdout).toMatch(/^gilde_[0-9a-f]{64}\n$/);
    const id = /^(tok_[0-9a-f]{32}) expires \d{4}-\d\d-\d\d \d\d:\d\d UTC; this is shown once:\n$/.exec(
      issued.stderr,
    )?.[1];
    const listed = await gilde('token', 'list', '--organisation', organisation);
    expect(listed.stdout).toContain(id);
    expect(listed.stdout).toMatch(/not yet +planner +plans:read\n? *plans:solve/);
    expect(listed.stdout).not.toContain(issued.stdout.trim());
    const revoke = () => gilde('token', 'revoke', id ?? '', '--organisation', organisation);
    expect(await revoke()).toEqual({ code: 0, stdout: `${id} is not accepted any more.\n`, stderr: '' });
    expect(await revoke()).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse((await gilde('token', 'list', '--organisation', organisation, '--json')).stdout)).toEqual([]);
  });

  test.each([
    [['--name', 'x', '--scope', 'plans:write'], /--scope must be one of .*, got plans:write/],
    [['--name', ''], /--name must be a name/],
    [['--name', 'x', '--expires', 'tomorrow'], /--expires must be days from now, as 90d/],
  ])('with %j is refused', async (options, message) => {
    const { issue } = await office();
    const refused = await issue(...options);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(message);
  });

  test('is of an organisation that is there', async () => {
    const { gilde } = await office();
    const refused = await gilde('token', 'list', '--organisation', 'org_none');
    expect(refused.stderr).toBe(
      'error: there is no organisation org_none\nhint: gilde organisation list shows their ids\n',
    );
  });
});

const NOW = Date.UTC(2026, 10, 22, 9);

test.each([
  ['90d', Date.UTC(2027, 1, 20, 9)],
  ['2026-11-22', Date.UTC(2026, 10, 23)],
  ['2028-02-29', Date.UTC(2028, 2, 1)],
])('a token that expires %s', (stated, at) => {
  expect(expiryOf(stated, NOW)).toEqual({ ok: true, at });
});

test.each(['0d', '2026-11-21', '2027-02-29', '9999d', '90 d', ''])('no token expires %j', (stated) => {
  expect(expiryOf(stated, NOW)).toMatchObject({ ok: false });
});
