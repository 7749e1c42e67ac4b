import { z } from '@hono/zod-openapi';
import { scenarioDocument } from '../../../scenarios/wire/document-schema.ts';
import type { ScenarioSummary } from '../../services/ports.ts';
import { named } from '../json-schema.ts';
import { instant, instantSchema } from '../lists.ts';

/** Names a scenario in a path. */
export const sha256 = z.string().openapi({ description: 'The scenario’s own hash', example: 'a2'.repeat(32) });

export const NO_SCENARIO = 'there is no such scenario';

/** The normalised document of a scenario. */
export const scenarioShown = named(scenarioDocument, 'Scenario', 'output');
export type ScenarioShown = z.infer<typeof scenarioDocument>;

const listed = {
  sha256,
  name: z.string(),
  parent: z.string().nullable().openapi({ description: 'Hash of the scenario that it varies; null: stated in full' }),
  createdAt: instantSchema,
};

/** What lists show of a scenario. */
export const scenarioListed = z.object(listed).openapi('ScenarioSummary');

const link = z.string().openapi({ format: 'uri-reference' });

/** Where to go on from a scenario. */
export const scenarioLinks = z.object({ self: link, document: link, lineage: link, variants: link, plans: link });

/** A scenario with what it varies and where to go on. */
export const scenarioRead = z
  .object({
    ...listed,
    patch: z
      .array(z.unknown())
      .nullable()
      .openapi({ description: 'JSON Patch (RFC 6902) from the parent; null where there is none' }),
    links: scenarioLinks,
  })
  .openapi('ScenarioOverview');

/** The path of a scenario. */
export const pathOf = (hash: string): string => `/v1/scenarios/${hash}`;

export const linksOf = (hash: string) => ({
  self: pathOf(hash),
  document: `${pathOf(hash)}/document`,
  lineage: `${pathOf(hash)}/lineage`,
  variants: `${pathOf(hash)}/variants`,
  plans: `/v1/plans?scenario=${hash}`,
});

/** A scenario of the store as lists show it. */
export const showListed = ({ sha256, name, parent, createdAt }: ScenarioSummary) => ({
  ...{ sha256, name, parent },
  createdAt: instant(createdAt),
});

/** A scenario of the store as it is read by itself. */
export const showRead = (summary: ScenarioSummary) => ({
  ...showListed(summary),
  patch: summary.patch === null ? null : [...summary.patch],
  links: linksOf(summary.sha256),
});
