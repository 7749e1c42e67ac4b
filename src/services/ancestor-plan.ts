import type { Store } from './ports.ts';
import { scenarioLineage } from './scenario-lineage.ts';

/** How many ancestors, and how many plans of each, are looked at. */
const GENERATIONS = 20;
const PLANS = 20;

/**
 * The text of the newest plan of the nearest ancestor that has one: what the solve of a what-if may start from. Undefined: the scenario
 * was stated in full, or no ancestor has a plan. Throws where the database does.
 */
export async function ancestorPlan({
  ctx: { store },
  input,
}: {
  ctx: { readonly store: { scenarios: Pick<Store['scenarios'], 'get'>; plans: Pick<Store['plans'], 'list' | 'text'> } };
  input: { readonly sha256: string };
}): Promise<string | undefined> {
  const lineage = await scenarioLineage({ ctx: { store }, input: { ...input, most: GENERATIONS + 1 } });
  for (const { sha256 } of lineage?.chain.slice(1) ?? []) {
    const page = await store.plans.list({ scenario: sha256 }, { limit: PLANS });
    const plan = page.ok
      ? page.value.items.find(({ status }) => status === 'optimal' || status === 'feasible')
      : undefined;
    if (plan !== undefined) return store.plans.text(plan.digest);
  }
  return undefined;
}
