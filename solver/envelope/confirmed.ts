import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { formulate } from '../formulate.ts';
import { shortfall } from '../objectives/shortfall.ts';
import { withIntegersFixed } from '../strategies/schedule.ts';
import { askedProblem } from './asked-problem.ts';
import { type Decisions, type MultipleSearch, taken } from './multiple-search.ts';

/** How often the range of a multiple is halved. */
const HALVINGS = 20;
/** A weighted unit below this counts as delivered, relative to the multiple. */
const NOTHING = 1e-6;

/**
 * The largest multiple up to `multiple` for which decisions have a plan of that very demand with nothing missing, in the model that plans
 * are made of; undefined where none is found. Asked for where some rows of the envelope's model are loosened.
 */
export async function confirmed(
  scenario: Scenario,
  from: number,
  decisions: Decisions,
  multiple: number,
  search: MultipleSearch,
): Promise<number | undefined> {
  const isShown = async (asked: number): Promise<boolean> => {
    const { model } = formulate(askedProblem(scenario, from, asked, search.learned), shortfall);
    const limits = {
      gap: 0,
      absoluteGap: 0,
      seconds: Math.max(1, search.seconds()),
      seed: search.seed,
      presolve: true,
    };
    const outcome = await search.engine.solve(withIntegersFixed(model, taken(model, decisions)), limits, search.hooks);
    return outcome.status === 'optimal' && outcome.value <= NOTHING * Math.max(1, asked);
  };
  if (await isShown(multiple)) return multiple;
  let [low, high]: [number | undefined, number] = [undefined, multiple];
  for (let halving = 0; halving < HALVINGS && search.seconds() > 0; halving++) {
    const middle: number = ((low ?? 0) + high) / 2;
    if (await isShown(middle)) low = middle;
    else high = middle;
  }
  return low;
}
