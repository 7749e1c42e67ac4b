import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

/** Deflate packs at most so many bytes into one. */
const BEST_PACKING = 1032;

/** Packed bytes of one step: 8 MB at most before they are measured. */
const STEP = 8_000;

/** The bytes of a deflated file; undefined where they are not just `most` or cannot be read. */
function inflated(packed: Uint8Array, most: number): Uint8Array | undefined {
  if (most > packed.length * BEST_PACKING) return undefined;
  const whole = new Uint8Array(most);
  let size = 0;
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    if (size + piece.length <= most) whole.set(piece, size);
    size += piece.length;
    ended = final;
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    return undefined;
  }
  return ended && size === most ? whole : undefined;
}

/**
 * The bytes of an entry, or undefined where they are damaged: not as many as it declares, or with another checksum. Holds no more than
 * the declared size and one step, whatever the packed bytes would expand to.
 */
export function expand(entry: ZipEntry, packed: Uint8Array): Uint8Array | undefined {
  if (entry.method === 0 && entry.size !== packed.length) return undefined;
  const bytes = entry.method === 0 ? packed : inflated(packed, entry.size);
  return bytes !== undefined && crc32(bytes) === entry.crc ? bytes : undefined;
}
