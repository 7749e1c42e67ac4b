import type { AimName, Plan } from '../../scenarios/domain/plan.ts';

/** The value of an aim of a plan; 0 where the plan has not that aim. */
export const aimValue = ({ aims }: Pick<Plan, 'aims'>, name: AimName): number =>
  aims.find(({ aim }) => aim === name)?.value ?? 0;

/** Shortfall, unprotected service, cost. */
export const valueTriple = (plan: Pick<Plan, 'aims'>): readonly [number, number, number] => [
  aimValue(plan, 'shortfall'),
  aimValue(plan, 'unprotected'),
  aimValue(plan, 'cost'),
];

/** What an engine may be off by, where one value follows from several of its optima. */
export const room = (value: number): number => 1e-5 * Math.max(1, Math.abs(value));

/** True where the first values are lexicographically less than the others. */
export function isLexicographicallyLess(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, aim) => Math.abs(value - right[aim]!) > room(right[aim]!));
  return at >= 0 && left[at]! < right[at]!;
}
