import type { Check } from './check.ts';

/** Every award, also of a standby, is of an eligible pair of a supplier and a work package. */
export const eligibility: Check = {
  name: 'eligibility',
  check({ plan, stated }) {
    const faults = plan.awards.flatMap(({ supplier, item }) => {
      if (stated.pairOf(supplier, item)) return [];
      if (!stated.packages.has(item)) {
        return [{ supplier, item, message: `${supplier} is awarded ${item}, which is not a work package` }];
      }
      const why = stated.reasonsFor(supplier, item).map(({ message }) => message);
      const message = `${supplier} is awarded ${item} but is not eligible for it`;
      return [{ supplier, item, message: why.length === 0 ? message : `${message}: ${why.join('; ')}` }];
    });
    return { faults };
  },
};
