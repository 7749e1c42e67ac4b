import type { Store } from './ports.ts';

/** A scenario as lists show it. */
type Summary = NonNullable<Awaited<ReturnType<Store['scenarios']['get']>>>;

export interface Lineage {
  /** The scenario itself, then its parent, and so on. */
  readonly chain: readonly Summary[];
  /** True: the last one is stated in full. False: the chain is longer than was asked for. */
  readonly whole: boolean;
}

/** The chain from a scenario to the one that is stated in full, at most `most` (100) of them; undefined: there is no such scenario. */
export async function scenarioLineage({
  ctx,
  input: { sha256, most = 100 },
}: {
  ctx: { readonly store: { readonly scenarios: Pick<Store['scenarios'], 'get'> } };
  input: { readonly sha256: string; readonly most?: number };
}): Promise<Lineage | undefined> {
  const chain: Summary[] = [];
  let next: string | null = sha256;
  while (next !== null && chain.length < most) {
    const summary: Summary | undefined = await ctx.store.scenarios.get(next);
    if (summary === undefined) break;
    chain.push(summary);
    next = summary.parent;
  }
  return chain.length === 0 ? undefined : { chain, whole: next === null };
}
