import { createHash } from 'node:crypto';
import { fc, it as property } from '@fast-check/vitest';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { canonicalPieces } from '../../../scenarios/wire/canonical.ts';
import { canonicalSha256 } from '../../../scenarios/wire/hash.ts';

const written = (value: unknown): string => [...canonicalPieces(value)].join('');

describe('the canonical form', () => {
  property.prop([fc.jsonValue()])('in pieces is the one that the library writes', (value) => {
    expect(written(value)).toBe(canonicalize(value));
  });

  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const row = fc.dictionary(fc.string({ maxLength: 3 }), fc.oneof(cell, fc.array(cell)), { noNullPrototype: true });
  property.prop([
    fc.dictionary(fc.constantFrom('bom', 'items', 'é', 'Z'), fc.oneof(cell, row, fc.array(row)), {
      noNullPrototype: true,
    }),
  ])('of tables is the one that the library writes, whatever keys their rows have', (value) => {
    expect(written(value)).toBe(canonicalize(value));
  });

  it.each([
    [{ a: Number.NaN }],
    [{ a: [{ b: Number.POSITIVE_INFINITY }] }],
    [{ a: [{ b: '\uD800' }] }],
    [{ '\uDC00': 1 }],
    ['\uD800'],
  ])('refuses what JSON has not: %j', (value) => {
    expect(() => written(value)).toThrow(/not allowed/);
  });
});

describe('the hash', () => {
  it('is the SHA-256 of the canonical form, also where that is longer than one piece', async () => {
    const rows = Array.from({ length: 60_000 }, (_, k) => ({ supplier: `S${k}`, item: 'é€😀', price: k / 7 }));
    const text = canonicalize({ rows, name: 'x' }) ?? '';
    expect(text.length).toBeGreaterThan(2_000_000);
    expect(await canonicalSha256({ rows, name: 'x' })).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
