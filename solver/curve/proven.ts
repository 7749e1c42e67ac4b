import type { CurveFigure, Premium } from '../../scenarios/domain/curve.ts';
import type { AimName, Plan } from '../../scenarios/domain/plan.ts';
import { isLess } from '../strategies/better.ts';
import type { Step } from './climb.ts';

/** The aims of a point, each with the best bound that any rung proves of it; an aim that the rung has not is absent. */
export type Proven = { readonly [Aim in AimName]?: CurveFigure };

type Planned = Pick<Step, 'rung' | 'plan'>;

const achieved = ({ plan }: { readonly plan: Pick<Plan, 'aims'> }, aim: AimName): number =>
  plan.aims.find((own) => own.aim === aim)?.value ?? 0;
const provenIn = ({ plan }: Planned, aim: AimName): number => plan.aims.find((own) => own.aim === aim)?.bound ?? 0;

/**
 * What is proven of each rung, the strictest first as they are given. Least shortfall is the same for all of the chain, as what outages leave
 * unprotected forbids no plan; two sources can only add to it. Further aims: let P be as good in the aims before as the plan of a rung, and
 * let a looser rung's plan be no better in them. What P leaves unprotected there is at most what it leaves here, so that P is one of the plans
 * that the looser rung's bound speaks of, and its cost and its unprotected service are no less than these bounds.
 */
export function provenOf(steps: readonly Planned[]): readonly Proven[] {
  const isChain = ({ rung }: Planned) => rung.kind !== 'dual-sourcing';
  return steps.map((own, at) => {
    const looser = steps.slice(at + 1).filter((other) => isChain(other) && other.plan.aims.length > 0);
    const asShort = looser.filter((other) => !isLess(achieved(other, 'shortfall'), achieved(own, 'shortfall')));
    const asOpen = asShort.filter(
      (other) =>
        other.rung.serviceLevel === null || !isLess(achieved(other, 'unprotected'), achieved(own, 'unprotected')),
    );
    const others = {
      shortfall: steps.filter((other) => isChain(other) && other.plan.aims.length > 0),
      unprotected: asShort.filter(({ rung }) => rung.serviceLevel !== null),
      cost: asOpen,
    };
    return Object.fromEntries(
      own.plan.aims.map(({ aim, value, bound }) => {
        const best = others[aim].reduce((most, other) => Math.max(most, provenIn(other, aim)), bound);
        return [aim, { value, bound: Math.min(value, best) }];
      }),
    );
  });
}

/**
 * What the best plan of a rung costs beyond the best of n-0: each costs at least its bound and at most its plan. Where no less is missing than in n-0
 * and no more, it cannot cost less, as its plan is one of n-0. Null where one of the two has no plan.
 */
export function premiumOf(own: Proven, none: Proven | undefined): Premium | null {
  if (!own.cost || !none?.cost || !own.shortfall || !none.shortfall) return null;
  const [short, base] = [own.shortfall.value, none.shortfall.value];
  const sameShortfall = !isLess(short, base) && !isLess(base, short);
  const atLeast = (least: number): number => (sameShortfall ? Math.max(0, least) : least);
  const [cost, free] = [own.cost, none.cost];
  const share = free.bound > 0 && {
    least: atLeast(cost.bound / free.value - 1),
    most: cost.value / free.bound - 1,
  };
  const euro = { least: atLeast(cost.bound - free.value), most: cost.value - free.bound };
  return { euro, share: share || null, sameShortfall };
}
