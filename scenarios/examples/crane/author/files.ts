import { certificatesCsv } from '../../../registry/certificates.ts';
import { suppliersCsv } from '../../../registry/supplier-row.ts';
import { capacityCsv } from '../../author/capacity.ts';
import { incumbentsCsv } from '../../author/incumbents.ts';
import { bomCsv, itemsCsv, routingCsv } from '../../author/structure-rows.ts';
import { BASELINE, CERTIFICATES, CRANE, INCUMBENTS } from './crane.ts';
import { COVER } from './families.ts';
import { quotesCsv } from './quotes.ts';
import { SCENARIO_YAML } from './scenario-yaml.ts';
import { stream } from './seed.ts';
import { FIRMS } from './suppliers.ts';

/** What the firms' hours are drawn for. */
export const WORK = { structure: CRANE, firms: FIRMS, incumbents: INCUMBENTS, baseline: BASELINE, cover: COVER };

/** The files of the example by name: the same bytes on every run and machine. */
export const craneFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['scenario.yaml', SCENARIO_YAML],
    ['bom.csv', bomCsv(CRANE)],
    ['items.csv', itemsCsv(CRANE)],
    ['routing.csv', routingCsv(CRANE)],
    ['suppliers.csv', suppliersCsv(stream, FIRMS, (firm) => `Supplier ${firm.supplier.slice(1)}`)],
    ['capacity.csv', capacityCsv(stream, WORK)],
    ['certificates.csv', certificatesCsv(CERTIFICATES)],
    ['quotes.csv', quotesCsv()],
    ['incumbents.csv', incumbentsCsv(INCUMBENTS)],
  ]);
