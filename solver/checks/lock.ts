import type { Lock } from '../../scenarios/domain/rule.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { rulesOf } from './scope.ts';
import { forgiven } from './tolerance.ts';
import { contrast, figure } from './wording.ts';

/**
 * `award: true` asks an award of the item to the supplier, or at least one award when no item is named; `award: false` forbids it,
 * or all of them. With a share: Σ_t x[s,w,t] = share · Req[w]. Slack: 0, a fixed decision has no room.
 */
export const lock: Check = {
  name: 'lock',
  check(context) {
    const rules = rulesOf(context.stated.scenario, 'lock');
    return {
      faults: rules.flatMap((rule) => [...decisionFault(context, rule), ...shareFault(context, rule)]),
      slack: new Map(rules.map(({ id }) => [id, 0])),
    };
  },
};

function decisionFault({ view }: CheckContext, { id, supplier, item, award }: Lock): Fault[] {
  const is = item === undefined ? view.awardsOfSupplier.has(supplier) : view.awardOf(supplier, item) !== undefined;
  if (is === award) return [];
  const decision = item === undefined ? 'a member' : `awarded ${item}`;
  const message = award
    ? `${supplier} is not ${decision}, but has to be`
    : `${supplier} is ${decision}, but must not be`;
  return [{ rule: id, supplier, ...(item !== undefined && { item }), message }];
}

function shareFault({ stated, view }: CheckContext, { id, supplier, item, share }: Lock): Fault[] {
  if (item === undefined || share === undefined) return [];
  const required = stated.packages.get(item)?.total ?? 0;
  const made = view.volumeOf(supplier, item)?.total ?? 0;
  const fixed = share * required;
  if (Math.abs(made - fixed) <= forgiven(required)) return [];
  const [found, expected] = contrast(made, fixed);
  const message = `${supplier} makes ${found} ${item} over the horizon, fixed at ${expected} of the ${figure(required)} required`;
  return [{ rule: id, supplier, item, message, found: made, expected: fixed }];
}
