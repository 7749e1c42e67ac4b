import type { Explanation, TightExplanation } from '../../scenarios/domain/explanation.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { explainConflict } from './explain-conflict.ts';
import { hoursWithoutOption } from './hours-without-option.ts';
import { improvements } from './improvements.ts';
import { ruleCosts } from './rule-costs.ts';
import { tightHours } from './tight-hours.ts';
import { createTrials, type TrialLimits, type TrialPorts, type Trials } from './trials.ts';
import { whyMembers } from './why.ts';
import { whyNot } from './why-not.ts';

/** What somebody wants to know of a plan; nothing at all: everything but one supplier's chances. */
export interface Questions {
  /** Why there is no plan, or why it is short, and what would help. */
  readonly conflict?: boolean;
  /** What each rule costs, and what an hour is worth where hours are used up. */
  readonly rules?: boolean;
  readonly nextEuro?: boolean;
  /** Why a supplier makes nothing, and what would bring it in. */
  readonly whyNot?: string;
  /** What the plan loses without a member; true: without each. */
  readonly why?: string | true;
}

/** A plan and what is asked about it. */
export interface ExplainInput {
  readonly scenario: Scenario;
  /** Hash of the scenario document. */
  readonly sha256: string;
  /** Of this scenario; its status is not `unknown`. */
  readonly plan: Plan;
  readonly questions: Questions;
  readonly limits: TrialLimits;
}

type Sections = Pick<Explanation, 'conflict' | 'rules' | 'tight' | 'improvements' | 'withoutOption' | 'whyNot' | 'why'>;
type Section = (trials: Trials) => Promise<Partial<Sections>>;

/** Answers the questions about a plan one after the other, each within its share of the time that is left. */
export async function explainPlan(input: ExplainInput, ports: TrialPorts): Promise<Explanation> {
  const { scenario, sha256, plan, limits } = input;
  const trials = createTrials(scenario, plan, ports, limits);
  let sections: Sections = {
    ...{ conflict: null, rules: null, tight: null },
    ...{ improvements: null, withoutOption: null, whyNot: null, why: null },
  };
  const asked = sectionsFor(input);
  for (const [at, section] of asked.entries()) {
    // The first is the one with the most questions.
    const part = at === 0 ? 2 / (asked.length + 1) : 1 / (asked.length - at);
    sections = { ...sections, ...(await section(trials.within(part))) };
  }
  const { solves, hit, untried } = trials.record;
  return {
    format: 'gilde-explanation/1',
    scenario: { name: scenario.name, sha256 },
    plan: plan.digest,
    limits: { seconds: limits.seconds, workLimit: limits.work, hit },
    solves,
    ...sections,
    untried: [...untried],
  };
}

/** Without a plan there is nothing but the conflict to explain. */
function sectionsFor({ plan, questions: asked }: ExplainInput): readonly Section[] {
  const all = Object.keys(asked).length === 0;
  const conflict: Section = async (trials) => ({ conflict: await explainConflict(trials) });
  if (plan.status === 'infeasible') return [conflict];
  let tight: TightExplanation | undefined;
  const tightness = async (trials: Trials) => {
    tight ??= await tightHours(trials);
    return tight;
  };
  const { whyNot: outsider, why } = asked;
  const sections: readonly (Section | false)[] = [
    (all || asked.conflict === true) && conflict,
    outsider !== undefined && (async (trials) => ({ whyNot: await whyNot(trials, outsider) })),
    (all || asked.rules === true) &&
      (async (trials) => ({ rules: await ruleCosts(trials), tight: await tightness(trials) })),
    (all || asked.nextEuro === true) &&
      (async (trials) => {
        const known = await tightness(trials);
        const withoutOption = hoursWithoutOption(trials.scenario, known);
        return { tight: known, withoutOption, improvements: await improvements(trials, known) };
      }),
    (all || why !== undefined) &&
      (async (trials) => ({ why: await whyMembers(trials, typeof why === 'string' ? why : undefined) })),
  ];
  return sections.filter((section) => section !== false);
}
