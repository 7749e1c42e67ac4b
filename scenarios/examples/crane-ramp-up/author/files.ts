import { capacityCsv } from '../../author/capacity.ts';
import { expansionsCsv } from '../../author/expansions.ts';
import { itemsCsv } from '../../author/structure-rows.ts';
import { CRANE } from '../../crane/author/crane.ts';
import { COVER } from '../../crane/author/families.ts';
import { craneFiles, WORK } from '../../crane/author/files.ts';
import { stream as craneStream } from '../../crane/author/seed.ts';
import { FIRMS } from '../../crane/author/suppliers.ts';
import { quotesCsv } from './quotes.ts';
import { SCENARIO_YAML } from './scenario-yaml.ts';
import { stream } from './seed.ts';

/** Free hours of the firms, as a share of those of `crane`. */
const FREE = 0.7;

const cover = new Map([...COVER].map(([process, times]) => [process, times * FREE]));

/** The files of the example by name: those of `crane` where it says nothing else. */
export const rampUpFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...craneFiles(),
    ['scenario.yaml', SCENARIO_YAML],
    ['items.csv', itemsCsv(CRANE, 'NL')],
    ['capacity.csv', capacityCsv(craneStream, { ...WORK, cover })],
    ['quotes.csv', quotesCsv()],
    ['expansions.csv', expansionsCsv(stream, FIRMS)],
  ]);
