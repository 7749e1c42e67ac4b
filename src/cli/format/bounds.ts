import type { AimResult, Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { namedAsGivenUp } from '../../../scenarios/soft-rules.ts';
import { dimHeader, type Look, section } from './look.ts';
import { percent, prose, whole } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

/** A gap that is below what an engine can tell apart. */
const NONE = 1e-6;

const LABELS = { shortfall: 'Shortfall, units', unprotected: 'Unprotected, units', cost: 'Cost, €' };

const figure = (aim: AimResult, value: number): string => (aim.aim === 'cost' ? whole(value) : prose(value));

const COLUMNS: Column<AimResult>[] = [
  { header: 'Aim', cell: (aim) => LABELS[aim.aim] },
  { header: 'Value', cell: (aim) => figure(aim, aim.value), align: 'right' },
  { header: 'Bound', cell: (aim) => figure(aim, aim.bound), align: 'right' },
  { header: 'Gap', cell: (aim) => percent(aim.gap < NONE ? 0 : aim.gap), align: 'right' },
];

/** What no plan can beat at the hours that learning came to, where a rule lets hours fall. */
function conditionalLines(plan: Plan): string[] {
  const gaps = plan.aims.flatMap(({ aim, conditional }) =>
    conditional ? [`${percent(conditional.gap < NONE ? 0 : conditional.gap)} in ${aim}`] : [],
  );
  if (gaps.length === 0) return [];
  const words =
    'Bounds take the fewest hours that anybody could learn down to. At the hours for a unit that this plan was made with';
  return [`${words}, it is within ${gaps.join(' and ')} of the best.`];
}

/** Whether the wanted gap is reached: `within the wanted gap of 1 %`, or which aims are not. */
function verdict(plan: Plan, scenario: Scenario): string {
  const wanted = `the wanted gap of ${percent(plan.limits.gap)}`;
  const open = plan.aims.filter((aim) => aim.gap > plan.limits.gap + NONE).map((aim) => aim.aim);
  if (open.length === 0) return `within ${wanted}`;
  if (plan.status !== 'optimal') return `${open.join(' and ')} not within ${wanted}`;
  return `within ${wanted}, the shortfall within its tolerance of ${percent(scenario.policy.shortfallTolerance)}`;
}

/** What stands behind the bounds: prices in the plan, which anybody can evaluate again, or the word of an engine. */
function vouched({ certificate, engine: { name, version }, aims }: Plan): string {
  const engine = `${plain(name)} ${plain(version)}`;
  const byPrices = (aim: AimResult['aim']) =>
    certificate.kind === 'prices-by-case' ||
    (certificate.kind === 'prices' && (aim === 'shortfall' || aim === 'cost') && certificate[aim] !== null);
  const [proven, claimed] = [aims.filter(({ aim }) => byPrices(aim)), aims.filter(({ aim }) => !byPrices(aim))];
  if (claimed.length === 0) return 'Bounds follow from the prices in the plan.';
  if (proven.length === 0) return `Bounds are claimed by ${engine}.`;
  const named = (of: readonly AimResult[]) => of.map(({ aim }) => aim).join(' and ');
  return `The bound of ${named(proven)} follows from the prices in the plan, that of ${named(claimed)} is claimed by ${engine}.`;
}

/** Each aim with what no plan can beat, and who says so. */
export function boundLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  if (plan.aims.length === 0) return [];
  const apart =
    namedAsGivenUp(plan).length === 0 ? '' : ' They speak of the scenario without the soft rules that are given up.';
  const claim = `${vouched(plan)}${apart} Quantities, costs and rules were recomputed and hold.`;
  const lines = [
    ...dimHeader(table(COLUMNS, plan.aims, look.width), look),
    ...[claim, ...conditionalLines(plan)].flatMap((line) => hang(line, look.width, 0)).map(look.paint.dim),
  ];
  return section(`Bounds (${verdict(plan, scenario)})`, lines, look);
}
