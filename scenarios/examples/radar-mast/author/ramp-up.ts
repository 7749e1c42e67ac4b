import { streamsOf } from '../../../registry/random.ts';
import { capacityCsv } from '../../author/capacity.ts';
import { expansionsCsv } from '../../author/expansions.ts';
import { rampUpRules } from '../../author/ramp-up-rules.ts';
import { itemsCsv } from '../../author/structure-rows.ts';
import { radarMastFiles, WORK } from './files.ts';
import { FIRMS, RADAR_MAST, REGISTRY } from './radar-mast.ts';
import { radarMastYaml } from './scenario-yaml.ts';

/** Free hours of the firms, as a share of those of `radar-mast`. */
const FREE = 0.7;

const RULES = rampUpRules({ desk: 25, budgets: [25_000_000, 20_000_000] });

const cover = new Map([...WORK.cover].map(([process, times]) => [process, times * FREE]));

/** The radar mast with the rules of ramp-up, money, people and law: those of `radar-mast` where it says nothing else. */
export const radarMastRampUpFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...radarMastFiles(),
    [
      'scenario.yaml',
      radarMastYaml({
        name: 'radar-mast-ramp-up',
        rules: RULES,
        costs: 'holdingRate: 0.1, paymentTermDays: 60',
        gap: 0.05,
      }),
    ],
    ['items.csv', itemsCsv(RADAR_MAST, 'NL')],
    ['capacity.csv', capacityCsv(REGISTRY.streams, { ...WORK, cover })],
    ['expansions.csv', expansionsCsv(streamsOf(20260402), FIRMS)],
  ]);
