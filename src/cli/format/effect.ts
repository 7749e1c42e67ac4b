import type { AimDifference, TriedChange } from '../../../scenarios/domain/explanation.ts';
import { amount, euro } from './number.ts';

/** `€ 200`, `1 unit`: an amount of what an aim counts. */
const sized = (aim: AimDifference['aim'], value: number): string =>
  aim === 'cost' ? euro(value) : amount(value, 'unit');

/** `€ 150 to € 200`, or one figure where both read the same. */
function range(aim: AimDifference['aim'], from: number, to: number): string {
  const [low, high] = [sized(aim, from), sized(aim, to)];
  return low === high ? low : `${low} to ${high}`;
}

const ENDS: Readonly<Record<AimDifference['aim'], readonly [less: string, more: string]>> = {
  cost: ['less', 'more'],
  shortfall: ['more delivered', 'more missing'],
  unprotected: ['less unprotected', 'more unprotected'],
};

/**
 * A difference in words: `€ 200 less`, `€ 150 to € 200 more`, `1 unit more delivered`; undefined where nothing changes. Where the gaps of the two plans
 * leave open whether it is less or more, that is said instead.
 */
export function differenceWords({ aim, least, most }: AimDifference): string | undefined {
  const [less, more] = ENDS[aim];
  if (least === 0 && most === 0) return undefined;
  if (most < 0) return `${range(aim, -most, -least)} ${less}`;
  if (least > 0) return `${range(aim, least, most)} ${more}`;
  const down = least === 0 ? [] : [`${sized(aim, -least)} ${less}`];
  const up = most === 0 ? [] : [`${sized(aim, most)} ${more}`];
  return `not told apart: at most ${[...down, ...up].join(' or ')}`;
}

/** What a change does to a plan, in words: all aims that change, or that nothing does, or that there is no plan. */
export function effectWords({ status, difference }: Pick<TriedChange, 'status' | 'difference'>): string {
  if (status === 'infeasible') return 'no plan is possible';
  if (status === 'unknown') return 'no plan was found within the limits';
  const changes = difference.flatMap((aim) => differenceWords(aim) ?? []);
  return changes.length === 0 ? 'nothing changes' : changes.join('; ');
}

/** `€ 70,100; 1 unit missing`: the plan itself. */
export function planWords({ aims }: Pick<TriedChange, 'aims'>): string {
  const value = (aim: AimDifference['aim']) => aims.find((row) => row.aim === aim)?.value ?? 0;
  const missing = value('shortfall');
  const short = missing > 1e-6 ? `; ${amount(missing, 'unit')} missing` : '';
  return aims.length === 0 ? '–' : `${euro(value('cost'))}${short}`;
}
