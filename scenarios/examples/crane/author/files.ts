import { capacityCsv } from './capacity.ts';
import { certificatesCsv } from './certificates.ts';
import { incumbentsCsv } from './incumbents.ts';
import { quotesCsv } from './quotes.ts';
import { SCENARIO_YAML } from './scenario-yaml.ts';
import { bomCsv, itemsCsv, routingCsv } from './structure-rows.ts';
import { suppliersCsv } from './supplier-rows.ts';

/** The files of the example by name: the same bytes on every run and machine. */
export const craneFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['scenario.yaml', SCENARIO_YAML],
    ['bom.csv', bomCsv()],
    ['items.csv', itemsCsv()],
    ['routing.csv', routingCsv()],
    ['suppliers.csv', suppliersCsv()],
    ['capacity.csv', capacityCsv()],
    ['certificates.csv', certificatesCsv()],
    ['quotes.csv', quotesCsv()],
    ['incumbents.csv', incumbentsCsv()],
  ]);
