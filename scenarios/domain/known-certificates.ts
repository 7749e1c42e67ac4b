/** Certificates that makers for Defence are asked for, as their standards write them. */
export const KNOWN_CERTIFICATES: readonly string[] = [
  ...['ISO 9001', 'ISO 14001', 'ISO 17025', 'ISO 27001', 'ISO 45001', 'ISO 50001'],
  ...['ISO 3834-2', 'ISO 3834-3', 'ISO 3834-4', 'EN 15085-2', 'EN 1090-1', 'EN 1090-2', 'EN 1090-3'],
  ...['EN 1090-2 EXC1', 'EN 1090-2 EXC2', 'EN 1090-2 EXC3', 'EN 1090-2 EXC4'],
  ...['EN 9100', 'EN 9110', 'EN 9120', 'AS 9100', 'NADCAP', 'IATF 16949', 'ISO 13485', 'ISO 22163'],
  ...['AQAP-2105', 'AQAP-2110', 'AQAP-2120', 'AQAP-2130', 'AQAP-2131', 'AQAP-2210', 'AQAP-2310'],
  ...['IPC-A-610', 'IPC-A-620', 'J-STD-001', 'ATEX', 'ABDO', 'ABRO', 'VCA'],
];

/**
 * What a certificate goes by, whatever its spelling: `ISO9001`, `NEN-EN-ISO 9001:2015` and `iso 9001` are one. Dropped are case,
 * spaces, punctuation, the year of the edition, and the names of the national bodies that adopt a standard.
 */
export const certificateKey = (name: string): string =>
  name
    .toUpperCase()
    .replace(/:\s*\d{4}(?:\s*\+\s*A\d.*)?$/, '')
    .replace(/^(?:NEN|DIN|BS|NF|NBN)[\s-]+/, '')
    .replace(/^EN[\s-]+(?=ISO)/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
