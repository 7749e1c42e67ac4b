import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../../scenarios/domain/explanation.ts';
import { engineOfTests } from '../../support/highs.ts';
import { plannedTiny } from './support/planned.ts';
import { type Circumstances, run } from './support/run.ts';

const engine = async () => engineOfTests;

/** A work place with the example planned into `out`, and how a plan is explained there. */
async function planned() {
  const cwd = await plannedTiny({ engine });
  const explain = (args: readonly string[], circumstances: Circumstances = {}) =>
    run(['explain', ...args], { cwd, engine, now: () => performance.now(), ...circumstances });
  return { cwd, explain };
}

describe('gilde explain', () => {
  test('tells why a firm makes nothing and what would bring it in, in words', async () => {
    const { explain } = await planned();
    const ran = await explain(['out/plan.json', '--why-not', 'S3', '--time', '600']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^Why not S3\n/);
    expect(ran.stdout).toContain('· BRACKET: S3 does not offer milling, which BRACKET needs');
    expect(ran.stdout).toContain('If it has to be a member: € 1,000 more.');
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'S3 charges 30 % less (prices, 25.7 % of FRAME € 96 less € 96 more',
    );
  });

  test('tells what keeps the rest from being delivered and what each rule costs; what is not asked is left out', async () => {
    const { explain } = await planned();
    const ran = await explain(['out/plan.json', '--rules', '--conflict', '--time', '600']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Whatever the rules: hours, dates and quantities alone stand against it.');
    expect(ran.stdout).toMatch(/S2 is ready at once, in 2026-Q1.*€ 71,000 {2}1 unit more delivered; € 820 more/);
    expect(ran.stdout).toMatch(/cap-60 .* € 200 less/);
    expect(ran.stdout).not.toContain('next-best euro');
    expect(ran.stdout).not.toContain('Why these firms');
  });

  test('ranks what the next euro could buy, and says where no price and no machine is stated', async () => {
    const { explain } = await planned();
    const ran = await explain(['out/plan.json', '--next-euro', '--time', '600']);
    expect(ran.stdout).toMatch(/10 % more hours of milling at S4 .*€ 106 less +not stated +€ 4\.42 an hour/);
    expect(ran.stdout).toContain('Where no price is stated, it is worth having up to what it brings.');
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'No machine or shift is stated for welding at S1, S2, nor for milling at S4, S5 (expansions.csv)',
    );
  });

  test('--json has every change as a JSON Patch', async () => {
    const { explain } = await planned();
    const ran = await explain(['out/plan.json', '--why', 'S5', '--rules', '--json', '--time', '600']);
    const explanation = JSON.parse(ran.stdout) as Explanation;
    expect(explanation).toMatchObject({
      format: 'gilde-explanation/1',
      conflict: null,
      improvements: null,
      whyNot: null,
    });
    expect(explanation.rules!.map(({ rule, without }) => [rule, without.patch])).toEqual([
      ['cap-60', [{ op: 'remove', path: '/rules/0' }]],
      ['two-sources', [{ op: 'remove', path: '/rules/1' }]],
    ]);
    expect(explanation.why![0]!.without.patch[0]).toMatchObject({ op: 'add', path: '/rules/-' });
  });

  test('without time it says what was not tried', async () => {
    const { explain } = await planned();
    const ran = await explain(['out/plan.json', '--rules', '--time', '0.000001']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('· what rule cap-60 costs');
    expect(ran.stdout).toContain('--time allows more');
  });

  test('of a scenario without a plan: which rules, and what would make one possible', async () => {
    const { cwd, explain } = await planned();
    const path = join(cwd, 'tiny/scenario.yaml');
    const text = await readFile(path, 'utf8');
    const rule = '{ id: s1-most, rule: lock, supplier: S1, item: FRAME, award: true, share: 0.61 }';
    await writeFile(path, text.replace('rules:\n', `rules:\n  - ${rule}\n`).replace('{ id: cap-60,', '{ id: cap-30,'));
    await run(['plan', 'tiny', '--out', 'none'], { cwd, engine });
    const ran = await explain(['none/plan.json', '--time', '600']);
    await writeFile(path, text);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^Cannot hold together\n/);
    expect(ran.stdout).toContain('s1-most: S1 makes exactly 61 % of what is required of FRAME');
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain('keep lock s1-most, but leave the share to the plan');
  });

  test('refuses a firm that is not there, a member that is none, and a time that is none, before anything is solved', async () => {
    const { explain } = await planned();
    const refused = { engine: () => Promise.reject(new Error('an engine was started')) };
    const nobody = await explain(['out/plan.json', '--why-not', 'S99'], refused);
    expect(nobody).toMatchObject({ code: 2, stdout: '' });
    expect(nobody.stderr).toContain('the scenario has no supplier S99');
    const outsider = await explain(['out/plan.json', '--why', 'S3'], refused);
    expect(outsider.stderr).toContain('S3 is no member of the plan\nhint: ask with --why-not S3');
    const never = await explain(['out/plan.json', '--time', '-3'], refused);
    expect(never.stderr).toContain('--time must be a number above 0, got -3');
    expect([nobody.code, outsider.code, never.code]).toEqual([2, 2, 2]);
  });

  test('a plan that does not hold is not explained', async () => {
    const { cwd, explain } = await planned();
    const plan = await readFile(join(cwd, 'out/plan.json'), 'utf8');
    await writeFile(join(cwd, 'altered.json'), plan.replace('"quantity": 14', '"quantity": 20'));
    const ran = await explain(['altered.json', '--scenario', 'tiny', '--rules']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('the plan does not hold for this scenario, so that nothing of it is explained');
    expect(ran.stderr).toContain('capacity: S2 works 200.0 h of welding in 2026-Q2, 160.0 h available');
  });
});
