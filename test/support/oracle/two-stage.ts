import type { DemandCase } from '../../../scenarios/domain/demand-case.ts';
import type { Risk } from '../../../scenarios/domain/risk.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { everySubset, isAllowed, oneOffCosts } from './awards.ts';
import { budgetsAllow } from './budgets.ts';
import { spelledOut } from './legal-forms.ts';
import { valueAt } from './linear-program.ts';
import { type Aim, type Programs, solveRamps } from './oracle.ts';
import { type Decided, leastCost, leastShortfall } from './oracle-model.ts';
import { allPurchases, capexOf, everyPurchase, mayBuy } from './purchases.ts';
import { add, compare, divide, multiply, negate, type Rational, rational, ZERO } from './rational.ts';
import { readRequirement } from './requirement.ts';
import { readSources } from './sources.ts';
import { everyStart } from './starts.ts';

/** Least expected shortfall, then least expected cost, each with the worst where a risk is stated; null: no decision serves all cases. */
export type TwoStageAnswer = { readonly shortfall: Rational; readonly cost: Rational } | null;

/** The scenario with the demand of one case, worked out by hand: a ramp is larger where its baseline is. */
export function demandOf({ demandCases: _, ...scenario }: Scenario, { factor = 1, demand = [] }: DemandCase): Scenario {
  const own = (item: string) => demand.find((row) => row.item === item) ?? { item };
  return {
    ...scenario,
    programmes: scenario.programmes.map((row) => {
      if (!row.demand) return row;
      const { factor: times = 1, item: _item, ...changed } = own(row.product);
      return { ...row, demand: { ...row.demand, ...changed, baseline: row.demand.baseline * factor * times } };
    }),
    demand: scenario.demand.map((row) => ({ ...row, quantity: row.quantity * factor * (own(row.item).factor ?? 1) })),
  };
}

/**
 * Enumerates what is decided before the case is known (awards, purchases, starts), and solves each case for itself, exactly. For scenarios
 * without a tolerated shortfall and a weight of risk below 1, so that each case has its own least.
 */
export function twoStage(stated: Scenario): TwoStageAnswer {
  const scenario = { ...stated, rules: stated.rules.flatMap(spelledOut) };
  const cases = (scenario.demandCases ?? []).map((own) => {
    const requirement = readRequirement(demandOf(scenario, own));
    const eligible = readSources(requirement.bill.scenario, requirement.packages);
    return { weight: rational(own.probability), programs: { requirement, eligible, solved: 0 } };
  });
  const { requirement, eligible } = cases[0]!.programs;
  const buyable = allPurchases(scenario, eligible);
  let best: TwoStageAnswer = null;
  for (const { awarded } of everySubset(eligible)) {
    if (!isAllowed(scenario, requirement.packages, eligible, awarded)) continue;
    for (const way of everyPurchase(buyable)) {
      const purchases = buyable.filter((_, i) => way & (1 << i));
      if (!mayBuy(scenario, eligible, awarded, purchases)) continue;
      const fixed = add(oneOffCosts(scenario, awarded).total, capexOf(purchases));
      for (const { starts, awarded: started } of everyStart(scenario, awarded)) {
        const decided = { awarded: started, purchases, starts };
        if (!budgetsAllow(scenario, decided)) continue;
        const found = expectedOf(cases, decided, scenario.risk);
        if (found === null) continue;
        const next = { ...found, cost: add(found.cost, fixed) };
        if (best === null || isLess(next, best)) best = next;
      }
    }
  }
  return best;
}

const isLess = (next: NonNullable<TwoStageAnswer>, than: NonNullable<TwoStageAnswer>): boolean => {
  const order = compare(next.shortfall, than.shortfall);
  return order < 0n || (order === 0n && compare(next.cost, than.cost) < 0n);
};

function expectedOf(
  cases: readonly { readonly weight: Rational; readonly programs: Programs }[],
  decided: Decided,
  risk: Risk | undefined,
): TwoStageAnswer {
  const shortfalls: Weighed[] = [];
  const costs: Weighed[] = [];
  for (const { weight, programs } of cases) {
    const least = valueIn(programs, decided, leastShortfall);
    if (least === null) return null;
    shortfalls.push({ weight, value: least });
    costs.push({ weight, value: valueIn(programs, decided, (model) => leastCost(model, least))! });
  }
  return { shortfall: measured(shortfalls, risk), cost: measured(costs, risk) };
}

/** A value in a case, with its probability. */
interface Weighed {
  readonly weight: Rational;
  readonly value: Rational;
}

/** The mean; where a risk is stated, (1 − w)·mean + w·(the mean of the worst 1 − α, the worst cases first). */
function measured(values: readonly Weighed[], risk: Risk | undefined): Rational {
  const mean = values.reduce((sum, { weight, value }) => add(sum, multiply(weight, value)), ZERO);
  if (!risk) return mean;
  const tail = add(rational(1), negate(rational(risk.level)));
  let left = tail;
  let worst = ZERO;
  const sorted = [...values].sort((one, other) => Number(compare(other.value, one.value)));
  for (const { weight, value } of sorted) {
    const taken = compare(weight, left) < 0n ? weight : left;
    worst = add(worst, multiply(taken, value));
    left = add(left, negate(taken));
  }
  const weight = rational(risk.weight);
  return add(multiply(add(rational(1), negate(weight)), mean), multiply(weight, divide(worst, tail)));
}

function valueIn(programs: Programs, decided: Decided, aim: Aim): Rational | null {
  const { answer, model } = solveRamps(programs, decided, aim);
  return answer.status === 'optimal' ? valueAt(aim(model).objective, answer.point) : null;
}
