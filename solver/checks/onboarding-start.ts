import type { AwardRow } from '../../scenarios/domain/plan.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { timedOnboardings } from './onboarding.ts';
import { counted, figure } from './wording.ts';

/**
 * Where a rule speaks of the time of onboarding, a member starts in a planned period, makes an item no earlier than the longest of what it
 * waits for after that start, and would be ready for each of its awards in a period in which it could produce.
 */
export const onboardingStart: Check = {
  name: 'onboarding-start',
  check(context) {
    const { stated, plan } = context;
    const timed = timedOnboardings(stated);
    return {
      faults: plan.members.flatMap(({ supplier, start }): readonly Fault[] => {
        if (!timed.has(supplier)) return [];
        const at = stated.indexOf(start);
        if (at === undefined || at < 1 || at > stated.horizon) {
          const message = `${supplier} starts in ${start}, which is not planned`;
          return [{ supplier, message, found: start, expected: stated.label(1) }];
        }
        const awards = context.view.awardsOfSupplier.get(supplier) ?? [];
        return awards.flatMap((award) => awardFaults(context, award, at));
      }),
    };
  },
};

function awardFaults({ stated, view }: CheckContext, { supplier, item }: AwardRow, start: number): readonly Fault[] {
  const pair = stated.pairOf(supplier, item);
  if (!pair) return [];
  const ready = start + pair.lead;
  const subject = { supplier, item };
  if (pair.available.lastIndexOf(true) < ready) {
    const message = `${supplier} starts in ${stated.label(start)} and is never ready for ${item} in time`;
    return [{ ...subject, message }];
  }
  const made = view.volumeOf(supplier, item);
  if (!made || made.first >= ready) return [];
  const period = stated.label(made.first);
  const wait = counted(pair.lead, 'period');
  const message = `${supplier} makes ${figure(made.units[made.first]!)} ${item} in ${period}, but starts in ${stated.label(start)} and waits ${wait}`;
  return [{ ...subject, period, message, found: period, expected: stated.label(ready) }];
}
