import { z } from 'zod';
import { RULES } from './rules.ts';
import { demandCase, programme, SETTINGS } from './settings.ts';
import { TABLE_ROWS } from './tables/index.ts';

const { bom, items, routing, demand, suppliers, capacity, certificates, quotes, incumbents, expansions } = TABLE_ROWS;
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).default([]);

/** The JSON document of a scenario. For descriptions: what reads a document reports every problem of every row instead. */
export const scenarioDocument = z.strictObject({
  ...SETTINGS,
  programmes: rows(programme),
  demandCases: z.array(demandCase).exactOptional(),
  rules: rows(
    z.discriminatedUnion('rule', [
      ...([RULES['source-count'], RULES['share-cap'], RULES['share-floor']] as const),
      ...([RULES['member-count'], RULES.lock, RULES.exclude] as const),
      ...([RULES['group-count'], RULES['region-share-cap'], RULES['content-share']] as const),
      ...([RULES['dependency-cap'], RULES['legal-form']] as const),
      ...([RULES.commitment, RULES.budget] as const),
      ...([RULES['ramp-rate'], RULES.labour, RULES['onboarding-throughput']] as const),
    ]),
  ),
  ...{ bom: rows(bom), items: rows(items), routing: rows(routing), demand: rows(demand) },
  ...{ suppliers: z.array(suppliers), capacity: z.array(capacity), certificates: rows(certificates) },
  ...{ quotes: rows(quotes), incumbents: rows(incumbents), expansions: rows(expansions) },
});

/** A supplier of a registry with its rows. For descriptions, as {@link scenarioDocument}. */
export const registryEntryDocument = z.strictObject({
  supplier: suppliers,
  ...{ capacity: rows(capacity), certificates: rows(certificates), expansions: rows(expansions) },
});

/** The tables of a registry. For descriptions, as {@link scenarioDocument}. */
export const registryDocument = z.strictObject({
  suppliers: z.array(suppliers),
  ...{ capacity: rows(capacity), certificates: rows(certificates), expansions: rows(expansions) },
});
