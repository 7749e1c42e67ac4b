import type { Scenario } from '../domain/scenario.ts';
import { canonicalPieces } from './canonical.ts';

const PIECE = 1_000_000;

/** The UTF-8 bytes of a text that comes in pieces, as one array: small pieces are encoded many at a time. */
function utf8Of(pieces: Iterable<string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let waiting = '';
  const encode = (): void => {
    const chunk = encoder.encode(waiting);
    chunks.push(chunk);
    size += chunk.length;
    waiting = '';
  };
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length > PIECE) encode();
  }
  encode();
  const whole = new Uint8Array(size);
  for (let chunk = chunks.pop(); chunk !== undefined; chunk = chunks.pop()) {
    size -= chunk.length;
    whole.set(chunk, size);
  }
  return whole;
}

/** SHA-256 of bytes, in hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 (hex) of the RFC 8785 form of a JSON value. Throws on NaN, infinities and lone surrogates, which JSON has not. */
export const canonicalSha256 = async (value: unknown): Promise<string> => sha256Of(utf8Of(canonicalPieces(value)));

/** The identity of a scenario: equal for every folder and document that state the same, in whatever order of rows. */
export const scenarioSha256 = (scenario: Scenario): Promise<string> => canonicalSha256(scenario);
