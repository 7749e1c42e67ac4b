import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { DomainExposure, RobustnessReport } from '../../scenarios/domain/robustness.ts';
import type { Euro, Periods, Units } from '../../scenarios/domain/units.ts';
import { assessOn, notMoved } from './assess.ts';
import { isBridged, losesWork } from './bridged.ts';
import { commonCauses, itemConcentration, spendConcentration } from './concentration.ts';
import type { Loss } from './domains.ts';
import { type Ground, groundOf, workOf } from './ground.ts';
import { type Bounded, largestByLoss } from './most.ts';
import type { Operation } from './operation.ts';
import { type Outage, outagesOf } from './outages.ts';
import { domainOf } from './plan-rows.ts';
import { deliveredIn, missingProgram, type Takeover, takeoverProgram, type Unprotected } from './programs.ts';
import { reservesOf } from './reserves.ts';
import { type Solving, solveApart } from './solve-apart.ts';
import { type Survival, survivalsOf } from './survival.ts';
import { type StatedTerms, termsAsked } from './terms.ts';
import { domainWords } from './words.ts';

/** What names the plan and the scenario that a report is of. */
export type ReportOf = Pick<RobustnessReport, 'scenario' | 'plan'>;

/** How far beyond its time to recover the survival of a loss is looked at, and at least. */
const LOOK = { times: 2, least: 4 };
/** Below this a figure is noise of an engine. */
const NOISE = 1e-6;

/** Everything that is told of how an operation stands against outages; undefined where a limit or a stop ended it. */
export async function robustnessReport(
  operation: Operation,
  stated: StatedTerms,
  of: ReportOf,
  solving: Solving,
): Promise<RobustnessReport | undefined> {
  const { scenario } = operation.problem;
  const terms = termsAsked(stated, scenario);
  const ground = groundOf(operation, terms);
  const assessment = await assessOn(ground, solving);
  if (!assessment) return undefined;
  const { list } = outagesOf(scenario, terms);
  const lossy = new Map<Loss, Outage[]>();
  const losses = new Set<Loss>();
  for (const outage of list()) {
    losses.add(outage.loss);
    if (losesWork(ground, outage)) lossy.set(outage.loss, [...(lossy.get(outage.loss) ?? []), outage]);
  }
  const exposed = [...lossy].map(([loss, outages]): Exposed => {
    const failing = assessment.unprotected.filter((own) => sameLoss(own.outage.loss, loss));
    return {
      ...{ loss, time: timeOf(ground, loss), outages },
      failing: failing.map((own) => ({ ...own, outage: { ...own.outage, loss } })),
    };
  });
  const domains = await exposures(ground, exposed, solving);
  if (!domains) return undefined;
  return {
    format: 'gilde-robustness/1',
    ...of,
    assumed: {
      ...{ domains: terms.domains, losses: terms.losses, serviceLevel: terms.serviceLevel },
      ...{ timeToRecover: terms.usualTime, surge: terms.usualSurge, requalification: terms.requalification },
    },
    outages: assessment.outages,
    failing: assessment.unprotected.length,
    unprotected: assessment.weighted,
    idle: losses.size - lossy.size,
    domains: [...domains].sort(byExposure),
    items: itemConcentration(ground),
    spend: spendConcentration(ground),
    commonCauses: commonCauses(ground),
  };
}

const sameLoss = (left: Loss, right: Loss): boolean =>
  left.names.join('\n') === right.names.join('\n') && left.kinds.join() === right.kinds.join();

/** The most lost first, of equal losses the most unprotected, then by name. */
function byExposure(left: DomainExposure, right: DomainExposure): number {
  const lost = (right.worst?.lost ?? 0) - (left.worst?.lost ?? 0);
  if (lost !== 0) return lost;
  if (left.unprotected !== right.unprotected) return right.unprotected - left.unprotected;
  return `${left.domain} ${left.losses.join('\n')}` < `${right.domain} ${right.losses.join('\n')}` ? -1 : 1;
}

/** A loss that takes work from the plan. */
interface Exposed {
  readonly loss: Loss;
  /** Periods that its longest outage takes. */
  readonly time: Periods;
  /** Those of its outages that take work. */
  readonly outages: readonly Outage[];
  readonly failing: readonly Unprotected[];
}

async function exposures(
  ground: Ground,
  exposed: readonly Exposed[],
  solving: Solving,
): Promise<readonly DomainExposure[] | undefined> {
  const looked = exposed.map(({ loss, time }) => ({ loss, most: Math.max(LOOK.least, LOOK.times * time) }));
  const survivals = await survivalsOf(ground, looked, solving);
  const worst = survivals && (await worstOf(ground, exposed, solving));
  const reserves =
    worst &&
    (await reservesOf(
      ground,
      exposed.flatMap(({ failing }) => failing),
      solving,
    ));
  if (!survivals || !worst || !reserves) return undefined;
  return exposed.map(({ loss, time, failing }, at) => {
    const told = worst.get(loss);
    const own = {
      domain: domainOf(loss),
      losses: loss.names,
      suppliers: loss.suppliers.filter((supplier) => isBusy(ground, supplier)),
      timeToRecover: time,
      timeToSurvive: survivals[at]! satisfies Survival,
      failing: failing.length,
      unprotected: failing.reduce((sum, { weighted }) => sum + weighted, 0),
      worst: told ? worstRow(ground, told) : null,
      reserve: reserves.get(loss) ?? null,
    };
    return { ...own, words: domainWords(own, ground.terms.serviceLevel) };
  });
}

function timeOf({ operation, terms }: Ground, loss: Loss): Periods {
  const lost = new Set(loss.suppliers);
  const own = operation.problem.scenario.suppliers.filter(({ supplier }) => lost.has(supplier));
  return Math.max(...own.map(terms.timeToRecover));
}

const isBusy = ({ sources, sourcesAt }: Ground, supplier: string): boolean =>
  (sourcesAt.get(supplier) ?? []).some((source) => sources[source]!.made.some((units) => units > NOISE));

/** The outage of a loss in which most is lost of all that the plan delivers, and who takes over what. */
interface Worst extends Unprotected {
  readonly takeover: readonly Takeover[];
}

async function worstOf(
  ground: Ground,
  exposed: readonly Exposed[],
  solving: Solving,
): Promise<ReadonlyMap<Loss, Worst> | undefined> {
  const open = exposed.flatMap(({ outages }) => outages).filter((outage) => !isBridged(ground, outage, 1));
  const moved = await notMoved(ground, open, 1, solving);
  if (!moved) return undefined;
  const bounds = moved.map(({ outage, weighted }): Bounded => ({ outage, most: weighted }));
  const largest = await largestByLoss(
    bounds,
    ({ outage }) => missingProgram(ground, { outage, serviceLevel: 1 }),
    ({ weighted }) => weighted,
    solving,
  );
  if (!largest) return undefined;
  const worst = [...largest.values()].map(({ answer }) => answer);
  const most = new Map(moved.map(({ outage, weighted }) => [outage, weighted]));
  const takeovers = await solveApart(
    worst.map(({ outage, weighted }) => {
      // Where moving the lost work alone loses no more, that is who takes over.
      const isNear = most.get(outage)! <= weighted + NOISE * Math.max(1, weighted);
      const question = isNear ? { outage, near: workOf(ground, outage) } : { outage };
      return takeoverProgram(ground, question, isNear ? most.get(outage)! : weighted);
    }),
    solving,
  );
  return takeovers && new Map(worst.map((own, at) => [own.outage.loss, { ...own, takeover: takeovers[at]! }]));
}

function worstRow(ground: Ground, { outage, missing, weighted, takeover }: Worst): DomainExposure['worst'] {
  const { demands, scenario } = ground.operation.problem;
  const label = (t: number) => periodLabel(scenario.calendar, t);
  const delivered = demands.reduce((sum, { weight }, demand) => sum + weight * deliveredIn(ground, outage, demand), 0);
  return {
    ...{ from: label(outage.from), to: label(outage.to), lost: weighted, share: weighted / delivered },
    products: demands.flatMap(({ item }, demand) =>
      missing[demand]! > 0 ? [{ product: item, quantity: missing[demand]! }] : [],
    ),
    money: moneyOf(ground, outage, missing),
    takeover: takeoverRows(ground, outage, takeover),
  };
}

function takeoverRows({ spanOf, operation }: Ground, outage: Outage, moved: readonly Takeover[]) {
  const { problem, produced } = operation;
  const felt = { from: outage.from, to: Math.min(problem.horizon, spanOf(outage).last) };
  const dear = ({ pair, extra }: Takeover) => extra * problem.pairs[pair]!.unitCost;
  return [...moved]
    .sort((left, right) => dear(right) - dear(left) || left.pair - right.pair)
    .map(({ pair, extra }) => {
      const { supplier, item } = problem.pairs[pair]!;
      return { supplier, item, planned: within(produced[pair]!, felt), extra };
    });
}

const within = (units: Float64Array, { from, to }: Pick<Outage, 'from' | 'to'>): Units =>
  units.subarray(from, to + 1).reduce((sum, own) => sum + own, 0);

/** What is lost at the value of products; where one that is lost has none, what the plan buys of the lost suppliers meanwhile. */
function moneyOf(
  { operation, sources, sourcesAt }: Ground,
  outage: Outage,
  missing: readonly Units[],
): { readonly basis: 'value' | 'spend'; readonly amount: Euro } {
  const { demands, scenario, pairs } = operation.problem;
  const values = new Map(scenario.items.map(({ item, unitValue }) => [item, unitValue]));
  const lost = demands.flatMap(({ item }, demand) =>
    missing[demand]! > 0 ? [{ units: missing[demand]!, value: values.get(item) }] : [],
  );
  if (lost.every(({ value }) => value !== undefined))
    return { basis: 'value', amount: lost.reduce((sum, { units, value }) => sum + units * value!, 0) };
  const own = outage.loss.suppliers.flatMap((supplier) => sourcesAt.get(supplier) ?? []);
  const spent = own.map((source) => within(sources[source]!.made, outage) * pairs[sources[source]!.pair]!.unitCost);
  return { basis: 'spend', amount: spent.reduce((sum, euro) => sum + euro, 0) };
}
