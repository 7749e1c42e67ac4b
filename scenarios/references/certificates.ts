import { certificatesCovering } from '../domain/certificate-catalogue.ts';
import { certificateKey, KNOWN_CERTIFICATES, nearCertificates } from '../domain/known-certificates.ts';
import { anyOf, nearWord } from '../wire/near-word.ts';
import type { Check } from './check.ts';

const known = new Set(KNOWN_CERTIFICATES.map(certificateKey));

const question = (near: string | undefined): string => (near === undefined ? '' : ` (did you mean ${near}?)`);

/**
 * A certificate that an item requires and no supplier can show: refused where it is no certificate that is known, as it is then most
 * likely mistyped; otherwise a warning, as the item cannot be awarded to anyone.
 */
function checkRequired({ draft, problem, warn }: Check): void {
  const { items, certificates } = draft.tables;
  const readable = certificates.whole && certificates.broken.length === 0;
  const held = new Set(certificates.values.map((row) => row.certificate));
  const reported = new Set<string>();
  items.values.forEach((item, index) => {
    for (const name of item.certificates) {
      if (!readable || reported.has(name) || certificatesCovering(name).some((cover) => held.has(cover))) continue;
      reported.add(name);
      const place = draft.places.row('items', items.at[index]!, 'certificates');
      const message = `no supplier holds or can obtain ${name}, which ${item.item} requires`;
      const isKnown = known.has(certificateKey(name)) || certificatesCovering(name).length > 1;
      if (isKnown) warn({ ...place, code: 'unheld-certificate', message });
      else {
        const near = nearWord(name, [...held, ...KNOWN_CERTIFICATES]);
        const several = /[,|]/.test(name) ? '; where these are several, ; goes between them' : '';
        const expected = `a certificate of the table certificates${question(near)}${several}`;
        problem({ ...place, code: 'unknown-certificate', message, expected });
      }
    }
  });
}

/** A certificate that a supplier has, that no item asks for and that is almost one which an item does ask for. */
function warnOfNearCertificates({ draft, warn }: Check): void {
  const { items, certificates } = draft.tables;
  const required = new Set(items.values.flatMap((item) => item.certificates));
  const judged = new Set<string>();
  certificates.values.forEach(({ certificate }, index) => {
    if (judged.has(certificate) || required.has(certificate) || known.has(certificateKey(certificate))) return;
    judged.add(certificate);
    // What is named almost as a known one is told of below, whatever items require.
    if (certificatesCovering(certificate).length > 1 || nearCertificates(certificate).length > 0) return;
    const near = nearWord(certificate, required);
    if (near === undefined) return;
    const message = `no item requires ${certificate}; did you mean ${near}?`;
    const place = draft.places.row('certificates', certificates.at[index]!, 'certificate');
    warn({ ...place, code: 'unused-certificate', message });
  });
}

/**
 * A certificate that is named almost as a known one, with a part or a class of it: read as it is written, so that it may be another one than the
 * planner means. Where the ladder of classes knows the name it counts as the standard's own.
 */
function warnOfStrangeSpellings({ draft, warn }: Check): void {
  const { items, certificates } = draft.tables;
  const told = new Set<string>();
  const see = (name: string, place: () => ReturnType<typeof draft.places.row>): void => {
    if (told.has(name)) return;
    told.add(name);
    const near = nearCertificates(name);
    if (near.length === 0) return;
    const ownClass = certificatesCovering(name).find((own) => near.includes(own));
    const message = ownClass
      ? `${name} counts as ${ownClass}, as the standard writes it`
      : `${name} is no certificate that is known and counts as one of its own; did you mean ${anyOf(near)}?`;
    warn({ ...place(), code: 'certificate-class', message });
  };
  items.values.forEach((item, index) => {
    for (const name of item.certificates) see(name, () => draft.places.row('items', items.at[index]!, 'certificates'));
  });
  certificates.values.forEach(({ certificate }, index) => {
    see(certificate, () => draft.places.row('certificates', certificates.at[index]!, 'certificate'));
  });
}

/** A certificate that ends before the plan starts counts in no period. */
function checkDates({ draft, calendar, warn }: Check): void {
  const { certificates } = draft.tables;
  if (calendar === undefined) return;
  const year = calendar.start.slice(0, 4);
  certificates.values.forEach(({ validUntil, renewable, certificate }, index) => {
    if (validUntil === undefined || renewable || validUntil.slice(0, 4) >= year) return;
    const place = draft.places.row('certificates', certificates.at[index]!, 'validUntil');
    const message = `${certificate} ends before the plan starts in ${calendar.start}, so it never counts`;
    warn({ ...place, code: 'expired-certificate', message, found: validUntil });
  });
}

/** Checks the certificates that items require against those that suppliers show. */
export function checkCertificates(check: Check): void {
  checkRequired(check);
  warnOfNearCertificates(check);
  warnOfStrangeSpellings(check);
  checkDates(check);
}
