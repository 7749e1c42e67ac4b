import type { Plan, PlanStatus } from '../../scenarios/domain/plan.ts';
import type { Euro, Fraction, Units } from '../../scenarios/domain/units.ts';
import { pack } from '../pack.ts';

/** What lists show of a plan. */
export interface PlanSummary {
  /** The plan's own digest. */
  readonly digest: string;
  /** Hash of the scenario that it is of. */
  readonly scenario: string;
  /** Of the scenario. */
  readonly name: string;
  readonly status: PlanStatus;
  /** Value of the aim; null where there is no plan. */
  readonly shortfall: Units | null;
  /** Value of the aim; null where there is no plan. */
  readonly cost: Euro | null;
  readonly members: number;
  /** Of the last period; null where no baseline is stated. */
  readonly multiple: number | null;
  /** The largest of the aims; null where there is none. */
  readonly gap: Fraction | null;
  readonly createdAt: number;
}

/** A plan to be kept, with the text of its plan.json, which is given back as it is. */
export interface PlanToKeep {
  readonly plan: Plan;
  readonly text: string;
}

/** A plan ready to be kept: small, and all that is left to do is to write it. */
export interface ReadyPlan {
  readonly summary: Omit<PlanSummary, 'createdAt'>;
  /** It is what a stop before the end of the search left. */
  readonly interrupted: boolean;
  /** Packed text of plan.json. */
  readonly document: string;
}

/** Makes a plan ready to be kept. It takes a while: best done where the plan was found, not where requests are answered. */
export async function readyPlan({ plan, text }: PlanToKeep): Promise<ReadyPlan> {
  const aimValue = (name: string) => plan.aims.find(({ aim }) => aim === name)?.value ?? null;
  return {
    summary: {
      ...{ digest: plan.digest, scenario: plan.scenario.sha256, name: plan.scenario.name, status: plan.status },
      ...{ shortfall: aimValue('shortfall'), cost: aimValue('cost') },
      members: plan.members.length,
      multiple: plan.rampUp.at(-1)?.multiple ?? null,
      gap: plan.aims.length > 0 ? Math.max(...plan.aims.map(({ gap }) => gap)) : null,
    },
    interrupted: plan.limits.hit === 'interrupt',
    document: await pack(text),
  };
}

/** The row of a plan. */
export const planRow = (organisation: string, createdAt: number, { summary, document }: ReadyPlan) => ({
  ...summary,
  ...{ organisation, document, createdAt },
});
