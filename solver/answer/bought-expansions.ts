import { inPlaceFrom } from '../../scenarios/capacity.ts';
import type { Hours } from '../../scenarios/domain/units.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { Decision } from '../constraints/constraint.ts';
import { awardsByExpansion } from '../constraints/expansion.ts';
import { hoursIn } from '../planning-pair.ts';
import type { Solution } from '../strategies/strategy.ts';

/** What is awarded, and what is produced in each case: an expansion is bought before the case is known and serves all. */
interface Made extends Pick<Decision, 'problem' | 'awarded'> {
  readonly produced: readonly Decision['produced'][];
}

/** One of an expansion, and when it is bought. */
interface Unit {
  readonly expansion: number;
  bought: number;
}

/** Hours at work beyond those of one's own may pass what is in place by so much, relative to their size. */
const ROOM = 1e-7;

/**
 * How many of each expansion are bought in t = 1 … T. Those that no work and no standby needs are left out, the dearest first; where the
 * model leaves the period open, each is bought as late as the work of its supplier allows.
 */
export function boughtExpansions(made: Made, { variables, values }: Solution): readonly Float64Array[] {
  const { problem } = made;
  const { expansions, horizon } = problem;
  const units = expansions.flatMap(({ periods }, expansion): Unit[] =>
    periods.flatMap((bought) =>
      Array.from({ length: Math.round(values[variables.expanded(expansion, bought)!]!) }, () => ({
        expansion,
        bought,
      })),
    ),
  );
  const place = ({ expansion }: Unit) => `${expansions[expansion]!.candidate}|${expansions[expansion]!.process}`;
  const counts = expansions.map(() => new Float64Array(horizon + 1));
  for (const own of grouped(units, place).values())
    for (const { expansion, bought } of asLate(made, own)) counts[expansion]![bought]! += 1;
  return counts;
}

/** The units of one supplier and process that are needed, each as late as may be. */
function asLate(made: Made, units: readonly Unit[]): readonly Unit[] {
  const { problem } = made;
  const { expansions, horizon } = problem;
  const lacking = hoursLacking(made, units[0]!);
  const isStandby = awardsByExpansion(problem).some(
    (row) => made.awarded[row.pair] && row.expansions.includes(units[0]!.expansion),
  );
  const dearest = [...units].sort(
    (left, right) =>
      expansions[right.expansion]!.capex - expansions[left.expansion]!.capex || right.expansion - left.expansion,
  );
  const kept = new Set(dearest);
  for (const unit of dearest) {
    const own = expansions[unit.expansion]!;
    const others = [...kept].filter((other) => other !== unit);
    let t = inPlaceFrom(own, 1);
    while (t <= horizon && lacking(others, t) <= 0) t += 1;
    if (t > horizon && (others.length > 0 || !isStandby)) kept.delete(unit);
    else if (t <= horizon && own.periods.length === 1) unit.bought = t - own.leadTime;
  }
  return [...kept];
}

/** Hours of work in t beyond the supplier's own and those of some units; 0 where they suffice. */
function hoursLacking({ problem, produced }: Made, { expansion }: Unit): (units: readonly Unit[], t: number) => Hours {
  const { candidate, process, supplier } = problem.expansions[expansion]!;
  const { horizon } = problem;
  const works = produced.map(() => new Float64Array(horizon + 1));
  for (const pair of problem.candidates[candidate]!.pairs) {
    const own = problem.pairs[pair]!;
    for (const [at, units] of produced.entries())
      for (let t = 1; t < horizon + 1; t++) works[at]![t]! += hoursIn(own, process, t) * units[pair]![t]!;
  }
  const work = works[0]!.map((_, t) => Math.max(...works.map((own) => own[t]!)));
  return (units, t) => {
    let offered = problem.capacity(supplier, process, t);
    for (const unit of units) {
      const own = problem.expansions[unit.expansion]!;
      if (inPlaceFrom(own, unit.bought) <= t) offered += own.hoursPerPeriod;
    }
    const lacking = work[t]! - offered;
    return lacking <= ROOM * Math.max(1, offered) ? 0 : lacking;
  };
}
