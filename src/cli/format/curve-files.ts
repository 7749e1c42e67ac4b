import type { CurveFigure, Interval, RobustnessCurve } from '../../../scenarios/domain/curve.ts';
import { serialiseCurve } from '../../../scenarios/wire/curve-schema.ts';
import { csv } from './csv.ts';
import { curveSvg } from './curve-svg.ts';
import { shareWords } from './curve-words.ts';

const HEADER = [
  ...[
    'name',
    'rung',
    'serviceLevel',
    'status',
    'plan',
    'carriedFrom',
    'cost',
    'costBound',
    'shortfall',
    'shortfallBound',
  ],
  ...['unprotected', 'unprotectedBound', 'premiumLeast', 'premiumMost', 'premiumShareLeast', 'premiumShareMost'],
  ...['sameShortfall', 'members', 'standby', 'failing', 'leftOpen', 'worstShare'],
];

const figure = (own: CurveFigure | null) => [own?.value ?? null, own?.bound ?? null];
const interval = (own: Interval | null | undefined) => [own?.least ?? null, own?.most ?? null];

/** curve.csv: a row a point, from the loosest to the strictest. Money in euro, quantities in weighted units, shares as fractions. */
const curveTable = ({ points }: RobustnessCurve): string =>
  csv(
    HEADER,
    points.map((own) => [
      ...[own.name, own.rung, own.serviceLevel, own.status, own.plan, own.carriedFrom],
      ...[...figure(own.cost), ...figure(own.shortfall), ...figure(own.unprotected)],
      ...[...interval(own.premium?.euro), ...interval(own.premium?.share)],
      own.premium === null ? null : own.premium.sameShortfall ? 'yes' : 'no',
      ...[own.members, own.standby],
      ...[own.standing?.failing ?? null, own.standing?.unprotected ?? null, own.standing?.worst ?? null],
    ]),
  );

/** The picture; undefined where there are not two points to draw. */
export const curvePicture = (curve: RobustnessCurve): string | undefined =>
  curveSvg(curve, ({ premium }) => shareWords(premium?.share ?? null));

/** The files of the curve itself, by name: the text that `--json` prints last. */
export function curveFiles(curve: RobustnessCurve): ReadonlyMap<string, string> {
  const picture = curvePicture(curve);
  return new Map([
    ['curve.csv', curveTable(curve)],
    ...(picture === undefined ? [] : [['curve.svg', picture] as const]),
    ['curve.json', serialiseCurve(curve)],
  ]);
}
