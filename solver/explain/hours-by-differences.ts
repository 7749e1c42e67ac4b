import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { TightHours } from '../../scenarios/domain/explanation.ts';
import { partsOfProduction } from '../../scenarios/learning.ts';
import { pairPosition } from '../problem.ts';
import { addHours, type HoursOf, usefulHours } from './changes/hours.ts';
import type { Trials } from './trials.ts';

/** Resources whose worth is found by solving again. */
const MOST_DIFFERENCES = 8;
const FULL = 1e-6;

/** For each of some hours that are used up in a period: what a hundredth more in every period takes off, for one hour of it. */
export async function hoursByDifferences(trials: Trials): Promise<readonly TightHours[]> {
  const { problem, scenario } = trials;
  const found: TightHours[] = [];
  const full = usefulHours(problem).flatMap((own) => {
    const t = fullPeriod(trials, own);
    return t === undefined ? [] : [{ own, t }];
  });
  if (full.length > MOST_DIFFERENCES) {
    trials.untried(`what more hours are worth, beyond the first ${MOST_DIFFERENCES} that are used up`);
  }
  for (const { own, t } of full.slice(0, MOST_DIFFERENCES)) {
    const tried = await trials.tried(addHours(scenario, [own], 0.01));
    const better = tried?.difference.find(({ least, most }) => least !== 0 || most !== 0);
    if (better === undefined || better.most >= 0) continue;
    let added = 0;
    for (let at = 1; at <= problem.horizon; at++) added += problem.capacity(own.supplier, own.process, at) / 100;
    const period = periodLabel(scenario.calendar, t);
    found.push({ ...own, period, aim: better.aim, price: -better.most / added });
  }
  return found;
}

/** The first period in which the plan uses all of these hours. */
function fullPeriod({ problem, base }: Trials, { supplier, process }: HoursOf): number | undefined {
  const { calendar } = problem.scenario;
  const partOf = partsOfProduction(problem.scenario, base.production);
  for (let t = 1; t <= problem.horizon; t++) {
    const label = periodLabel(calendar, t);

    let used = 0;
    for (const row of base.production) {
      if (row.supplier !== supplier || row.period !== label) continue;
      const pair = pairPosition(problem, supplier, row.item);
      const step = problem.pairs[pair ?? -1]?.hours.find((own) => own.process === process);
      used += (step?.hours ?? 0) * partOf(row) * row.quantity;
    }
    const offered = problem.capacity(supplier, process, t);
    if (offered > 0 && used >= offered * (1 - FULL)) return t;
  }
  return undefined;
}
