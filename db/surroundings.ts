/** What the repositories need from the outside, so that they hold no clock and no chance of their own. */
export interface Surroundings {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** Unpredictable bytes: ids and secrets are made of them. */
  readonly randomBytes: (count: number) => Uint8Array;
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** An id that tells what it is of, e.g. `job_…`: 128 random bits. */
export const newId = ({ randomBytes }: Surroundings, kind: string): string => `${kind}_${hex(randomBytes(16))}`;

/** A secret of 256 random bits behind its kind. */
export const newSecret = ({ randomBytes }: Surroundings, kind: string): string => `${kind}_${hex(randomBytes(32))}`;

/** SHA-256 of a text, in hex. */
export const sha256 = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
