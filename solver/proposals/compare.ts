import { totalCost } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Euro, Fraction } from '../../scenarios/domain/units.ts';
import { productionValue } from './most-dutch.ts';
import type { Proposal } from './proposal.ts';
import { type Members, membersOf } from './purpose.ts';

/** The members by which a proposal differs from another one. */
export interface Difference {
  /** The number of the other proposal. */
  readonly from: number;
  /** Members of the other that it does without. */
  readonly leavesOut: readonly string[];
  /** Members that the other does without. */
  readonly adds: readonly string[];
}

/** What a proposal is compared by, all of it from its plan and the scenario. */
export interface Figures {
  readonly cost: Euro;
  /** More than the cheapest, as a fraction of its cost; negative where a proposal turned out cheaper. */
  readonly dearer: Fraction;
  readonly members: number;
  /** Members that make nothing, and how many of them state a country other than NL. */
  readonly standby: { readonly members: number; readonly abroad: number };
  /** Of the production value; null where nothing is made or no supplier states a country. */
  readonly dutchShare: Fraction | null;
  /** The member that most is spent on; null without members. */
  readonly largest: { readonly supplier: string; readonly spend: Euro; readonly share: Fraction } | null;
  readonly differences: readonly Difference[];
}

/** The figures of each proposal, in their order. */
export function compareProposals(scenario: Scenario, proposals: readonly Pick<Proposal, 'plan'>[]): readonly Figures[] {
  const least = proposals[0] === undefined ? 0 : totalCost(proposals[0].plan);
  const members = proposals.map(({ plan }) => membersOf(plan));
  return proposals.map(({ plan }, position) => {
    const cost = totalCost(plan);
    const { dutch, total } = productionValue(plan, scenario);
    const stated = scenario.suppliers.some(({ country }) => country !== undefined);
    const largest = plan.members.reduce<Figures['largest']>(
      (most, { supplier, spend, share }) => (most === null || spend > most.spend ? { supplier, spend, share } : most),
      null,
    );
    return {
      cost,
      dearer: least === 0 ? 0 : cost / least - 1,
      members: plan.members.length,
      standby: standbyOf(plan, scenario),
      dutchShare: stated && total > 0 ? dutch / total : null,
      largest,
      differences: members.flatMap((other, from) =>
        from === position ? [] : [differenceOf(members[position]!, other, from + 1)],
      ),
    };
  });
}

function standbyOf({ members, production }: Proposal['plan'], { suppliers }: Scenario): Figures['standby'] {
  const busy = new Set(production.map(({ supplier }) => supplier));
  const idle = new Set(members.map(({ supplier }) => supplier).filter((supplier) => !busy.has(supplier)));
  const abroad = suppliers.filter(({ supplier, country }) => idle.has(supplier) && (country ?? 'NL') !== 'NL');
  return { members: idle.size, abroad: abroad.length };
}

function differenceOf(own: Members, other: Members, from: number): Difference {
  return {
    from,
    leavesOut: [...other].filter((supplier) => !own.has(supplier)),
    adds: [...own].filter((supplier) => !other.has(supplier)),
  };
}
