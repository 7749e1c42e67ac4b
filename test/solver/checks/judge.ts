import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { Check, CheckContext, Fault } from '../../../solver/checks/check.ts';
import { flow } from '../../../solver/checks/flow.ts';
import { planView } from '../../../solver/checks/plan-view.ts';
import { scenarioView } from '../../../solver/checks/scenario-view.ts';
import { type Decision, planFor } from '../../support/plan-builder.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

/** What a check looks at, for a plan as it is. */
export function contextFor(stated: Scenario, plan: Plan): CheckContext {
  const reading = scenarioView(stated)!;
  const view = planView(reading, plan);
  return { stated: reading, plan, view, flow: flow(reading, view), judged: [] };
}

/** What a check finds in the plan of a decision, bent by the test. */
export async function faultsOf(
  check: Check,
  stated: Scenario,
  decision: Decision,
  bend: (plan: Plan) => Plan = (plan) => plan,
): Promise<readonly Fault[]> {
  return check.check(contextFor(stated, bend(await planFor(stated, decision)))).faults;
}

/** As {@link faultsOf}, in words only. */
export async function messagesOf(...asked: Parameters<typeof faultsOf>): Promise<readonly string[]> {
  return (await faultsOf(...asked)).map(({ message }) => message);
}

/** The slack that a check of rules finds, by id of the rule. */
export async function slackOf(
  check: Check,
  stated: Scenario,
  decision: Decision,
): Promise<Record<string, number | null>> {
  const { slack } = check.check(contextFor(stated, await planFor(stated, decision)));
  return Object.fromEntries(slack ?? []);
}

/** What the shop is asked for where it welds jibs too. */
export const boomsAndJibs = {
  demand: [
    ['BOOM', '2026-Q1', 10],
    ['JIB', '2026-Q1', 1],
  ],
  routing: [
    ['BOOM', 'welding', 10],
    ['JIB', 'welding', 10],
  ],
} satisfies Statement;

/** Ten booms a quarter, ten hours of welding each, that S1 and S2 (400 h each) can weld from 2026-Q1 on, for two quarters. */
export const weldingShop = (more: Statement = {}): Scenario =>
  scenario({
    periods: 2,
    programmes: [{ product: 'BOOM' }],
    demand: [
      ['BOOM', '2026-Q1', 10],
      ['BOOM', '2026-Q2', 10],
    ],
    items: [{ item: 'BOOM', unitValue: 1000 }],
    routing: [['BOOM', 'welding', 10]],
    capacity: [
      ['S1', 'welding', 400],
      ['S2', 'welding', 400],
    ],
    ...more,
  });

/** Booms that S1 and S2 weld in 2026-Q1 and 2026-Q2. */
export const welds = (
  first: readonly [q1: number, q2: number],
  second: readonly [q1: number, q2: number] = [0, 0],
): Required<Pick<Decision, 'production'>> => ({
  production: (
    [
      ['S1', 'BOOM', '2026-Q1', first[0]],
      ['S1', 'BOOM', '2026-Q2', first[1]],
      ['S2', 'BOOM', '2026-Q1', second[0]],
      ['S2', 'BOOM', '2026-Q2', second[1]],
    ] as const
  ).filter(([, , , quantity]) => quantity > 0),
});
