import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { contextOf } from '../../../solver/checks/judge.ts';
import { assumptionsOf } from '../../../solver/checks/outage-assumptions.ts';
import { othersCan } from '../../../solver/checks/outage-bridged.ts';
import { movedOf } from '../../../solver/checks/outage-moved.ts';
import { writeOutage } from '../../../solver/checks/outage-program.ts';
import { type SheetProgram, solvedTogether } from '../../../solver/checks/outage-sheet.ts';
import { outagesOf as judgedOutages, type LostTogether } from '../../../solver/checks/outages.ts';
import { scenarioView } from '../../../solver/checks/scenario-view.ts';
import { isBridged, losesWork } from '../../../solver/outages/bridged.ts';
import { groundOf, workOf } from '../../../solver/outages/ground.ts';
import { operationOfPlan } from '../../../solver/outages/operation-of-plan.ts';
import { outagesOf } from '../../../solver/outages/outages.ts';
import { missingProgram } from '../../../solver/outages/programs.ts';
import { solveApart } from '../../../solver/outages/solve-apart.ts';
import { outageTerms } from '../../../solver/outages/terms.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { engineOfTests } from '../../support/highs.ts';
import { withOutages } from '../../support/outages.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';

const TIMEOUT = 10 * 60_000;

const stated = fc.record({
  rule: fc.constant('survive-outage' as const),
  domains: fc.constantFrom(['supplier'] as const, ['group'] as const),
  serviceLevel: fc.constantFrom(0.5, 0.9, 1),
  timeToRecover: fc.constantFrom(1, 2, 3),
  surge: fc.constantFrom(0, 0.25, 1),
  losses: fc.constantFrom(1 as const, 2 as const),
  requalification: fc.boolean(),
});

/** What a screen says of an outage beside the program of everything, in weighted units. */
interface Screened {
  readonly isBridged: boolean;
  /** Where only the lost work moves. */
  readonly moved: number;
  readonly whole: number;
}

type Outages = readonly Screened[];

async function inSearch(scenario: Scenario, plan: Plan, rule: Parameters<typeof outageTerms>[0]): Promise<Outages> {
  const terms = outageTerms(rule, scenario);
  const ground = groundOf(operationOfPlan(planningProblem(scenario), plan), terms);
  const outages = [...outagesOf(scenario, terms).list()].filter((outage) => losesWork(ground, outage));
  const solving = { engine: engineOfTests };
  const whole = await solveApart(
    outages.map((outage) => missingProgram(ground, { outage })),
    solving,
  );
  const near = await solveApart(
    outages.map((outage) => missingProgram(ground, { outage, near: workOf(ground, outage) })),
    solving,
  );
  return outages.map((outage, at) => ({
    isBridged: isBridged(ground, outage, terms.serviceLevel),
    moved: near![at]!.weighted,
    whole: whole![at]!.weighted,
  }));
}

async function inCheck(scenario: Scenario, plan: Plan): Promise<Outages> {
  const context = contextOf(scenarioView(scenario)!, plan);
  const rule = scenario.rules.find((own) => own.rule === 'survive-outage')!;
  const assumptions = assumptionsOf(context, rule);
  const outages = judgedOutages(rule, context.stated);
  const weightOf = new Map(context.stated.demand.map(({ item, weight }) => [item, weight]));
  const program =
    (outage: LostTogether, wanted: Parameters<typeof writeOutage>[3]): SheetProgram<number> =>
    (sheet) => {
      const { missing } = writeOutage(sheet, assumptions, outage, wanted);
      return (values) => [...missing].reduce((sum, [item, at]) => sum + weightOf.get(item)! * values[at]!, 0);
    };
  const solve = (programs: readonly SheetProgram<number>[]) => solvedTogether(programs, engineOfTests);
  const whole = await solve(outages.map((outage) => program(outage, {})));
  const moved = await solve(outages.map((outage) => program(outage, { moved: movedOf(context, outage) })));
  return outages.map((outage, at) => ({
    isBridged: othersCan(assumptions, outage),
    moved: moved![at]!,
    whole: whole![at]!,
  }));
}

/** What random plans say of their outages, all together. */
async function screened(of: 'search' | 'check'): Promise<Outages> {
  const all: Screened[] = [];
  await fc.assert(
    fc.asyncProperty(smallScenario, stated, async (drawn, rule) => {
      const scenario = await parsed(drawn);
      const plan = await planSmall(scenario);
      if (plan.status !== 'optimal' && plan.status !== 'feasible') return;
      const under = withOutages(scenario, [{ ...rule, id: 'outage' }]);
      const found = of === 'search' ? await inSearch(under, plan, rule) : await inCheck(under, plan);
      for (const { isBridged: isShown, moved, whole } of found) {
        if (isShown) expect(whole).toBeLessThan(1e-6);
        expect(moved).toBeGreaterThan(whole - 1e-6 * Math.max(1, whole));
      }
      all.push(...found);
    }),
    { numRuns: runs(150), seed: seedOf() },
  );
  return all;
}

test.each(['search', 'check'] as const)(
  'in the %s an outage that is screened out leaves nothing by the program of everything, and moving lost work never less than that',
  async (of) => {
    const all = await screened(of);
    const isLeft = ({ whole }: Screened) => whole > 1e-6;
    expect(all.filter((own) => own.isBridged).length).toBeGreaterThan(20);
    expect(all.filter((own) => !own.isBridged && own.moved <= 1e-6).length).toBeGreaterThan(5);
    expect(all.filter((own) => own.moved > own.whole + 1e-6).length).toBeGreaterThan(0);
    expect(all.filter(isLeft).length).toBeGreaterThan(50);
  },
  TIMEOUT,
);
