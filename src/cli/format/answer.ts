import { type CasePlan, type Plan, totalCost } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { namedAsGivenUp } from '../../../scenarios/soft-rules.ts';
import { count, duration, euro, percent, roundForProse, times } from './number.ts';
import { conflictReasons } from './reported.ts';
import { openShortfall, type Shortage, shortages, wantedItems } from './shortfall.ts';
import { plain } from './text.ts';
import { weightedUnits } from './weighted.ts';

const UNPROVEN = 1;
const EXACT = 1e-6;

/** Weighted units from the first to the last period. */
const totalRequired = (plan: Plan, scenario: Scenario): number =>
  weightedUnits(plan.products, scenario, (row) => row.required);
const totalDelivered = (plan: Plan, scenario: Scenario): number =>
  weightedUnits(plan.products, scenario, (row) => row.delivered);

/** Wanted multiple in the last period: Σ weight·required ÷ Σ weight·baseline of the programmes that state a baseline. */
function wantedMultiple(plan: Plan, scenario: Scenario): number | null {
  const last = plan.rampUp.at(-1)?.period;
  const ramps = scenario.programmes.filter((programme) => programme.demand !== undefined);
  const weight = new Map(ramps.map((programme) => [programme.product, programme.weight]));
  const rows = plan.products.filter((row) => row.period === last && weight.has(row.product));
  const required = rows.reduce((sum, row) => sum + weight.get(row.product)! * row.required, 0);
  const baseline = ramps.reduce((sum, programme) => sum + programme.weight * (programme.demand?.baseline ?? 0), 0);
  return baseline > 0 ? required / baseline : null;
}

/** `reach 3.5× by 2030-Q3`: the first period from which the wanted multiple is held to the end, to three digits. */
function reached(plan: Plan, scenario: Scenario): string {
  const wanted = wantedMultiple(plan, scenario);
  const final = plan.rampUp.at(-1);
  if (wanted === null || final?.multiple == null) return delivered(plan, scenario);
  const holds = plan.rampUp.map((row) => roundForProse(row.multiple ?? 0) >= roundForProse(wanted));
  const from = holds.lastIndexOf(false) + 1;
  const start = plan.rampUp[from];
  if (start === undefined) return missed(plan, wanted);
  return `reach ${times(wanted)} ${from === 0 ? 'from the start' : `by ${start.period}`}`;
}

/** `reach 2.9× of the wanted 3.5× by 2030-Q4`, and the best multiple where it is not kept to the end. */
function missed(plan: Plan, wanted: number): string {
  const final = plan.rampUp.at(-1)!;
  const multiple = roundForProse(final.multiple ?? 0);
  const best = plan.rampUp.reduce((most, row) => ((row.multiple ?? 0) > (most.multiple ?? 0) ? row : most));
  const kept = `reach ${times(multiple)} of the wanted ${times(wanted)} by ${final.period}`;
  if (roundForProse(best.multiple ?? 0) <= multiple) return kept;
  return `${kept} (at best ${times(best.multiple ?? 0)}, in ${best.period})`;
}

function delivered(plan: Plan, scenario: Scenario): string {
  const fraction = totalDelivered(plan, scenario) / Math.max(totalRequired(plan, scenario), Number.MIN_VALUE);
  return fraction >= 1 - EXACT ? 'deliver all that is required' : `deliver ${percent(fraction)} of what is required`;
}

function short(plan: Plan, scenario: Scenario): string {
  const rows = shortages(plan, scenario);
  const worst = rows[0];
  if (worst === undefined) return 'nothing is short';
  const tolerated = scenario.policy.shortfallTolerance;
  if (totalRequired(plan, scenario) - totalDelivered(plan, scenario) <= tolerated * totalRequired(plan, scenario)) {
    return `nothing is short beyond the tolerated ${percent(tolerated)}`;
  }
  const others = rows.length > 1 ? `, ${count(rows.length - 1, 'other product')} too` : '';
  return `${plain(worst.item)} is ${percent(worst.fraction)} short ${worst.when}${forWantOf(worst, scenario)}${others}`;
}

function forWantOf(shortage: Shortage, scenario: Scenario): string {
  const [first, ...others] = wantedItems(shortage, scenario);
  if (first === undefined) return '';
  return ` for want of ${plain(first)}${others.length > 0 ? ` and ${count(others.length, 'other item')}` : ''}`;
}

/** How far the cost may be from the best possible; `where` says among which plans. */
function costDistance(plan: Plan, where: string): string {
  const cost = plan.aims.find((aim) => aim.aim === 'cost');
  if (cost === undefined) return 'cost is not optimised';
  if (cost.gap >= UNPROVEN) return 'the best possible cost is not known yet';
  return `${cost.gap <= EXACT ? '' : `within ${percent(cost.gap)} of `}the best possible${where}`;
}

function ended(plan: Plan): string {
  if (plan.limits.hit === 'time') return ` (stopped by the time limit of ${duration(plan.limits.timeLimit)})`;
  if (plan.limits.hit === 'work') {
    const { workLimit } = plan.limits;
    return ` (stopped by the ${workLimit === null ? "engine's own work limit" : `work limit of ${count(workLimit, 'node')}`})`;
  }
  if (plan.limits.hit === 'interrupt') return ' (stopped by hand)';
  if (plan.limits.hit === 'learning') return learnt(plan);
  return plan.limits.hit === 'engine' ? ' (the engine gave up early)' : '';
}

/** What is left open whatever is learnt, and how near the plan is to the best at its own hours for a unit. */
function learnt(plan: Plan): string {
  const open = plan.aims.filter(({ gap, conditional }) => conditional !== undefined && gap > plan.limits.gap + EXACT);
  const gaps = open.map(({ aim, conditional }) => `${percent(conditional!.gap)} in ${aim}`);
  return ` (within ${gaps.join(' and ')} at the hours that it learns down to)`;
}

/** `without the soft rule cap-60`: of what the rest of the sentence speaks. */
function without(plan: Plan): readonly string[] {
  const rules = namedAsGivenUp(plan).map(plain);
  if (rules.length === 0) return [];
  if (rules.length > 3) return [`without ${count(rules.length, 'soft rule')}`];
  return [`without the soft ${rules.length === 1 ? 'rule' : 'rules'} ${rules.join(', ')}`];
}

/**
 * The plan in one sentence, e.g. `38 firms reach 3.5× by 2030-Q3; nothing is short; € 41.2 m; within 0.6 % of the best possible`.
 * Where it is not proven that no more can be delivered, that stands before what is short and why.
 */
export function answer(plan: Plan, scenario: Scenario): string {
  if (plan.status === 'infeasible') {
    if (plan.conflict.length === 0) {
      const reason = conflictReasons(plan)[0];
      return `No plan is possible, whatever the rules${reason === undefined ? '' : `: ${plain(reason)}`}.`;
    }
    const rules = plan.conflict.map(plain).join(' and ');
    return plan.conflict.length === 1
      ? `No plan can hold rule ${rules}.`
      : `No plan can hold these rules together: ${rules}.`;
  }
  if (plan.status === 'unknown') return `No plan was found${ended(plan)}.`;
  if (plan.cases) return answerInCases(plan, plan.cases, scenario);
  const firms = plan.members.length;
  const does = reached(plan, scenario);
  const verb = firms === 1 ? does.replace(/^reach/, 'reaches').replace(/^deliver/, 'delivers') : does;
  const open = openShortfall(plan, scenario);
  const cost = [euro(totalCost(plan)), costDistance(plan, open === undefined ? '' : ' at this shortfall')];
  const rest =
    open === undefined
      ? [short(plan, scenario), ...cost]
      : [`shortfall: ${open}`, `as it stands, ${short(plan, scenario)}`, `then cost: ${cost.join(', ')}`];
  const parts = [`${count(firms, 'firm')} ${verb}`, ...rest, ...without(plan)];
  return `${parts.join('; ')}${ended(plan)}.`;
}

/** `12 firms serve 2 demand cases: usual (75 %): reach 2× by 2027-Q4, nothing is short; high (25 %): …; € 4 m on average; the best possible`. */
function answerInCases(plan: Plan, cases: readonly CasePlan[], scenario: Scenario): string {
  const told = cases.map((own) => {
    const inCase = { ...plan, ...own, aims: plan.aims };
    return `${plain(own.name)} (${percent(own.probability)}): ${reached(inCase, scenario)}, ${short(inCase, scenario)}`;
  });
  const open = openShortfall(plan, scenario);
  const parts = [
    ...told,
    ...(open === undefined ? [] : [`shortfall on average: ${open}`]),
    `${euro(totalCost(plan))} on average`,
    costDistance(plan, open === undefined ? '' : ' at this shortfall'),
    ...without(plan),
  ];
  const serve = `${count(plan.members.length, 'firm')} for ${count(cases.length, 'demand case')}`;
  return `${serve}: ${parts.join('; ')}${ended(plan)}.`;
}
