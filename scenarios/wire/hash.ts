import canonicalize from 'canonicalize';
import type { Scenario } from '../domain/scenario.ts';

/** SHA-256, in lower-case hex, of the UTF-8 bytes of a text. */
async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 (hex) of the RFC 8785 form of a JSON value. Throws on NaN, infinities and lone surrogates, which JSON has not. */
export async function canonicalSha256(value: unknown): Promise<string> {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('canonicalSha256: not a JSON value');
  return sha256(text);
}

/** The identity of a scenario: equal for every folder and document that state the same, in whatever order of rows. */
export const scenarioSha256 = (scenario: Scenario): Promise<string> => canonicalSha256(scenario);
