import { renamed, rewrite, settings, swap, textOf, together, without } from '../kind.ts';

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

/** Aliases of aliases: 10¹² words in a few lines. */
const bomb = [
  'k0: &k0 [x]',
  ...Array.from({ length: 12 }, (_, k) => `k${k + 1}: &k${k + 1} [${Array(10).fill(`*k${k}`).join(', ')}]`),
];

/** Files that are missing, empty, of another format or broken in their form. */
export const fileKinds = [
  without('scenario.yaml'),
  without('bom.csv'),
  without('suppliers.csv'),
  without('capacity.csv'),
  renamed('suppliers.csv', 'supplier.csv'),
  renamed('capacity.csv', 'Capacity.xlsx'),
  renamed('bom.csv', 'BOM.csv'),
  renamed('scenario.yaml', 'scenario.yml'),
  rewrite('scenario.yaml', 'empty', () => ''),
  rewrite('scenario.yaml', 'a list', () => '- name: tiny\n'),
  rewrite('scenario.yaml', 'a sentence', () => 'Please plan the crane\n'),
  settings('a key twice', 'name: tiny\n', 'name: tiny\nname: small\n'),
  settings('broken indentation', '  - product: CRANE', '  - product: CRANE\n oops'),
  settings('a bracket that is not closed', 'periods: 8 }', 'periods: 8'),
  settings('a quotation mark that is not closed', 'name: tiny', 'name: "tiny'),
  settings('a tab', '  - product: CRANE', '\t- product: CRANE'),
  settings('no space after a colon', 'name: tiny', 'name:tiny'),
  settings('a second colon', 'name: tiny', 'name: crane: tiny'),
  settings('a text that starts with a star', 'name: tiny', 'name: *tiny'),
  settings('a text that starts with @', 'name: tiny', 'name: @tiny'),
  settings('two documents', 'rules:', '---\nrules:'),
  rewrite('scenario.yaml', 'a YAML bomb', (text) => `${text}${bomb.join('\n')}\n`),
  rewrite('scenario.yaml', 'nested ten thousand deep', (text) => `${text}deep: ${'['.repeat(10_000)}`),
  rewrite('scenario.yaml', 'three million characters', (text) => `${text}# ${'x'.repeat(3_000_000)}\n`),
  rewrite('scenario.yaml', 'saved as UTF-16', (text) => utf16(`\uFEFF${text}`)),
  rewrite('suppliers.csv', 'empty', () => ''),
  rewrite('suppliers.csv', 'a header and no rows', (text) => `${text.split('\n')[0]}\n`),
  rewrite('capacity.csv', 'a header and no rows', (text) => `${text.split('\n')[0]}\n`),
  rewrite('bom.csv', 'a header and no rows', (text) => `${text.split('\n')[0]}\n`),
  rewrite('incumbents.csv', 'empty', () => ''),
  rewrite('items.csv', 'blank lines', () => '\n\n  \n'),
  rewrite('bom.csv', 'no header line', (text) => text.split('\n').slice(1).join('\n')),
  rewrite('quotes.csv', 'a title above the header', (text) => `Quotes of March;;\n${text}`),
  swap('bom.csv', 'no column for quantities', 'item,quantity', 'item,number'),
  swap('routing.csv', 'a misspelt column', 'hoursPerUnit', 'hourPerUnits'),
  rewrite('capacity.csv', 'separated by tabs', (text) => text.replaceAll(',', '\t')),
  swap('items.csv', 'a column twice', 'name,kind', 'name,Name'),
  swap('items.csv', 'a column twice under two spellings', 'leadTime,unitValue', 'leadTime,lead_time'),
  swap('bom.csv', 'a row cut short of what it has to state', 'CRANE,FRAME,1,,,', 'CRANE,FRAME'),
  swap('items.csv', 'a cell too many', '3000,no,,5', '3000,no,,5,x'),
  swap('items.csv', 'an empty cell too many', '3000,no,,5', '3000,no,,5,'),
  swap('items.csv', 'a quotation mark in a cell', 'Bolt set', 'Bolt 3" set'),
  swap('items.csv', 'text after a quoted cell', '"Crane, mobile"', '"Crane, mobile" 3'),
  swap('suppliers.csv', 'a quotation mark that is never closed', 'S2,Beta', 'S2,"Beta'),
  together(
    'items.csv: a quotation mark that is closed by the next quoted cell',
    swap('items.csv', '', 'CRANE,"Crane, mobile"', 'CRANE,"Crane mobile'),
    swap('items.csv', '', '00123,Bolt set', '00123,"Bolt set, M8"'),
  ),
  rewrite(
    'items.csv',
    'a letter of another encoding',
    (text) => new Uint8Array(Buffer.from(text.replace('Boom', 'Bôom'), 'latin1')),
  ),
  rewrite('items.csv', 'saved as UTF-16', (text) => utf16(`\uFEFF${text}`)),
  rewrite('items.csv', 'saved as UTF-16 without a byte order mark', utf16),
  rewrite('items.csv', 'a zero byte', (text) => text.replace('Boom', 'Bo\u0000m')),
  rewrite('items.csv', 'an Excel workbook', () => new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])),
  rewrite('items.csv', 'an old Excel workbook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])),
  rewrite('items.csv', 'a PDF document', () => '%PDF-1.7\n'),
  rewrite('items.csv', 'compressed', () => new Uint8Array([0x1f, 0x8b, 8, 0])),
  {
    what: 'something wrong in every file',
    damage: (folder: ReadonlyMap<string, string | Uint8Array>) =>
      new Map(
        [...folder.keys()].map((file) => {
          const text = textOf(folder, file);
          return [
            file,
            file === 'scenario.yaml' ? text.replace('max: 0.6', 'max: 6') : text.replace(/,[^,\n]*\n/, '\n'),
          ];
        }),
      ),
  },
];
