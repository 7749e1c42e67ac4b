import { and, eq, getTableColumns } from 'drizzle-orm';
import { newestFirst } from '../newest-first.ts';
import { pack, unpack } from '../pack.ts';
import { type Answer, type Page, type PageWanted, pageOf } from '../page.ts';
import { scenarios } from '../schema/scenarios.ts';
import type { Scope } from '../scope.ts';

/** What lists show of a scenario. */
export interface ScenarioSummary {
  readonly organisation: string;
  /** The scenario's own hash: `scenarioSha256`. */
  readonly sha256: string;
  readonly name: string;
  /** Hash of the scenario that it varies; null: stated in full. */
  readonly parent: string | null;
  /** JSON Patch (RFC 6902) from the parent; null where there is none. */
  readonly patch: readonly unknown[] | null;
  readonly createdAt: number;
}

/** A scenario to be kept: its JSON text, the hash of what the text states, and where it comes from. */
export type ScenarioToKeep = Pick<ScenarioSummary, 'sha256' | 'name' | 'parent' | 'patch'> & {
  readonly document: string;
};

/** Scenarios are named by their content: they are kept once and never change. */
export interface ScenarioStore {
  /** `added` is false where it was there already; what was kept first stays, with its lineage. */
  readonly keep: (scenario: ScenarioToKeep) => Promise<Answer<{ readonly added: boolean }, 'no-parent'>>;
  readonly get: (sha256: string) => Promise<ScenarioSummary | undefined>;
  /** The JSON text as it was kept. */
  readonly document: (sha256: string) => Promise<string | undefined>;
  /** Newest first. */
  readonly list: (wanted: PageWanted) => Promise<Answer<Page<ScenarioSummary>, 'bad-cursor'>>;
}

const { document: _, ...shown } = getTableColumns(scenarios);

/** The scenarios of an organisation. */
export function createScenarioStore({ database, organisation, surroundings }: Scope): ScenarioStore {
  const own = eq(scenarios.organisation, organisation);
  const newest = newestFirst(scenarios.createdAt, scenarios.sha256);
  const get = async (sha256: string) =>
    (
      await database
        .select(shown)
        .from(scenarios)
        .where(and(own, eq(scenarios.sha256, sha256)))
    )[0];
  return {
    get,
    keep: async ({ document, ...scenario }) => {
      if (scenario.parent !== null && (await get(scenario.parent)) === undefined)
        return { ok: false, reason: 'no-parent' };
      const added = await database
        .insert(scenarios)
        .values({ ...scenario, organisation, document: await pack(document), createdAt: surroundings.now() })
        .onConflictDoNothing()
        .returning({ sha256: scenarios.sha256 });
      return { ok: true, value: { added: added.length > 0 } };
    },
    document: async (sha256) => {
      const [row] = await database
        .select({ document: scenarios.document })
        .from(scenarios)
        .where(and(own, eq(scenarios.sha256, sha256)));
      return row && unpack(row.document);
    },
    list: (wanted) =>
      pageOf(
        'scenarios',
        wanted,
        newest.like,
        (after, limit) =>
          database
            .select(shown)
            .from(scenarios)
            .where(and(own, newest.after(after)))
            .orderBy(...newest.order)
            .limit(limit),
        (row) => [row.createdAt, row.sha256],
      ),
  };
}
