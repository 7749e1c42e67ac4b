import { certificatesCsv } from '../../../registry/certificates.ts';
import { syntheticName } from '../../../registry/registry.ts';
import { suppliersCsv } from '../../../registry/supplier-row.ts';
import { capacityCsv } from '../../author/capacity.ts';
import { incumbentsCsv } from '../../author/incumbents.ts';
import { bomCsv, itemsCsv, routingCsv } from '../../author/structure-rows.ts';
import { COVER } from './cover.ts';
import { BASELINE, FIRMS, INCUMBENTS, RADAR_MAST, REGISTRY } from './radar-mast.ts';
import { SCENARIO_YAML } from './scenario-yaml.ts';

/** What the firms' hours are drawn for. */
export const WORK = { structure: RADAR_MAST, firms: FIRMS, incumbents: INCUMBENTS, baseline: BASELINE, cover: COVER };

/** The files of the example by name: the same bytes on every run and machine. */
export const radarMastFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['scenario.yaml', SCENARIO_YAML],
    ['bom.csv', bomCsv(RADAR_MAST)],
    ['items.csv', itemsCsv(RADAR_MAST)],
    ['routing.csv', routingCsv(RADAR_MAST)],
    ['suppliers.csv', suppliersCsv(REGISTRY.streams, FIRMS, syntheticName)],
    ['capacity.csv', capacityCsv(REGISTRY.streams, WORK)],
    ['certificates.csv', certificatesCsv(REGISTRY.certificates)],
    ['incumbents.csv', incumbentsCsv(INCUMBENTS)],
  ]);
