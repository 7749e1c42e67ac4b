import fc from 'fast-check';
import type { DemandCase } from '../../../scenarios/domain/demand-case.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';

const FACTORS = [0.5, 1, 1.5, 2];

/** The scenario with two or three futures of demand, without a tolerated shortfall. */
export const inCases = (scenarios: fc.Arbitrary<Scenario>): fc.Arbitrary<Scenario> =>
  fc
    .tuple(
      scenarios,
      fc.array(fc.constantFrom(...FACTORS), { minLength: 2, maxLength: 3 }),
      fc.constantFrom(...FACTORS),
      fc.boolean(),
    )
    .map(([scenario, factors, own, changes]) => ({
      ...scenario,
      demandCases: factors.map((factor, at): DemandCase => {
        const changed = at === 0 && changes ? changeOf(scenario, own) : undefined;
        return {
          name: ['expected', 'high', 'low'][at]!,
          probability: factors.length === 2 ? [0.75, 0.25][at]! : [0.5, 0.25, 0.25][at]!,
          ...(factor === 1 ? {} : { factor }),
          ...(changed && { demand: [changed] }),
        };
      }),
      policy: { ...scenario.policy, shortfallTolerance: 0 },
    }));

/** Another multiplier for the first ramp; where there is none, another factor for the first item of the demand table. */
function changeOf({ programmes, demand }: Scenario, times: number) {
  const ramp = programmes.find((programme) => programme.demand);
  if (ramp) return { item: ramp.product, multiplier: 2 * times };
  return demand[0] && { item: demand[0].item, factor: times };
}
