import { inPlaceFrom } from '../../../scenarios/capacity.ts';
import type { PlanningProblem } from '../../problem.ts';

/** What suppliers can add to their hours, supplier by supplier. Each is taken as bought in the first period, where it is worth most. */
export interface ExpansionSide {
  /** Expansions of supplier s stand at expansionStarts[s] … expansionStarts[s + 1] − 1. */
  readonly expansionStarts: Int32Array;
  /** The process, counted from the supplier's first. */
  readonly expansionProcess: Uint16Array;
  readonly expansionHours: Float64Array;
  /** First period with these hours, from 0. */
  readonly expansionFrom: Uint16Array;
  readonly expansionMost: Float64Array;
  readonly capex: Float64Array;
}

export function expansionSide({ candidates, expansions }: PlanningProblem, priced: 0 | 1): ExpansionSide {
  const expansionStarts = new Int32Array(candidates.length + 1);
  for (const { candidate } of expansions) expansionStarts[candidate + 1]! += 1;
  for (let s = 0; s < candidates.length; s++) expansionStarts[s + 1]! += expansionStarts[s]!;
  const ordered = [...expansions].sort((left, right) => left.candidate - right.candidate);
  return {
    expansionStarts,
    expansionProcess: Uint16Array.from(ordered, ({ candidate, process }) =>
      candidates[candidate]!.processes.indexOf(process),
    ),
    expansionHours: Float64Array.from(ordered, ({ hoursPerPeriod }) => hoursPerPeriod),
    expansionFrom: Uint16Array.from(ordered, (own) => inPlaceFrom(own, 1) - 1),
    expansionMost: Float64Array.from(ordered, ({ maximum }) => maximum),
    capex: Float64Array.from(ordered, ({ capex }) => priced * capex),
  };
}
