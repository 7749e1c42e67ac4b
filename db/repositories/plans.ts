import { and, eq, getTableColumns } from 'drizzle-orm';
import { newestFirst } from '../newest-first.ts';
import { unpack } from '../pack.ts';
import { type Answer, type Page, type PageWanted, pageOf } from '../page.ts';
import { plans } from '../schema/plans.ts';
import { scenarios } from '../schema/scenarios.ts';
import type { Scope } from '../scope.ts';
import { type PlanSummary, type PlanToKeep, planRow, readyPlan } from './plan-row.ts';

/** Plans are named by their digest: they are kept once and never change. What does not verify must not be kept. */
export interface PlanStore {
  /** `added` is false where it was there already. */
  readonly keep: (plan: PlanToKeep) => Promise<Answer<{ readonly added: boolean }, 'no-scenario'>>;
  readonly get: (digest: string) => Promise<PlanSummary | undefined>;
  /** The text of plan.json, byte for byte. */
  readonly text: (digest: string) => Promise<string | undefined>;
  /** Newest first; of one scenario where it is named. */
  readonly list: (
    filter: { readonly scenario?: string },
    wanted: PageWanted,
  ) => Promise<Answer<Page<PlanSummary>, 'bad-cursor'>>;
}

const { organisation: _, document: __, ...shown } = getTableColumns(plans);

/** The plans of an organisation. */
export function createPlanStore(scope: Scope): PlanStore {
  const { database, organisation, surroundings } = scope;
  const own = eq(plans.organisation, organisation);
  const newest = newestFirst(plans.createdAt, plans.digest);
  const hasScenario = async (sha256: string) => {
    const found = await database
      .select({ sha256: scenarios.sha256 })
      .from(scenarios)
      .where(and(eq(scenarios.organisation, organisation), eq(scenarios.sha256, sha256)));
    return found.length > 0;
  };
  return {
    keep: async (toKeep) => {
      if (!(await hasScenario(toKeep.plan.scenario.sha256))) return { ok: false, reason: 'no-scenario' };
      const added = await database
        .insert(plans)
        .values(planRow(organisation, surroundings.now(), await readyPlan(toKeep)))
        .onConflictDoNothing()
        .returning({ digest: plans.digest });
      return { ok: true, value: { added: added.length > 0 } };
    },
    get: async (digest) =>
      (
        await database
          .select(shown)
          .from(plans)
          .where(and(own, eq(plans.digest, digest)))
      )[0],
    text: async (digest) => {
      const [row] = await database
        .select({ document: plans.document })
        .from(plans)
        .where(and(own, eq(plans.digest, digest)));
      return row && unpack(row.document);
    },
    list: ({ scenario }, wanted) =>
      pageOf(
        `plans of ${scenario ?? 'all'}`,
        wanted,
        newest.like,
        (after, limit) =>
          database
            .select(shown)
            .from(plans)
            .where(and(own, scenario === undefined ? undefined : eq(plans.scenario, scenario), newest.after(after)))
            .orderBy(...newest.order)
            .limit(limit),
        (row) => [row.createdAt, row.digest],
      ),
  };
}
