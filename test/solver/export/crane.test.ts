import { expect, test } from 'vitest';
import { readScenarioFolder } from '../../../scenarios/read-scenario.ts';
import { lastAimOf } from '../../../solver/export/last-aim.ts';
import { mpsText } from '../../../solver/export/mps.ts';
import { aims } from '../../../solver/objectives/index.ts';
import { relaxationOf } from '../../../solver/strategies/restrict.ts';
import { hasCbc, solveByCbc } from '../../support/cbc.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { highsOfTests } from '../../support/highs.ts';

const isLong = process.env['GILDE_LONG'] === '1';

test.skipIf(!isLong || !hasCbc())(
  'CBC finds the value of the exported crane’s relaxation that HiGHS finds in the model itself',
  { timeout: 30 * 60_000 },
  async () => {
    const read = await readScenarioFolder(exampleFiles('crane'));
    if (!read.ok) throw new Error('the crane example has problems');
    const engine = highsOfTests;
    const exported = await lastAimOf(read.value, engine, { now: () => performance.now() });
    if (exported.status !== 'ready') throw new Error(exported.status);
    expect(exported.aim).toBe(aims.at(-1)!.name);
    const limits = { gap: 0, absoluteGap: 0, seconds: 600, seed: 1, presolve: true };
    const ours = await engine.solve(relaxationOf(exported.model), limits);
    if (ours.status !== 'optimal') throw new Error(ours.status);
    const theirs = await solveByCbc(mpsText(exported.model, 'crane'), 'relaxation', 600);
    expect(theirs.status).toBe('optimal');
    expect(Math.abs(theirs.value - ours.value) / ours.value).toBeLessThan(1e-6);
  },
);
