import { BASE } from './base.ts';
import { ELECTRONICS } from './electronics.ts';
import { HEAD } from './head.ts';
import { MAST } from './mast.ts';

type Row = Readonly<Record<string, string>>;

const PRODUCT: Row = {
  item: 'RM-01',
  name: 'Mobile radar mast',
  lead: '1',
  material: '24000',
  kg: '380',
  components:
    'BF-100, TT-100, MS-100, TD-100, RP-100, HY-100, HY-300 2, EL-100, CT-100, CT-200, PW-100, PW-200, PW-300, CR-100, PH-ENC, PH-HAR',
};

const KITS: readonly Row[] = [
  { item: 'PH-ENC', components: 'EN-110, EN-120, EN-130, EN-140, EN-150, EN-160 4' },
  { item: 'PH-HAR', components: 'HA-110, HA-120, HA-130 4, HA-140, HA-150, HA-160 2, HA-170, CT-300 8' },
];

const ROWS: readonly Row[] = [PRODUCT, ...BASE, ...MAST, ...HEAD, ...ELECTRONICS];

/** What the letters in the column `needs` stand for; L is the security level TBB4. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  Q: ['ISO 9001'],
  A: ['AQAP-2110'],
  S: ['ISO 14001'],
  W2: ['EN 1090-2 EXC2'],
  W3: ['EN 1090-2 EXC3', 'ISO 3834-2'],
  I: ['IPC-A-610'],
  H: ['IPC-A-620'],
  L: [],
};

const letters = (row: Row): string[] => (row['needs'] ?? '').split(' ').filter(Boolean);

/**
 * What is made. `lead` is in quarters, `material` and `kg` are what the item itself adds; `mark` is `!` for a critical item. A routing is
 * `process hours (+ setup/lot)`, a component `item (quantity) (@scrap in percent)`.
 */
export const MAKE_ITEMS: readonly Row[] = ROWS.map((row) => ({
  ...row,
  lead: row['lead'] || '0',
  critical: row['mark'] ?? '',
  safety: '',
}));

/** How each item is made and what its source has to show, in full words. */
export const OPERATIONS: readonly Row[] = ROWS.filter((row) => row['routing']).map((row) => ({
  item: row['item']!,
  routing: row['routing']!,
  certificates: letters(row)
    .flatMap((letter) => NEEDS[letter]!)
    .join('; '),
  security: letters(row).includes('L') ? 'TBB4' : '',
}));

function line(parent: string, text: string): Row {
  const match = /^(\S+)(?: ([\d.]+))?(?: @(\d+))?$/.exec(text.trim());
  if (!match) throw new Error(`not a component: ${parent}: ${text}`);
  return { parent, item: match[1]!, quantity: match[2] ?? '1', scrap: match[3] ?? '' };
}

/** The cells of a battery module change at the turn of 2028. */
const CELLS: readonly Row[] = [
  { parent: 'PW-220', item: 'BY-060', quantity: '1', scrap: '1', group: 'cells', priority: '1', to: '2028-12-31' },
  { parent: 'PW-220', item: 'BY-061', quantity: '1', scrap: '1', group: 'cells', priority: '2', from: '2028-10-01' },
];

/** The bill of materials, one line a component. */
export const LINES: readonly Row[] = [
  ...[...ROWS, ...KITS]
    .filter((row) => row['components'])
    .flatMap((row) => row['components']!.split(',').map((text) => line(row['item']!, text))),
  ...CELLS,
];
