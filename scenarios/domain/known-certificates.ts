/** Certificates that makers for Defence are asked for, as their standards write them. */
export const KNOWN_CERTIFICATES: readonly string[] = [
  ...['ISO 9001', 'ISO 14001', 'ISO 17025', 'ISO 27001', 'ISO 45001', 'ISO 50001'],
  ...['ISO 3834-2', 'ISO 3834-3', 'ISO 3834-4', 'EN 15085-2', 'EN 1090-1', 'EN 1090-2', 'EN 1090-3'],
  ...['EN 1090-2 EXC1', 'EN 1090-2 EXC2', 'EN 1090-2 EXC3', 'EN 1090-2 EXC4'],
  ...['EN 9100', 'EN 9110', 'EN 9120', 'AS 9100', 'NADCAP', 'IATF 16949', 'ISO 13485', 'ISO 22163'],
  ...['AQAP-2105', 'AQAP-2110', 'AQAP-2120', 'AQAP-2130', 'AQAP-2131', 'AQAP-2210', 'AQAP-2310'],
  ...['IPC-A-610', 'IPC-A-620', 'J-STD-001', 'ATEX', 'ABDO', 'ABRO', 'VCA'],
];

/** A name without case, the year of the edition, and the names of the national bodies that adopt a standard. */
const plainName = (name: string): string =>
  name
    .toUpperCase()
    .replace(/:\s*\d{4}(?:\s*\+\s*A\d.*)?$/, '')
    .replace(/^(?:NEN|DIN|BS|NF|NBN)[\s-]+/, '')
    .replace(/^EN[\s-]+(?=ISO)/, '');

/**
 * What a certificate goes by, whatever its spelling: `ISO9001`, `NEN-EN-ISO 9001:2015` and `iso 9001` are one. Dropped are case,
 * spaces, punctuation, the year of the edition, and the names of the national bodies that adopt a standard.
 */
export const certificateKey = (name: string): string => plainName(name).replace(/[^\p{L}\p{N}]/gu, '');

/** Its runs of letters and of digits: `EN 1090-2 EXC2` → EN, 1090, 2, EXC, 2. */
const partsOf = (name: string): readonly string[] => plainName(name).match(/\p{L}+|\p{N}+/gu) ?? [];

const knownKeys = new Set(KNOWN_CERTIFICATES.map(certificateKey));
const knownParts = KNOWN_CERTIFICATES.map((name) => ({ name, parts: partsOf(name) }));

/** True where all of some parts stand in others in the same order. */
function isWithin(some: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const part of others) if (part === some[at]) at += 1;
  return at === some.length;
}

/**
 * The known certificates that a name most likely means which is none of them but begins like one: those that it leaves something out of (`EN 1090 EXC2` →
 * `EN 1090-2 EXC2`), the shortest; else the longest that it adds a class or a scope to (`ISO 3834-2 class B` → `ISO 3834-2`). Empty: it is known as it is, or like
 * none that is.
 */
export function nearCertificates(name: string): readonly string[] {
  if (knownKeys.has(certificateKey(name))) return [];
  const own = partsOf(name);
  const alike = knownParts.filter(({ parts }) => parts[0] === own[0] && parts[1] === own[1]);
  const longer = alike.filter(({ parts }) => isWithin(own, parts));
  const shorter = alike.filter(({ parts }) => isWithin(parts, own));
  const lengths = (longer.length > 0 ? longer : shorter).map(({ parts }) => parts.length);
  const wanted = longer.length > 0 ? Math.min(...lengths) : Math.max(...lengths);
  return (longer.length > 0 ? longer : shorter).flatMap((known) => (known.parts.length === wanted ? [known.name] : []));
}
