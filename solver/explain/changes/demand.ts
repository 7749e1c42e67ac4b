import { periodIndex, periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { Change, PatchOperation } from '../../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { counted, percent } from '../../diagnosis/wording.ts';

/** Changes of the demand in one direction, the smallest first. */
interface DemandSteps {
  readonly kind: 'move-demand' | 'lower-demand';
  readonly changes: readonly Change[];
}

/** How the demand of each programme and item could be moved to later periods or made smaller. */
export const demandSteps = (scenario: Scenario): readonly DemandSteps[] => [
  ...laterReach(scenario),
  ...laterRows(scenario),
  ...smaller(scenario),
];

/** The multiple of a programme reached one, two … periods later. */
function laterReach({ programmes, calendar }: Scenario): readonly DemandSteps[] {
  return programmes.flatMap(({ product, demand }, at) => {
    const reach = demand && periodIndex(calendar, demand.reach);
    if (reach === undefined || reach >= calendar.periods) return [];
    const changes = Array.from({ length: calendar.periods - reach }, (_, step): Change => {
      const value = periodLabel(calendar, reach + step + 1);
      return {
        words: `reach ${demand!.multiplier}× of ${product} in ${value} instead of ${demand!.reach}`,
        patch: [{ op: 'replace', path: `/programmes/${at}/demand/reach`, value }],
      };
    });
    return [{ kind: 'move-demand', changes }];
  });
}

/** All stated demand for an item one, two … periods later, as long as it stays within the horizon. */
function laterRows({ demand, calendar }: Scenario): readonly DemandSteps[] {
  return [...new Set(demand.map(({ item }) => item))].map((item): DemandSteps => {
    const own = demand.flatMap((row, at) =>
      row.item === item ? [{ at, t: periodIndex(calendar, row.period) ?? calendar.periods }] : [],
    );
    const room = calendar.periods - Math.max(...own.map(({ t }) => t));
    const changes = Array.from({ length: room }, (_, step): Change => {
      const patch = own.map(({ at, t }): PatchOperation => {
        const value = periodLabel(calendar, t + step + 1);
        return { op: 'replace', path: `/demand/${at}/period`, value };
      });
      return { words: `move the demand for ${item} ${counted(step + 1, calendar.period)} later`, patch };
    });
    return { kind: 'move-demand', changes };
  });
}

/** All demand smaller by whole per cent. */
function smaller({ programmes, demand }: Scenario): readonly DemandSteps[] {
  const changes = Array.from({ length: 99 }, (_, step): Change => {
    const fraction = (step + 1) / 100;
    const less = (value: number) => Number((value * (1 - fraction)).toPrecision(12));
    const patch = [
      ...programmes.flatMap((row, at): PatchOperation[] =>
        row.demand
          ? [{ op: 'replace', path: `/programmes/${at}/demand/baseline`, value: less(row.demand.baseline) }]
          : [],
      ),
      ...demand.map(
        (row, at): PatchOperation => ({ op: 'replace', path: `/demand/${at}/quantity`, value: less(row.quantity) }),
      ),
    ];
    return { words: `ask for ${percent(fraction)} less of everything in every period`, patch };
  });
  return [{ kind: 'lower-demand', changes }];
}
