import type { Plan, PlanStatus } from '../../scenarios/domain/plan.ts';
import type { Euro, Fraction, Units } from '../../scenarios/domain/units.ts';
import { pack } from '../pack.ts';
import type { Scope } from '../scope.ts';

/** What lists show of a plan. */
export interface PlanSummary {
  readonly organisation: string;
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

/** The row of a plan. */
export async function planRow({ organisation, surroundings }: Scope, { plan, text }: PlanToKeep) {
  const aimValue = (name: string) => plan.aims.find(({ aim }) => aim === name)?.value ?? null;
  const summary: PlanSummary = {
    ...{ organisation, digest: plan.digest, scenario: plan.scenario.sha256, name: plan.scenario.name },
    status: plan.status,
    ...{ shortfall: aimValue('shortfall'), cost: aimValue('cost') },
    members: plan.members.length,
    multiple: plan.rampUp.at(-1)?.multiple ?? null,
    gap: plan.aims.length > 0 ? Math.max(...plan.aims.map(({ gap }) => gap)) : null,
    createdAt: surroundings.now(),
  };
  return { ...summary, document: await pack(text) };
}
