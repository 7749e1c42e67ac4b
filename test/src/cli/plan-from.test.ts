import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plannedTiny } from './support/planned.ts';
import { run } from './support/run.ts';

/** A folder with the example and a plan of it, and a command that plans it again from a plan. */
async function planned() {
  const cwd = await plannedTiny();
  const read = async (name: string) => readFile(join(cwd, name), 'utf8');
  const again = (...options: string[]) => run(['plan', 'tiny', '--from', 'out/plan.json', ...options], { cwd });
  const change = async (rewrite: (text: string) => string) =>
    writeFile(join(cwd, 'out/plan.json'), rewrite(await read('out/plan.json')));
  return { cwd, read, again, change };
}

describe('gilde plan --from', () => {
  test('starts from a plan, which the run names, and the same again gives the same bytes', async () => {
    const { read, again } = await planned();
    const { digest } = JSON.parse(await read('out/plan.json'));
    expect(JSON.parse(await read('out/run.json')).startedFrom).toBeNull();
    expect(await again('--out', 'one')).toMatchObject({ code: 0 });
    expect(await again('--out', 'two')).toMatchObject({ code: 0 });
    expect(JSON.parse(await read('one/run.json')).startedFrom).toBe(digest);
    expect(await read('one/plan.json')).toBe(await read('two/plan.json'));
  });

  test('keeps the option in the command that it tells to be run', async () => {
    const { again } = await planned();
    expect((await again()).stderr).toContain('gilde plan tiny --from out/plan.json --out out/tiny');
  });

  test('refuses a file that is no plan, with what is wrong where', async () => {
    const { change, again } = await planned();
    await change((text) => text.replace('"seed": 1', '"seed": "one"'));
    const refused = await again('--out', 'new');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^error: out\/plan.json is not a plan: 1 problem\nout\/plan.json: seed: .*one.*\n/);
  });

  test('refuses a plan that was changed after it was made', async () => {
    const { change, again } = await planned();
    await change((text) => text.replace('"seed": 1', '"seed": 2'));
    expect((await again()).stderr).toMatch(/out\/plan.json: digest: the plan was changed after it was made, found \w+/);
  });

  test('refuses an answer without a plan, a file that is not there, and stdin twice', async () => {
    const { change, again, cwd } = await planned();
    await change((text) => text.replace(/"status": "\w+"/, '"status": "unknown"'));
    expect((await again()).stderr).toContain('out/plan.json holds no plan to start from: its status is unknown');
    expect((await run(['plan', 'tiny', '--from', 'none.json'], { cwd })).stderr).toContain('cannot read none.json');
    expect((await run(['plan', '-', '--from', '-'], { cwd })).stderr).toContain('cannot both come from stdin');
  });
});

describe('what the time of a solve bought', () => {
  test('stands in the run as improvements only, and in plain lines on a terminal, not in a pipe', async () => {
    const { read, cwd } = await planned();
    const { timeline } = JSON.parse(await read('out/run.json'));
    const plan = JSON.parse(await read('out/plan.json'));
    expect(Object.keys(timeline[0])).toEqual(['seconds', 'aim', 'stage', 'kind', 'value', 'gap']);
    const ofCost = timeline.filter(({ aim, kind }: Record<string, string>) => aim === 'cost' && kind === 'plan');
    expect(ofCost.at(-1).value).toBeCloseTo(plan.aims.at(-1).value, 6);
    expect((await run(['plan', 'tiny'], { cwd, columns: 100 })).stdout).toMatch(
      /Time\S*\nFirst plan after [\d.]+ s: .+\n/,
    );
    expect((await run(['plan', 'tiny'], { cwd })).stdout).not.toContain('First plan after');
  });
});
