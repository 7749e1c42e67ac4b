import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contents, workplace } from './support/folder.ts';
import { run } from './support/run.ts';

const CASES = `demandCases:
  - { name: low, probability: 0.25, factor: 0.5 }
  - { name: usual, probability: 0.5 }
  - { name: high, probability: 0.25, demand: [{ item: UNIT, multiplier: 4 }] }
`;
const inCases = () => workplace({ 'scenario.yaml': (yaml) => `${yaml}\n${CASES}` });

test('a plan for several futures is told, written, verified and put on sheets', async () => {
  const cwd = await inCases();
  const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd });
  expect(ran.code).toBe(0);
  await expect(ran.stdout).toMatchFileSnapshot('expected/tiny-in-cases.txt');
  const files = await contents(join(cwd, 'out'));
  const lines = (name: string) => files[name]!.trimEnd().split('\n');
  expect(lines('demand-cases.csv').map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
    ...['case probability', 'low 0.25', 'usual 0.5', 'high 0.25'],
  ]);
  expect(lines('ramp-up-by-case.csv')).toHaveLength(1 + 3 * (lines('ramp-up.csv').length - 1));
  const usual = lines('production-by-case.csv').flatMap((line) => (line.startsWith('usual,') ? [line.slice(6)] : []));
  expect(usual).toEqual(lines('production.csv').slice(1));

  const verified = await run(['verify', 'out/plan.json'], { cwd });
  expect(verified).toMatchObject({ code: 0 });
  const sheets = await run(['sheet', 'out/plan.json', '--out', 'out'], { cwd });
  expect(sheets).toMatchObject({ code: 0 });
});

test('what speaks of one demand alone is refused with the reason', async () => {
  const cwd = await inCases();
  await run(['plan', 'tiny', '--out', 'out'], { cwd });
  const explained = await run(['explain', 'out/plan.json', '--rules'], { cwd });
  expect(explained.code).toBe(2);
  expect(explained.stderr).toContain('a plan for several demand cases is not explained yet');
  const proposed = await run(['plan', 'tiny', '--proposals', '2'], { cwd });
  expect(proposed.code).toBe(2);
  expect(proposed.stderr).toContain('proposals for several demand cases are not available yet');
});

test('wrong demand cases are told by line', async () => {
  const cwd = await workplace({
    'scenario.yaml': (yaml) => `${yaml}\n${CASES.replace('probability: 0.5', 'probability: 0.6')}`,
  });
  const ran = await run(['plan', 'tiny'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(
    /scenario\.yaml:\d+: demandCases: the probabilities of the demand cases do not add up to 1.*1\.1/,
  );
});

test('a soft rule that is given up is named beside the cases', async () => {
  const few = '  - { id: few, rule: member-count, max: 1, hard: false }\n';
  const cwd = await workplace({
    'scenario.yaml': (yaml) => `${yaml.replace('rules:\n', `rules:\n${few}`)}\n${CASES}`,
  });
  const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd });
  expect(ran.code).toBe(0);
  expect(ran.stdout.replace(/\s+/g, ' ')).toMatch(
    /^\d firms for 3 demand cases: .*without the soft rule few.*\. Demand cases/,
  );
  expect(await run(['verify', 'out/plan.json'], { cwd })).toMatchObject({ code: 0 });
});

test('learning beside demand cases is refused by line', async () => {
  const learning = '  - { id: practice, rule: learning, model: wright, rate: 0.9, floor: 0.5 }\n';
  const cwd = await workplace({
    'scenario.yaml': (yaml) => `${yaml.replace('rules:\n', `rules:\n${learning}`)}\n${CASES}`,
  });
  const ran = await run(['plan', 'tiny'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/scenario\.yaml:\d+: rules\[0\]\.rule: by the rule practice hours fall with what is made/);
});

test('the worst of several futures is told beside the average where a risk is stated', async () => {
  const cwd = await workplace({ 'scenario.yaml': (yaml) => `${yaml}\n${CASES}risk: { level: 0.75, weight: 0.25 }\n` });
  const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd });
  expect(ran.code).toBe(0);
  const rows = ran.stdout.split('\n').filter((line) => /^(low|usual|high|on average|at worst) /.test(line));
  const missing = new Map(
    rows.map((line) => [line.slice(0, 10).trim(), Number(line.split(/ %\s+/)[1]!.split(/\s/)[0])]),
  );
  expect(missing.get('at worst')).toBe(missing.get('high'));
  expect(missing.get('on average')).toBeCloseTo(
    0.25 * missing.get('low')! + 0.5 * missing.get('usual')! + 0.25 * missing.get('high')!,
    1,
  );
  expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain(
    'The aims and their bounds are 0.75 times the average and 0.25 times the mean of the worst 25 % of all futures.',
  );
  expect(await run(['verify', 'out/plan.json'], { cwd })).toMatchObject({ code: 0 });
  const refused = await run(['plan', 'tiny', '--strategy', 'kernel'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('the strategy kernel does not plan by risk yet');
});
