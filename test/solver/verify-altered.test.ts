import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { type Decision, planFor, redigested } from '../support/plan-builder.ts';
import { planSmall } from '../support/plan-small.ts';
import { changed, doubled, dropped, type Path, pathsTo, setTo } from './checks/bend.ts';
import { craneYard, craneYardDecision } from './checks/crane-yard.ts';
import { lateDecision, lateShop } from './checks/late-shop.ts';

/** Figures that say how the plan was made: nothing in plan or scenario tells what they should be. */
const CLAIMED = ['seed', 'limits/gap', 'limits/timeLimit', 'limits/workLimit'];
const isClaimed = (path: Path): boolean => CLAIMED.includes(path.join('/'));

interface Subject {
  readonly stated: Scenario;
  readonly plan: Plan;
}

const byHand = async (stated: Scenario, decision: Decision): Promise<Subject> => ({
  stated,
  plan: await planFor(stated, decision),
});

/** The smallest example as the solver plans it. */
async function solved(): Promise<Subject> {
  const folder = new URL('../../scenarios/examples/tiny/', import.meta.url);
  const names = readdirSync(folder).filter((name) => /[.](csv|yaml)$/.test(name));
  const read = await readScenarioFolder(new Map(names.map((name) => [name, readFileSync(new URL(name, folder))])));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return { stated: read.value, plan: await planSmall(read.value) };
}

describe.each([
  { name: 'the crane yard', make: () => byHand(craneYard, craneYardDecision), figures: 160, rows: 75 },
  { name: 'the shop that is late', make: () => byHand(lateShop, lateDecision), figures: 50, rows: 15 },
  { name: 'the example tiny', make: solved, figures: 100, rows: 40 },
])('in the plan of $name', ({ make, ...least }) => {
  let stated: Scenario;
  let whole: Plan;
  beforeAll(async () => {
    ({ stated, plan: whole } = await make());
  });
  const figures = () => pathsTo(whole, (value) => typeof value === 'number');
  const rows = () => pathsTo(whole, (_, path) => typeof path.at(-1) === 'number');
  const at = (path: Path) => path.reduce((value: never, step) => value[step as never], whole as never) as number;
  const breaks = async (bent: Plan): Promise<readonly string[]> =>
    (await verifyPlan(stated, bent)).violations.map(({ check }) => check);
  /** True when a check notices although the digest has been renewed. */
  const isSeen = async (bent: Plan) => (await breaks(await redigested(bent))).length > 0;

  test('nothing is wrong', async () => {
    expect((await verifyPlan(stated, whole)).violations).toEqual([]);
    expect(figures().length).toBeGreaterThan(least.figures);
    expect(rows().length).toBeGreaterThan(least.rows);
  });

  test('no figure can be a little more or less unseen, even with a new digest', async () => {
    const unseen: string[] = [];
    for (const path of figures().filter((each) => !isClaimed(each))) {
      for (const figure of [at(path) * 1.01 + 0.01, at(path) * 0.99 - 0.01]) {
        if (!(await isSeen(changed(whole, path, setTo(figure))))) unseen.push(`${path.join('/')} = ${figure}`);
      }
    }
    expect(unseen).toEqual([]);
  });

  test('no figure can be altered unseen by the digest, claimed ones included', async () => {
    for (const path of figures()) {
      expect(await breaks(changed(whole, path, setTo(at(path) + 1))), path.join('/')).toContain('digest');
    }
  });

  test('what is only claimed is what the digest alone protects', async () => {
    const claimed = figures().filter(isClaimed);
    expect(claimed.length).toBeGreaterThanOrEqual(3);
    for (const path of claimed) expect(await isSeen(changed(whole, path, setTo(at(path) + 1)))).toBe(false);
  });

  test('no row can be dropped unseen, even with a new digest', async () => {
    const unseen: string[] = [];
    for (const path of rows()) if (!(await isSeen(changed(whole, path, dropped)))) unseen.push(path.join('/'));
    expect(unseen).toEqual([]);
  });

  test('no row can be dropped unseen by the digest', async () => {
    for (const path of rows()) {
      expect(await breaks(changed(whole, path, dropped)), path.join('/')).toContain('digest');
    }
  });

  test('no row can stand twice', async () => {
    const unseen: string[] = [];
    for (const path of rows().filter((each) => !each.includes('causes'))) {
      if (!(await isSeen(changed(whole, path, doubled)))) unseen.push(path.join('/'));
    }
    expect(unseen).toEqual([]);
  });
});
