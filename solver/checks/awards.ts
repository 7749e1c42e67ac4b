import type { AwardRow } from '../../scenarios/domain/plan.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { figureFault, moneyFault, textFault } from './faults.ts';
import { qualificationCost } from './one-offs.ts';
import { forgiven } from './tolerance.ts';

/**
 * The figures of each award: share = Σ_t x[s,w,t] ÷ Req[w], first period with output, cost of qualification, and role. A pair that
 * produces today is `incumbent`; else without volume it is `standby`; else `source` with the largest volume of the item (of equals
 * the first id), `second-source` with a smaller one.
 */
export const awards: Check = {
  name: 'awards',
  check(context) {
    const figures = context.plan.awards.flatMap((row) => figureFaults(context, row));
    const roles = [...context.view.awardsOfItem.values()].flatMap((rows) => roleFaults(context, rows));
    return { faults: [...figures, ...roles] };
  },
};

function figureFaults({ stated, view }: CheckContext, row: AwardRow): Fault[] {
  const { supplier, item } = row;
  const subject = { supplier, item };
  const required = stated.packages.get(item)?.total;
  if (required === undefined) return [];
  const volume = view.volumeOf(supplier, item);
  const first = volume ? stated.label(volume.first) : null;
  const pair = `${item} at ${supplier}`;
  return [
    ...figureFault(subject, `share of ${pair}`, row.share, (volume?.total ?? 0) / required),
    ...textFault(subject, `first period of ${pair}`, row.firstPeriod, first),
    ...moneyFault(
      subject,
      `qualification cost of ${pair}`,
      row.qualificationCost,
      qualificationCost(stated, supplier, item),
    ),
  ];
}

/** Volumes that are equal within the tolerance may stand in either order: their last digits depend on the order of summing. */
function roleFaults({ stated, view }: CheckContext, rows: readonly AwardRow[]): Fault[] {
  const volumeOf = ({ supplier, item }: AwardRow): number => view.volumeOf(supplier, item)?.total ?? 0;
  const largest = rows.reduce((most, row) => Math.max(most, volumeOf(row)), 0);
  const first = rows.filter((row) => volumeOf(row) > 0 && volumeOf(row) >= largest - forgiven(largest));
  const named = first.filter(({ role }) => role === 'source');
  return rows.flatMap((row) => {
    const { supplier, item, role } = row;
    const allowed = ((): readonly AwardRow['role'][] => {
      if (stated.pairOf(supplier, item)?.incumbent) return ['incumbent'];
      if (volumeOf(row) === 0) return ['standby'];
      if (!first.includes(row)) return ['second-source'];
      if (named.length > 1) return row === named[0] ? ['source'] : ['second-source'];
      const other = first.some((rival) => rival !== row && (rival.role === 'source' || rival.role === 'incumbent'));
      return other ? ['source', 'second-source'] : ['source'];
    })();
    if (allowed.includes(role)) return [];
    return textFault({ supplier, item }, `role of ${supplier} for ${item}`, role, allowed[0]!);
  });
}
