import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { plannedTiny } from './support/planned.ts';
import { run } from './support/run.ts';

/** A work place with the example planned into `out`, its plan then rewritten. */
async function planned(rewrite: (plan: string) => string = (plan) => plan): Promise<string> {
  const cwd = await plannedTiny();
  const path = join(cwd, 'out/plan.json');
  await writeFile(path, rewrite(await readFile(path, 'utf8')));
  return cwd;
}

describe('gilde verify', () => {
  test('a plan holds, and what is only claimed is told apart; the scenario is found by the run.json beside the plan', async () => {
    const cwd = await planned();
    const ran = await run(['verify', 'out/plan.json'], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const [verdict, ...claims] = ran.stdout.trimEnd().split('\n');
    expect(verdict).toBe('holds: 2 rules, 4 members, 4 awards, 14 rows of production, 2 aims and the digest');
    for (const claim of claims) expect(claim).toMatch(/^claimed: /);
    expect(claims[0]).toContain('the bounds of shortfall and cost are claimed by highs');
  });

  test('a plan that was altered by hand names each violation on its own line and ends with 1', async () => {
    const cwd = await planned((plan) => plan.replace('"quantity": 14', '"quantity": 20'));
    const ran = await run(['verify', 'out/plan.json'], { cwd });
    expect(ran.code).toBe(1);
    const [verdict, ...lines] = ran.stdout.trimEnd().split('\n');
    const violations = lines.filter((line) => !line.startsWith('claimed: '));
    expect(verdict).toBe(`does not hold: ${violations.length} violations`);
    expect(violations[0]).toMatch(/^digest: /);
    expect(violations).toContain('share-cap (rule cap-60): S2 makes 48 FRAME, at most 42 of the 70 required');
    expect(violations).toContain('capacity: S2 works 200.0 h of welding in 2026-Q2, 160.0 h available');
  });

  test('the same plan does not hold for a scenario that was changed since', async () => {
    const cwd = await planned();
    const path = join(cwd, 'tiny/capacity.csv');
    await writeFile(path, (await readFile(path, 'utf8')).replace('S1,welding,80', 'S1,welding,70'));
    const ran = await run(['verify', 'out/plan.json'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout.split('\n')).toEqual([
      'does not hold: the plan was made for another scenario, or the scenario was changed since',
      expect.stringMatching(/^ {2}made for: tiny \(synthetic example\) \(sha256 [0-9a-f]{12}…\)$/),
      expect.stringMatching(/^ {2}judged by: tiny .* \(sha256 [0-9a-f]{12}…\), read from .*\/tiny$/),
      expect.stringContaining('--scenario DIR'),
      '',
    ]);
    const { violations } = JSON.parse((await run(['verify', 'out/plan.json', '--json'], { cwd })).stdout);
    const messages = violations.map(({ message }: { message: string }) => message);
    expect(messages).toContain('S1 works 80.0 h of welding in 2026-Q1, 70.0 h available');
  });

  test('--json prints the verification for machines', async () => {
    const cwd = await planned();
    const ran = await run(['verify', 'out/plan.json', '--json'], { cwd });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      holds: true,
      violations: [],
      rules: [
        { rule: 'cap-60', holds: true },
        { rule: 'two-sources', holds: true },
      ],
    });
  });

  test('a plan comes from stdin and its scenario from --scenario', async () => {
    const cwd = await planned();
    const stdin = await readFile(join(cwd, 'out/plan.json'), 'utf8');
    const ran = await run(['verify', '-', '--scenario', 'tiny'], { cwd, stdin });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^holds: 2 rules, /);
  });

  test('colours the verdict on a terminal, and not where NO_COLOR is set', async () => {
    const cwd = await planned();
    const asked = { cwd, columns: 80 };
    const coloured = await run(['verify', 'out/plan.json'], asked);
    expect(coloured.stdout.startsWith('\u001b[32mholds: ')).toBe(true);
    expect((await run(['verify', 'out/plan.json'], { ...asked, env: { NO_COLOR: '1' } })).stdout).toMatch(/^holds: /);
  });
});

describe('what gilde verify refuses', () => {
  test('a plan without a run.json beside it and without --scenario', async () => {
    const cwd = await planned();
    await rename(join(cwd, 'out/plan.json'), join(cwd, 'plan.json'));
    const ran = await run(['verify', 'plan.json'], { cwd });
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: no run.json beside the plan names its scenario\nhint: name the scenario folder with --scenario DIR\n',
    });
  });

  test('a scenario that is no longer where the run found it', async () => {
    const cwd = await planned();
    await rename(join(cwd, 'tiny'), join(cwd, 'moved'));
    const ran = await run(['verify', 'out/plan.json'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`cannot read ${join(cwd, 'tiny')}: no such file or directory`);
    expect((await run(['verify', 'out/plan.json', '--scenario', 'moved'], { cwd })).code).toBe(0);
  });

  test('plan and scenario both from stdin', async () => {
    const cwd = await planned();
    const stdin = await readFile(join(cwd, 'out/plan.json'), 'utf8');
    const ran = await run(['verify', '-', '--scenario', '-'], { cwd, stdin });
    expect(ran).toMatchObject({ code: 2, stderr: 'error: plan and scenario cannot both come from stdin\n' });
  });

  test.each([
    ['a missing file', undefined, /^error: cannot read plan\.json: no such file or directory\n$/],
    ['text that is not JSON', '{"format":', /^error: plan\.json is not a plan: 1 problem\nplan\.json(:1)?: not JSON: /],
    ['another document', '{"format":"gilde-plan/2"}', /^error: plan\.json is not a plan: \d+ problems\nplan\.json: /],
    ['a number', '7', /^error: plan\.json is not a plan: 1 problem\nplan\.json: /],
  ])('%s', async (_what, text, message) => {
    const cwd = await emptyFolder();
    if (text !== undefined) await writeFile(join(cwd, 'plan.json'), text);
    const ran = await run(['verify', 'plan.json', '--scenario', 'x'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });
});
