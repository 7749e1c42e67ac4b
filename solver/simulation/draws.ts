import { normalQuantile } from './normal.ts';
import { philox } from './philox.ts';

/** What a draw is for; a number once given never changes, as results would. */
export const PURPOSE = {
  outage: 1,
  recovery: 2,
  commonOutage: 3,
  programmeDemand: 4,
  periodDemand: 5,
  yield: 6,
  readiness: 7,
} as const;
type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** A name as two 32-bit words: draws belong to a firm or pair by its id, whatever plan it stands in and wherever. */
export interface Name {
  readonly low: number;
  readonly high: number;
}

/** FNV-1a over UTF-16 units with a last mix (MurmurHash3's finaliser), twice with different starts. */
export function nameOf(...parts: readonly string[]): Name {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  const word = (start: number): number => {
    let hash = start;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  return { low: word(0x811c9dc5), high: word(0x2f0b4a27) };
}

/** Random numbers by what they are for: the same run, name, period and purpose give the same number whoever asks when. */
export interface Draws {
  /** Strictly between 0 and 1. */
  readonly uniform: (run: number, name: Name, period: number, purpose: Purpose) => number;
  readonly normal: (run: number, name: Name, period: number, purpose: Purpose) => number;
}

/** The draws of a seed: a whole number from 0 to 2^53 − 1. */
export function drawsOf(seed: number): Draws {
  const key: readonly [number, number] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];
  const out = new Uint32Array(4);
  const uniform: Draws['uniform'] = (run, name, period, purpose) => {
    philox([run, (period << 8) | purpose, name.low, name.high], key, out);
    return ((out[0]! >>> 6) * 2 ** 26 + (out[1]! >>> 6) + 0.5) / 2 ** 52;
  };
  return { uniform, normal: (...draw) => normalQuantile(uniform(...draw)) };
}
